import { CircleCheck, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatRupiah, negateRupiah, type Rupiah } from '../../../shared/domain/money.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import { documentTypeOf } from '../../../shared/domain/sale-sums.ts'
import { useSettings } from '../../storage/hooks.ts'
import { Money, shownRupiah } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SellMessageNotice } from './sell-message-notice.tsx'

type HandOver = { readonly label: string; readonly amount: Rupiah }

/** What the cashier hands over now: the change, or each way in which money goes back. */
const useHandOver = (sale: Sale): readonly HandOver[] => {
  const { t } = useTranslation(['sell', 'common'])
  const back = sale.tenders.filter((tender) => tender.applied < 0)
  if (back.length > 0) {
    return back.map((tender) => ({
      label: t('sell:paid.handBack', { method: t(`common:method.${tender.method}`) }),
      amount: negateRupiah(tender.applied),
    }))
  }
  return [{ label: sale.change === 0 ? t('sell:paid.noChange') : t('sell:paid.change'), amount: sale.change }]
}

/** The sale that has just become durable: its number, what to hand over, and what is printing. */
export const PaidSummary = ({ sale }: { readonly sale: Sale }) => {
  const { t } = useTranslation('sell')
  const settings = useSettings()
  const handOver = useHandOver(sale)
  const unconfirmed = sale.tenders.filter((tender) => !tender.isConfirmed)
  const printing = [
    settings?.printsReceipts === true ? t('paid.printingReceipt') : null,
    sale.delivery === null ? null : t('paid.printingLabel'),
  ].filter((text) => text !== null)
  return (
    <div className="flex flex-col gap-5">
      <SellMessageNotice />
      <div className="flex items-center gap-4">
        <CircleCheck size={44} aria-hidden className="shrink-0 text-good" />
        <dl className="grid flex-1 grid-cols-2 gap-x-6">
          <dt className="text-sm text-muted">
            {t(documentTypeOf(sale) === 'return' ? 'paid.returnNumber' : 'paid.number')}
          </dt>
          <dt className="text-right text-sm text-muted">{t('paid.total')}</dt>
          <dd className="text-xl font-semibold select-text">
            {sale.number}
            {sale.returnNumber === null || sale.returnNumber === sale.number ? null : (
              <span className="block text-base">{sale.returnNumber}</span>
            )}
          </dd>
          <dd className="text-right text-xl font-semibold">
            <Money amount={sale.total} />
            {sale.rounding === 0 ? null : (
              <span className="block text-sm font-normal text-muted">
                {t('paid.rounding', { amount: `${sale.rounding > 0 ? '+' : ''}${shownRupiah(sale.rounding)}` })}
              </span>
            )}
          </dd>
        </dl>
      </div>
      <div className="flex flex-col items-center gap-2 rounded-panel bg-accent-soft px-6 py-6 text-accent">
        {handOver.map(({ label, amount }) => (
          <div key={label} className="flex flex-col items-center">
            <span className="text-lg font-medium">{label}</span>
            <output
              aria-label={label}
              className={`leading-tight font-bold tracking-tight ${handOver.length === 1 ? 'text-7xl' : 'text-5xl'}`}
            >
              <Money amount={amount} />
            </output>
          </div>
        ))}
      </div>
      {unconfirmed.map((tender) => (
        <Notice key={tender.amount} tone="warn" title={t('paid.unconfirmed', { amount: formatRupiah(tender.amount) })}>
          {t('paid.unconfirmedBody')}
        </Notice>
      ))}
      <p className="flex items-center gap-2.5 text-muted">
        <Printer size={20} aria-hidden />
        {settings !== undefined && printing.length === 0 ? t('paid.printingNone') : printing.join(' · ')}
      </p>
    </div>
  )
}
