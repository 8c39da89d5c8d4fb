import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Printer } from '../../../shared/domain/printer.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CalibrationDarkness } from './calibration-darkness.tsx'
import { beginCalibration, type CalibrationDraft, readCalibration } from './calibration-draft.ts'
import { CalibrationMeasure } from './calibration-measure.tsx'
import { CALIBRATION_STEPS, type CalibrationStep, CalibrationSteps } from './calibration-steps.tsx'
import { PaperFields } from './paper-fields.tsx'
import { usePrintActions } from './use-print-actions.ts'
import type { SavePrinter } from './use-save-printers.ts'

/** Leads through the calibration of a printer: paper, ruler page, measuring, darkness, and a look at the result. */
export const CalibrationDialog = ({
  printer,
  onSave,
  onClose,
}: {
  readonly printer: Printer
  readonly onSave: SavePrinter
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('printers')
  const { printTestPage } = usePrintActions()
  const [step, setStep] = useState<CalibrationStep>('paper')
  const [draft, setDraft] = useState<CalibrationDraft>(() => beginCalibration(printer))
  const [isPending, setIsPending] = useState(false)
  const [printedIn, setPrintedIn] = useState<CalibrationStep | null>(null)
  const { printer: found, problems } = readCalibration(draft)
  const change = (part: Partial<CalibrationDraft>) => setDraft({ ...draft, ...part })
  const at = CALIBRATION_STEPS.indexOf(step)
  const [before, after] = [CALIBRATION_STEPS[at - 1], CALIBRATION_STEPS[at + 1]]
  const save = async (): Promise<boolean> => {
    if (found === null || isPending) return false
    setIsPending(true)
    const isSaved = await onSave(found)
    setIsPending(false)
    // What was measured is in the printer now: measuring goes on from there.
    if (isSaved) setDraft(beginCalibration(found))
    return isSaved
  }
  const printRuler = async () => {
    if ((await save()) && (await printTestPage(printer.id, 'ruler'))) setPrintedIn(step)
  }
  const finish = async () => {
    if (await save()) onClose()
  }
  // Of the two that lead on, the one that comes next stands out.
  const printsFirst = step === 'ruler' && printedIn === null
  const printButton = (words: string) => (
    <div className="flex flex-col items-start gap-3">
      <Button
        size="large"
        look={printsFirst ? 'primary' : 'secondary'}
        isPending={isPending}
        isDisabled={found === null}
        onPress={() => void printRuler()}
      >
        {words}
      </Button>
      {printedIn === step ? (
        <output className="text-muted">
          {t('calibration.rulerQueued')} {t('calibration.rulerAgain')}
        </output>
      ) : null}
    </div>
  )
  const panels: Readonly<Record<CalibrationStep, ReactNode>> = {
    paper: (
      <div className="flex flex-col gap-4">
        <p className="text-muted">{t('calibration.paperHint')}</p>
        <PaperFields
          paper={draft.paper}
          problemOf={(field) => (problems.includes(field) ? t(`wrong.${field}`) : null)}
          onChange={(paper) => change({ paper })}
        />
      </div>
    ),
    ruler: (
      <div className="flex flex-col gap-4">
        <p className="text-muted">{t('calibration.rulerHint')}</p>
        {printButton(t('calibration.printRuler'))}
      </div>
    ),
    measure: <CalibrationMeasure draft={draft} printer={found} problems={problems} onChange={change} />,
    darkness: <CalibrationDarkness draft={draft} onChange={change} />,
    check: (
      <div className="flex flex-col gap-4">
        <p className="text-muted">{t('calibration.checkHint')}</p>
        {printButton(t('calibration.printCheck'))}
      </div>
    ),
  }
  return (
    <Dialog
      isOpen
      title={t('calibration.title', { printer: printer.name })}
      closeLabel={t('close')}
      onClose={onClose}
      actions={
        <>
          {before === undefined ? null : (
            <Button look="quiet" className="mr-auto" onPress={() => setStep(before)}>
              {t('calibration.back')}
            </Button>
          )}
          {after === undefined ? (
            <Button look="primary" isPending={isPending} isDisabled={found === null} onPress={() => void finish()}>
              {t('calibration.finish')}
            </Button>
          ) : (
            <>
              <Button isPending={isPending} isDisabled={found === null} onPress={() => void save()}>
                {t('calibration.save')}
              </Button>
              <Button
                look={printsFirst ? 'secondary' : 'primary'}
                isDisabled={found === null}
                onPress={() => setStep(after)}
              >
                {t('calibration.next')}
              </Button>
            </>
          )}
        </>
      }
    >
      <CalibrationSteps step={step} />
      {panels[step]}
    </Dialog>
  )
}
