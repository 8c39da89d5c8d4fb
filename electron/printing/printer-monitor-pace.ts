import { assertNever } from '../../shared/domain/assert-never.ts'
import type { Printer } from '../../shared/domain/printer.ts'
import { PROMPT_REACH_MS, UNANSWERED_LIMIT, type PrinterKnowledge } from './printer-monitor-knowledge.ts'

/** How often printers are asked, from the beginning of one inquiry to the beginning of the next. */
export type MonitorIntervals = {
  /** Where asking is cheap, and wherever something is wrong or a person looks: a change is shown within a second. */
  readonly promptMs: number
  /** Where asking starts a program or goes to a file server, while all seems well. */
  readonly costlyMs: number
  /** One that does not answer, so that it is not disturbed. */
  readonly rareMs: number
  /** After a first miss, and while the printer is busy with something else. */
  readonly soonMs: number
}

/** The pace of a shop. */
export const MONITOR_INTERVALS: MonitorIntervals = {
  promptMs: 900,
  costlyMs: 5000,
  rareMs: 30_000,
  soonMs: 250,
}

/** Whether its language reaches the printer on this way, and it may be asked in it. */
const canBeQuestioned = ({ asksStatus, transport: { type } }: Printer): boolean =>
  asksStatus && (type === 'tcp' || type === 'usb' || type === 'device' || type === 'serial')

/**
 * Each further silence doubles the time to the next question, up to eight times: a printer that was set up with another's
 * language may print the question as text.
 */
const MOST_DOUBLINGS = 3

const isShy = ({ unanswered }: PrinterKnowledge): boolean => unanswered >= UNANSWERED_LIMIT

/** Whether the next inquiry asks in the printer's language; else only whether it is there and what its port says. */
export const isQuestionDue = (
  printer: Printer,
  knowledge: PrinterKnowledge,
  nowMs: number,
  { rareMs }: MonitorIntervals,
): boolean => {
  if (!canBeQuestioned(printer)) return false
  if (!isShy(knowledge) || knowledge.questionedAtMs === null) return true
  const silences = Math.min(MOST_DOUBLINGS, knowledge.unanswered - UNANSWERED_LIMIT)
  return Math.abs(nowMs - knowledge.questionedAtMs) >= rareMs * 2 ** silences
}

/** A second look is a little more patient than the first: one that just wakes up answers then. */
const SECOND_REACH_MS = 700
/** One that is slow to be found, or of which nobody knows. */
const PATIENT_REACH_MS = 1000

/**
 * How long a printer in a network is looked for. One that was always found at once and now is not is missed soon, so that one that
 * was switched off shows as such about a second after the first question that it left alone. A slow one is given its time, and so
 * is one that is gone, or it would never be found again where the network became slow.
 */
export const reachTimeoutMs = ({ isPrompt, missed, presence }: PrinterKnowledge): number => {
  if (presence === 'absent') return PATIENT_REACH_MS
  if (missed > 0) return SECOND_REACH_MS
  return isPrompt ? PROMPT_REACH_MS : PATIENT_REACH_MS
}

/** How long until a printer is asked again; null for never: nothing can be heard of it. */
export const askAgainAfterMs = (
  printer: Printer,
  knowledge: PrinterKnowledge,
  isClose: boolean,
  intervals: MonitorIntervals,
): number | null => {
  const { promptMs, costlyMs, rareMs, soonMs } = intervals
  if (knowledge.isDeaf) return null
  // Low paper may stay so for a day.
  const isIll = (knowledge.condition?.problems ?? []).some((problem) => problem !== 'paper-low')
  const isUrgent = knowledge.presence === 'absent' || isIll
  switch (printer.transport.type) {
    case 'practice':
      return null
    case 'usb':
    case 'device':
    case 'spooler':
      return promptMs
    case 'serial':
      return isShy(knowledge) ? rareMs : promptMs
    case 'tcp':
      if (knowledge.missed > 0 && knowledge.presence !== 'absent') return soonMs
      if (isUrgent || (printer.asksStatus && !isShy(knowledge))) return promptMs
      return isClose ? costlyMs : rareMs
    case 'cups':
      return knowledge.isQuick || isUrgent || isClose ? promptMs : costlyMs
    case 'file':
      return isUrgent || isClose ? promptMs : costlyMs
    default:
      return assertNever(printer.transport, 'way to a printer')
  }
}
