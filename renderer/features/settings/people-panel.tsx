import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../../shared/domain/permission.ts'
import { useUsers } from '../../storage/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { PersonDialog } from './person-dialog.tsx'

/** Who works here, and what is kept to supervisors. People are written at once, not with the rest of the form. */
export const PeoplePanel = () => {
  const { t } = useTranslation('approval')
  const users = useUsers() ?? []
  const [edited, setEdited] = useState<User | 'new' | null>(null)
  return (
    <Panel
      title={t('people.title')}
      actions={
        <Button icon={<UserPlus size={18} aria-hidden />} onPress={() => setEdited('new')}>
          {t('people.add')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm text-muted">{t('people.hint')}</p>
        {users.length === 0 ? null : (
          <ul aria-label={t('people.title')} className="divide-y divide-line rounded-control border border-line">
            {users.map((user) => (
              <li key={user.id} className="flex items-center gap-3 px-3 py-1.5">
                <span className="min-w-0 flex-1 truncate font-medium">{user.name}</span>
                <span className="text-sm text-muted">{t(`people.roleName.${user.role}`)}</span>
                {user.pin === null ? null : <StateBadge tone="good">{t('people.hasPin')}</StateBadge>}
                {user.isActive ? null : <StateBadge tone="neutral">{t('people.inactive')}</StateBadge>}
                <Button onPress={() => setEdited(user)}>{t('people.edit', { name: user.name })}</Button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {edited === null ? null : (
        <PersonDialog user={edited === 'new' ? null : edited} users={users} onClose={() => setEdited(null)} />
      )}
    </Panel>
  )
}
