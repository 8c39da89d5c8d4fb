import type { Basket, BasketLine } from './basket.ts'
import type { Item } from './item.ts'
import { addRupiah, LARGEST_RUPIAH, timesRupiah, ZERO_RUPIAH, type Rupiah } from './money.ts'
import type { Delivery } from './sale.ts'

/** The largest quantity of one line; a scanned barcode that landed in the quantity field must not become a sale. */
export const LARGEST_QUANTITY = 99_999

/** An empty walk-in basket. `id` is a UUID minted now, so that paying it twice can only make one sale. */
export const openBasket = (id: string, openedAtMs: number): Basket => ({
  id,
  openedAtMs,
  lines: [],
  kind: 'walk-in',
  delivery: null,
  note: '',
})

/** Quantity times unit price. */
export const lineAmount = (line: Pick<BasketLine, 'quantity' | 'unitPrice'>): Rupiah =>
  timesRupiah(line.unitPrice, line.quantity)

/** The sum of all lines; 0 for an empty basket. */
export const basketTotal = (basket: Pick<Basket, 'lines'>): Rupiah =>
  basket.lines.reduce((sum, line) => addRupiah(sum, lineAmount(line)), ZERO_RUPIAH)

/** How many units are in the basket, over all lines. */
export const basketUnitCount = (basket: Pick<Basket, 'lines'>): number =>
  basket.lines.reduce((sum, line) => sum + line.quantity, 0)

const requireWhole = (quantity: number, least: number): void => {
  if (!Number.isSafeInteger(quantity) || quantity < least) throw new RangeError(`Not a quantity: ${String(quantity)}`)
}

/** Keeps a line within {@link LARGEST_QUANTITY} and the basket's total within the range of {@link Rupiah}. */
const cappedQuantity = (others: readonly BasketLine[], unitPrice: Rupiah, quantity: number): number => {
  const room = LARGEST_RUPIAH - basketTotal({ lines: others })
  const affordable = unitPrice > 0 ? Math.floor(room / unitPrice) : LARGEST_QUANTITY
  return Math.min(quantity, LARGEST_QUANTITY, affordable)
}

const isLineOf = (line: BasketLine, sku: string, unitPrice: Rupiah): boolean =>
  line.item.sku === sku && line.unitPrice === unitPrice

/**
 * Adds `quantity` units (whole, above 0; throws a RangeError otherwise) at `unitPrice` (the list price unless given).
 * The same SKU at the same price joins its line. Quantities are capped so that the total stays a valid amount.
 */
export const addItem = (basket: Basket, item: Item, quantity: number = 1, unitPrice: Rupiah = item.price): Basket => {
  requireWhole(quantity, 1)
  if (unitPrice < 0) throw new RangeError(`Not a unit price: ${String(unitPrice)}`)
  const existing = basket.lines.find((line) => isLineOf(line, item.sku, unitPrice))
  if (existing !== undefined) return setQuantity(basket, item.sku, unitPrice, existing.quantity + quantity)
  const capped = cappedQuantity(basket.lines, unitPrice, quantity)
  return capped === 0 ? basket : { ...basket, lines: [...basket.lines, { item, quantity: capped, unitPrice }] }
}

/** Sets the quantity of one line (whole, 0 removes it; throws a RangeError otherwise). An unknown line changes nothing. */
export const setQuantity = (basket: Basket, sku: string, unitPrice: Rupiah, quantity: number): Basket => {
  requireWhole(quantity, 0)
  const others = basket.lines.filter((line) => !isLineOf(line, sku, unitPrice))
  if (others.length === basket.lines.length) return basket
  const capped = cappedQuantity(others, unitPrice, quantity)
  if (capped === 0) return { ...basket, lines: others }
  return {
    ...basket,
    lines: basket.lines.map((line) => (isLineOf(line, sku, unitPrice) ? { ...line, quantity: capped } : line)),
  }
}

/** Takes one line out of the basket. */
export const removeLine = (basket: Basket, sku: string, unitPrice: Rupiah): Basket =>
  setQuantity(basket, sku, unitPrice, 0)

/** Takes all lines out; kind, address and note go with them, the basket keeps its id. */
export const clearBasket = (basket: Basket): Basket => openBasket(basket.id, basket.openedAtMs)

/** Makes the basket a delivery to this address. */
export const setDelivery = (basket: Basket, delivery: Delivery): Basket => ({ ...basket, kind: 'delivery', delivery })

/** Changes between walk-in and delivery; the address is kept while the cashier goes back and forth. */
export const setKind = (basket: Basket, kind: Basket['kind']): Basket => ({ ...basket, kind })

/** Sets the note that goes on the sale. */
export const setNote = (basket: Basket, note: string): Basket => ({ ...basket, note })
