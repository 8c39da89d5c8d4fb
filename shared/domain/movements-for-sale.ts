import { addQuantities, timesQuantity } from './quantity.ts'
import type { Sale, SaleLine } from './sale.ts'
import { returnStockStepIdOf, stockStepIdOf } from './steps-for.ts'
import type { Movement, MovementCause } from './stock-level.ts'

/** What a sale changes of one SKU by one cause. `counted` is the part of it that the service's figure will show. */
type Change = { readonly cause: MovementCause; readonly sku: string; readonly all: number; readonly counted: number }

/**
 * Forstok counts whole pieces only: a line that is no whole number of them travels as one row at its whole amount. What comes
 * back of such a line is no piece there: its figure stays, and the person who enters the return puts nothing away.
 */
const piecesOf = (line: Pick<SaleLine, 'soldBy' | 'returned'>, quantity: number): number => {
  if (line.soldBy === 'piece' && Number.isInteger(quantity)) return quantity
  return line.returned === null ? Math.sign(quantity) : 0
}

const changesOf = (
  line: SaleLine,
  cause: MovementCause,
  quantity: number,
  countsPieces: boolean,
): readonly Change[] => {
  const parts = line.components.length === 0 ? [{ sku: line.sku, quantity: 1 }] : line.components
  return parts.map((part): Change => {
    const all = timesQuantity(quantity, part.quantity)
    const counted = countsPieces ? Math.trunc(timesQuantity(piecesOf(line, quantity), part.quantity)) : all
    return { cause, sku: part.sku, all, counted }
  })
}

const isCountedByForstok = (stepId: string | null): boolean => stepId?.includes('/forstok.') === true

/**
 * What a sale moves in the register's warehouse: sold goods out, restocked goods in, of a bundle its parts; one movement a
 * SKU and cause. Where the figures come from Forstok, what its whole pieces do not show of a weighed line is a movement of
 * its own that no step acknowledges (`/rest`), so that no pull ever contains it. `acknowledgedAtMsOf` is for a sale put back
 * whose steps are known to have arrived.
 */
export const movementsForSale = (
  sale: Sale,
  warehouseId: string,
  acknowledgedAtMsOf: (stepId: string) => number | null = () => null,
): readonly Movement[] => {
  const stepIdOf = (cause: MovementCause): string | null =>
    cause === 'return' ? returnStockStepIdOf(sale) : stockStepIdOf(sale, sale.route)
  const changes = sale.lines.flatMap((line): readonly Change[] =>
    line.returned === null
      ? changesOf(line, 'sale', -line.quantity, isCountedByForstok(stepIdOf('sale')))
      : changesOf(line, 'return', line.returned.restocked, isCountedByForstok(stepIdOf('return'))),
  )
  const takenIds = new Set<string>()
  // A SKU may itself end like one of the suffixes.
  const mintId = (name: string, suffix: string): string => {
    const id = `${name}${suffix}`
    if (takenIds.has(id)) return mintId(`${name}+`, suffix)
    takenIds.add(id)
    return id
  }
  const movementsOf = (cause: MovementCause, sku: string): readonly Movement[] => {
    const own = changes.filter((change) => change.cause === cause && change.sku === sku)
    const counted = addQuantities(...own.map((change) => change.counted))
    const rest = addQuantities(...own.map((change) => change.all), -counted)
    const stepId = stepIdOf(cause)
    const name = `${sale.id}/${sku}${cause === 'return' ? '/returned' : ''}`
    const movement = (suffix: string, quantity: number, ackStepId: string | null): readonly Movement[] => {
      if (quantity === 0) return []
      const acknowledgedAtMs = ackStepId === null ? null : acknowledgedAtMsOf(ackStepId)
      return [
        {
          id: mintId(name, suffix),
          sku,
          warehouseId,
          quantity,
          cause,
          saleId: sale.id,
          atMs: sale.paidAtMs,
          stepId: ackStepId,
          state: acknowledgedAtMs === null ? 'local' : 'sent',
          acknowledgedAtMs,
        },
      ]
    }
    return [...movement('', counted, stepId), ...movement('/rest', rest, null)]
  }
  const skusOf = (cause: MovementCause): readonly string[] => [
    ...new Set(changes.filter((change) => change.cause === cause).map((change) => change.sku)),
  ]
  return (['sale', 'return'] as const).flatMap((cause) => skusOf(cause).flatMap((sku) => movementsOf(cause, sku)))
}
