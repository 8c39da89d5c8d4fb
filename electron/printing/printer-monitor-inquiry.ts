import type { Printer, TransportSettings } from '../../shared/domain/printer.ts'
import type { PrintRunner } from './print-runner.ts'
import { afterInquiry, NOTHING_KNOWN, UNANSWERED_LIMIT, type PrinterKnowledge } from './printer-monitor-knowledge.ts'
import { isQuestionDue, type MonitorIntervals } from './printer-monitor-pace.ts'
import { questionsFor } from './printer-questions.ts'
import { errorWords, type Transport } from './transport.ts'

/** Opens a real way to a printer; practice mode's is never asked. */
export type OpenTransport = (way: Exclude<TransportSettings, { type: 'practice' }>) => Transport

export type InquiryParts = {
  readonly runner: Pick<PrintRunner, 'visit'>
  readonly openTransport: OpenTransport
  readonly now: () => number
  readonly intervals: MonitorIntervals
  readonly onBroken: (message: string) => void
}

/**
 * Asks one printer how it is and gives what is known then; null when it was busy with something else. Never rejects: a way
 * that breaks tells nothing, and is asked as rarely as a printer that does not answer.
 */
export const inquire = async (
  parts: InquiryParts,
  printer: Printer,
  before: PrinterKnowledge,
): Promise<PrinterKnowledge | null> => {
  const { question, timeoutMs, read } = questionsFor(printer.language).status
  const isQuestioned = isQuestionDue(printer, before, parts.now(), parts.intervals)
  const { transport } = printer
  const way = transport.type
  if (transport.type === 'practice') return before
  try {
    const inquiry = await parts.runner.visit(printer.id, () =>
      parts
        .openTransport(transport)
        .ask(isQuestioned ? question : new Uint8Array(), timeoutMs, (answers) => read(answers) !== null),
    )
    if (inquiry === null) return null
    return afterInquiry(before, inquiry, { way, read: isQuestioned ? read : null, nowMs: parts.now() })
  } catch (error) {
    parts.onBroken(`A printer cannot be asked (${way}): ${errorWords(error)}`)
    return {
      ...NOTHING_KNOWN,
      heardAtMs: before.heardAtMs,
      unanswered: UNANSWERED_LIMIT,
      questionedAtMs: parts.now(),
    }
  }
}
