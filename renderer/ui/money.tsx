import { formatRupiah, type Rupiah } from '../../shared/domain/money.ts'
import { classNames } from './class-names.ts'

/** An amount in rupiah with digits of equal width, never broken over two lines. */
export const Money = ({ amount, className }: { readonly amount: Rupiah; readonly className?: string }) => (
  <span className={classNames('whitespace-nowrap tabular-nums', className)}>{formatRupiah(amount)}</span>
)
