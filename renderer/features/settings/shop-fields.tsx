import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { SettingsDraft, SettingsField } from './settings-form.ts'

/** What every group of fields gets: the draft, a way to change it, and the words for what is wrong. */
export type SettingsFieldsProps = {
  readonly draft: SettingsDraft
  readonly onChange: (part: Partial<SettingsDraft>) => void
  readonly problemOf: (field: SettingsField) => string | null
}

/** The shop as it stands on receipts and labels. */
export const ShopFields = ({ draft, onChange, problemOf }: SettingsFieldsProps) => {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('shop')}>
      <div className="flex flex-col gap-4">
        <p className="text-sm text-muted">{t('shopHint')}</p>
        <TextField
          isRequired
          label={t('shopName')}
          value={draft.shopName}
          maxLength={60}
          error={problemOf('shopName')}
          onChange={(shopName) => onChange({ shopName })}
        />
        <TextField
          rows={3}
          label={t('shopAddress')}
          value={draft.shopAddress}
          description={t('shopAddressHint')}
          error={problemOf('shopAddress')}
          onChange={(shopAddress) => onChange({ shopAddress })}
        />
        <TextField
          label={t('shopPhone')}
          inputMode="tel"
          value={draft.shopPhone}
          maxLength={30}
          error={problemOf('shopPhone')}
          onChange={(shopPhone) => onChange({ shopPhone })}
        />
        <TextField
          label={t('shopNpwp')}
          inputMode="numeric"
          value={draft.shopNpwp}
          maxLength={24}
          description={t('shopNpwpHint')}
          error={problemOf('shopNpwp')}
          onChange={(shopNpwp) => onChange({ shopNpwp })}
        />
      </div>
    </Panel>
  )
}
