import { MapPin } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Delivery } from '../../../shared/domain/sale.ts'
import { Button } from '../../ui/button.tsx'
import { chooseKind } from './sell-dialogs.ts'

/** Where the basket goes, in two lines. */
export const DeliverySummary = ({ delivery }: { readonly delivery: Delivery | null }) => {
  const { t } = useTranslation('sell')
  return (
    <div className="flex items-center gap-3 border-b border-line bg-accent-soft py-1.5 pr-2 pl-4">
      <MapPin size={20} aria-hidden className="shrink-0 text-accent" />
      <div className="min-w-0 flex-1 text-sm">
        <p className="truncate font-semibold">
          {delivery === null ? t('basket.deliveryMissing') : t('basket.deliveryTo', { name: delivery.recipientName })}
        </p>
        {delivery === null ? null : (
          <p className="truncate text-muted">
            {`${delivery.courier} · ${[delivery.address, delivery.subDistrict, delivery.district, delivery.city].join(', ')}`}
          </p>
        )}
      </div>
      <Button look="quiet" onPress={() => chooseKind('delivery')}>
        {delivery === null ? t('basket.fillDelivery') : t('basket.editDelivery')}
      </Button>
    </div>
  )
}
