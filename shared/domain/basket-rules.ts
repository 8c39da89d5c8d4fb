import type { Approval } from './approval.ts'
import type { Basket, BasketLine, BasketReturn } from './basket.ts'
import type { Discount } from './discount.ts'
import type { Item } from './item.ts'
import { addRupiah, LARGEST_RUPIAH, rupiah, ZERO_RUPIAH, type Rupiah } from './money.ts'
import { fromThousandths, isQuantity, LARGEST_QUANTITY, priceTimes, thousandthsOf } from './quantity.ts'
import type { Permission } from './permission.ts'
import type { Delivery } from './sale.ts'

/** An empty walk-in basket. `id` is a UUID minted now, so that paying it twice can only make one sale. */
export const openBasket = (id: string, openedAtMs: number): Basket => ({
  id,
  openedAtMs,
  lines: [],
  nextLineNumber: 1,
  discount: null,
  returns: null,
  kind: 'walk-in',
  delivery: null,
  note: '',
  approvals: [],
  stockApproval: null,
})

/** True when nothing is sold and nothing comes back. */
export const isEmptyBasket = (basket: Pick<Basket, 'lines' | 'returns'>): boolean =>
  basket.lines.length === 0 && (basket.returns?.lines.length ?? 0) === 0

/** How many pieces are in the basket; a weighed line counts as one. */
export const basketUnitCount = (basket: Pick<Basket, 'lines'>): number =>
  basket.lines.reduce((sum, line) => sum + (line.item.soldBy === 'weight' ? 1 : line.quantity), 0)

const requireQuantity = (item: Item, quantity: number, least: number): void => {
  const isFit = isQuantity(quantity) && (item.soldBy === 'weight' || Number.isInteger(quantity))
  if (!isFit || quantity < least) throw new RangeError(`Not a quantity of ${item.sku}: ${String(quantity)}`)
}

/** What may stand in a basket: half of the largest amount, less the largest rounding, so that a tax of up to 100 % on top still fits. */
export const LARGEST_GOODS: Rupiah = rupiah(Math.floor(LARGEST_RUPIAH / 2) - 1_000)

/** Keeps a line within {@link LARGEST_QUANTITY} and the basket's total within the range of {@link Rupiah}. */
const cappedQuantity = (others: readonly BasketLine[], line: BasketLine): number => {
  const taken = addRupiah(ZERO_RUPIAH, ...others.map((each) => priceTimes(each.unitPrice, each.quantity)))
  const room = LARGEST_GOODS - taken
  const affordable = line.unitPrice > 0 ? Math.floor((room * 1_000) / line.unitPrice) : Number.MAX_SAFE_INTEGER
  const thousandths = Math.min(thousandthsOf(line.quantity), thousandthsOf(LARGEST_QUANTITY), affordable)
  const capped = fromThousandths(Math.max(0, thousandths))
  return line.item.soldBy === 'weight' ? capped : Math.floor(capped)
}

const isPlain = (line: BasketLine): boolean => line.discount === null && line.priceOverride === null

const replaceLine = (basket: Basket, id: string, change: (line: BasketLine) => BasketLine): Basket => ({
  ...basket,
  lines: basket.lines.map((line) => (line.id === id ? change(line) : line)),
})

/**
 * Adds `quantity` (above 0; whole for an item sold by the piece; throws a RangeError otherwise) at `unitPrice` (the
 * catalogue's unless given). The same item at the same price joins its line unless that has a discount or a changed price.
 * Quantities are capped so that the total stays a valid amount.
 */
