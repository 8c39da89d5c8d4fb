import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names.ts'

/** The steps of a calibration, in their order. */
export const CALIBRATION_STEPS = ['paper', 'ruler', 'measure', 'darkness', 'check'] as const
export type CalibrationStep = (typeof CALIBRATION_STEPS)[number]

/** Where in the calibration a person is. */
export const CalibrationSteps = ({ step }: { readonly step: CalibrationStep }) => {
  const { t } = useTranslation('printers')
  const at = CALIBRATION_STEPS.indexOf(step)
  return (
    <ol aria-label={t('calibration.steps')} className="mb-5 grid grid-cols-5 gap-2">
      {CALIBRATION_STEPS.map((each, place) => (
        <li
          key={each}
          aria-current={each === step ? 'step' : undefined}
          className={classNames(
            'border-t-4 pt-1.5 text-sm',
            place <= at ? 'border-accent' : 'border-line',
            each === step ? 'font-semibold text-ink' : 'text-muted',
          )}
        >
          {place + 1}. {t(`calibration.step.${each}`)}
        </li>
      ))}
    </ol>
  )
}
