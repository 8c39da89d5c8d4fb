import { ShoppingBag, Truck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Basket } from '../../../shared/domain/basket.ts'
import { shownKeyOf } from '../../app/keyboard-map.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { chooseKind } from './sell-dialogs.ts'

/** Walk-in or delivery. */
export const KindChoice = ({ kind }: { readonly kind: Basket['kind'] }) => {
  const { t } = useTranslation(['sell', 'common'])
  return (
    <SegmentedControl
      label={t('sell:basket.kind')}
      value={kind}
      onChange={chooseKind}
      className="ml-auto"
      segments={[
        { value: 'walk-in', label: t('common:kind.walk-in'), icon: <ShoppingBag size={18} aria-hidden /> },
        {
          value: 'delivery',
          label: t('common:kind.delivery'),
          icon: <Truck size={18} aria-hidden />,
          hint: <Kbd>{shownKeyOf('editDelivery')}</Kbd>,
        },
      ]}
    />
  )
}
