import type { Item } from './item.ts'
import type { Rupiah } from './money.ts'
import type { Delivery } from './sale.ts'

/** One row of an open basket; a SKU at one price stands in one row. */
export type BasketLine = {
  readonly item: Item
  readonly quantity: number
  readonly unitPrice: Rupiah
}

/** What the cashier is ringing up. Its id becomes the sale's id, so that a double key press can only make one sale. */
export type Basket = {
  readonly id: string
  readonly openedAtMs: number
  readonly lines: readonly BasketLine[]
  readonly kind: 'walk-in' | 'delivery'
  readonly delivery: Delivery | null
  readonly note: string
}
