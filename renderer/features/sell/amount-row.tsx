import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { formatRupiah } from '../../../shared/domain/money.ts'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type Bill, isRefund, type PaymentEntry, remainingOf, typeAmount } from './payment-entry.ts'

type AmountRowProps = {
  readonly entry: PaymentEntry
  readonly bill: Bill
  readonly isDisabled: boolean
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly onChange: (entry: PaymentEntry) => void
}

/** How much by the chosen way; Enter records it. */
export const AmountRow = ({ entry, bill, isDisabled, inputRef, onChange }: AmountRowProps) => {
  const { t } = useTranslation('sell')
  const isBack = isRefund(bill)
  const isWaitingQris = entry.method === 'qris' && !isBack
  const label = entry.method === 'cash' && !isBack ? t('pay.amountCash') : t(isBack ? 'refund.amount' : 'pay.amount')
  return (
    <div className="flex items-end gap-2">
      <TextField
        label={label}
        value={entry.amountText}
        onChange={(text) => onChange(typeAmount(entry, text))}
        placeholder={formatRupiah(remainingOf(entry, bill))}
        inputMode="numeric"
        isDisabled={isDisabled}
        inputRef={inputRef}
        className="flex-1"
        inputClassName="h-16 text-right text-3xl font-semibold tabular-nums"
      />
      <Button type="submit" size="large" className="h-16" isDisabled={isDisabled}>
        {t(isWaitingQris ? 'qris.confirmed' : 'pay.add')}
        <Kbd>Enter</Kbd>
      </Button>
    </div>
  )
}
