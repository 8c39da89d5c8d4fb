import { PRINTABLE_WIDTH_MM } from '../../../shared/documents/receipt-faces.ts'
import { printableAreaOf } from '../../../shared/documents/test-page-area.ts'
import { dotsPerMmOf, type Printer, type PrinterMedia } from '../../../shared/domain/printer.ts'

/** What was measured on a printed ruler page, in millimetres; null for what was not measured. */
export type RulerMeasurement = {
  readonly lineMm: number | null
  /** Where the mark lies, from the left and the upper edge of the paper, text upright. */
  readonly markXMm: number | null
  readonly markYMm: number | null
}

/** What is measured on the ruler page of a paper, and what it should be. */
export type RulerMarks = {
  /** The line of known length; null on paper too narrow for one. */
  readonly lineMm: number | null
  /** A cross, or the rulers' own figure 10 where there is no room for one. */
  readonly mark: 'cross' | 'figure'
  readonly markXMm: number
  /** Null on a roll: how far it was cut off above depends on the cutter. */
  readonly markYMm: number | null
}

const CROSS_MM = 20
const FIGURE_MM = 10
const LINE_BEGINS_MM = 10

/** The marks of the ruler page (layoutRuler) on this paper. A roll prints in its middle: its edges lie outside the page. */
export const rulerMarksOf = (media: PrinterMedia): RulerMarks => {
  const { widthMm, heightMm } = printableAreaOf(media)
  const lineMm = Math.min(100, Math.floor((widthMm - LINE_BEGINS_MM - 1) / 10) * 10)
  const hasCross = widthMm > CROSS_MM + 6 && (heightMm === null || heightMm > CROSS_MM + 12)
  const fromZeroMm = hasCross ? CROSS_MM : FIGURE_MM
  const edgeMm = media.type === 'roll' ? (media.paperWidthMm - PRINTABLE_WIDTH_MM[media.paperWidthMm]) / 2 : 0
  return {
    lineMm: lineMm >= 10 ? lineMm : null,
    mark: hasCross ? 'cross' : 'figure',
    markXMm: edgeMm + fromZeroMm,
    markYMm: heightMm === null ? null : fromZeroMm,
  }
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals))

/**
 * The dots a millimetre of a head, from a line that was drawn `lineMm` long with `dotsPerMm` and measures `measuredMm` on
 * paper. A line that came out short was given too few dots: the head has more of them in a millimetre, and the other way
 * round.
 */
export const measuredDotsPerMm = (dotsPerMm: number, lineMm: number, measuredMm: number): number =>
  rounded((dotsPerMm * lineMm) / measuredMm, 3)

/**
 * An offset that moves what began at `measuredMm` to where it should begin: too far right needs a smaller one. `scale` is how
 * much longer everything was printed than it will be from now on, the offset and the way to the mark (from the edge of what
 * can be printed, `edgeMm`) too.
 */
export const correctedOffsetMm = (
  offsetMm: number,
  mark: { readonly wantedMm: number; readonly measuredMm: number; readonly edgeMm: number },
  scale = 1,
): number => rounded((mark.wantedMm - mark.edgeMm + offsetMm) * scale - (mark.measuredMm - mark.edgeMm), 2)

/** What a measurement makes of the printer that printed the page; what was not measured stays. */
export const calibrated = (printer: Printer, measured: RulerMeasurement): Printer => {
  const wanted = rulerMarksOf(printer.media)
  const fromZeroMm = wanted.mark === 'cross' ? CROSS_MM : FIGURE_MM
  const dotsPerMm =
    wanted.lineMm === null || measured.lineMm === null || measured.lineMm === wanted.lineMm
      ? printer.dotsPerMm
      : measuredDotsPerMm(dotsPerMmOf(printer), wanted.lineMm, measured.lineMm)
  const scale = dotsPerMmOf(printer) / dotsPerMmOf({ ...printer, dotsPerMm })
  const offset = (offsetMm: number, wantedMm: number | null, measuredMm: number | null): number =>
    wantedMm === null || measuredMm === null
      ? offsetMm
      : correctedOffsetMm(offsetMm, { wantedMm, measuredMm, edgeMm: wantedMm - fromZeroMm }, scale)
  return {
    ...printer,
    dotsPerMm,
    offsetXMm: offset(printer.offsetXMm, wanted.markXMm, measured.markXMm),
    offsetYMm: offset(printer.offsetYMm, wanted.markYMm, measured.markYMm),
  }
}

const LARGEST_OFFSET_MM = 10
const LEAST_DOTS_PER_MM = 7
const MOST_DOTS_PER_MM = 13

/** What cannot be right in a calibration: paper that lies too far off, or a line that no head prints. Null when all is well. */
export const calibrationProblem = ({ dotsPerMm, offsetXMm, offsetYMm }: Printer): 'offset' | 'line' | null => {
  if (dotsPerMm !== null && (dotsPerMm < LEAST_DOTS_PER_MM || dotsPerMm > MOST_DOTS_PER_MM)) return 'line'
  return Math.max(Math.abs(offsetXMm), Math.abs(offsetYMm)) > LARGEST_OFFSET_MM ? 'offset' : null
}
