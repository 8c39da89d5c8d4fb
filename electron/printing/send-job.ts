import type { ClaimedPrintJob, PrintOutcome } from '../../shared/domain/print-job.ts'
import { printTrouble } from '../../shared/domain/print-trouble.ts'
import type { Printer } from '../../shared/domain/printer.ts'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import { renderRequestOf } from './draw-ahead.ts'
import { overhearPrinter, type Overheard } from './overhear-printer.ts'
import type { PrintLog } from './print-log.ts'
import { questionsFor } from './printer-questions.ts'
import { recoverAfterCut } from './recover-after-cut.ts'
import type { RenderDocument } from './render-document.ts'
import { errorWords, outcomeOf, type SendOptions, type Transport } from './transport.ts'

export type SendParts = {
  readonly render: RenderDocument
  readonly openTransport: (printer: Printer, claimed: ClaimedPrintJob) => Transport
  /** Whether the printer is known to answer questions, and may be asked. */
  readonly isAnswering: (printer: Printer) => boolean
  readonly onProgress: (bytesSent: number, totalBytes: number) => void
  /** Told of what a printer lets know in the middle of its job, such as that its paper is out. */
  readonly onHeard?: (printer: Printer, heard: Overheard) => void
  readonly log: PrintLog
}

/** A job that is ready to leave. */
type ReadyJob = { readonly bytes: Uint8Array; readonly transport: Transport; readonly options: SendOptions }

/** Draws one job and sends it once. Never rejects: what cannot be told is `unknown`. */
export const sendJob = async (parts: SendParts, claimed: ClaimedPrintJob, printer: Printer): Promise<PrintOutcome> => {
  const ready = await prepare(parts, claimed, printer)
  if (!ready.ok) return ready.error
  const { bytes, transport, options } = ready.value
  let bytesSent = 0
  try {
    const report = await transport.send(bytes, {
      ...options,
      onProgress: (acceptedBytes) => {
        bytesSent = acceptedBytes
        parts.onProgress(acceptedBytes, bytes.length)
      },
    })
    return outcomeOf(report, bytes.length)
  } catch (error) {
    // A transport that rejects is a bug; what it had sent until then nobody knows.
    parts.log('error', `Job ${claimed.job.id}: the transport broke: ${errorWords(error)}`)
    return {
      type: 'unknown',
      trouble: printTrouble('internal', errorWords(error)),
      bytesSent,
      totalBytes: bytes.length,
    }
  }
}

/** Everything before the first byte: what goes wrong here is `failed`. */
const prepare = async (
  parts: SendParts,
  claimed: ClaimedPrintJob,
  printer: Printer,
): Promise<Result<ReadyJob, PrintOutcome>> => {
  const failed = (code: 'not-drawable' | 'internal', error: unknown): Result<never, PrintOutcome> => {
    parts.log('error', `Job ${claimed.job.id} cannot be made ready (${code}): ${errorWords(error)}`)
    return failure({ type: 'failed', trouble: printTrouble(code, errorWords(error)) })
  }
  const { comesAfterCut, moreWait } = claimed
  let drawn: Awaited<ReturnType<RenderDocument>>
  try {
    drawn = await parts.render(renderRequestOf(claimed, printer))
  } catch (error) {
    return failed('not-drawable', error)
  }
  if (!drawn.ok) return failure({ type: 'failed', trouble: drawn.error })
  const overhearing = overhearPrinter(printer.language, (heard) => parts.onHeard?.(printer, heard))
  const endOfJob = overhearing.alsoAtEnd(questionsFor(printer.language).endOfJob)
  try {
    return success({
      bytes: comesAfterCut ? Buffer.concat([recoverAfterCut(printer), drawn.value]) : drawn.value,
      transport: parts.openTransport(printer, claimed),
      // A printer that has more to do is not held up for an answer, one that never answered is not waited for.
      options: !moreWait && parts.isAnswering(printer) ? { overhearing, endOfJob } : { overhearing },
    })
  } catch (error) {
    return failed('internal', error)
  }
}
