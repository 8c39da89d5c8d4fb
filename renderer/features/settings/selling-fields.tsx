import { useTranslation } from 'react-i18next'
import { PERMISSIONS } from '../../../shared/domain/permission.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ChoiceCards } from '../../ui/choice-cards.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { SellingDraft, SellingField } from './selling-form.ts'

/** What every group of fields of the selling rules gets. */
export type SellingFieldsProps = {
  readonly draft: SellingDraft
  readonly onChange: (part: Partial<SellingDraft>) => void
  readonly problemOf: (field: SellingField) => string | null
}

/** How cash is fitted to coins in circulation. */
export const RoundingFields = ({ draft, onChange }: SellingFieldsProps) => {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('rounding.title')}>
      <div className="flex flex-col gap-3">
        <p className="text-sm text-muted">{t('rounding.hint')}</p>
        <SegmentedControl
          label={t('rounding.mode')}
          value={draft.roundingMode}
          segments={(['off', 'nearest', 'down', 'up'] as const).map((value) => ({
            value,
            label: t(`rounding.modeName.${value}`),
          }))}
          onChange={(roundingMode) => onChange({ roundingMode })}
        />
        {draft.roundingMode === 'off' ? null : (
          <SegmentedControl
            label={t('rounding.unit')}
            value={draft.roundingUnit}
            segments={(['50', '100', '500', '1000'] as const).map((value) => ({
              value,
              label: value === '1000' ? 'Rp 1.000' : `Rp ${value}`,
            }))}
            onChange={(roundingUnit) => onChange({ roundingUnit })}
          />
        )}
      </div>
    </Panel>
  )
}

/** What happens when more is sold than the figures show. */
export const StockPolicyFields = ({ draft, onChange }: SellingFieldsProps) => {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('stockPolicy.title')}>
      <ChoiceCards
        label={t('stockPolicy.title')}
        value={draft.stockPolicy}
        cards={(['block', 'warn', 'allow'] as const).map((value) => ({
          value,
          label: t(`stockPolicy.name.${value}`),
          description: t(`stockPolicy.meaning.${value}`),
          unavailableReason: null,
        }))}
        onChange={(stockPolicy) => onChange({ stockPolicy })}
      />
    </Panel>
  )
}

/** The shop's own QRIS code. */
export const QrisFields = ({ draft, onChange, problemOf }: SellingFieldsProps) => {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('qris.title')}>
      <div className="flex flex-col gap-4">
        <TextField
          rows={4}
          label={t('qris.payload')}
          value={draft.qrisPayload}
          description={t('qris.hint')}
          error={problemOf('qrisPayload')}
          onChange={(qrisPayload) => onChange({ qrisPayload })}
        />
        <Switch isSelected={draft.printsQris} onChange={(printsQris) => onChange({ printsQris })}>
          {t('qris.prints')}
        </Switch>
      </div>
    </Panel>
  )
}

/** How shifts are closed. */
export const ShiftFields = ({ draft, onChange, problemOf }: SellingFieldsProps) => {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('shift.title')}>
      <div className="flex flex-col gap-4">
        <div>
          <Switch isSelected={draft.isShiftBlind} onChange={(isShiftBlind) => onChange({ isShiftBlind })}>
            {t('shift.isBlind')}
          </Switch>
          <p className="pl-15 text-sm text-muted">{t('shift.isBlindHint')}</p>
        </div>
        <TextField
          label={t('shift.limit')}
          inputMode="numeric"
          value={draft.differenceLimit}
          maxLength={15}
          description={t('shift.limitHint')}
          error={problemOf('differenceLimit')}
          onChange={(differenceLimit) => onChange({ differenceLimit })}
        />
      </div>
    </Panel>
  )
}

/** What the shop keeps to its supervisors. */
export const GuardedPanel = ({ draft, onChange }: Omit<SellingFieldsProps, 'problemOf'>) => {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('guarded.title')}>
      <fieldset aria-label={t('guarded.title')} className="flex flex-col">
        {PERMISSIONS.map((permission) => (
          <Checkbox
            key={permission}
            isSelected={draft.guarded.includes(permission)}
            onChange={(isGuarded) =>
              onChange({
                guarded: PERMISSIONS.filter((each) => (each === permission ? isGuarded : draft.guarded.includes(each))),
              })
            }
          >
            {t(`guarded.name.${permission}`)}
          </Checkbox>
        ))}
      </fieldset>
    </Panel>
  )
}
