import { printTrouble, type PrintTrouble } from '../../../shared/domain/print-trouble.ts'
import type { EndOfJob, Overhearing, TransportReport } from '../transport.ts'
import type { JobTally } from './job-tally.ts'

/** Talking with a printer that is connected, whatever carries it. */
export type PrinterLine = {
  /** Sends a question; false when the printer did not take it. */
  readonly say: (question: Uint8Array) => Promise<boolean>
  /** What came meanwhile, at the latest after `timeoutMs` (0: what is there): empty for silence, null when the connection is gone. */
  readonly hear: (timeoutMs: number) => Promise<Uint8Array | null>
  /** Looks after the printer otherwise while it is waited for. */
  readonly look?: () => Promise<void>
}

/** The longest wait for an answer before the printer is looked after. */
const LOOK_EVERY_MS = 400

/** `denied`: it answered, and its last answer was that it is not done. `silent`: nothing that tells, which means nothing. */
export type EndOfJobAnswer = 'confirmed' | 'denied' | 'silent'

/** An answer may come in pieces; after this silence it is whole. */
const QUIET_MS = 60
/** After this one, when it looks whole already: a job that comes meanwhile waits for the question. */
const QUIET_WHEN_WHOLE_MS = 8

/** Asks a printer whether it has done with the job that was just sent, until it says so or the time is over. */
export const askEndOfJob = async (
  line: PrinterLine,
  { question, isDone, askAgainEveryMs, timeoutMs }: EndOfJob,
  now: () => number = () => performance.now(),
): Promise<EndOfJobAnswer> => {
  const endsAt = now() + timeoutMs
  let verdict: boolean | null = null
  // What it said before is no answer.
  await line.hear(0)
  let answers = Buffer.alloc(0)
  while (now() < endsAt) {
    if (!(await line.say(question))) break
    const roundEndsAt = askAgainEveryMs > 0 ? Math.min(endsAt, now() + askAgainEveryMs) : endsAt
    do {
      const heard = await line.hear(Math.max(1, Math.min(LOOK_EVERY_MS, roundEndsAt - now())))
      await line.look?.()
      if (heard === null) return verdict === false ? 'denied' : 'silent'
      if (heard.length === 0) continue
      answers = Buffer.concat([answers, heard])
      verdict = isDone(answers) ?? verdict
      if (verdict === true) return 'confirmed'
    } while (now() < roundEndsAt)
  }
  return verdict === false ? 'denied' : 'silent'
}

/** What a job's report says when its end was asked for, after every byte of it was taken. */
export const reportEndOfJob = async (
  line: PrinterLine,
  endOfJob: EndOfJob,
  tally: JobTally,
  overhearing: Overhearing | undefined,
): Promise<TransportReport> => {
  const answer = await askEndOfJob(line, endOfJob)
  return tally.report(troubleAtEnd(answer, overhearing), answer === 'confirmed')
}

/** Why a job whose bytes were all taken is not known to be printed: the printer denies it, or says that it waits for a person. */
export const troubleAtEnd = (answer: EndOfJobAnswer, overhearing: Overhearing | undefined): PrintTrouble | null => {
  if (answer === 'confirmed') return null
  const wanted = overhearing?.wants() ?? null
  if (wanted !== null) return printTrouble(wanted)
  return answer === 'denied' ? printTrouble('not-confirmed') : null
}

/** Asks a question between jobs; nothing is heard where there is none to ask. */
export const askOnLine = async (
  line: PrinterLine,
  question: Uint8Array,
  timeoutMs: number,
  isWhole?: (answers: Uint8Array) => boolean,
): Promise<Uint8Array> => {
  if (question.length === 0) return new Uint8Array()
  // A late answer to an earlier question must not pass for this one's.
  const left = await line.hear(0)
  if (left === null || !(await line.say(question))) return new Uint8Array()
  return hearAnswers(line, timeoutMs, left.length === 0 ? isWhole : undefined)
}

/** Everything that a printer says within `timeoutMs`; ends early once it has said something and gone quiet. */
export const hearAnswers = async (
  line: PrinterLine,
  timeoutMs: number,
  isWhole: (answers: Uint8Array) => boolean = () => false,
  now: () => number = () => performance.now(),
): Promise<Uint8Array> => {
  const endsAt = now() + timeoutMs
  const answers: Uint8Array[] = []
  for (;;) {
    const leftMs = endsAt - now()
    if (leftMs <= 0) break
    const quietMs = isWhole(Buffer.concat(answers)) ? QUIET_WHEN_WHOLE_MS : QUIET_MS
    const heard = await line.hear(answers.length === 0 ? leftMs : Math.min(quietMs, leftMs))
    if (heard === null) break
    if (heard.length > 0) answers.push(heard)
    else if (answers.length > 0) break
  }
  return Buffer.concat(answers)
}
