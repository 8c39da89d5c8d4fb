import { addRupiah, subtractRupiah, type Rupiah } from '../domain/money.ts'
import { priceTimes } from '../domain/quantity.ts'
import { lineGross } from '../domain/sale-sums.ts'
import type { SaleLine } from '../domain/sale.ts'

/** What a line comes to before and by its discounts, as a receipt shows it: gross - both discounts = the line's amount. */
export type ShownAmounts = {
  readonly gross: Rupiah
  readonly lineDiscount: Rupiah
  readonly basketDiscount: Rupiah
}

/**
 * The amounts of a line for people to check. The amount and the discounts of what comes back are cut from the sold line one
 * by one, so that their sum can miss quantity times price by a rupiah: the discount then carries it, and the amount stays.
 */
export const shownAmounts = (
  line: Pick<SaleLine, 'quantity' | 'unitPrice' | 'amount' | 'lineDiscount' | 'basketDiscount' | 'returned'>,
): ShownAmounts => {
  const { lineDiscount, basketDiscount } = line
  const stored = lineGross(line)
  if (line.returned === null || (lineDiscount === 0 && basketDiscount === 0)) {
    return { gross: stored, lineDiscount, basketDiscount }
  }
  const gross = priceTimes(line.unitPrice, line.quantity)
  const missing = subtractRupiah(gross, stored)
  return basketDiscount === 0
    ? { gross, lineDiscount: addRupiah(lineDiscount, missing), basketDiscount }
    : { gross, lineDiscount, basketDiscount: addRupiah(basketDiscount, missing) }
}
