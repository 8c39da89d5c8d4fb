import type { MakePdf } from '../reports/pdf-order.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Destination } from '../../shared/domain/sales-route.ts'
import type { ActionableError, AnswerOf } from '../../shared/ipc/contract.ts'
import type { Link } from '../../shared/ipc/link.ts'
import type { PracticeFaults, PracticeHoldings } from '../../shared/ipc/practice.ts'
import type { ClaimedPrintJob } from '../../shared/domain/print-job.ts'
import type { PrinterSettings } from '../../shared/domain/printer.ts'
import type { PracticePage, PrinterSearch, PrinterStatus } from '../../shared/ipc/printer-settings.ts'

/** What the messages need of the sync engine. */
export type SyncDoor = {
  readonly kick: (destination: Destination | null) => void
  readonly pullStock: () => Promise<Result<{ readonly skuCount: number; readonly pulledAtMs: number }, ActionableError>>
  /** Whether another register uses this code already, by what the services hold. */
  readonly checkRegisterCode: (code: string) => Promise<AnswerOf<'registers.checkCode'>>
}

/** What the messages need of the practice services. */
export type PracticeDoor = {
  readonly getFaults: () => PracticeFaults
  readonly setFaults: (faults: PracticeFaults) => void | Promise<void>
  readonly readHoldings: () => PracticeHoldings | Promise<PracticeHoldings>
}

/** What the messages need of printing. */
export type PrintingDoor = {
  readonly kick: () => void
  /** Draws what a printer will be handed in a moment; nothing leaves. */
  readonly drawAhead: (claimed: ClaimedPrintJob) => void
  /**
   * Sends a job of a sale that is durable, once however often it is handed over; false, untouched, when its printer takes none
   * from this run.
   */
  readonly handOver: (claimed: ClaimedPrintJob) => Promise<boolean>
  readonly getSettings: () => PrinterSettings
  readonly setSettings: (settings: PrinterSettings) => Promise<Result<null, ActionableError>>
  /** Looks for printers on every way; takes some seconds. */
  readonly search: () => Promise<PrinterSearch>
  /** Asks where to save and writes all settings there. */
  readonly exportSettings: () => Promise<Result<{ path: string | null }, ActionableError>>
  /** Asks the printers more often while somebody looks at them. */
  readonly watchClosely: (isClose: boolean) => void
  readonly previewPdf: (pdfBase64: string) => Promise<AnswerOf<'printing.previewPdf'>>
  /** Makes a PDF to be saved, in a thread of its own. */
  readonly makePdf: MakePdf
  readonly listPracticePages: () => PracticePage[]
}

/** What main knows right now without asking anyone. */
export type StatusDoor = {
  readonly mode: 'practice' | 'live'
  readonly version: string
  readonly hasPracticeServices: boolean
  readonly readLinks: () => readonly Link[]
  readonly readPrinters: () => readonly PrinterStatus[]
}
