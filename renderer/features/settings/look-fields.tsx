import { useTranslation } from 'react-i18next'
import { salesRouteSchema } from '../../../shared/domain/sales-route.ts'
import { ChoiceCards } from '../../ui/choice-cards.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SegmentedField } from '../../ui/segmented-field.tsx'
import { Switch } from '../../ui/switch.tsx'
import type { SettingsFieldsProps } from './shop-fields.tsx'

/** Who records what; this version carries out one of the four routes. */
export const RouteFields = ({ draft, onChange }: Pick<SettingsFieldsProps, 'draft' | 'onChange'>) => {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('route')}>
      <div className="flex flex-col gap-3">
        <p className="text-sm text-muted">{t('routeHint')}</p>
        <ChoiceCards
          label={t('route')}
          value={draft.route}
          cards={salesRouteSchema.options.map((value) => ({
            value,
            label: t(`routeName.${value}`),
            description: t(`routeMeaning.${value}`),
            unavailableReason: value === 'both-not-linked' ? null : t('routeUnavailable'),
          }))}
          onChange={(route) => onChange({ route })}
        />
      </div>
    </Panel>
  )
}

/** Language, theme, and whether receipts print by themselves. */
export const LookFields = ({ draft, onChange }: Pick<SettingsFieldsProps, 'draft' | 'onChange'>) => {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('look')}>
      <div className="flex flex-col gap-4">
        <SegmentedField
          label={t('language')}
          value={draft.language}
          segments={(['id', 'en'] as const).map((value) => ({ value, label: t(`languageName.${value}`) }))}
          onChange={(language) => onChange({ language })}
        />
        <SegmentedField
          label={t('theme')}
          value={draft.theme}
          segments={(['light', 'dark', 'system'] as const).map((value) => ({
            value,
            label: t(`themeName.${value}`),
          }))}
          onChange={(theme) => onChange({ theme })}
        />
        <div>
          <Switch isSelected={draft.printsReceipts} onChange={(printsReceipts) => onChange({ printsReceipts })}>
            {t('printsReceipts')}
          </Switch>
          <p className="pl-15 text-sm text-muted">{t('printsReceiptsHint')}</p>
        </div>
      </div>
    </Panel>
  )
}
