import { useTranslation } from 'react-i18next'
import type { Rupiah } from '../../../shared/domain/money.ts'
import { quickCash } from '../../../shared/domain/quick-cash.ts'
import { Button } from '../../ui/button.tsx'
import { Money } from '../../ui/money.tsx'
import { type Bill, isRefund, type PaymentEntry, remainingOf } from './payment-entry.ts'

type QuickCashProps = {
  readonly entry: PaymentEntry
  readonly bill: Bill
  readonly isDisabled: boolean
  readonly onChoose: (amount: Rupiah) => void
}

/** Amounts that a buyer is likely to hand over for the rounded rest, one press each; of money that goes back, all of it. */
export const QuickCash = ({ entry, bill, isDisabled, onChoose }: QuickCashProps) => {
  const { t } = useTranslation('sell')
  const remaining = remainingOf(entry, bill)
  const amounts = isRefund(bill) && remaining > 0 ? [remaining] : quickCash(remaining)
  return (
    <fieldset aria-label={t('pay.quick')} className="grid grid-cols-3 gap-2">
      {amounts.map((amount) => (
        <Button key={amount} size="large" isDisabled={isDisabled} onPress={() => onChoose(amount)}>
          {amount === remaining ? t(isRefund(bill) ? 'refund.all' : 'pay.exact') : <Money amount={amount} />}
        </Button>
      ))}
    </fieldset>
  )
}
