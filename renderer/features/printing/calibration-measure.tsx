import { useTranslation } from 'react-i18next'
import { dotsPerMmOf, type Printer } from '../../../shared/domain/printer.ts'
import { Notice } from '../../ui/notice.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type CalibrationDraft, type CalibrationProblem, marksToMeasure } from './calibration-draft.ts'
import { millimetresText } from './read-millimetres.ts'

const Result = ({ printer }: { readonly printer: Printer }) => {
  const { t, i18n } = useTranslation('printers')
  const shown = (value: number) => {
    const text = String(Number(value.toFixed(3)))
    return i18n.language === 'en' ? text : text.replace('.', ',')
  }
  return (
    <section aria-label={t('calibration.result')} className="rounded-control bg-sunken px-4 py-3">
      <h3 className="font-semibold">{t('calibration.result')}</h3>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 tabular-nums">
        <dt className="text-muted">{t('calibration.resultDots')}</dt>
        <dd>{shown(dotsPerMmOf(printer))}</dd>
        <dt className="text-muted">{t('calibration.resultOffset')}</dt>
        <dd>{t('calibration.offsetValue', { x: shown(printer.offsetXMm), y: shown(printer.offsetYMm) })}</dd>
      </dl>
    </section>
  )
}

/** What is measured on the printed page, and what comes of it. */
export const CalibrationMeasure = ({
  draft,
  printer,
  problems,
  onChange,
}: {
  readonly draft: CalibrationDraft
  /** What the measurement makes of the printer; null while something is wrong. */
  readonly printer: Printer | null
  readonly problems: readonly CalibrationProblem[]
  readonly onChange: (part: Partial<CalibrationDraft>) => void
}) => {
  const { t } = useTranslation('printers')
  const { mark, markXMm, markYMm, lineMm } = marksToMeasure(draft)
  const problemOf = (field: 'lineMm' | 'markXMm' | 'markYMm') => (problems.includes(field) ? t('wrong.measure') : null)
  const hint = (lengthMm: number) => t('calibration.shouldBe', { length: millimetresText(lengthMm) })
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">{t('calibration.measureHint')}</p>
      <div className="grid grid-cols-2 items-start gap-4">
        <TextField
          label={t(`calibration.markX.${mark}`)}
          description={hint(markXMm)}
          value={draft.markXMm}
          error={problemOf('markXMm')}
          takesFocus
          onChange={(text) => onChange({ markXMm: text })}
        />
        {markYMm === null ? null : (
          <TextField
            label={t(`calibration.markY.${mark}`)}
            description={hint(markYMm)}
            value={draft.markYMm}
            error={problemOf('markYMm')}
            onChange={(text) => onChange({ markYMm: text })}
          />
        )}
        {lineMm === null ? null : (
          <TextField
            label={t('calibration.line')}
            description={hint(lineMm)}
            value={draft.lineMm}
            error={problemOf('lineMm')}
            onChange={(text) => onChange({ lineMm: text })}
          />
        )}
      </div>
      <Switch isSelected={draft.isTurned} onChange={(isTurned) => onChange({ isTurned })}>
        {t('calibration.isTurned')}
      </Switch>
      {problems.includes('line') ? <Notice tone="bad" title={t('calibration.problem.line')} /> : null}
      {problems.includes('offset') ? <Notice tone="bad" title={t('calibration.problem.offset')} /> : null}
      {printer === null ? null : <Result printer={printer} />}
    </div>
  )
}
