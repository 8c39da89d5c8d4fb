import { useTranslation } from 'react-i18next'
import { TENDER_METHODS, type TenderMethod } from '../../../shared/domain/sale.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { type Bill, canUseMethod, isRefund, type PaymentEntry } from './payment-entry.ts'

type MethodChoiceProps = {
  readonly entry: PaymentEntry
  readonly bill: Bill
  readonly isDisabled: boolean
  readonly onChoose: (method: TenderMethod) => void
}

/** The ways to pay; of money that goes back, those that paid, and cash. */
export const MethodChoice = ({ entry, bill, isDisabled, onChoose }: MethodChoiceProps) => {
  const { t } = useTranslation(['sell', 'common'])
  return (
    <SegmentedControl
      label={t(isRefund(bill) ? 'sell:refund.methods' : 'sell:pay.methods')}
      value={entry.method}
      isDisabled={isDisabled}
      onChange={onChoose}
      segments={TENDER_METHODS.map((method, index) => ({ method, key: index + 1 }))
        .filter(({ method }) => method === entry.method || canUseMethod(entry, bill, method))
        .map(({ method, key }) => ({
          value: method,
          label: t(`common:method.${method}`),
          hint: <Kbd>{`Alt ${key}`}</Kbd>,
        }))}
    />
  )
}
