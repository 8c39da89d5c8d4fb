import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { logError } from '../../app/log.ts'
import { useTill } from '../../app/till-context.tsx'
import { useSettings, useUsers } from '../../storage/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { provideApprovalRules, useApprovalStore } from './approval-store.ts'
import { pinTries } from './wrong-pins.ts'

/** The question for a supervisor's PIN or for a reason, over whatever is on the screen. */
export const ApprovalDialog = () => {
  const settings = useSettings()
  const users = useUsers()
  const pending = useApprovalStore((state) => state.pending)
  const cashier = settings?.cashier
  const guarded = settings?.selling.guarded
  useEffect(() => {
    if (cashier !== undefined && guarded !== undefined && users !== undefined)
      provideApprovalRules({ cashier, guarded, users })
  }, [cashier, guarded, users])
  return pending === null || cashier === undefined ? null : <ApprovalQuestion cashier={cashier} />
}

type Problem = 'wrong' | 'blocked' | 'reason' | null

const ApprovalQuestion = ({ cashier }: { readonly cashier: string }) => {
  const { t } = useTranslation(['approval', 'common'])
  const till = useTill()
  const pending = useApprovalStore((state) => state.pending)
  const [pin, setPin] = useState('')
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem>(null)
  const [isChecking, setIsChecking] = useState(false)
  if (pending === null) return null

  const allow = async (): Promise<void> => {
    if (pending.needsReason && reason.trim() === '') {
      setProblem('reason')
      return
    }
    let by = cashier
    if (pending.needsPin) {
      if (pinTries.areBlocked(Date.now())) {
        setProblem('blocked')
        return
      }
      const supervisor = await till.findSupervisor(pin)
      if (supervisor === null) {
        pinTries.noteWrong(Date.now())
        setPin('')
        setProblem(pinTries.areBlocked(Date.now()) ? 'blocked' : 'wrong')
        return
      }
      pinTries.noteSupervisor()
      by = supervisor.name
    }
    const approval = { by, atMs: Date.now(), reason: reason.trim() }
    await till.noteApproval(pending.permission, approval)
    pending.answer(approval)
  }
  const submit = async (): Promise<void> => {
    if (isChecking) return
    setIsChecking(true)
    try {
      await allow()
    } catch (error) {
      logError('approval', error)
    } finally {
      setIsChecking(false)
    }
  }

  return (
    <Dialog
      title={pending.title}
      size="small"
      isOverDialog
      isOpen
      onClose={() => pending.answer(null)}
      closeLabel={t('common:close')}
      actions={
        <>
          <Button onPress={() => pending.answer(null)}>{t('approval:cancel')}</Button>
          <Button look="primary" isPending={isChecking} onPress={() => void submit()}>
            {t(pending.needsPin ? 'approval:allow' : 'approval:goOn')}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {pending.needsPin ? (
          <>
            <p className="text-muted">{t('approval:ask')}</p>
            <TextField
              takesFocus
              type="password"
              label={t('approval:pin')}
              inputMode="numeric"
              maxLength={8}
              value={pin}
              error={problem === 'wrong' || problem === 'blocked' ? t(`approval:problem.${problem}`) : null}
              onChange={(next) => {
                setPin(next.replaceAll(/\D/g, ''))
                setProblem(null)
              }}
            />
          </>
        ) : null}
        {pending.needsReason ? (
          <TextField
            isRequired
            takesFocus={!pending.needsPin}
            label={t('approval:reason')}
            maxLength={120}
            value={reason}
            error={problem === 'reason' ? t('approval:problem.reason') : null}
            onChange={(next) => {
              setReason(next)
              setProblem(null)
            }}
          />
        ) : null}
        {/* Enter in either field is the main button. */}
        <button type="submit" hidden>
          {t('approval:allow')}
        </button>
      </form>
    </Dialog>
  )
}
