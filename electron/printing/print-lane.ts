import { setTimeout as wait } from 'node:timers/promises'
import type { ClaimedPrintJob, DocumentKind, PrintOutcome } from '../../shared/domain/print-job.ts'
import type { PrinterSettings, PrinterStatus } from '../../shared/ipc/printer-settings.ts'
import type { PrintLog } from './print-log.ts'
import type { RenderDocument } from './render-document.ts'
import { errorWords, outcomeOf, type Transport } from './transport.ts'

export type PrintLaneParts = {
  readonly document: DocumentKind
  /** The oldest waiting job of a document; null when none waits. */
  readonly claimJob: (document: DocumentKind) => Promise<ClaimedPrintJob | null>
  readonly settleJob: (jobId: string, outcome: PrintOutcome) => Promise<void>
  readonly settings: () => PrinterSettings
  readonly render: RenderDocument
  /** The way to the printer as it is set now; words for the cashier when there is none. */
  readonly openTransport: (settings: PrinterSettings) => Transport | string
  readonly onStatusChanged: () => void
  readonly log: PrintLog
  readonly now: () => number
  /** How long to wait before asking again when the queue cannot be asked, and before each further try to settle. */
  readonly retryDelayMs: number
}

/** The jobs of one printer, one after the other. */
export type PrintLane = {
  /** Looks for waiting jobs; returns at once. */
  readonly kick: () => void
  /** Resolves when the job under way is settled; takes no further one. */
  readonly stop: () => Promise<void>
  readonly status: () => PrinterStatus
}

const SETTLE_TRIES = 5

/** A lane that rests until it is kicked, then works until nothing waits. A job is sent once, whatever happens. */
export const createPrintLane = (parts: PrintLaneParts): PrintLane => {
  let status: PrinterStatus = { document: parts.document, state: 'unknown', sinceMs: parts.now(), message: null }
  const flags = { isStopped: false, isKicked: false }
  let running: Promise<void> | null = null
  let retryTimer: NodeJS.Timeout | null = null

  const show = (state: PrinterStatus['state'], message: string | null): void => {
    const sinceMs = state === status.state ? status.sinceMs : parts.now()
    status = { document: parts.document, state, sinceMs, message }
    parts.onStatusChanged()
  }

  const workOff = async (): Promise<void> => {
    while (flags.isKicked && !flags.isStopped) {
      flags.isKicked = false
      let claimed = await parts.claimJob(parts.document)
      while (claimed !== null) {
        const outcome = await printJob(parts, claimed)
        if (outcome.type === 'done') show('ready', null)
        else show(outcome.type === 'failed' ? 'failed' : 'asking', outcome.message)
        await settle(parts, claimed.job.id, outcome)
        claimed = flags.isStopped ? null : await parts.claimJob(parts.document)
      }
    }
  }

  const kick = (): void => {
    flags.isKicked = true
    if (flags.isStopped || running !== null) return
    if (retryTimer !== null) clearTimeout(retryTimer)
    running = workOff()
      .catch((error: unknown) => {
        parts.log('warn', `The ${parts.document} queue cannot be asked: ${errorWords(error)}`)
        if (flags.isStopped) return
        retryTimer = setTimeout(kick, parts.retryDelayMs)
        retryTimer.unref()
      })
      .finally(() => {
        running = null
      })
  }

  return {
    kick,
    stop: async () => {
      flags.isStopped = true
      if (retryTimer !== null) clearTimeout(retryTimer)
      await running
    },
    status: () => status,
  }
}

const printJob = async (parts: PrintLaneParts, { job, content }: ClaimedPrintJob): Promise<PrintOutcome> => {
  const settings = parts.settings()
  const transport = parts.openTransport(settings)
  if (typeof transport === 'string') return { type: 'failed', message: transport }
  let bytes: Uint8Array
  try {
    bytes = await parts.render({ content, document: job.document, isCopy: job.isCopy, settings })
  } catch (error) {
    parts.log('error', `Job ${job.id} cannot be drawn: ${errorWords(error)}`)
    return { type: 'failed', message: `Dokumen tidak dapat digambar (${errorWords(error)})` }
  }
  try {
    const report = await transport.send(bytes)
    if (report.answers.length > 0) {
      parts.log('info', `The ${job.document} printer answered ${String(report.answers.length)} bytes`)
    }
    return outcomeOf(report)
  } catch (error) {
    // A transport that rejects is a bug; what it had sent until then nobody knows.
    parts.log('error', `Job ${job.id}: the transport broke: ${errorWords(error)}`)
    return { type: 'unknown', message: errorWords(error), bytesSent: 0 }
  }
}

/** Settling again does no harm; losing an outcome would leave the job `printing` until the next start. */
const settle = async (parts: PrintLaneParts, jobId: string, outcome: PrintOutcome): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await parts.settleJob(jobId, outcome)
      return
    } catch (error) {
      parts.log('warn', `Job ${jobId} cannot be settled (try ${String(attempt)}): ${errorWords(error)}`)
      if (attempt >= SETTLE_TRIES) return
      await wait(parts.retryDelayMs)
    }
  }
}
