import type { PrinterProblem } from '../../../shared/domain/printer-condition.ts'

/**
 * What the reasons of a printer's state (RFC 8011, section 5.4.12; PWG 5100.9) are in Konter's words, the most urgent first:
 * what somebody must do at the printer before what is to be done at the computer.
 */
const PROBLEMS: readonly (readonly [PrinterProblem, readonly string[]])[] = [
  ['paper-out', ['media-empty', 'media-needed']],
  ['jam', ['media-jam']],
  ['cover-open', ['cover-open', 'door-open', 'interlock-open']],
  ['ribbon-out', ['marker-supply-empty', 'marker-supply-missing', 'toner-empty', 'developer-empty']],
  ['cutter', ['separation-cutter-jam', 'trimmer-jam', 'slitter-jam', 'die-cutter-jam']],
  ['overheated', ['fuser-over-temp']],
  ['offline', ['offline', 'shutdown', 'timed-out']],
  ['queue-paused', ['paused', 'moving-to-paused', 'hold-new-jobs']],
  ['paper-low', ['media-low']],
]

/** Says that the printer is being looked for: of no weight when it passes. */
const CONNECTING = 'connecting-to-device'
/** What CUPS says of its own files and certificates; no filter touches a raw job. */
const OF_CUPS_ITSELF = /^cups-/u
const SEVERITY = /-(?:report|warning|error)$/u

/** What a queue says of itself and its printer. */
export type QueueReasons = {
  readonly problems: readonly PrinterProblem[]
  /** Whether CUPS is trying to reach the printer. */
  readonly isConnecting: boolean
}

/**
 * Reads `printer-state-reasons`. How severe they are called says little: backends of CUPS call an open door a report and missing
 * paper a warning. Only a reason that is not known here counts for nothing but its severity: an error is one, whatever it means.
 */
export const readStateReasons = (reasons: readonly string[]): QueueReasons => {
  const bare = new Set(reasons.map((reason) => reason.replace(SEVERITY, '')))
  const problems = PROBLEMS.flatMap(([problem, words]) => (words.some((word) => bare.has(word)) ? [problem] : []))
  const known = new Set(['none', CONNECTING, ...PROBLEMS.flatMap(([, words]) => words)])
  const isError = (reason: string): boolean =>
    reason.endsWith('-error') && !known.has(reason.replace(SEVERITY, '')) && !OF_CUPS_ITSELF.test(reason)
  // Missing paper says all that low paper could.
  const said = problems.filter((problem) => problem !== 'paper-low' || !problems.includes('paper-out'))
  return {
    problems: problems.length === 0 && reasons.some(isError) ? ['error'] : said,
    isConnecting: bare.has(CONNECTING),
  }
}
