import type { Approval } from '../../../shared/domain/approval.ts'
import { addItem, approveStock, setQuantity } from '../../../shared/domain/basket-rules.ts'
import type { StockPolicy } from '../../../shared/domain/selling-rules.ts'
import { changeBasket, findLine, type SellMessage, type UncheckedLine, useSellStore } from './sell-store.ts'
import { fittingQuantity, isStockRead, shortageOf, type StockFigures } from './stock-shortage.ts'

const { getState, setState } = useSellStore

/** True while the shop forbids selling more than there is and nobody has allowed it for this basket. */
const isGuarded = (): boolean => {
  const { stockPolicy, basket } = getState()
  return stockPolicy === 'block' && basket !== null && basket.stockApproval === null
}

const isStillUnchecked = ({ lineId, before }: UncheckedLine): boolean => {
  const { basket, stockFigures } = getState()
  const line = findLine(lineId)
  if (basket === null || line === undefined) return false
  if (!isStockRead(line.item, stockFigures)) return true
  const fitting = fittingQuantity(line, basket.lines, stockFigures)
  if (fitting >= line.quantity) return false
  const wanted = line.quantity
  // Never below what stood there before: goods that lie on the counter do not vanish from the basket.
  const kept = Math.max(fitting, before)
  if (kept >= wanted) return false
  const next = setQuantity(basket, lineId, kept)
  const available = shortageOf(line, basket.lines, stockFigures) ?? 0
  setState(({ selectedLine, unweighedLines }) => ({
    basket: next,
    selectedLine: kept === 0 && selectedLine === lineId ? (next.lines.at(-1)?.id ?? null) : selectedLine,
    unweighedLines: kept === 0 ? unweighedLines.filter((id) => id !== lineId) : unweighedLines,
    message: { type: 'stock-short', lineId, item: line.item, wanted, available },
  }))
  return false
}

/** Takes back what was added beyond the figures, as soon as they are known: a scan never waits for them. */
const checkLines = (): void => {
  const { uncheckedLines } = getState()
  if (uncheckedLines.length === 0) return
  const left = isGuarded() ? uncheckedLines.filter(isStillUnchecked) : []
  setState({ uncheckedLines: left })
}

/** A line has grown: where the shop forbids selling more than there is, it is judged now or once its stock is read. */
export const checkGrownLine = (lineId: string, before: number): void => {
  if (!isGuarded()) return
  setState(({ uncheckedLines }) => ({
    uncheckedLines: uncheckedLines.some((each) => each.lineId === lineId)
      ? uncheckedLines
      : [...uncheckedLines, { lineId, before }],
  }))
  checkLines()
}

/** The figures of the basket's goods as they stand now. */
export const receiveStockFigures = (figures: StockFigures): void => {
  const { stockFigures } = getState()
  const changed = [...figures].filter(([sku, figure]) => !stockFigures.has(sku) || stockFigures.get(sku) !== figure)
  if (changed.length > 0) setState({ stockFigures: new Map([...stockFigures, ...changed]) })
  checkLines()
}

/** The shop's rule for selling more than there is. */
export const receiveStockPolicy = (stockPolicy: StockPolicy): void => setState({ stockPolicy })

/** True when payment has to wait for leave to sell more than there is. */
export const needsStockApproval = (): boolean => {
  const { basket, stockFigures } = getState()
  if (basket === null || !isGuarded()) return false
  return basket.lines.some((line) => shortageOf(line, basket.lines, stockFigures) !== null)
}

/** Notes who allowed selling more than there is, and puts in what was held back. */
export const acceptStockApproval = (approval: Approval, held: SellMessage | null): void => {
  changeBasket((basket) => {
    const approved = approveStock(basket, approval)
    if (held?.type !== 'stock-short') return approved
    const line = approved.lines.find((each) => each.id === held.lineId)
    return line === undefined
      ? addItem(approved, held.item, held.wanted)
      : setQuantity(approved, line.id, Math.max(held.wanted, line.quantity))
  })
  setState(({ basket, selectedLine }) => ({
    message: null,
    uncheckedLines: [],
    selectedLine: selectedLine ?? basket?.lines.at(-1)?.id ?? null,
  }))
}
