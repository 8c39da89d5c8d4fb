import type { Printer } from '../../../shared/domain/printer.ts'
import { calibrated, calibrationProblem, rulerMarksOf } from './calibration.ts'
import { draftPaper, type PaperDraft, type PaperField, readPaper } from './paper-draft.ts'
import { readMillimetres } from './read-millimetres.ts'

/** A calibration as it stands in its dialog: what was measured is still text, empty for what was not. */
export type CalibrationDraft = {
  /** The printer as it printed the last ruler page. */
  readonly base: Printer
  readonly paper: PaperDraft
  readonly lineMm: string
  readonly markXMm: string
  readonly markYMm: string
  readonly isTurned: boolean
  readonly darkness: number
  readonly speedInchesPerSecond: number
}

/** What can be wrong in a calibration. */
export type CalibrationProblem = PaperField | 'lineMm' | 'markXMm' | 'markYMm' | 'line' | 'offset'

/** A calibration that begins, with nothing measured. */
export const beginCalibration = (printer: Printer): CalibrationDraft => ({
  base: printer,
  paper: draftPaper(printer.media),
  lineMm: '',
  markXMm: '',
  markYMm: '',
  isTurned: printer.isTurned,
  darkness: printer.darkness,
  speedInchesPerSecond: printer.speedInchesPerSecond,
})

const LONGEST_MM = 400

/** The printer that a calibration makes, or what is wrong. */
export const readCalibration = (
  draft: CalibrationDraft,
): { readonly printer: Printer | null; readonly problems: readonly CalibrationProblem[] } => {
  const { media, wrong } = readPaper(draft.paper)
  const problems: CalibrationProblem[] = [...wrong]
  const read = (field: 'lineMm' | 'markXMm' | 'markYMm', least: number): number | null => {
    if (draft[field].trim() === '') return null
    const value = readMillimetres(draft[field], least, LONGEST_MM)
    if (value === null) problems.push(field)
    return value
  }
  const measured = {
    lineMm: read('lineMm', 1),
    markXMm: read('markXMm', -LONGEST_MM),
    markYMm: read('markYMm', -LONGEST_MM),
  }
  const { isTurned, darkness, speedInchesPerSecond } = draft
  // What was measured belongs to the paper on which the ruler was printed.
  const found = calibrated(draft.base, measured)
  const problem = calibrationProblem(found)
  if (problem !== null) problems.push(problem)
  if (media === null || problems.length > 0) return { printer: null, problems }
  return { printer: { ...found, media, isTurned, darkness, speedInchesPerSecond }, problems }
}

/** What to measure on the ruler page that was printed last. */
export const marksToMeasure = ({ base }: CalibrationDraft) => rulerMarksOf(base.media)
