import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatRupiah } from '../../../shared/domain/money.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Money } from '../../ui/money.tsx'
import { type PaymentEntry, removeTender } from './payment-entry.ts'

type TenderListProps = {
  readonly entry: PaymentEntry
  readonly isDisabled: boolean
  readonly onChange: (entry: PaymentEntry) => void
}

/** The tenders recorded so far; each may be taken back until the sale is complete. */
export const TenderList = ({ entry, isDisabled, onChange }: TenderListProps) => {
  const { t } = useTranslation(['sell', 'common'])
  if (entry.tenders.length === 0) return <p className="px-1 text-sm text-muted">{t('sell:pay.tendersNone')}</p>
  return (
    <ul aria-label={t('sell:pay.tenders')} className="flex flex-col overflow-hidden rounded-panel border border-line">
      {entry.tenders.map((tender) => {
        const method = t(`common:method.${tender.method}`)
        return (
          <li key={tender.id} className="flex items-center gap-2 border-b border-line pl-4 last:border-0">
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{method}</span>
              {tender.reference === null ? null : (
                <span className="block truncate text-sm text-muted">{tender.reference}</span>
              )}
            </span>
            <Money amount={tender.amount} className="text-lg font-semibold" />
            <IconButton
              label={t('sell:pay.removeTender', { method, amount: formatRupiah(tender.amount) })}
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
