import type { PrinterCondition, PrinterProblem } from '../../shared/domain/printer-condition.ts'
import type { PrinterQuestions } from './printer-questions.ts'

const DLE = 0x10
const EOT = 0x04

/**
 * ESC/POS (Epson's command reference). Status: `DLE EOT 1` to `4` (printer, why it is offline, error, paper), which are
 * answered at once, offline too. End of a job: `GS r 1`, which is answered in its turn, after what was sent before it.
 */
export const ESCPOS_QUESTIONS: PrinterQuestions = {
  status: {
    question: Uint8Array.from([1, 2, 3, 4].flatMap((kind) => [DLE, EOT, kind])),
    timeoutMs: 500,
    read: (answers) => readStatus(answers),
  },
  endOfJob: {
    question: Uint8Array.from([0x1d, 0x72, 1]),
    isDone: (answers) => readPaperSensor(answers)?.isDone ?? null,
    read: (answers) => readPaperSensor(answers)?.condition ?? null,
    askAgainEveryMs: 0,
    timeoutMs: 15_000,
  },
  unasked: (said) => readAutomaticStatus(said),
}

/** Answers to DLE EOT are 0xx1xx10; nothing else that a printer sends is. */
const isRealTimeAnswer = (byte: number): boolean => (byte & 0x93) === 0x12
/** The first of the four bytes of an automatic status (ASB) is 0xx1xx00; the other three are 0xx0xxxx. */
const beginsAutomaticStatus = (byte: number): boolean => (byte & 0x93) === 0x10
const isPlain = (byte: number): boolean => (byte & 0x90) === 0

/** All four answers or nothing: of fewer nobody can tell which ones are missing. */
const readStatus = (answers: Uint8Array): PrinterCondition | null => {
  const known = answers.filter(isRealTimeAnswer)
  const [printer, offline, error, paper] = known
  if (known.length !== 4 || printer === undefined || offline === undefined) return null
  if (error === undefined || paper === undefined) return null
  const isPaperOut = (paper & 0x60) !== 0 || (offline & 0x20) !== 0
  const problems = problemsOf([
    ['paper-out', isPaperOut],
    ['cover-open', (offline & 0x04) !== 0],
    ['cutter', (error & 0x08) !== 0],
    ['overheated', (error & 0x40) !== 0],
    ['error', (error & 0x24) !== 0 || ((offline & 0x40) !== 0 && (error & 0x6c) === 0)],
    ['paper-low', !isPaperOut && (paper & 0x0c) !== 0],
  ])
  return withOffline(problems, (printer & 0x08) !== 0)
}

/**
 * The paper sensors' byte is 0000 ppnn, each pair alike: it came, so the job is done; with pp set the paper ended under it.
 * An automatic status that some printers send by themselves is left out; of one that began before the question only the end
 * is heard, and that can be taken for the answer.
 */
const readPaperSensor = (
  answers: Uint8Array,
): { readonly isDone: boolean; readonly condition: PrinterCondition } | null => {
  for (let index = 0; index < answers.length; index += 1) {
    const byte = answers[index] ?? 0
    if (beginsAutomaticStatus(byte)) {
      const rest = answers.subarray(index + 1, index + 4)
      if (rest.length < 3) return null
      if (rest.every(isPlain)) index += 3
      continue
    }
    if (byte === 0x00) return { isDone: true, condition: { problems: [], isPrinting: false } }
    if (byte === 0x03) return { isDone: true, condition: { problems: ['paper-low'], isPrinting: false } }
    if (byte === 0x0c || byte === 0x0f)
      return { isDone: false, condition: { problems: ['paper-out'], isPrinting: false } }
  }
  return null
}

/**
 * The last whole automatic status (ASB), which printers send at every change where they are set to: four bytes, of which only
 * the first has bit 4.
 */
const readAutomaticStatus = (said: Uint8Array): PrinterCondition | null => {
  for (let index = said.length - 4; index >= 0; index -= 1) {
    const [printer = 0, errors = 0, paper = 0, spare = 0] = said.subarray(index, index + 4)
    if (!beginsAutomaticStatus(printer) || ![errors, paper, spare].every(isPlain)) continue
    const isPaperOut = (paper & 0x0c) !== 0
    const problems = problemsOf([
      ['paper-out', isPaperOut],
      ['cover-open', (printer & 0x20) !== 0],
      ['cutter', (errors & 0x08) !== 0],
      ['overheated', (errors & 0x40) !== 0],
      ['error', (errors & 0x24) !== 0],
      ['paper-low', !isPaperOut && (paper & 0x03) !== 0],
    ])
    return withOffline(problems, (printer & 0x08) !== 0)
  }
  return null
}

const problemsOf = (said: readonly (readonly [PrinterProblem, boolean])[]): readonly PrinterProblem[] =>
  said.flatMap(([problem, isSo]) => (isSo ? [problem] : []))

/** A printer that says why it is offline need not be told to be so. */
const withOffline = (problems: readonly PrinterProblem[], isOffline: boolean): PrinterCondition => {
  const isExplained = problems.some((problem) => problem !== 'paper-low')
  return { problems: isOffline && !isExplained ? [...problems, 'offline'] : problems, isPrinting: false }
}
