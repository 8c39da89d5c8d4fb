import { z } from 'zod'
import type { PrinterCondition, PrinterProblem } from '../../shared/domain/printer-condition.ts'
import { isIdleAfterWork, type Activity } from './idle-after-work.ts'
import type { PrinterQuestions } from './printer-questions.ts'

const ASK_EVERY_MS = 500
const QUESTION = Uint8Array.from(Buffer.from('~HS\r\n', 'latin1'))

/** ZPL: `~HS`, answered with three lines. By Zebra's manual there is no answer while paper, ribbon or cover are missing. */
export const ZPL_QUESTIONS: PrinterQuestions = {
  status: {
    question: QUESTION,
    timeoutMs: 1000,
    read: (answers) => readLatest(answers),
  },
  endOfJob: {
    question: QUESTION,
    isDone: (answers) => isIdleAfterWork(readAnswers(answers).map(activityOf), ASK_EVERY_MS),
    read: (answers) => readLatest(answers),
    askAgainEveryMs: ASK_EVERY_MS,
    timeoutMs: 20_000,
  },
  unasked: () => null,
}

const flag = z.enum(['0', '1']).transform((digit) => digit === '1')
const count = z.string().regex(/^\d+$/).transform(Number)
const any = z.string().regex(/^\d*$/)

/** `aaa,b,c,dddd,eee,f,g,h,iii,j,k,l`, `mmm,n,o,p,q,r,s,t,uuuuuuuu,v,www`, `xxxx,y` in the order of Zebra's manual. */
const firstLineSchema = z
  .tuple([any, flag, flag, any, count, flag, flag, flag, any, flag, flag, flag])
  .transform(([, isPaperOut, isPaused, , formats, , , isPartial, , isRamCorrupt, isCold, isHot]) => {
    return { isPaperOut, isPaused, formats, isPartial, isRamCorrupt, isCold, isHot }
  })
const secondLineSchema = z
  .tuple([any, any, flag, flag, any, any, any, flag, count, any, any])
  .transform(([, , isHeadUp, isRibbonOut, , , , isLabelWaiting, labels]) => ({
    isHeadUp,
    isRibbonOut,
    isLabelWaiting,
    labels,
  }))
const thirdLineSchema = z.tuple([any, any])
const answerSchema = z
  .tuple([firstLineSchema, secondLineSchema, thirdLineSchema])
  .transform(([first, second]) => ({ ...first, ...second }))
type HostStatus = z.infer<typeof answerSchema>

const LINE = '\\x02([\\d,]{1,80})\\x03\\s*'
const THREE_LINES = new RegExp(`${LINE}${LINE}${LINE}`, 'g')

/** Every whole answer in what came; what has another shape is no answer. */
const readAnswers = (answers: Uint8Array): readonly HostStatus[] => {
  const text = Buffer.from(answers).toString('latin1')
  return [...text.matchAll(THREE_LINES)].flatMap((lines) => {
    const parsed = answerSchema.safeParse(lines.slice(1, 4).map((line) => line.split(',')))
    return parsed.success ? [parsed.data] : []
  })
}

const readLatest = (answers: Uint8Array): PrinterCondition | null => {
  const latest = readAnswers(answers).at(-1)
  return latest === undefined ? null : conditionOf(latest)
}

const conditionOf = (status: HostStatus): PrinterCondition => {
  const said: readonly (readonly [PrinterProblem, boolean])[] = [
    ['paper-out', status.isPaperOut],
    ['cover-open', status.isHeadUp],
    ['ribbon-out', status.isRibbonOut],
    ['paused', status.isPaused],
    ['overheated', status.isHot],
    ['error', status.isRamCorrupt],
  ]
  return {
    problems: said.flatMap(([problem, isSo]) => (isSo ? [problem] : [])),
    isPrinting: status.formats > 0 || status.labels > 0,
  }
}

const activityOf = (status: HostStatus): Activity => {
  const { problems, isPrinting } = conditionOf(status)
  if (problems.length > 0) return 'stopped'
  return isPrinting || status.isPartial || status.isLabelWaiting ? 'working' : 'idle'
}
