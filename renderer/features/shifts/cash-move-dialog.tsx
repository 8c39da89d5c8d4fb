import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseRupiah } from '../../../shared/domain/money.ts'
import type { CashMove } from '../../../shared/domain/shift.ts'
import { useTill } from '../../app/till-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { requestApproval } from '../approval/approval-store.ts'
import { useShiftCommand } from './use-shift-command.ts'

const USUAL = { in: ['smallChange', 'exchange'], out: ['bank', 'purchase', 'owner'] } as const
const WORDS = {
  in: { title: 'move.titleIn', hint: 'move.hintIn', confirm: 'move.confirmIn' },
  out: { title: 'move.titleOut', hint: 'move.hintOut', confirm: 'move.confirmOut' },
} as const

/** Puts cash into the drawer, or takes it out, with a reason. */
export const CashMoveDialog = ({
  type,
  onClose,
}: {
  readonly type: CashMove['type']
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('shifts')
  const { t: common } = useTranslation('common')
  const till = useTill()
  const { run, isPending, problem } = useShiftCommand()
  const [amountText, setAmountText] = useState('')
  const [reason, setReason] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const words = WORDS[type]
  const amount = parseRupiah(amountText)
  const isAmountWrong = amount === null || amount <= 0
  const isReasonMissing = reason.trim() === ''

  const record = async (): Promise<void> => {
    setWasTried(true)
    if (amount === null || isAmountWrong || isReasonMissing) return
    const approval = await requestApproval({ permission: 'cash-move', title: t(words.title), needsReason: false })
    if (approval === null) return
    await run(() => till.moveCash(type, amount, reason, approval), onClose)
  }
  return (
    <Dialog
      isOpen
      size="small"
      title={t(words.title)}
      closeLabel={common('cancel')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="primary" isPending={isPending} onPress={() => void record()}>
            {t(words.confirm)}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void record()
        }}
      >
        <p className="text-muted">{t(words.hint)}</p>
        <TextField
          takesFocus
          isRequired
          label={t('move.amount')}
          inputMode="numeric"
          maxLength={16}
          inputClassName="text-right text-xl font-semibold tabular-nums"
          value={amountText}
          error={wasTried && isAmountWrong ? t('move.amountWrong') : null}
          onChange={setAmountText}
        />
        <TextField
          isRequired
          label={t('move.reason')}
          maxLength={80}
          value={reason}
          error={wasTried && isReasonMissing ? t('move.reasonMissing') : null}
          onChange={setReason}
        />
        <fieldset aria-label={t('move.suggestions')} className="flex flex-wrap gap-2">
          {USUAL[type].map((key) => (
            <Button key={key} onPress={() => setReason(t(`move.usual.${key}`))}>
              {t(`move.usual.${key}`)}
            </Button>
          ))}
        </fieldset>
        {problem === null ? null : <Notice tone="bad" title={problem} />}
        {/* Enter in either field is the main button. */}
        <button type="submit" hidden>
          {t(words.confirm)}
        </button>
      </form>
    </Dialog>
  )
}
