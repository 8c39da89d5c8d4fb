import type { Approval } from './approval.ts'
import type { Discount } from './discount.ts'
import type { Item } from './item.ts'
import type { Rupiah } from './money.ts'
import type { Delivery, ReturnOf, SaleApproval, SaleLine } from './sale.ts'
import type { SaleTax } from './tax.ts'

/** One row of an open basket. The same item at the same price joins its row, unless that row has a discount or a changed price. */
export type BasketLine = {
  /** Tells the rows of one basket apart. */
  readonly id: string
  readonly item: Item
  readonly quantity: number
  readonly unitPrice: Rupiah
  readonly discount: Discount | null
  /** Who allowed a price other than the catalogue's, and why. */
  readonly priceOverride: Approval | null
}

/** What comes back from an earlier sale: lines as {@link file://./return-line.ts} prices them, all below zero. */
export type BasketReturn = {
  readonly of: ReturnOf
  /** The tax as it stands on the earlier sale; null where it had none. */
  readonly tax: SaleTax | null
  readonly lines: readonly SaleLine[]
}

/** What the cashier is ringing up. Its id becomes the sale's id, so that a double key press can only make one sale. */
export type Basket = {
  readonly id: string
  readonly openedAtMs: number
  readonly lines: readonly BasketLine[]
  /** Counts up with each new row. */
  readonly nextLineNumber: number
  readonly discount: Discount | null
  readonly returns: BasketReturn | null
  readonly kind: 'walk-in' | 'delivery'
  readonly delivery: Delivery | null
  readonly note: string
  readonly approvals: readonly SaleApproval[]
  readonly stockApproval: Approval | null
}