export const addItem = (basket: Basket, item: Item, quantity: number = 1, unitPrice: Rupiah = item.price): Basket => {
  requireQuantity(item, quantity, 0.001)
  if (unitPrice < 0) throw new RangeError(`Not a unit price: ${String(unitPrice)}`)
  const existing = basket.lines.find(
    (line) => line.item.sku === item.sku && line.unitPrice === unitPrice && isPlain(line),
  )
  if (existing !== undefined) {
    const joined = fromThousandths(thousandthsOf(existing.quantity) + thousandthsOf(quantity))
    return setQuantity(basket, existing.id, joined)
  }
  const id = String(basket.nextLineNumber)
  const line: BasketLine = { id, item, quantity, unitPrice, discount: null, priceOverride: null }
  const capped = cappedQuantity(basket.lines, line)
  if (capped === 0) return basket
  return {
    ...basket,
    lines: [...basket.lines, { ...line, quantity: capped }],
    nextLineNumber: basket.nextLineNumber + 1,
  }
}

/** Sets the quantity of one line (0 removes it; whole for an item sold by the piece; throws a RangeError otherwise). An unknown line changes nothing. */
export const setQuantity = (basket: Basket, lineId: string, quantity: number): Basket => {
  const line = basket.lines.find((each) => each.id === lineId)
  if (line === undefined) return basket
  requireQuantity(line.item, quantity, 0)
  const others = basket.lines.filter((each) => each.id !== lineId)
  const capped = cappedQuantity(others, { ...line, quantity })
  if (capped === 0) return { ...basket, lines: others }
  return replaceLine(basket, lineId, (each) => ({ ...each, quantity: capped }))
}

/** Takes one line out of the basket. */
export const removeLine = (basket: Basket, lineId: string): Basket => ({
  ...basket,
  lines: basket.lines.filter((line) => line.id !== lineId),
})

/** Gives one line a discount of its own, or (null) none. */
export const setLineDiscount = (basket: Basket, lineId: string, discount: Discount | null): Basket =>
  replaceLine(basket, lineId, (line) => ({ ...line, discount }))

/**
 * Sells one line at another price than the catalogue's, with who allowed it and why; null goes back to the catalogue's. A price over
 * {@link LARGEST_GOODS} changes nothing; the quantity is capped as ever. Throws a RangeError for a price below 0.
 */
export const overridePrice = (
  basket: Basket,
  lineId: string,
  override: { readonly unitPrice: Rupiah; readonly approval: Approval } | null,
): Basket => {
  if (override !== null && override.unitPrice < 0) throw new RangeError(`Not a unit price: ${override.unitPrice}`)
  const changed = replaceLine(basket, lineId, (line) => ({
    ...line,
    unitPrice: override?.unitPrice ?? line.item.price,
    priceOverride: override?.approval ?? null,
  }))
  const line = changed.lines.find((each) => each.id === lineId)
  if (line === undefined || line.unitPrice > LARGEST_GOODS) return basket
  return setQuantity(changed, lineId, line.quantity)
}

/** Gives the whole basket a discount, or (null) none. */
export const setBasketDiscount = (basket: Basket, discount: Discount | null): Basket => ({ ...basket, discount })

/** Puts what comes back from an earlier sale into the basket, in the place of what was there; null takes it out. */
export const setReturns = (basket: Basket, returns: BasketReturn | null): Basket => ({
  ...basket,
  returns: returns === null || returns.lines.length === 0 ? null : returns,
})

/** Takes all lines out; kind, address, discount and note go with them, the basket keeps its id. */
export const clearBasket = (basket: Basket): Basket => openBasket(basket.id, basket.openedAtMs)

/** Makes the basket a delivery to this address. */
export const setDelivery = (basket: Basket, delivery: Delivery): Basket => ({ ...basket, kind: 'delivery', delivery })

/** Changes between walk-in and delivery; the address is kept while the cashier goes back and forth. */
export const setKind = (basket: Basket, kind: Basket['kind']): Basket => ({ ...basket, kind })

/** Sets the note that goes on the sale. */
export const setNote = (basket: Basket, note: string): Basket => ({ ...basket, note })

/** Notes who allowed something in the basket. */
export const noteApproval = (basket: Basket, permission: Permission, approval: Approval): Basket => ({
  ...basket,
  approvals: [...basket.approvals, { permission, approval }],
})

/** Notes who allowed selling more than is there. */
export const approveStock = (basket: Basket, stockApproval: Approval | null): Basket => ({ ...basket, stockApproval })
