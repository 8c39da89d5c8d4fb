import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatRupiah, type Rupiah } from '../../../shared/domain/money.ts'
import type { TenderMethod } from '../../../shared/domain/sale.ts'
import type { ActionableError } from '../../../shared/ipc/contract.ts'
import { useBilingual } from '../../app/use-bilingual.ts'
import { Notice } from '../../ui/notice.tsx'
import { AmountRow } from './amount-row.tsx'
import { MethodChoice } from './method-choice.tsx'
import {
  type Bill,
  canUseMethod,
  chooseMethod,
  deadlockOf,
  isCovered,
  isRefund,
  type PaymentEntry,
  recordTender,
  remainingOf,
} from './payment-entry.ts'
import { PaymentFigures } from './payment-figures.tsx'
import { QrisPart } from './qris-part.tsx'
import { QuickCash } from './quick-cash.tsx'
import { ReferenceField } from './reference-field.tsx'
import { SellMessageNotice } from './sell-message-notice.tsx'
import { TenderList } from './tender-list.tsx'
import { useMethodKeys } from './use-method-keys.ts'

type PaymentFormProps = {
  readonly entry: PaymentEntry
  readonly bill: Bill
  readonly isDisabled: boolean
  readonly failure: ActionableError | null
  readonly onChange: (entry: PaymentEntry) => void
  /** The recorded tenders now cover the bill. */
  readonly onCovered: () => void
}

/** How the buyer pays, or is paid back: one or several tenders until nothing remains. */
export const PaymentForm = ({ entry, bill, isDisabled, failure, onChange, onCovered }: PaymentFormProps) => {
  const { t } = useTranslation(['sell', 'common'])
  const inLanguage = useBilingual()
  const amountRef = useRef<HTMLInputElement>(null)
  const isDone = isCovered(entry, bill)
  const isResting = isDisabled || isDone
  const deadlock = deadlockOf(entry, bill)
  const record = (given: Rupiah | null, isConfirmed: boolean = true) => {
    const next = recordTender(entry, bill, given, isConfirmed)
    onChange(next)
    if (isCovered(next, bill)) onCovered()
    else amountRef.current?.focus()
  }
  const choose = (method: TenderMethod) => {
    if (!canUseMethod(entry, bill, method)) return
    onChange(chooseMethod(entry, method))
    // Once the press is over: it gives the focus to the segment, and digits typed there would choose again.
    requestAnimationFrame(() => amountRef.current?.focus())
  }
  const isWaitingQris = entry.method === 'qris' && !isRefund(bill)
  useMethodKeys(isResting ? null : choose, isResting || !isWaitingQris ? null : () => record(null, false))
  useEffect(() => amountRef.current?.focus(), [])
  return (
    <form
      noValidate
      aria-label={t('sell:pay.title')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isDisabled) record(null)
      }}
      className="grid min-h-84 grid-cols-[minmax(0,1fr)_330px] gap-6"
    >
      <div className="flex min-w-0 flex-col gap-3">
        <SellMessageNotice />
        {failure === null ? null : (
          <Notice tone="bad" title={inLanguage(failure.message)}>
            <p>{t('sell:pay.keptBasket')}</p>
            {failure.detail === null ? null : (
              <p className="text-muted">{t('common:detail', { detail: failure.detail })}</p>
            )}
          </Notice>
        )}
        <MethodChoice entry={entry} bill={bill} isDisabled={isResting} onChoose={choose} />
        <AmountRow entry={entry} bill={bill} isDisabled={isResting} inputRef={amountRef} onChange={onChange} />
        {deadlock === null ? null : <Notice tone="warn" title={inLanguage(deadlock.message)} />}
        <output className={entry.problem === null ? 'text-sm text-muted' : 'font-medium text-bad'}>
          {entry.problem === null
            ? t(isRefund(bill) ? 'sell:refund.amountHelp' : 'sell:pay.amountHelp')
            : t(`sell:pay.problem.${entry.problem}`, { amount: formatRupiah(remainingOf(entry, bill)) })}
        </output>
        {entry.method === 'cash' ? (
          <QuickCash entry={entry} bill={bill} isDisabled={isResting} onChoose={record} />
        ) : null}
        {isWaitingQris && !isDone ? (
          <QrisPart
            entry={entry}
            bill={bill}
            isDisabled={isResting}
            onChange={onChange}
            onUnconfirmed={() => record(null, false)}
          />
        ) : null}
        {entry.method === 'cash' || isWaitingQris ? null : (
          <ReferenceField entry={entry} isDisabled={isResting} onChange={onChange} />
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <PaymentFigures entry={entry} bill={bill} />
        <TenderList entry={entry} bill={bill} isDisabled={isDisabled} onChange={onChange} />
      </div>
    </form>
  )
}
