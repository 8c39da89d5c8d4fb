import type { BasketLine } from '../../../shared/domain/basket.ts'
import type { Item } from '../../../shared/domain/item.ts'
import { addQuantities, fromThousandths, thousandthsOf, timesQuantity } from '../../../shared/domain/quantity.ts'

/** What may be sold by SKU; null where no figure is known, no entry where it has not been read yet. */
export type StockFigures = ReadonlyMap<string, number | null>

type Part = { readonly sku: string; readonly quantity: number }

/** What of the stock moves with one of an item: itself, or the parts of a bundle. */
const partsOf = (item: Item): readonly Part[] =>
  item.components.length === 0 ? [{ sku: item.sku, quantity: 1 }] : item.components

/** The SKUs whose figures decide how much of these lines may be sold, each once. */
export const stockSkusOf = (lines: readonly Pick<BasketLine, 'item'>[]): readonly string[] => [
  ...new Set(lines.flatMap((line) => partsOf(line.item).map((part) => part.sku))),
]

const demandFor = (lines: readonly BasketLine[], sku: string): number =>
  addQuantities(
    ...lines.flatMap((line) =>
      partsOf(line.item)
        .filter((part) => part.sku === sku)
        .map((part) => timesQuantity(line.quantity, part.quantity)),
    ),
  )

/** The figure that holds a line back: the lowest of its parts that the whole basket wants more of than there is; null when none does. */
export const shortageOf = (line: BasketLine, lines: readonly BasketLine[], figures: StockFigures): number | null => {
  const short = partsOf(line.item).flatMap(({ sku, quantity }) => {
    const available = figures.get(sku) ?? null
    if (available === null || demandFor(lines, sku) <= available) return []
    return [quantity === 1 ? available : fromThousandths(Math.floor(thousandthsOf(available) / quantity))]
  })
  return short.length === 0 ? null : Math.min(...short)
}

/** True when the figures of all parts of a line have been read. */
export const isStockRead = (item: Item, figures: StockFigures): boolean =>
  partsOf(item).every((part) => figures.has(part.sku))

/** The most of a line that there is, beside what the other lines take; whole for pieces, never below 0, Infinity where nothing is known. */
export const fittingQuantity = (line: BasketLine, lines: readonly BasketLine[], figures: StockFigures): number => {
  const others = lines.filter((each) => each.id !== line.id)
  const rooms = partsOf(line.item).map(({ sku, quantity }) => {
    const available = figures.get(sku) ?? null
    if (available === null) return Number.POSITIVE_INFINITY
    const left = Math.max(0, thousandthsOf(available) - thousandthsOf(demandFor(others, sku)))
    return fromThousandths(Math.floor(left / quantity))
  })
  const room = Math.min(...rooms)
  return line.item.soldBy === 'piece' && Number.isFinite(room) ? Math.floor(room) : room
}
