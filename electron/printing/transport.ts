import type { PrintOutcome } from '../../shared/domain/print-job.ts'
import type { PrintTrouble, PrintTroubleCode } from '../../shared/domain/print-trouble.ts'
import type { PrinterProblem } from '../../shared/domain/printer-condition.ts'

/** What became of a job's bytes. Accepted means taken by the operating system or the printer, which is not proof of paper. */
export type TransportReport = {
  readonly acceptedBytes: number
  /** True as soon as a write began: from then on part of the job may be in the printer, whatever happens. */
  readonly hasBegun: boolean
  /** What went wrong; null when the whole job was taken and nothing went wrong. */
  readonly trouble: PrintTrouble | null
  /** What the printer answered meanwhile; printers that talk without being asked must not disturb the job. */
  readonly answers: Uint8Array
  /** True when the printer answered the question at the end of the job; always false when none was asked. */
  readonly isConfirmed: boolean
}

/** A question that a printer answers only after it has done with what came before (see printer-questions.ts). */
export type EndOfJob = {
  /** Sent on the same connection once the whole job was taken. */
  readonly question: Uint8Array
  /** Whether what has come back since the question says that the job is done; null while it cannot tell. */
  readonly isDone: (answers: Uint8Array) => boolean | null
  /** Asked again and again, for printers that answer at once with what they are doing; 0 asks once. */
  readonly askAgainEveryMs: number
  readonly timeoutMs: number
}

export type SendOptions = {
  /** How many bytes were accepted so far; told at least after every chunk. */
  readonly onProgress?: (acceptedBytes: number) => void
  /** Left out, the job is over when its bytes are taken. Transports that cannot hear the printer ignore it. */
  readonly endOfJob?: EndOfJob
  /** Left out, nobody listens while the job is under way. */
  readonly overhearing?: Overhearing
}

/** The port's own status line, which printers answer without understanding a language (USB printer class, GET_PORT_STATUS). */
export type PortStatus = { readonly isPaperEmpty: boolean; readonly isSelected: boolean; readonly hasError: boolean }

/** Listens to a printer while a job is on its way to it. Nothing is asked then that could get into a picture. */
export type Overhearing = {
  /** What it says, in pieces, by itself or in answer to a question. */
  readonly onSaid: (bytes: Uint8Array) => void
  /** Its port's status, read while it takes nothing. */
  readonly onPort: (port: PortStatus) => void
  /** Why it waits for a person, by its last word; null when it does not say so. It is waited for longer then. */
  readonly wants: () => PrintTroubleCode | null
}

/**
 * What the system's own queue says of itself and its printer. Nothing wrong is not well: it hears of the printer only while it
 * prints.
 */
export type QueueReport = {
  readonly problems: readonly PrinterProblem[]
  readonly isPrinting: boolean
  /** Whether it is trying to reach the printer, which passes where the printer is there. */
  readonly isConnecting: boolean
}

/** What a short visit to a printer told. `silent`: it is there and answered nothing, which means nothing. */
export type Inquiry =
  | { readonly type: 'answered'; readonly answers: Uint8Array; readonly port: PortStatus | null }
  | { readonly type: 'silent'; readonly port: PortStatus | null }
  | { readonly type: 'absent'; readonly trouble: PrintTrouble }
  /** The system's queue answered by itself, so that it may be asked often. */
  | ({ readonly type: 'told' } & QueueReport)
  /** This way carries no answers. */
  | { readonly type: 'deaf' }

/** A way to a printer. Neither method rejects for what a printer, a system or a network does; nothing is ever sent twice. */
export type Transport = {
  readonly send: (bytes: Uint8Array, options?: SendOptions) => Promise<TransportReport>
  /**
   * Asks for the printer's state between jobs. An empty question asks the port only. What `isWhole` knows is hardly waited
   * beyond. Over a network the printer must be reached within `reachTimeoutMs`, or as long as its answer is waited for. Never
   * called while `send` runs, but for CUPS: there the system's queue is asked, and the printer is not disturbed.
   */
  readonly ask: (
    question: Uint8Array,
    timeoutMs: number,
    isWhole?: (answers: Uint8Array) => boolean,
    reachTimeoutMs?: number,
  ) => Promise<Inquiry>
}

/** Sent or confirmed: all taken. Failed: nothing left, so it may be printed again. Unknown: some left, only a person can tell what came out. */
export const outcomeOf = (report: TransportReport, totalBytes: number): PrintOutcome => {
  const { trouble, acceptedBytes: bytesSent } = report
  if (trouble === null) return { type: report.isConfirmed ? 'confirmed' : 'sent', bytesSent }
  if (!report.hasBegun) return { type: 'failed', trouble }
  return { type: 'unknown', trouble, bytesSent, totalBytes }
}

/** A report of a job of which nothing left. */
export const nothingLeft = (trouble: PrintTrouble): TransportReport => ({
  acceptedBytes: 0,
  hasBegun: false,
  trouble,
  answers: new Uint8Array(),
  isConfirmed: false,
})

/** The words of a Node error, with its code. */
export const errorWords = (error: unknown): string => (error instanceof Error ? error.message : String(error))
