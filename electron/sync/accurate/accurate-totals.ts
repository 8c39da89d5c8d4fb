import { addRupiah, negateRupiah, rupiah, type Rupiah } from '../../../shared/domain/money.ts'
import { roundingParts, saleParts } from '../../../shared/domain/sale-sums.ts'
import type { Sale } from '../../../shared/domain/sale.ts'

/**
 * What each document of a sale comes to in Accurate; all 0 or more, 0 where there is no such document. Always:
 * `invoice - invoiceDiscount` is what the receipt says was sold, `return` what came back, and the invoice is closed by
 * its receipts, the offset and `invoiceDiscount` together.
 */
export type AccurateTotals = {
  readonly invoice: Rupiah
  /** Rounding up of what is sold, as an expense of the invoice; contained in `invoice`. */
  readonly invoiceExpense: Rupiah
  /** Rounding down of what is sold, as a discount where the invoice is paid (Accurate's expenses are not known to go below zero). */
  readonly invoiceDiscount: Rupiah
  /** The tender whose receipt carries `invoiceDiscount`: the last that was paid in cash, since only cash is rounded. */
  readonly discountTenderIndex: number | null
  readonly return: Rupiah
  /** Rounding of what is given back, contained in `return`: more than the goods, or less. */
  readonly returnExpense: Rupiah
  readonly returnDiscount: Rupiah
  /** What comes back and pays for what is sold, in an exchange. */
  readonly offset: Rupiah
}

const above = (amount: Rupiah): Rupiah => rupiah(Math.max(0, amount))
const below = (amount: Rupiah): Rupiah => above(negateRupiah(amount))

/** Works out the totals of all documents of a sale, a return or an exchange. */
export const accurateTotals = (sale: Pick<Sale, 'lines' | 'rounding' | 'tenders'>): AccurateTotals => {
  const { sold, returned } = saleParts(sale)
  const rounding = roundingParts(sale)
  const invoiceDiscount = below(rounding.sold)
  const cameBack = below(returned)
  const lastCash = sale.tenders.findLastIndex((tender) => tender.method === 'cash' && tender.applied > 0)
  return {
    invoice: addRupiah(sold, invoiceDiscount),
    invoiceExpense: above(rounding.sold),
    invoiceDiscount,
    discountTenderIndex: lastCash === -1 ? null : lastCash,
    return: cameBack,
    returnExpense: below(rounding.returned),
    returnDiscount: above(rounding.returned),
    offset: rupiah(Math.min(sold, cameBack)),
  }
}
