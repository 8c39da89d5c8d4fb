import { useTranslation } from 'react-i18next'
import { SegmentedField } from '../../ui/segmented-field.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { isRoll } from './paper-draft.ts'
import { PaperFields } from './paper-fields.tsx'
import { chooseLanguage, type PrinterDraft, type PrinterProblem } from './printer-draft.ts'
import { TransportFields } from './transport-fields.tsx'

type PrinterFieldsProps = {
  readonly draft: PrinterDraft
  /** What is wrong; empty until somebody tried to save. */
  readonly problems: readonly PrinterProblem[]
  readonly allowsPractice: boolean
  readonly onChange: (draft: PrinterDraft) => void
}

const LanguageFields = ({ draft, onChange }: Pick<PrinterFieldsProps, 'draft' | 'onChange'>) => {
  const { t } = useTranslation('printers')
  return (
    <>
      <SegmentedField
        label={t('form.language')}
        value={draft.language}
        segments={(['escpos', 'tspl', 'zpl'] as const).map((value) => ({ value, label: t(`languageName.${value}`) }))}
        onChange={(language) => onChange(chooseLanguage(draft, language))}
        hint={t('form.languageHint')}
      />
      <SegmentedField
        label={t('form.dpi')}
        value={draft.dpi === 203 ? '203' : '300'}
        segments={(['203', '300'] as const).map((value) => ({
          value,
          label: t('form.dotsPerInch', { shown: value }),
        }))}
        onChange={(dpi) => onChange({ ...draft, dpi: dpi === '203' ? 203 : 300 })}
      />
    </>
  )
}

const HabitFields = ({ draft, onChange }: Pick<PrinterFieldsProps, 'draft' | 'onChange'>) => {
  const { t } = useTranslation('printers')
  return (
    <>
      {draft.language === 'escpos' && isRoll(draft.paper) ? (
        <Select
          label={t('form.receiptFonts')}
          value={draft.receiptFonts}
          choices={(['picture', 'printer'] as const).map((value) => ({
            value,
            label: t(`form.receiptFontsType.${value}`),
          }))}
          onChange={(receiptFonts) => onChange({ ...draft, receiptFonts })}
        />
      ) : null}
      {draft.language === 'zpl' ? (
        <Select
          label={t('form.zplPacking')}
          value={draft.zplPacking}
          choices={(['z64', 'hex'] as const).map((value) => ({ value, label: t(`form.zplPackingType.${value}`) }))}
          onChange={(zplPacking) => onChange({ ...draft, zplPacking })}
        />
      ) : null}
      <div className="flex flex-col">
        <Switch isSelected={draft.isTurned} onChange={(isTurned) => onChange({ ...draft, isTurned })}>
          {t('form.isTurned')}
        </Switch>
        <Switch isSelected={draft.asksStatus} onChange={(asksStatus) => onChange({ ...draft, asksStatus })}>
          {t('form.asksStatus')}
        </Switch>
        <p className="text-sm text-muted">{t('form.asksStatusHint')}</p>
      </div>
    </>
  )
}

/** Everything that is set up of a printer, apart from what the calibration finds. */
export const PrinterFields = ({ draft, problems, allowsPractice, onChange }: PrinterFieldsProps) => {
  const { t } = useTranslation('printers')
  const problemOf = (problem: PrinterProblem): string | null =>
    problems.includes(problem) ? t(`wrong.${problem}`) : null
  return (
    <div className="grid grid-cols-2 items-start gap-x-8 gap-y-4">
      <div className="flex min-w-0 flex-col gap-4">
        <TextField
          label={t('form.name')}
          value={draft.name}
          takesFocus
          error={problemOf('name') ?? problemOf('nameTaken')}
          onChange={(name) => onChange({ ...draft, name })}
        />
        <TransportFields
          transport={draft.transport}
          allowsPractice={allowsPractice}
          problemOf={problemOf}
          onChange={(transport) => onChange({ ...draft, transport })}
        />
        <LanguageFields draft={draft} onChange={onChange} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <PaperFields paper={draft.paper} problemOf={problemOf} onChange={(paper) => onChange({ ...draft, paper })} />
        <HabitFields draft={draft} onChange={onChange} />
      </div>
    </div>
  )
}
