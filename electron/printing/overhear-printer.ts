import type { PrinterCondition, PrinterProblem } from '../../shared/domain/printer-condition.ts'
import type { PrinterLanguage } from '../../shared/domain/printer.ts'
import type { PrintTroubleCode } from '../../shared/domain/print-trouble.ts'
import { questionsFor } from './printer-questions.ts'
import type { EndOfJob, Overhearing, PortStatus } from './transport.ts'

/** What became known of a printer in the middle of a job. */
export type Overheard = {
  /** Its port's status, last read while it took nothing; null when it was not read or does not say. */
  readonly port: PortStatus | null
  /** What it last said of itself; null when it said nothing. */
  readonly said: PrinterCondition | null
  /** Why it waits for a person; null when it does not say so. */
  readonly wants: PrintTroubleCode | null
}

/** Listens to one printer during one job. */
export type PrinterOverhearing = Overhearing & {
  /** The question at the end of a job, whose answers are listened to as well. */
  readonly alsoAtEnd: (endOfJob: EndOfJob) => EndOfJob
}

/** More than one automatic status; what is older has been read. */
const KEPT_BYTES = 64

/** What a person mends while the printer keeps its job; a job's trouble has the same name. */
const MENDED_BY_PERSON = [
  'paper-out',
  'cover-open',
  'jam',
  'ribbon-out',
  'paused',
  'cutter',
  'overheated',
] as const satisfies readonly (PrinterProblem & PrintTroubleCode)[]

const wantsOf = (port: PortStatus | null, said: PrinterCondition | null): PrintTroubleCode | null => {
  if (port?.isPaperEmpty === true) return 'paper-out'
  const [wanted] = (said?.problems ?? []).flatMap((problem) => MENDED_BY_PERSON.filter((mended) => mended === problem))
  return wanted ?? null
}

/** Understands what a printer of this language lets know in the middle of a job, and tells what is new. */
export const overhearPrinter = (language: PrinterLanguage, tell: (heard: Overheard) => void): PrinterOverhearing => {
  const { unasked, endOfJob } = questionsFor(language)
  let heard: Overheard = { port: null, said: null, wants: null }
  let kept = Buffer.alloc(0)
  const learn = (news: Partial<Overheard>): void => {
    const { port, said } = { ...heard, ...news }
    const next = { port, said, wants: wantsOf(port, said) }
    const isNew = JSON.stringify(next) !== JSON.stringify(heard)
    heard = next
    if (isNew) tell(heard)
  }
  return {
    wants: () => heard.wants,
    onPort: (port) => learn({ port }),
    onSaid: (bytes) => {
      kept = Buffer.concat([kept, bytes]).subarray(-KEPT_BYTES)
      const said = unasked(kept)
      if (said !== null) learn({ said })
    },
    alsoAtEnd: (asked) => ({
      ...asked,
      isDone: (answers) => {
        const said = endOfJob.read(answers)
        if (said !== null) learn({ said })
        return asked.isDone(answers)
      },
    }),
  }
}
