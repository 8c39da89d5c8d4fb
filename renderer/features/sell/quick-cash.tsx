import { useTranslation } from 'react-i18next'
import type { Rupiah } from '../../../shared/domain/money.ts'
import { quickCash } from '../../../shared/domain/quick-cash.ts'
import { Button } from '../../ui/button.tsx'
import { Money } from '../../ui/money.tsx'

type QuickCashProps = {
  readonly remaining: Rupiah
  readonly isDisabled: boolean
  readonly onChoose: (amount: Rupiah) => void
}

/** Amounts that a buyer is likely to hand over, one press each. */
export const QuickCash = ({ remaining, isDisabled, onChoose }: QuickCashProps) => {
  const { t } = useTranslation('sell')
  return (
    <fieldset aria-label={t('pay.quick')} className="grid grid-cols-3 gap-2">
      {quickCash(remaining).map((amount) => (
        <Button key={amount} size="large" isDisabled={isDisabled} onPress={() => onChoose(amount)}>
          {amount === remaining ? t('pay.exact') : <Money amount={amount} />}
        </Button>
      ))}
    </fieldset>
  )
}
