import { z } from 'zod'
import { saleSchema } from './sale.ts'
import { shiftReportSchema } from './shift-report.ts'

export const documentKindSchema = z.enum(['receipt', 'label'])
export type DocumentKind = z.infer<typeof documentKindSchema>

export const printJobStateSchema = z.enum(['waiting', 'printing', 'done', 'unknown', 'failed'])
export type PrintJobState = z.infer<typeof printJobStateSchema>

/** A durable print job. Printing starts from this row, never from a button. */
export const printJobSchema = z.object({
  id: z.string(),
  /** The sale that is printed, or the shift whose report it is. */
  saleId: z.string(),
  saleNumber: z.string(),
  /** The shift report that a receipt printer prints; null for a document of a sale. */
  report: shiftReportSchema.nullable().default(null),
  document: documentKindSchema,
  /** True for every print after the first: the paper carries SALINAN. */
  isCopy: z.boolean(),
  state: printJobStateSchema,
  createdAtMs: z.number().int(),
  /** The run of the main process that took it; a job left `printing` by an earlier run is `unknown`. */
  runId: z.string().nullable(),
  finishedAtMs: z.number().int().nullable(),
  message: z.string().nullable(),
  bytesSent: z.number().int().nullable(),
})
export type PrintJob = z.infer<typeof printJobSchema>

/** A print job with what it prints. */
export const claimedPrintJobSchema = z.object({
  job: printJobSchema,
  content: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('sale'),
      sale: saleSchema,
      /** What the QRIS code on the receipt says, amount included; left out when none is printed. */
      qrisPayload: z.string().optional(),
    }),
    z.object({ type: z.literal('shift-report'), report: shiftReportSchema }),
  ]),
})
export type ClaimedPrintJob = z.infer<typeof claimedPrintJobSchema>

export const printOutcomeSchema = z.discriminatedUnion('type', [
  /** All bytes were taken by the printer (which is not proof of paper). */
  z.object({ type: z.literal('done'), bytesSent: z.number().int() }),
  /** Not one byte left: it may be printed again without a second copy. */
  z.object({ type: z.literal('failed'), message: z.string() }),
  /** Some bytes left and the rest is not known: only a person can tell whether paper came out. */
  z.object({ type: z.literal('unknown'), message: z.string(), bytesSent: z.number().int() }),
])
export type PrintOutcome = z.infer<typeof printOutcomeSchema>
