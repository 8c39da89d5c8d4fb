import { z } from 'zod'
import { documentKindSchema, type DocumentKind } from './document-kind.ts'
import { freshPrintJob } from './fresh-print-job.ts'
import type { PrintJob } from './print-job.ts'
import { printTrouble } from './print-trouble.ts'
import type { Sale } from './sale.ts'

/** A document of a sale that was given to a printer while the sale was being written. */
export const salePaperSchema = z.object({
  document: documentKindSchema,
  printerId: z.string(),
  /** The run of the main process that has it. */
  runId: z.string(),
})
export type SalePaper = z.infer<typeof salePaperSchema>

/**
 * The job of a sale's first print of a document, waiting. Its id follows from the sale, so that whoever meets it, in whatever order,
 * can tell that it is the same: there is one such print.
 */
export const saleJob = (
  { id, number, paidAtMs }: Pick<Sale, 'id' | 'number' | 'paidAtMs'>,
  document: DocumentKind,
): PrintJob =>
  freshPrintJob({ document, subject: { type: 'sale', saleId: id, saleNumber: number } }, `${id}/${document}`, paidAtMs)

/** A job as it stands while its printer, in this run, has it. */
export const takenJob = (
  job: PrintJob,
  { runId, printerId }: { readonly runId: string; readonly printerId: string | null },
): PrintJob => ({ ...job, state: 'sending', runId, printerId })

/** The run that had it ended, or the sale was paid once more, perhaps with other goods. */
export type WhyLost = 'run-ended' | 'paid-anew'

/** The job of a paper of which nobody knows what became: a printer may have it, whole or in part, and somebody must look. */
export const lostSaleJob = (
  sale: Pick<Sale, 'id' | 'number' | 'paidAtMs'>,
  paper: SalePaper,
  { nowMs, why }: { readonly nowMs: number; readonly why: WhyLost },
): PrintJob => ({
  ...takenJob(saleJob(sale, paper.document), paper),
  state: 'unknown',
  trouble: printTrouble(why),
  finishedAtMs: nowMs,
  isCutOff: true,
})
