import { addRupiah, rupiah, type Rupiah } from './money.ts'

/** What is still to be paid of `total` after `amounts` were handed over; 0 when they cover it. */
export const remainingToPay = (total: Rupiah, amounts: readonly Rupiah[]): Rupiah =>
  rupiah(Math.max(0, total - addRupiah(...amounts)))

/** What goes back to the buyer when `amounts` were handed over for `total`; 0 when they do not cover it. */
export const changeDue = (total: Rupiah, amounts: readonly Rupiah[]): Rupiah =>
  rupiah(Math.max(0, addRupiah(...amounts) - total))
