import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { merchantNameOf, withAmount } from '../../../shared/domain/qris-payload.ts'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type Bill, draftOf, type PaymentEntry } from './payment-entry.ts'
import { ReferenceField } from './reference-field.tsx'
import { useSellingRules } from './use-priced-basket.ts'

// The symbol library is large: the till must be ready to sell before it is there.
const QrisCode = lazy(async () => ({ default: (await import('./qris-code.tsx')).QrisCode }))

type QrisPartProps = {
  readonly entry: PaymentEntry
  readonly bill: Bill
  readonly isDisabled: boolean
  readonly onChange: (entry: PaymentEntry) => void
  readonly onUnconfirmed: () => void
}

/** The shop's QRIS code with the amount in it, for the buyer to scan across the counter. */
export const QrisPart = ({ entry, bill, isDisabled, onChange, onUnconfirmed }: QrisPartProps) => {
  const { t } = useTranslation('sell')
  const { payload } = useSellingRules().qris
  const amount = draftOf(entry, bill)
  const coded = payload === '' || amount === null ? null : withAmount(payload, amount)
  return (
    <div className="flex gap-5">
      {coded?.ok === true ? (
        <Suspense fallback={<span className="size-[min(42vh,460px)] shrink-0 rounded-control bg-sunken" />}>
          <QrisCode text={coded.value} label={t('qris.code')} />
        </Suspense>
      ) : null}
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <div>
          <p className="truncate font-semibold">{merchantNameOf(payload) ?? t('qris.title')}</p>
          {amount === null ? null : <Money amount={amount} className="text-3xl font-bold tracking-tight" />}
          <p className="text-sm text-muted">{t(coded?.ok === true ? 'qris.scan' : 'qris.sticker')}</p>
        </div>
        {coded?.ok === false ? <Notice tone="warn" title={t('qris.unreadable')} /> : null}
        <ReferenceField entry={entry} isDisabled={isDisabled} onChange={onChange} />
        <Button isDisabled={isDisabled} onPress={onUnconfirmed}>
          {t('qris.recordUnconfirmed')}
          <Kbd>Alt 0</Kbd>
        </Button>
      </div>
    </div>
  )
}
