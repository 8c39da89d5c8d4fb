import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../../shared/domain/permission.ts'
import { isPin } from '../../app/hash-pin.ts'
import { logError } from '../../app/log.ts'
import { useTill } from '../../app/till-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { requestApproval } from '../approval/approval-store.ts'

type PersonDialogProps = {
  /** Null for somebody new. */
  readonly user: User | null
  readonly users: readonly User[]
  readonly onClose: () => void
}

/** One person who works here: name, role, PIN. */
export const PersonDialog = ({ user, users, onClose }: PersonDialogProps) => {
  const { t } = useTranslation(['approval', 'common', 'settings'])
  const till = useTill()
  const [name, setName] = useState(user?.name ?? '')
  const [role, setRole] = useState<User['role']>(user?.role ?? 'cashier')
  const [newPin, setNewPin] = useState('')
  const [isActive, setIsActive] = useState(user?.isActive ?? true)
  const [isPending, setIsPending] = useState(false)
  const [isJudged, setIsJudged] = useState(false)
  const isNameTaken = users.some(
    (each) => each.id !== user?.id && each.name.toLowerCase() === name.trim().toLowerCase(),
  )
  const isNameGood = name.trim() !== '' && !isNameTaken
  const isPinGood = newPin === '' || isPin(newPin)

  const save = async (): Promise<void> => {
    setIsJudged(true)
    if (!isNameGood || !isPinGood || isPending) return
    setIsPending(true)
    try {
      const request = { permission: 'settings', title: t('people.title'), needsReason: false } as const
      if ((await requestApproval(request)) === null) return
      const id = user?.id ?? crypto.randomUUID()
      await till.writeUser({ id, name: name.trim(), role, isActive, newPin: newPin === '' ? null : newPin })
      onClose()
    } catch (error) {
      showToast('bad', t('settings:saveFailed'))
      logError('people', error)
    } finally {
      setIsPending(false)
    }
  }

  return (
    <Dialog
      title={user === null ? t('people.add') : t('people.edit', { name: user.name })}
      size="small"
      isOpen
      onClose={onClose}
      closeLabel={t('common:close')}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" isPending={isPending} onPress={() => void save()}>
            {t('people.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          isRequired
          takesFocus
          label={t('people.name')}
          value={name}
          maxLength={40}
          error={isJudged && !isNameGood ? t('people.problem.name') : null}
          onChange={setName}
        />
        <SegmentedControl
          label={t('people.role')}
          value={role}
          segments={(['cashier', 'supervisor'] as const).map((value) => ({
            value,
            label: t(`people.roleName.${value}`),
          }))}
          onChange={setRole}
        />
        <TextField
          label={t('people.newPin')}
          type="password"
          inputMode="numeric"
          maxLength={8}
          value={newPin}
          description={t('people.pinHint')}
          error={isJudged && !isPinGood ? t('people.problem.pin') : null}
          onChange={(next) => setNewPin(next.replaceAll(/\D/g, ''))}
        />
        <Switch isSelected={isActive} onChange={setIsActive}>
          {t('people.isActive')}
        </Switch>
      </div>
    </Dialog>
  )
}
