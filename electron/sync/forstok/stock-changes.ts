import { addQuantities } from '../../../shared/domain/quantity.ts'
import { serviceQuantityOf, type StockDocument } from '../../../shared/domain/stock-document.ts'
import { serviceCountOf } from '../../../shared/domain/stock-movements.ts'

/** What a stock document asks of one SKU in one warehouse. */
export type StockChange = {
  readonly sku: string
  readonly warehouseId: string
  readonly wanted:
    | { readonly type: 'difference'; readonly quantity: number }
    | {
        readonly type: 'count'
        readonly counted: number
        /** On hand in the pull before the count, and what of the till's own movements up to its approval that did not contain; null when it was never pulled. */
        readonly basis: { readonly pulledOnHand: number; readonly ownUnsent: number } | null
      }
}

/** A figure to set, with the one that it was worked out from. */
export type StockSetting = {
  readonly sku: string
  readonly warehouseId: string
  readonly base: number
  readonly target: number
}

/** Why a figure is not set: others moved it since the count; it would fall below 0; Forstok counts whole pieces; Forstok does not have the SKU. */
export type StockProblem = {
  readonly kind: 'stock-moved' | 'stock-below-zero' | 'stock-not-whole' | 'unknown-item'
  readonly change: StockChange
  /** On hand as Forstok has it now; null where it has no such SKU. */
  readonly onHand: number | null
}

/** What is to be done about one change now. */
export type StockDecision =
  | { readonly type: 'set'; readonly setting: StockSetting }
  /** On hand is what it should be. */
  | { readonly type: 'done' }
  /** On hand stands between the figures that the count knows: some of the till's own movements have arrived, and others are on their way. */
  | { readonly type: 'wait'; readonly problem: StockProblem }
  | { readonly type: 'problem'; readonly problem: StockProblem }

/** Tells the changes of a document apart. */
export const changeKey = ({ sku, warehouseId }: Pick<StockChange, 'sku' | 'warehouseId'>): string =>
  `${sku}@${warehouseId}`

/** What a document changes at Forstok, by SKU and warehouse, lines that were called off left out; both ends of a transfer stand next to each other. A document without a warehouse means the shop's default one. */
export const stockChangesOf = (document: StockDocument, defaultWarehouseId: string): readonly StockChange[] => {
  const warehouseId = document.warehouseId === '' ? defaultWarehouseId : document.warehouseId
  const lines = document.lines.filter((line) => serviceQuantityOf(line) !== 0)
  if (document.kind === 'count')
    return lines.flatMap((line): StockChange[] => {
      const figures = serviceCountOf(line)
      if (figures === null) return []
      const { counted, expected } = figures
      const { sku, pulledOnHand } = line
      const basis = pulledOnHand === null ? null : { pulledOnHand, ownUnsent: addQuantities(expected, -pulledOnHand) }
      return [{ sku, warehouseId, wanted: { type: 'count', counted, basis } }]
    })
  const changes = new Map<string, StockChange>()
  const add = (sku: string, where: string, quantity: number): void => {
    const before = changes.get(changeKey({ sku, warehouseId: where }))?.wanted
    const sum = before?.type === 'difference' ? addQuantities(before.quantity, quantity) : quantity
    const change: StockChange = { sku, warehouseId: where, wanted: { type: 'difference', quantity: sum } }
    changes.set(changeKey(change), change)
  }
  for (const line of lines) {
    add(line.sku, warehouseId, serviceQuantityOf(line))
    if (document.toWarehouseId !== null) add(line.sku, document.toWarehouseId, -serviceQuantityOf(line))
  }
  return [...changes.values()]
}

type WantedCount = Extract<StockChange['wanted'], { type: 'count' }>

/** The figure a count comes to, given what Forstok has now; null when others have moved it since. */
const countTarget = ({ basis, counted }: WantedCount, onHand: number): number | null => {
  if (basis !== null) {
    const { pulledOnHand, ownUnsent } = basis
    // Our own movements of before the approval have arrived meanwhile.
    if (onHand === addQuantities(pulledOnHand, ownUnsent)) return counted
    // They are still on their way and will change the figure after this.
    if (onHand === pulledOnHand) return addQuantities(counted, -ownUnsent)
  }
  return onHand === counted ? counted : null
}

/** True while some of our own movements may have arrived and others not. */
const isBetween = ({ basis }: WantedCount, onHand: number): boolean => {
  if (basis === null) return false
  const moved = addQuantities(onHand, -basis.pulledOnHand)
  return Math.sign(moved) === Math.sign(basis.ownUnsent) && Math.abs(moved) < Math.abs(basis.ownUnsent)
}

/**
 * The absolute figure for one change (no call that takes a difference is known), or why there is none. A count is set
 * only where nobody else has moved the SKU since.
 */
export const decideStockChange = (change: StockChange, onHand: number | null): StockDecision => {
  const problem = (kind: StockProblem['kind']): StockDecision => ({
    type: 'problem',
    problem: { kind, change, onHand },
  })
  if (onHand === null) return problem('unknown-item')
  const { wanted } = change
  const target = wanted.type === 'count' ? countTarget(wanted, onHand) : addQuantities(onHand, wanted.quantity)
  if (target === null) {
    const moved: StockProblem = { kind: 'stock-moved', change, onHand }
    const isOnItsWay = wanted.type === 'count' && isBetween(wanted, onHand)
    return isOnItsWay ? { type: 'wait', problem: moved } : { type: 'problem', problem: moved }
  }
  if (target === onHand) return { type: 'done' }
  if (!Number.isInteger(target)) return problem('stock-not-whole')
  if (target < 0) return problem('stock-below-zero')
  return {
    type: 'set',
    setting: { sku: change.sku, warehouseId: change.warehouseId, base: onHand, target },
  }
}
