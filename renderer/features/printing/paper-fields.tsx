import { useTranslation } from 'react-i18next'
import { SegmentedField } from '../../ui/segmented-field.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { choosePreset, isRoll, type PaperDraft, type PaperField } from './paper-draft.ts'
import { PAPER_PRESET_NAMES, PAPER_PRESETS } from './paper-presets.ts'
import { usePrinterWords } from './use-printer-words.ts'

type PaperFieldsProps = {
  readonly paper: PaperDraft
  readonly problemOf: (field: PaperField) => string | null
  readonly onChange: (paper: PaperDraft) => void
}

const RollFields = ({ paper, onChange }: PaperFieldsProps) => {
  const { t } = useTranslation('printers')
  return (
    <div className="flex flex-col">
      <Switch isSelected={paper.cuts} onChange={(cuts) => onChange({ ...paper, cuts })}>
        {t('form.cuts')}
      </Switch>
      <Switch isSelected={paper.opensDrawer} onChange={(opensDrawer) => onChange({ ...paper, opensDrawer })}>
        {t('form.opensDrawer')}
      </Switch>
    </div>
  )
}

const SizeFields = ({ paper, problemOf, onChange }: PaperFieldsProps) => {
  const { t } = useTranslation('printers')
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t('form.width')}
          value={paper.widthMm}
          error={problemOf('widthMm')}
          onChange={(widthMm) => onChange({ ...paper, widthMm })}
        />
        <TextField
          label={t('form.height')}
          value={paper.heightMm}
          error={problemOf('heightMm')}
          onChange={(heightMm) => onChange({ ...paper, heightMm })}
        />
      </div>
      <div className="grid grid-cols-2 items-start gap-3">
        <SegmentedField
          label={t('form.across')}
          value={paper.across}
          segments={(['1', '2', '3'] as const).map((value) => ({ value, label: value }))}
          onChange={(across) => onChange({ ...paper, across })}
        />
        {paper.across === '1' ? null : (
          <TextField
            label={t('form.columnGap')}
            value={paper.columnGapMm}
            error={problemOf('columnGapMm')}
            onChange={(columnGapMm) => onChange({ ...paper, columnGapMm })}
          />
        )}
      </div>
    </>
  )
}

const SeparatorFields = ({ paper, problemOf, onChange }: PaperFieldsProps) => {
  const { t } = useTranslation('printers')
  return (
    <>
      <SegmentedField
        label={t('form.separator')}
        value={paper.separator}
        segments={(['gap', 'mark', 'none'] as const).map((value) => ({
          value,
          label: t(`form.separatorType.${value}`),
        }))}
        onChange={(separator) => onChange({ ...paper, separator })}
      />
      {paper.separator === 'none' ? null : (
        <TextField
          label={t(paper.separator === 'gap' ? 'form.gapLength' : 'form.markLength')}
          value={paper.separatorMm}
          error={problemOf('separatorMm')}
          onChange={(separatorMm) => onChange({ ...paper, separatorMm })}
        />
      )}
    </>
  )
}

/** What lies in the printer: a paper that shops buy, or a size of its own, and what separates labels. */
export const PaperFields = (props: PaperFieldsProps) => {
  const { t } = useTranslation('printers')
  const words = usePrinterWords()
  const { paper, onChange } = props
  const sizeOf = (name: (typeof PAPER_PRESET_NAMES)[number]) => words.paper(PAPER_PRESETS[name]).split(', ')
  return (
    <>
      <Select
        label={t('form.paper')}
        value={paper.preset}
        choices={[
          ...PAPER_PRESET_NAMES.map((value) => {
            const [size = '', more = ''] = sizeOf(value)
            const { type } = PAPER_PRESETS[value]
            return { value, label: type === 'labels' && PAPER_PRESETS[value].across > 1 ? `${size}, ${more}` : size }
          }),
          { value: 'own', label: t('form.ownSize') },
        ]}
        onChange={(preset) => onChange(choosePreset(paper, preset))}
      />
      {isRoll(paper) ? <RollFields {...props} /> : null}
      {paper.preset === 'own' ? <SizeFields {...props} /> : null}
      {isRoll(paper) ? null : <SeparatorFields {...props} />}
    </>
  )
}
