import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatRupiah, rupiah } from '../../../shared/domain/money.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Money } from '../../ui/money.tsx'
import { type Bill, isRefund, type PaymentEntry, removeTender } from './payment-entry.ts'

type TenderListProps = {
  readonly entry: PaymentEntry
  readonly bill: Bill
  readonly isDisabled: boolean
  readonly onChange: (entry: PaymentEntry) => void
}

/** The tenders recorded so far, or what goes back by each way; each may be taken back until the sale is complete. */
export const TenderList = ({ entry, bill, isDisabled, onChange }: TenderListProps) => {
  const { t } = useTranslation(['sell', 'common'])
  const isBack = isRefund(bill)
  if (entry.tenders.length === 0) {
    return <p className="px-1 text-sm text-muted">{t(isBack ? 'sell:refund.tendersNone' : 'sell:pay.tendersNone')}</p>
  }
  return (
    <ul
      aria-label={t(isBack ? 'sell:refund.tenders' : 'sell:pay.tenders')}
      className="flex flex-col overflow-hidden rounded-panel border border-line"
    >
      {entry.tenders.map((tender) => {
        const method = t(`common:method.${tender.method}`)
        const amount = rupiah(Math.abs(tender.amount))
        return (
          <li key={tender.id} className="flex items-center gap-2 border-b border-line py-1 pl-4 last:border-0">
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{isBack ? t('sell:refund.by', { method }) : method}</span>
              {tender.isConfirmed ? null : (
                <span className="block truncate text-sm font-medium text-warn">{t('sell:qris.unconfirmed')}</span>
              )}
              {tender.reference === null ? null : (
                <span className="block truncate text-sm text-muted">{tender.reference}</span>
              )}
            </span>
            <Money amount={amount} className="text-lg font-semibold" />
            <IconButton
              label={t('sell:pay.removeTender', { method, amount: formatRupiah(amount) })}
              icon={<X size={18} aria-hidden />}
              isDisabled={isDisabled}
              onPress={() => onChange(removeTender(entry, tender.id))}
            />
          </li>
        )
      })}
    </ul>
  )
}
