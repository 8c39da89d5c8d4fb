import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel.tsx'
import { SegmentedField } from '../../ui/segmented-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TIME_ZONES } from './settings-form.ts'
import type { SettingsFieldsProps } from './shop-fields.tsx'

/** The register's code, cashier and time zone. */
export const RegisterFields = ({
  draft,
  onChange,
  problemOf,
  waitingSales,
}: SettingsFieldsProps & { readonly waitingSales: number }) => {
  const { t } = useTranslation('settings')
  const zone = TIME_ZONES.find(({ utcOffsetMinutes }) => utcOffsetMinutes === draft.utcOffsetMinutes)
  return (
    <Panel title={t('till')}>
      <div className="flex flex-col gap-4">
        <TextField
          isRequired
          label={t('register')}
          value={draft.register}
          maxLength={6}
          isDisabled={waitingSales > 0}
          description={t('registerHint')}
          error={problemOf('register')}
          onChange={(register) => onChange({ register: register.toUpperCase() })}
        />
        <p className="flex gap-2 rounded-control bg-warn-soft px-3 py-2.5 text-sm text-ink">
          <TriangleAlert size={18} aria-hidden className="shrink-0 text-warn" />
          {waitingSales > 0 ? t('registerHeld', { count: waitingSales }) : t('registerUnique')}
        </p>
        <TextField
          isRequired
          label={t('cashier')}
          value={draft.cashier}
          maxLength={40}
          error={problemOf('cashier')}
          onChange={(cashier) => onChange({ cashier })}
        />
        <SegmentedField
          label={t('timeZone')}
          value={zone?.id ?? 'WIB'}
          segments={TIME_ZONES.map(({ id }) => ({ value: id, label: t(`timeZoneName.${id}`) }))}
          onChange={(id) => {
            const chosen = TIME_ZONES.find((candidate) => candidate.id === id)
            if (chosen !== undefined) onChange({ utcOffsetMinutes: chosen.utcOffsetMinutes })
          }}
        />
      </div>
    </Panel>
  )
}
