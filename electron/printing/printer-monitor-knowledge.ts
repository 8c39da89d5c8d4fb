import { assertNever } from '../../shared/domain/assert-never.ts'
import type { PrinterCondition, PrinterProblem } from '../../shared/domain/printer-condition.ts'
import type { TransportSettings } from '../../shared/domain/printer.ts'
import type { PrinterStatus } from '../../shared/ipc/printer-settings.ts'
import type { Overheard } from './overhear-printer.ts'
import type { Inquiry, PortStatus, QueueReport } from './transport.ts'

/** What a printer's own answers and the system say of it. */
export type PrinterKnowledge = Pick<PrinterStatus, 'presence' | 'condition' | 'heardAtMs'> & {
  /** What it last said in its own language; null when that is over or it says nothing. */
  readonly spoken: PrinterCondition | null
  /** Questions in its language in a row that it did not answer. */
  readonly unanswered: number
  readonly questionedAtMs: number | null
  /** Inquiries in a row that did not find it. */
  readonly missed: number
  /** Nothing can be heard on this way. */
  readonly isDeaf: boolean
  /** The system's queue told this by itself, without a program that had to be started. */
  readonly isQuick: boolean
  /** It was found at once when it was last found. */
  readonly isPrompt: boolean
}

/** How a printer was asked. */
export type Asked = {
  readonly way: TransportSettings['type']
  /** Reads its answers; null when only the port was asked. */
  readonly read: ((answers: Uint8Array) => PrinterCondition | null) | null
  readonly nowMs: number
  /** How long it took. */
  readonly tookMs: number
}

/** One that is found within this is on a network without delay. */
export const PROMPT_REACH_MS = 500
/** So many questions without an answer make a printer one that does not answer. */
export const UNANSWERED_LIMIT = 3
/** One connection over a network may fail by itself, and a queue looks for its printer for a moment before it prints. */
const NETWORK_MISSES = 2

/** What is known of a printer that was never asked. */
export const NOTHING_KNOWN: PrinterKnowledge = {
  presence: 'unknown',
  condition: null,
  heardAtMs: null,
  spoken: null,
  unanswered: 0,
  questionedAtMs: null,
  missed: 0,
  isDeaf: false,
  isQuick: false,
  isPrompt: false,
}

/**
 * What is known after an inquiry. Silence says nothing: the last words of a printer in trouble hold until it has been silent
 * three times, those of one that was well end at once.
 */
export const afterInquiry = (before: PrinterKnowledge, inquiry: Inquiry, asked: Asked): PrinterKnowledge => {
  const questionedAtMs = asked.read === null ? before.questionedAtMs : asked.nowMs
  switch (inquiry.type) {
    case 'deaf':
      // A queue that says nothing now may have something to say later.
      return isQueue(asked.way) ? { ...NOTHING_KNOWN, heardAtMs: before.heardAtMs } : { ...NOTHING_KNOWN, isDeaf: true }
    case 'absent':
      return afterAbsence({ ...before, questionedAtMs }, inquiry.trouble.code, asked.way)
    case 'told':
      return afterReport(before, inquiry, asked)
    case 'silent':
    case 'answered': {
      const answer = inquiry.type === 'answered' && asked.read !== null ? asked.read(inquiry.answers) : null
      const unanswered = answer === null ? before.unanswered + (asked.read === null ? 0 : 1) : 0
      const spoken = asked.read === null ? before.spoken : (answer ?? lastWords(before, unanswered))
      const isThere = inquiry.type === 'answered' || inquiry.port !== null || asked.way !== 'serial'
      const presence = isThere && !isQueue(asked.way) ? 'present' : presenceBehind(before, unanswered)
      const heardAtMs = isThere ? asked.nowMs : before.heardAtMs
      const condition = withPort(spoken, inquiry.port, asked.way)
      const isPrompt = asked.tookMs <= PROMPT_REACH_MS
      return { ...NOTHING_KNOWN, presence, condition, heardAtMs, spoken, unanswered, questionedAtMs, isPrompt }
    }
    default:
      return assertNever(inquiry, 'inquiry')
  }
}

/** What is known after a printer let something know in the middle of its job. */
export const afterOverhearing = (
  before: PrinterKnowledge,
  { port, said }: Overheard,
  { way, nowMs }: Omit<Asked, 'read' | 'tookMs'>,
): PrinterKnowledge => {
  const spoken = said ?? before.spoken
  const unanswered = said === null ? before.unanswered : 0
  const condition = withPort(spoken, port, way)
  return { ...before, presence: 'present', condition, spoken, unanswered, heardAtMs: nowMs, missed: 0, isDeaf: false }
}

const afterReport = (
  { heardAtMs, missed }: PrinterKnowledge,
  { problems, isPrinting, isConnecting }: QueueReport,
  { nowMs }: Asked,
): PrinterKnowledge => {
  const inVain = isConnecting ? missed + 1 : 0
  const isAway = inVain >= NETWORK_MISSES && !problems.includes('offline')
  const all: readonly PrinterProblem[] = isAway ? [...problems, 'offline'] : problems
  const known = { ...NOTHING_KNOWN, missed: inVain, isQuick: true }
  // That nothing is wrong is no word of the printer's.
  return all.length === 0
    ? { ...known, heardAtMs }
    : { ...known, condition: { problems: all, isPrinting }, heardAtMs: nowMs }
}

const afterAbsence = (before: PrinterKnowledge, code: string, way: Asked['way']): PrinterKnowledge => {
  const missed = before.missed + 1
  const unheard = { ...before, condition: null, spoken: null, unanswered: 0, missed, isQuick: false }
  // Another program or till has it, or this one may not: the cable's end is there, of a network nobody can say.
  if (code === 'busy' || code === 'not-permitted') {
    return { ...unheard, missed: 0, presence: code === 'busy' && way !== 'tcp' ? 'present' : 'unknown' }
  }
  if (way === 'tcp' && missed < NETWORK_MISSES && before.presence !== 'absent') return { ...before, missed }
  return { ...unheard, presence: 'absent' }
}

const lastWords = (before: PrinterKnowledge, unanswered: number): PrinterCondition | null =>
  unanswered < UNANSWERED_LIMIT && hasProblem(before.spoken) ? before.spoken : null

const hasProblem = (condition: PrinterCondition | null): boolean => (condition?.problems ?? []).length > 0

/** An open serial port says nothing of what is behind it, and neither does the system's own queue. */
const presenceBehind = (before: PrinterKnowledge, unanswered: number): PrinterKnowledge['presence'] =>
  before.presence === 'present' && unanswered < UNANSWERED_LIMIT ? 'present' : 'unknown'

/** Ways over the system's own queue: what they say comes from the system, and only when something is wrong. */
const isQueue = (way: Asked['way']): boolean => way === 'spooler' || way === 'cups'

/** Of a port only an empty paper sensor counts: many printers always say that all is well, or never. */
const withPort = (
  spoken: PrinterCondition | null,
  port: PortStatus | null,
  way: Asked['way'],
): PrinterCondition | null => {
  const problems: PrinterProblem[] = []
  if (port?.isPaperEmpty === true) problems.push('paper-out')
  if (port?.hasError === true && isQueue(way)) problems.push('error')
  if (port?.isSelected === false && isQueue(way)) problems.push('offline')
  if (problems.length === 0) return spoken
  const others = (spoken?.problems ?? []).filter((problem) => problem !== 'paper-low' && !problems.includes(problem))
  return { problems: [...problems, ...others], isPrinting: spoken?.isPrinting ?? false }
}
