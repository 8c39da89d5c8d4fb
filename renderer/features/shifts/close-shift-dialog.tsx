import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rupiah } from '../../../shared/domain/money.ts'
import type { ShiftReport } from '../../../shared/domain/shift-report.ts'
import { useTill } from '../../app/till-context.tsx'
import type { CountVerdict } from '../../storage/shift-writes.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { requestApproval } from '../approval/approval-store.ts'
import { type CashCountEntry, readCashCount } from './cash-count-entry.ts'
import { CashCountGrid } from './cash-count-grid.tsx'
import { CountResult } from './count-result.tsx'
import { differenceWords } from './shift-words.ts'
import { useShiftCommand } from './use-shift-command.ts'

type CloseShiftDialogProps = {
  /** A larger difference needs approval. */
  readonly limit: Rupiah
  /** Counting again after the expected figure was seen needs leave. */
  readonly isBlind: boolean
  readonly onClose: () => void
  readonly onClosed: (report: ShiftReport) => void
}

/** Counts the drawer, then shows what was expected, then closes. Nothing of what is expected stands here before the count is done. */
export const CloseShiftDialog = ({ limit, isBlind, onClose, onClosed }: CloseShiftDialogProps) => {
  const { t } = useTranslation('shifts')
  const { t: common } = useTranslation('common')
  const till = useTill()
  const { run, isPending, problem, clear } = useShiftCommand()
  const [entry, setEntry] = useState<CashCountEntry>({})
  const [note, setNote] = useState('')
  const [verdict, setVerdict] = useState<CountVerdict | null>(null)
  const { count, wrong } = readCashCount(entry)

  const finishCount = () => {
    if (wrong.length === 0) void run(() => till.judgeCashCount(count), setVerdict)
  }
  const close = async ({ difference, needsApproval }: CountVerdict): Promise<void> => {
    const { key, amount } = differenceWords(difference)
    const title = t(key === 'over' ? 'close.approvalOver' : 'close.approvalUnder', { amount })
    const approval = needsApproval
      ? await requestApproval({ permission: 'shift-difference', title, needsReason: true })
      : null
    if (needsApproval && approval === null) return
    await run(async () => {
      const closed = await till.closeShift({ count, note, approval })
      // A sale of another window came between: the difference is another one now.
      if (!closed.ok && closed.error.code === 'shift.needs-approval') {
        const judged = await till.judgeCashCount(count)
        if (judged.ok) setVerdict(judged.value)
      }
      return closed
    }, onClosed)
  }
  const recount = async (): Promise<void> => {
    const request = { permission: 'shift-difference', title: t('close.recount'), needsReason: true } as const
    if (isBlind && (await requestApproval(request)) === null) return
    clear()
    setVerdict(null)
  }

  return (
    <Dialog
      isOpen
      size="medium"
      title={verdict === null ? t('close.title') : t('close.result')}
      closeLabel={common('cancel')}
      onClose={onClose}
      actions={
        verdict === null ? (
          <>
            <Button onPress={onClose}>{common('cancel')}</Button>
            <Button look="primary" isPending={isPending} isDisabled={wrong.length > 0} onPress={finishCount}>
              {t('close.check')}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={() => void recount()}>{t('close.recount')}</Button>
            <Button look="primary" isPending={isPending} onPress={() => void close(verdict)}>
              {t('close.confirm')}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {verdict === null ? (
          <>
            <p className="text-muted">{t('close.hint')}</p>
            <CashCountGrid entry={entry} onChange={setEntry} onDone={finishCount} />
          </>
        ) : (
          <CountResult verdict={verdict} limit={limit} note={note} onNote={setNote} />
        )}
        {problem === null ? null : <Notice tone="bad" title={problem} />}
      </div>
    </Dialog>
  )
}
