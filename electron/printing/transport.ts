import type { PrintOutcome } from '../../shared/domain/print-job.ts'

/** What became of a job's bytes. Accepted means taken by the operating system or the printer, which is not proof of paper. */
export type TransportReport = {
  readonly acceptedBytes: number
  /** True as soon as a write began: from then on part of the job may be in the printer, whatever happens. */
  readonly hasBegun: boolean
  /** What went wrong, in words for the cashier; null when the whole job was taken and nothing went wrong. */
  readonly trouble: string | null
  /** What the printer answered meanwhile; printers that talk without being asked must not disturb the job. */
  readonly answers: Uint8Array
}

/** A way to a printer. `send` never rejects for what a printer or a network does; it never sends anything twice. */
export type Transport = { readonly send: (bytes: Uint8Array) => Promise<TransportReport> }

/** Done: all taken. Failed: nothing left, so it may be printed again. Unknown: some left, only a person can tell what came out. */
export const outcomeOf = (report: TransportReport): PrintOutcome => {
  if (report.trouble === null) return { type: 'done', bytesSent: report.acceptedBytes }
  if (!report.hasBegun) return { type: 'failed', message: report.trouble }
  return { type: 'unknown', message: report.trouble, bytesSent: report.acceptedBytes }
}

/** The words of a Node error, with its code. */
export const errorWords = (error: unknown): string => (error instanceof Error ? error.message : String(error))
