import type { PrinterCondition } from '../../shared/domain/printer-condition.ts'
import type { PrinterLanguage } from '../../shared/domain/printer.ts'
import { ESCPOS_QUESTIONS } from './escpos-questions.ts'
import type { EndOfJob } from './transport.ts'
import { TSPL_QUESTIONS } from './tspl-questions.ts'
import { ZPL_QUESTIONS } from './zpl-questions.ts'

/** What a printer of one language can be asked. */
export type PrinterQuestions = {
  /** Asked between jobs. */
  readonly status: {
    readonly question: Uint8Array
    readonly timeoutMs: number
    /** What the answers say; null when they say nothing that can be relied on. Silence is null. */
    readonly read: (answers: Uint8Array) => PrinterCondition | null
  }
  /** Asked behind a job. */
  readonly endOfJob: EndOfJob & {
    /** What the latest of its answers says of the printer; null when it says nothing. */
    readonly read: (answers: Uint8Array) => PrinterCondition | null
  }
  /** What a printer last said by itself; null when it said nothing, as most never do. */
  readonly unasked: (said: Uint8Array) => PrinterCondition | null
}

const QUESTIONS: Readonly<Record<PrinterLanguage, PrinterQuestions>> = {
  escpos: ESCPOS_QUESTIONS,
  tspl: TSPL_QUESTIONS,
  zpl: ZPL_QUESTIONS,
}

/** The questions of a language. */
export const questionsFor = (language: PrinterLanguage): PrinterQuestions => QUESTIONS[language]
