import { CircleCheck, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Sale } from '../../../shared/domain/sale.ts'
import { useSettings } from '../../storage/hooks.ts'
import { Money } from '../../ui/money.tsx'
import { SellMessageNotice } from './sell-message-notice.tsx'

/** The sale that has just become durable: its number, the change to hand back, and what is printing. */
export const PaidSummary = ({ sale }: { readonly sale: Sale }) => {
  const { t } = useTranslation('sell')
  const settings = useSettings()
  const printing = [
    settings?.printsReceipts === true ? t('paid.printingReceipt') : null,
    sale.kind === 'delivery' ? t('paid.printingLabel') : null,
  ].filter((text) => text !== null)
  return (
    <div className="flex flex-col gap-5">
      <SellMessageNotice />
      <div className="flex items-center gap-4">
        <CircleCheck size={44} aria-hidden className="shrink-0 text-good" />
        <dl className="grid flex-1 grid-cols-2 gap-x-6">
          <dt className="text-sm text-muted">{t('paid.number')}</dt>
          <dt className="text-right text-sm text-muted">{t('paid.total')}</dt>
          <dd className="text-xl font-semibold select-text">{sale.number}</dd>
          <dd className="text-right text-xl font-semibold">
            <Money amount={sale.total} />
          </dd>
        </dl>
      </div>
      <div className="flex flex-col items-center rounded-panel bg-accent-soft px-6 py-7 text-accent">
        <span className="text-lg font-medium">{sale.change === 0 ? t('paid.noChange') : t('paid.change')}</span>
        <output aria-label={t('paid.change')} className="text-7xl leading-tight font-bold tracking-tight">
          <Money amount={sale.change} />
        </output>
      </div>
      <p className="flex items-center gap-2.5 text-muted">
        <Printer size={20} aria-hidden />
        {settings !== undefined && printing.length === 0 ? t('paid.printingNone') : printing.join(' · ')}
      </p>
    </div>
  )
}
