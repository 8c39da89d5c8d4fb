import type { PrinterCondition, PrinterProblem } from '../../shared/domain/printer-condition.ts'
import { isIdleAfterWork, type Activity } from './idle-after-work.ts'
import type { PrinterQuestions } from './printer-questions.ts'

const ASK_EVERY_MS = 200
/** `ESC ! ?`, answered at once with one byte (TSC's programming manual). Many clones do not answer at all. */
const QUESTION = Uint8Array.from([0x1b, 0x21, 0x3f])

/** TSPL: one question for both; the end of a job shows in what it answers again and again. */
export const TSPL_QUESTIONS: PrinterQuestions = {
  status: {
    question: QUESTION,
    timeoutMs: 500,
    read: (answers) => {
      const [status] = answers
      return answers.length === 1 && status !== undefined ? conditionOf(status) : null
    },
  },
  endOfJob: {
    question: QUESTION,
    isDone: (answers) => {
      const activities = [...answers].flatMap((status) => activityOf(conditionOf(status)))
      return isIdleAfterWork(activities, ASK_EVERY_MS)
    },
    read: (answers) => conditionOf(answers.at(-1) ?? NO_ANSWER),
    askAgainEveryMs: ASK_EVERY_MS,
    timeoutMs: 20_000,
  },
  unasked: () => null,
}

const PRINTING = 0x20
const BITS: readonly (readonly [number, PrinterProblem])[] = [
  [0x01, 'cover-open'],
  [0x02, 'jam'],
  [0x04, 'paper-out'],
  [0x08, 'ribbon-out'],
  [0x10, 'paused'],
  [0x40, 'cover-open'],
  [0x80, 'error'],
]

/** All bits set is what a dead line reads as. */
const NO_ANSWER = 0xff

const conditionOf = (status: number): PrinterCondition | null => {
  if (status === NO_ANSWER) return null
  const problems = new Set(BITS.flatMap(([bit, problem]) => ((status & bit) === 0 ? [] : [problem])))
  return { problems: [...problems], isPrinting: (status & PRINTING) !== 0 }
}

const activityOf = (condition: PrinterCondition | null): readonly Activity[] => {
  if (condition === null) return []
  if (condition.problems.length > 0) return ['stopped']
  return [condition.isPrinting ? 'working' : 'idle']
}
