import type { Printer, TransportSettings } from '../../shared/domain/printer.ts'
import type { PrintRunner } from './print-runner.ts'
import { afterInquiry, NOTHING_KNOWN, UNANSWERED_LIMIT, type PrinterKnowledge } from './printer-monitor-knowledge.ts'
import { isQuestionDue, reachTimeoutMs, type MonitorIntervals } from './printer-monitor-pace.ts'
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
  const ask = async () => {
    const beganAtMs = parts.now()
    const asked = isQuestioned ? question : new Uint8Array()
    const inquiry = await parts
      .openTransport(transport)
      .ask(asked, timeoutMs, (answers) => read(answers) !== null, reachTimeoutMs(before))
    return { inquiry, tookMs: Math.abs(parts.now() - beganAtMs) }
  }
  try {
    // Of CUPS the queue is asked and not the printer: no job is disturbed, and CUPS learns of its printer only during one.
    const asked = way === 'cups' ? await ask() : await parts.runner.visit(printer.id, ask)
    if (asked === null) return null
    const { inquiry, tookMs } = asked
    return afterInquiry(before, inquiry, { way, read: isQuestioned ? read : null, nowMs: parts.now(), tookMs })
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
