import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sale } from '../../../shared/domain/sale.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { formatDayAndClock } from '../../ui/shop-time.ts'
import { TextField } from '../../ui/text-field.tsx'
import { useLanguage } from '../../app/use-bilingual.ts'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { SaleDelivery, SaleLines, SalePayments } from '../orders/sale-goods.tsx'

const ReasonField = ({
  value,
  error,
  onChange,
}: {
  readonly value: string
  readonly error: string | null
  readonly onChange: (reason: string) => void
}) => {
  const { t } = useTranslation('recovery')
  const reasonRef = useFirstFocus()
  return (
    <TextField
      isRequired
      inputRef={reasonRef}
      label={t('reason')}
      description={t('reasonHint')}
      value={value}
      error={error}
      onChange={onChange}
    />
  )
}

/** Asks whether the money of one sale was taken. It cannot be put off: only an answer closes it. */
export const UndecidedQuestion = ({
  sale,
  place,
  count,
  onTaken,
  onDiscard,
}: {
  readonly sale: Sale
  readonly place: number
  readonly count: number
  /** Gives the reason why it failed, or null. */
  readonly onTaken: () => Promise<string | null>
  readonly onDiscard: (reason: string) => Promise<string | null>
}) => {
  const { t } = useTranslation('recovery')
  const language = useLanguage()
  const [isDiscarding, setIsDiscarding] = useState(false)
  const [reason, setReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const [isPending, setIsPending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const run = async (action: () => Promise<string | null>) => {
    setIsPending(true)
    try {
      setFailure(await action())
    } finally {
      setIsPending(false)
    }
  }
  const discard = () => {
    if (reason.trim() === '') setIsMissing(true)
    else void run(() => onDiscard(reason.trim()))
  }
  return (
    <Dialog
      isOpen
      size="medium"
      role="alertdialog"
      title={t('question')}
      closeLabel=""
      onClose={null}
      actions={
        isDiscarding ? (
          <>
            <Button size="large" onPress={() => setIsDiscarding(false)}>
              {t('back')}
            </Button>
            <Button size="large" look="danger" isPending={isPending} onPress={discard}>
              {t('discard')}
            </Button>
          </>
        ) : (
          <>
            <Button size="large" onPress={() => setIsDiscarding(true)}>
              {t('no')}
            </Button>
            <Button size="large" look="primary" isPending={isPending} onPress={() => void run(onTaken)}>
              {t('yes')}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <p className="flex items-baseline justify-between gap-4">
          <span className="text-lg font-semibold">{t('sale', { number: sale.number })}</span>
          <span className="text-muted tabular-nums">
            {formatDayAndClock(sale.paidAtMs, sale.utcOffsetMinutes, language)} · {t('questionPlace', { place, count })}
          </span>
        </p>
        <p className="text-muted">{t('questionHint')}</p>
        {isDiscarding ? (
          <ReasonField
            value={reason}
            error={isMissing && reason.trim() === '' ? t('reasonMissing') : null}
            onChange={setReason}
          />
        ) : (
          <>
            <SaleLines sale={sale} />
            <SalePayments sale={sale} confirmations={[]} onConfirm={null} />
            {sale.delivery === null ? null : <SaleDelivery delivery={sale.delivery} />}
          </>
        )}
        {failure === null ? null : <Notice tone="bad" title={t('failed', { reason: failure })} />}
      </div>
    </Dialog>
  )
}
