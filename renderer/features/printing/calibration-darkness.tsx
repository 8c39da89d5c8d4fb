import { Minus, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import type { CalibrationDraft } from './calibration-draft.ts'

const Stepped = ({
  name,
  shown,
  value,
  least,
  most,
  lessWords,
  moreWords,
  onChange,
}: {
  readonly name: string
  readonly shown: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly lessWords: string
  readonly moreWords: string
  readonly onChange: (value: number) => void
}) => (
  <fieldset aria-label={name} className="flex items-center justify-between gap-4">
    <span className="font-medium">{name}</span>
    <span className="flex items-center gap-3">
      <IconButton
        look="outlined"
        label={lessWords}
        isDisabled={value <= least}
        icon={<Minus size={20} aria-hidden />}
        onPress={() => onChange(value - 1)}
      />
      <output className="w-36 text-center tabular-nums">{shown}</output>
      <IconButton
        look="outlined"
        label={moreWords}
        isDisabled={value >= most}
        icon={<Plus size={20} aria-hidden />}
        onPress={() => onChange(value + 1)}
      />
    </span>
  </fieldset>
)

/** How dark and how fast a printer prints; receipt printers are set at the printer itself. */
export const CalibrationDarkness = ({
  draft,
  onChange,
}: {
  readonly draft: CalibrationDraft
  readonly onChange: (part: Partial<CalibrationDraft>) => void
}) => {
  const { t } = useTranslation('printers')
  if (draft.base.language === 'escpos') return <p>{t('calibration.escposHint')}</p>
  const { darkness, speedInchesPerSecond } = draft
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">{t('calibration.darknessHint')}</p>
      <Stepped
        name={t('calibration.darkness')}
        shown={t('calibration.darknessValue', { value: darkness })}
        value={darkness}
        least={0}
        most={15}
        lessWords={t('calibration.lighter')}
        moreWords={t('calibration.darker')}
        onChange={(value) => onChange({ darkness: value })}
      />
      <Stepped
        name={t('calibration.speed')}
        shown={t('calibration.speedValue', { value: speedInchesPerSecond })}
        value={speedInchesPerSecond}
        least={1}
        most={12}
        lessWords={t('calibration.slower')}
        moreWords={t('calibration.faster')}
        onChange={(value) => onChange({ speedInchesPerSecond: value })}
      />
    </div>
  )
}
