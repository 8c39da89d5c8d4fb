import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../../shared/domain/permission.ts'
import { logError } from '../../app/log.ts'
import { useTill } from '../../app/till-context.tsx'
import { useSettings, useUsers } from '../../storage/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { pinTries } from './wrong-pins.ts'

/** Asks who is at the till from now on; somebody with a PIN enters it. */
export const CashierDialog = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => {
  const users = useUsers()
  const settings = useSettings()
  if (!isOpen || users === undefined || settings === undefined) return null
  return <ChooseCashier users={users.filter((user) => user.isActive)} current={settings.cashier} onClose={onClose} />
}

type ChooseCashierProps = {
  readonly users: readonly User[]
  readonly current: string
  readonly onClose: () => void
}

const ChooseCashier = ({ users, current, onClose }: ChooseCashierProps) => {
  const { t } = useTranslation(['approval', 'common'])
  const till = useTill()
  const [chosenId, setChosenId] = useState(users.find((user) => user.name === current)?.id ?? users[0]?.id ?? '')
  const [pin, setPin] = useState('')
  const [problem, setProblem] = useState<'wrong' | 'blocked' | null>(null)
  const [isPending, setIsPending] = useState(false)
  const chosen = users.find((user) => user.id === chosenId)
  const take = async (): Promise<void> => {
    if (chosen === undefined || isPending) return
    setIsPending(true)
    try {
      if (chosen.pin !== null) {
        if (pinTries.areBlocked(Date.now())) {
          setProblem('blocked')
          return
        }
        if (!(await till.checkPin(chosen.id, pin))) {
          pinTries.noteWrong(Date.now())
          setPin('')
          setProblem(pinTries.areBlocked(Date.now()) ? 'blocked' : 'wrong')
          return
        }
        if (chosen.role === 'supervisor') pinTries.noteSupervisor()
      }
      await till.writeSettings({ ...(await till.readSettings()), cashier: chosen.name })
      onClose()
    } catch (error) {
      logError('cashier', error)
    } finally {
      setIsPending(false)
    }
  }
  return (
    <Dialog
      title={t('approval:cashier.title')}
      size="small"
      isOpen
      onClose={onClose}
      closeLabel={t('common:close')}
      actions={
        <>
          <Button onPress={onClose}>{t('approval:cancel')}</Button>
          <Button look="primary" isDisabled={chosen === undefined} isPending={isPending} onPress={() => void take()}>
            {t('approval:cashier.take')}
          </Button>
        </>
      }
    >
      {users.length === 0 ? (
        <p>{t('approval:cashier.empty')}</p>
      ) : (
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            void take()
          }}
        >
          <RadioGroup
            label={t('approval:cashier.title')}
            value={chosenId}
            choices={users.map(({ id, name, role }) => ({
              value: id,
              label: `${name} · ${t(`approval:people.roleName.${role}`)}`,
            }))}
            onChange={(id) => {
              setChosenId(id)
              setPin('')
              setProblem(null)
            }}
          />
          {chosen === undefined || chosen.pin === null ? null : (
            <TextField
              key={chosen.id}
              takesFocus
              type="password"
              label={t('approval:cashier.pinOf', { name: chosen.name })}
              inputMode="numeric"
              maxLength={8}
              value={pin}
              error={
                problem === 'wrong'
                  ? t('approval:cashier.wrongPin')
                  : problem === 'blocked'
                    ? t('approval:problem.blocked')
                    : null
              }
              onChange={(next) => {
                setPin(next.replaceAll(/\D/g, ''))
                setProblem(null)
              }}
            />
          )}
          <button type="submit" hidden>
            {t('approval:cashier.take')}
          </button>
        </form>
      )}
    </Dialog>
  )
}
