import { Banknote, CreditCard, Landmark, QrCode } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatRupiah, type Rupiah } from '../../../shared/domain/money.ts'
import { TENDER_METHODS, type TenderMethod } from '../../../shared/domain/sale.ts'
import type { ActionableError } from '../../../shared/ipc/contract.ts'
import { useBilingual } from '../../app/use-bilingual.ts'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { TextField } from '../../ui/text-field.tsx'
import {
  chooseMethod,
  isCovered,
  type PaymentEntry,
  recordTender,
  remainingOf,
  typeAmount,
  typeReference,
} from './payment-entry.ts'
import { PaymentFigures } from './payment-figures.tsx'
import { QuickCash } from './quick-cash.tsx'
import { SellMessageNotice } from './sell-message-notice.tsx'
import { TenderList } from './tender-list.tsx'
import { useMethodKeys } from './use-method-keys.ts'

type PaymentFormProps = {
  readonly entry: PaymentEntry
  readonly total: Rupiah
  readonly isDisabled: boolean
  readonly failure: ActionableError | null
  readonly onChange: (entry: PaymentEntry) => void
  /** The recorded tenders now cover the total. */
  readonly onCovered: () => void
}

const ICONS: Readonly<Record<TenderMethod, typeof Banknote>> = {
  cash: Banknote,
  qris: QrCode,
  card: CreditCard,
  transfer: Landmark,
}

/** How the buyer pays: one or several tenders until nothing remains. */
export const PaymentForm = ({ entry, total, isDisabled, failure, onChange, onCovered }: PaymentFormProps) => {
  const { t } = useTranslation(['sell', 'common'])
  const inLanguage = useBilingual()
  const amountRef = useRef<HTMLInputElement>(null)
  const remaining = remainingOf(entry, total)
  const isDone = isCovered(entry, total)
  const record = (given: Rupiah | null) => {
    const next = recordTender(entry, total, given)
    onChange(next)
    if (isCovered(next, total)) onCovered()
    else amountRef.current?.focus()
  }
  const choose = (method: TenderMethod) => {
    onChange(chooseMethod(entry, method))
    // Once the press is over: it gives the focus to the segment, and digits typed there would choose again.
    requestAnimationFrame(() => amountRef.current?.focus())
  }
  useMethodKeys(isDisabled || isDone ? null : choose)
  useEffect(() => amountRef.current?.focus(), [])
  return (
    <form
      noValidate
      aria-label={t('sell:pay.title')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isDisabled) record(null)
      }}
      className="grid min-h-84 grid-cols-[minmax(0,1fr)_360px] gap-6"
    >
      <div className="flex min-w-0 flex-col gap-4">
        <SellMessageNotice />
        {failure === null ? null : (
          <Notice tone="bad" title={inLanguage(failure.message)}>
            <p>{t('sell:pay.keptBasket')}</p>
            {failure.detail === null ? null : (
              <p className="text-muted">{t('common:detail', { detail: failure.detail })}</p>
            )}
          </Notice>
        )}
        <SegmentedControl
          label={t('sell:pay.methods')}
          value={entry.method}
          isDisabled={isDisabled || isDone}
          onChange={choose}
          segments={TENDER_METHODS.map((method, index) => {
            const Icon = ICONS[method]
            return {
              value: method,
              label: t(`common:method.${method}`),
              icon: <Icon size={20} aria-hidden />,
              hint: <Kbd>{`Alt ${index + 1}`}</Kbd>,
            }
          })}
        />
        <div className="flex items-end gap-2">
          <TextField
            label={entry.method === 'cash' ? t('sell:pay.amountCash') : t('sell:pay.amount')}
            value={entry.amountText}
            onChange={(text) => onChange(typeAmount(entry, text))}
            placeholder={formatRupiah(remaining)}
            inputMode="numeric"
            isDisabled={isDisabled || isDone}
            inputRef={amountRef}
            className="flex-1"
            inputClassName="h-16 text-right text-3xl font-semibold tabular-nums"
          />
          <Button type="submit" size="large" className="h-16" isDisabled={isDisabled || isDone}>
            {t('sell:pay.add')}
            <Kbd>Enter</Kbd>
          </Button>
        </div>
        <output className={entry.problem === null ? 'text-sm text-muted' : 'font-medium text-bad'}>
          {entry.problem === null
            ? t('sell:pay.amountHelp')
            : t(`sell:pay.problem.${entry.problem}`, { amount: formatRupiah(remaining) })}
        </output>
        {entry.method === 'cash' ? (
          <QuickCash remaining={remaining} isDisabled={isDisabled || isDone} onChoose={record} />
        ) : (
          <TextField
            label={t('sell:pay.reference')}
            description={t('sell:pay.referenceHelp')}
            value={entry.reference}
            onChange={(text) => onChange(typeReference(entry, text))}
            isDisabled={isDisabled || isDone}
            maxLength={60}
          />
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <PaymentFigures entry={entry} total={total} />
        <TenderList entry={entry} isDisabled={isDisabled} onChange={onChange} />
      </div>
    </form>
  )
}
