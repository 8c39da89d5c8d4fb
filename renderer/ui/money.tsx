import { formatRupiah, type Rupiah } from '../../shared/domain/money.ts'
import { classNames } from './class-names.ts'

/** Rupiah as shown on screen: below zero with a true minus sign, as wide as the digits. Paper keeps the hyphen. */
export const shownRupiah = (amount: Rupiah): string => formatRupiah(amount).replace(/^-/u, '−')

/** An amount in rupiah with digits of equal width, never broken over two lines. */
export const Money = ({ amount, className }: { readonly amount: Rupiah; readonly className?: string }) => (
  <span className={classNames('whitespace-nowrap tabular-nums', className)}>{shownRupiah(amount)}</span>
)
