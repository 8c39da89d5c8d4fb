import type { ClaimedPrintJob, DocumentKind, PrintOutcome } from '../../shared/domain/print-job.ts'
import type { PrinterSettings, PrinterStatus, TransportSettings } from '../../shared/ipc/printer-settings.ts'
import type { PracticePrinter } from '../practice/printer/practice-printer.ts'
import { createDeviceTransport } from './device-transport.ts'
import { createPracticeTransport } from './practice-transport.ts'
import { createPrintLane, type PrintLane } from './print-lane.ts'
import type { PrintLog } from './print-log.ts'
import { renderDocument, type RenderDocument } from './render-document.ts'
import { createTcpTransport } from './tcp-transport.ts'
import type { Transport } from './transport.ts'

export type PrintRunnerParts = {
  readonly claimJob: (document: DocumentKind) => Promise<ClaimedPrintJob | null>
  readonly settleJob: (jobId: string, outcome: PrintOutcome) => Promise<void>
  readonly settings: () => PrinterSettings
  /** Null outside practice mode. */
  readonly practicePrinter: PracticePrinter | null
  /** Where the fonts of assets/fonts are. */
  readonly fontDirectory: string
  readonly onStatusChanged: (statuses: readonly PrinterStatus[]) => void
  readonly log: PrintLog
  readonly now: () => number
  /** Draws elsewhere, as in a worker (worker-renderer.ts); left out, documents are drawn on this thread. */
  readonly render?: RenderDocument
  readonly retryDelayMs?: number
}

/** Prints what waits in the queue: receipts and labels in two lanes that do not wait for each other. */
export type PrintRunner = {
  /** Takes up what an earlier run left waiting. */
  readonly start: () => void
  /** Resolves when the jobs under way are settled; takes no further ones. */
  readonly stop: () => Promise<void>
  /** A job was added, or the settings changed. Returns at once. */
  readonly kick: () => void
  readonly statuses: () => readonly PrinterStatus[]
}

const RETRY_DELAY_MS = 2000
const DOCUMENTS: readonly DocumentKind[] = ['receipt', 'label']

/** A runner at rest; nothing is claimed before `start` or `kick`. */
export const createPrintRunner = (parts: PrintRunnerParts): PrintRunner => {
  const inThisThread: RenderDocument = async (request) => renderDocument(request, parts.fontDirectory)
  const lanes: readonly PrintLane[] = DOCUMENTS.map((document) =>
    createPrintLane({
      document,
      claimJob: parts.claimJob,
      settleJob: parts.settleJob,
      settings: parts.settings,
      render: parts.render ?? inThisThread,
      openTransport: (settings) => openTransport(settings[document].transport, document, parts),
      onStatusChanged: () => parts.onStatusChanged(statuses()),
      log: parts.log,
      now: parts.now,
      retryDelayMs: parts.retryDelayMs ?? RETRY_DELAY_MS,
    }),
  )
  const statuses = (): readonly PrinterStatus[] => lanes.map((lane) => lane.status())
  const kick = (): void => lanes.forEach((lane) => lane.kick())
  return {
    start: kick,
    kick,
    stop: async () => {
      await Promise.all(lanes.map((lane) => lane.stop()))
    },
    statuses,
  }
}

const openTransport = (
  settings: TransportSettings,
  document: DocumentKind,
  { practicePrinter, log }: Pick<PrintRunnerParts, 'practicePrinter' | 'log'>,
): Transport | string => {
  if (settings.type === 'tcp') return createTcpTransport(settings)
  if (settings.type === 'device') return createDeviceTransport(settings.path)
  if (practicePrinter !== null) return createPracticeTransport(practicePrinter, document, log)
  return 'Printer latihan hanya ada dalam mode latihan: pilih printer di pengaturan'
}
