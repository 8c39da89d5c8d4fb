import { useTranslation } from 'react-i18next'
import { formatRupiah, rupiah, type Rupiah } from '../../../shared/domain/money.ts'
import { classNames } from '../../ui/class-names.ts'
import { Money } from '../../ui/money.tsx'
import {
  type Bill,
  changeOf,
  figuresOf,
  isCovered,
  isRefund,
  type PaymentEntry,
  previewedChange,
  remainingOf,
} from './payment-entry.ts'

type FigureProps = {
  readonly label: string
  readonly amount: Rupiah
  readonly isLarge?: boolean
  readonly className?: string
}

const Figure = ({ label, amount, isLarge = false, className }: FigureProps) => (
  <div className={classNames('flex flex-col', className)}>
    <span className="text-sm font-medium">{label}</span>
    <output aria-label={label} className={isLarge ? 'text-4xl font-bold tracking-tight' : 'text-2xl font-semibold'}>
      <Money amount={amount} />
    </output>
  </div>
)

const magnitude = (amount: Rupiah): Rupiah => rupiah(Math.abs(amount))

/** What rounding adds to or takes off the amount that is paid, or paid back. */
const signed = (rounding: Rupiah, isBack: boolean): string =>
  `${rounding > 0 === isBack ? '−' : '+'}${formatRupiah(magnitude(rounding))}`

/** Total with its rounding, and what remains or goes back; the change of the cash being typed shows at once. */
export const PaymentFigures = ({ entry, bill }: { readonly entry: PaymentEntry; readonly bill: Bill }) => {
  const { t } = useTranslation('sell')
  const { rounding, total } = figuresOf(entry, bill)
  const isBack = isRefund(bill)
  const change = isBack ? null : (changeOf(entry, bill) ?? previewedChange(entry, bill))
  const remaining = isBack && isCovered(entry, bill) ? rupiah(0) : remainingOf(entry, bill)
  return (
    <div className="flex flex-col gap-3 rounded-panel border border-line bg-canvas p-4">
      <div className="flex flex-col">
        {rounding === 0 ? null : (
          <dl className="mb-2 grid grid-cols-[1fr_auto] border-b border-line pb-2 text-sm tabular-nums">
            <dt className="text-muted">{t(isBack ? 'refund.exact' : 'pay.exactTotal')}</dt>
            <dd className="text-right">{formatRupiah(magnitude(bill.payable))}</dd>
            <dt className="text-muted">{t('pay.rounding')}</dt>
            <dd className="text-right font-medium">{signed(rounding, isBack)}</dd>
          </dl>
        )}
        <Figure label={t(isBack ? 'refund.total' : 'pay.total')} amount={magnitude(total)} />
      </div>
      {change === null ? (
        <Figure isLarge label={t(isBack ? 'refund.remaining' : 'pay.remaining')} amount={remaining} />
      ) : (
        <Figure isLarge label={t('pay.change')} amount={change} className="text-accent" />
      )}
    </div>
  )
}
