import { addRupiah, subtractRupiah, ZERO_RUPIAH, type Rupiah } from './money.ts'
import type { Sale, SaleLine } from './sale.ts'

/** What a line comes to with its tax: what the buyer pays (or gets back) for it. */
export const lineTotal = (line: Pick<SaleLine, 'amount' | 'tax' | 'isTaxIncluded'>): Rupiah =>
  line.isTaxIncluded ? line.amount : addRupiah(line.amount, line.tax)

/** What a line comes to before its tax. */
export const lineBeforeTax = (line: Pick<SaleLine, 'amount' | 'tax' | 'isTaxIncluded'>): Rupiah =>
  line.isTaxIncluded ? subtractRupiah(line.amount, line.tax) : line.amount

/** Unit price times quantity before any discount, as the line was rounded. */
export const lineGross = (line: Pick<SaleLine, 'amount' | 'lineDiscount' | 'basketDiscount'>): Rupiah =>
  addRupiah(line.amount, line.lineDiscount, line.basketDiscount)

/** True for a line that comes back from an earlier sale. */
export const isReturned = (line: Pick<SaleLine, 'returned'>): boolean => line.returned !== null

/** The lines that are sold. */
export const soldLines = (sale: Pick<Sale, 'lines'>): readonly SaleLine[] =>
  sale.lines.filter((line) => !isReturned(line))

/** The lines that come back. */
export const returnedLines = (sale: Pick<Sale, 'lines'>): readonly SaleLine[] => sale.lines.filter(isReturned)

/** A sale sells only, a return takes back only, an exchange does both. */
export const documentTypeOf = (sale: Pick<Sale, 'lines'>): 'sale' | 'return' | 'exchange' => {
  const returned = returnedLines(sale).length
  if (returned === 0) return 'sale'
  return returned === sale.lines.length ? 'return' : 'exchange'
}

const totalOf = (lines: readonly SaleLine[]): Rupiah => addRupiah(...lines.map(lineTotal))

/** A sale's cash rounding by the part of the sale that it belongs to. */
export type RoundingParts = { readonly sold: Rupiah; readonly returned: Rupiah }

/**
 * The cash rounding goes with the money: when money goes back (what comes back outweighs what is sold, or nothing is sold)
 * it belongs to what comes back, else to what is sold. So neither part is ever rounded to the other side of zero.
 */
export const roundingParts = (sale: Pick<Sale, 'lines' | 'rounding'>): RoundingParts => {
  const isGivenBack = documentTypeOf(sale) === 'return' || totalOf(sale.lines) < 0
  return isGivenBack ? { sold: ZERO_RUPIAH, returned: sale.rounding } : { sold: sale.rounding, returned: ZERO_RUPIAH }
}

/**
 * The two parts of a sale, each with tax and its share of the rounding (see {@link roundingParts}): what is sold (0 or
 * more) and what comes back (0 or below). `sold + returned` is the sale's total.
 */
export const saleParts = (
  sale: Pick<Sale, 'lines' | 'rounding'>,
): { readonly sold: Rupiah; readonly returned: Rupiah } => {
  const rounding = roundingParts(sale)
  return {
    sold: addRupiah(totalOf(soldLines(sale)), rounding.sold),
    returned: addRupiah(totalOf(returnedLines(sale)), rounding.returned),
  }
}
