import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { TaxRateDraft } from './selling-form.ts'
import type { SellingFieldsProps } from './selling-fields.tsx'

type RateRowProps = {
  readonly rate: TaxRateDraft
  readonly number: number
  readonly onChange: (rate: TaxRateDraft) => void
  readonly onRemove: (() => void) | null
}

const RateRow = ({ rate, number, onChange, onRemove }: RateRowProps) => {
  const { t } = useTranslation('settings')
  return (
    <li className="grid grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,1fr)_auto] items-end gap-2">
      <TextField
        label={t('tax.from', { number })}
        value={rate.from}
        maxLength={10}
        placeholder="01/01/2025"
        onChange={(from) => onChange({ ...rate, from })}
      />
      <TextField
        label={t('tax.percent', { number })}
        value={rate.percent}
        maxLength={5}
        suffix="%"
        onChange={(percent) => onChange({ ...rate, percent })}
      />
      <TextField
        label={t('tax.base', { number })}
        value={rate.base}
        maxLength={7}
        onChange={(base) => onChange({ ...rate, base })}
      />
      <IconButton
        label={t('tax.remove', { number })}
        icon={<Trash2 size={18} aria-hidden />}
        isDisabled={onRemove === null}
        onPress={() => onRemove?.()}
      />
    </li>
  )
}

/** Whether and how the shop charges PPN, with the rates by the day from which they hold. */
export const TaxFields = ({ draft, onChange, problemOf }: SellingFieldsProps) => {
  const { t } = useTranslation('settings')
  const problem = problemOf('rates')
  const changeRate = (place: number, next: TaxRateDraft | null) =>
    onChange({ rates: draft.rates.flatMap((rate, index) => (index === place ? (next ?? []) : [rate])) })
  return (
    <Panel title={t('tax.title')}>
      <div className="flex flex-col gap-4">
        <div>
          <Switch isSelected={draft.isTaxCharged} onChange={(isTaxCharged) => onChange({ isTaxCharged })}>
            {t('tax.isCharged')}
          </Switch>
          <p className="pl-15 text-sm text-muted">{t('tax.isChargedHint')}</p>
        </div>
        {draft.isTaxCharged ? (
          <>
            <SegmentedControl
              label={t('tax.prices')}
              value={draft.pricesIncludeTax ? 'included' : 'excluded'}
              segments={(['included', 'excluded'] as const).map((value) => ({
                value,
                label: t(`tax.pricesName.${value}`),
              }))}
              onChange={(value) => onChange({ pricesIncludeTax: value === 'included' })}
            />
            <ul aria-label={t('tax.rates')} className="flex flex-col gap-2">
              {draft.rates.map((rate, index) => (
                <RateRow
                  key={rate.id}
                  rate={rate}
                  number={index + 1}
                  onChange={(next) => changeRate(index, next)}
                  onRemove={draft.rates.length > 1 ? () => changeRate(index, null) : null}
                />
              ))}
            </ul>
            {problem === null ? null : <p className="text-sm font-medium text-bad">{problem}</p>}
            <Button
              icon={<Plus size={18} aria-hidden />}
              onPress={() => {
                const id = Math.max(0, ...draft.rates.map((rate) => rate.id)) + 1
                onChange({ rates: [...draft.rates, { id, from: '', percent: '', base: '11/12' }] })
              }}
            >
              {t('tax.add')}
            </Button>
          </>
        ) : null}
      </div>
    </Panel>
  )
}
