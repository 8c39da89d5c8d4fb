import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { PrinterProblem } from '../../../shared/domain/printer-condition.ts'
import type { PrintTrouble } from '../../../shared/domain/print-trouble.ts'
import type { PrinterStatus } from '../../../shared/ipc/printer-settings.ts'
import type { Tone } from '../../ui/tone.ts'

/**
 * What is known of a printer, the most urgent first. `silent` is a printer that says nothing of itself: neither well nor
 * ill. `absent` carries no trouble: the last one is that of an older job. `fine` is only what a printer itself answered.
 */
export type PrinterState =
  | { readonly type: 'asking'; readonly trouble: PrintTrouble | null }
  | { readonly type: 'problems'; readonly problems: readonly [PrinterProblem, ...PrinterProblem[]] }
  | { readonly type: 'absent' }
  | { readonly type: 'failed'; readonly trouble: PrintTrouble | null }
  | { readonly type: 'sending'; readonly progress: PrinterStatus['progress'] }
  | { readonly type: 'fine' }
  | { readonly type: 'silent'; readonly isPresent: boolean }

/**
 * What to show of a printer; undefined, for which main has no word yet, is silence. `hasQuestion` is whether a job of it still
 * waits for a person's answer: main does not hear of answers.
 */
export const printerStateOf = (status: PrinterStatus | undefined, hasQuestion: boolean): PrinterState => {
  if (status === undefined) return { type: 'silent', isPresent: false }
  const { work, trouble, presence, condition, progress } = status
  const [first, ...others] = condition?.problems ?? []
  if (work === 'asking' && hasQuestion) return { type: 'asking', trouble }
  if (first !== undefined) return { type: 'problems', problems: [first, ...others] }
  if (presence === 'absent') return { type: 'absent' }
  if (work === 'failed') return { type: 'failed', trouble }
  if (work === 'sending') return { type: 'sending', progress }
  if (presence === 'present' && condition !== null) return { type: 'fine' }
  return { type: 'silent', isPresent: presence === 'present' }
}

/** How a state looks. Paper that runs low is no stop yet. */
export const toneOfState = (state: PrinterState): Tone => {
  switch (state.type) {
    case 'asking':
      return 'warn'
    case 'problems':
      return state.problems.every((problem) => problem === 'paper-low') ? 'warn' : 'bad'
    case 'absent':
    case 'failed':
      return 'bad'
    case 'sending':
      return 'info'
    case 'fine':
      return 'good'
    case 'silent':
      return 'neutral'
    default:
      return assertNever(state, 'printer state')
  }
}

const URGENCY: Readonly<Record<Tone, number>> = { bad: 0, warn: 1, info: 2, neutral: 3, good: 4 }

/** The most urgent states first; the order of equals stays. */
export const byUrgency = <Row extends { readonly state: PrinterState }>(rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((left, right) => URGENCY[toneOfState(left.state)] - URGENCY[toneOfState(right.state)])
