import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { BasketLine } from '../../../shared/domain/basket.ts'
import { LARGEST_QUANTITY } from '../../../shared/domain/quantity.ts'
import { classNames } from '../../ui/class-names.ts'
import { QuantityField } from '../../ui/quantity-field.tsx'
import { QuantityStepper } from '../../ui/quantity-stepper.tsx'
import { changeQuantity, confirmWeight } from './basket-actions.ts'
import { requestFocus, useSellStore } from './sell-store.ts'

type LineQuantityProps = {
  readonly line: BasketLine
  readonly isUnweighed: boolean
  readonly isSelected: boolean
  readonly inputRef: Ref<HTMLInputElement>
}

/** How many pieces, or what weight in kilograms. */
export const LineQuantity = ({ line, isUnweighed, isSelected, inputRef }: LineQuantityProps) => {
  const { t } = useTranslation('sell')
  const isMore = useSellStore(({ focus }) => isSelected && focus.target === 'quantity' && focus.isMore)
  const { name, soldBy } = line.item
  const label = t('basket.quantityOf', { name })
  if (soldBy === 'piece') {
    return (
      <QuantityStepper
        label={label}
        decreaseLabel={t('basket.decrease', { name })}
        increaseLabel={t('basket.increase', { name })}
        value={line.quantity}
        maximum={LARGEST_QUANTITY}
        onChange={(quantity) => changeQuantity(line.id, quantity)}
        onLeave={(key) => requestFocus(key === 'Enter' ? 'search' : 'basket')}
        inputRef={inputRef}
      />
    )
  }
  return (
    <span className={classNames('flex flex-col items-end', isUnweighed && 'text-warn')}>
      <QuantityField
        label={label}
        unit="kg"
        value={line.quantity}
        maximum={LARGEST_QUANTITY}
        isMore={isMore}
        isInvalid={isUnweighed}
        onChange={(quantity) => changeQuantity(line.id, quantity)}
        onLeave={(key) => {
          if (key === 'Enter') confirmWeight(line.id)
          if (key === 'blur') {
            if (isMore) useSellStore.setState(({ focus }) => ({ focus: { ...focus, isMore: false } }))
          } else requestFocus(key === 'Enter' ? 'search' : 'basket')
        }}
        inputRef={inputRef}
      />
      {isUnweighed ? <span className="text-xs font-medium">{t('basket.weigh')}</span> : null}
    </span>
  )
}
