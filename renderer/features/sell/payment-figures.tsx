import { useTranslation } from 'react-i18next'
import type { Rupiah } from '../../../shared/domain/money.ts'
import { classNames } from '../../ui/class-names.ts'
import { Money } from '../../ui/money.tsx'
import { changeOf, isCovered, type PaymentEntry, previewedChange, remainingOf } from './payment-entry.ts'

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

/** Total, and what remains or goes back; the change of the cash being typed shows at once. */
export const PaymentFigures = ({ entry, total }: { readonly entry: PaymentEntry; readonly total: Rupiah }) => {
  const { t } = useTranslation('sell')
  const change = isCovered(entry, total) ? changeOf(entry, total) : previewedChange(entry, total)
  return (
    <div className="flex flex-col gap-3 rounded-panel border border-line bg-canvas p-4">
      <Figure label={t('pay.total')} amount={total} />
      {change === null ? (
        <Figure isLarge label={t('pay.remaining')} amount={remainingOf(entry, total)} />
      ) : (
        <Figure isLarge label={t('pay.change')} amount={change} className="text-accent" />
      )}
    </div>
  )
}
