import { z } from 'zod'
import { documentDesignsSchema } from '../documents/document-design.ts'
import { documentKindSchema } from './document-kind.ts'
import { goodsLabelSchema } from './goods-label.ts'
import { printTroubleSchema } from './print-trouble.ts'
import { saleSchema } from './sale.ts'
import { shiftReportSchema } from './shift-report.ts'

/**
 * `sent`: every byte was taken, which is not proof of paper. `confirmed`: the printer itself said that it had done with the
 * job. `unknown`: some of it left; only a person can tell what came out. `failed`: not one byte left.
 */
export const printJobStateSchema = z.enum(['waiting', 'sending', 'sent', 'confirmed', 'unknown', 'failed'])
export type PrintJobState = z.infer<typeof printJobStateSchema>

/** How a page of a PDF lies on the label. */
export const pdfPlacementSchema = z.object({
  /** Clockwise. */
  turnDegrees: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** `page`: the whole page, made to fit. `content`: what is printed on it, without its white margins. */
  fits: z.enum(['page', 'content']),
})
export type PdfPlacement = z.infer<typeof pdfPlacementSchema>

/** One page of a PDF that came from elsewhere, such as a courier's label. */
export const pdfSubjectSchema = z.object({
  type: z.literal('pdf'),
  fileName: z.string(),
  /** From 1. */
  pageNumber: z.number().int().min(1),
  /** The whole file; empty where it is kept under `fileId`. */
  pdfBase64: z.base64(),
  /** Finds the file, which all jobs for its pages share: every look at the queue reads the jobs. */
  fileId: z.string().optional(),
  placement: pdfPlacementSchema,
})

const shiftReportSubjectSchema = z.object({ type: z.literal('shift-report'), report: shiftReportSchema })
/** `copies` labels of one item. */
const goodsSubjectSchema = z.object({
  type: z.literal('goods'),
  goods: goodsLabelSchema,
  copies: z.number().int().min(1).max(2000),
})
/** `test` shows whether everything arrives; `ruler` is what a printer is calibrated with. */
const testPageSubjectSchema = z.object({ type: z.literal('test-page'), page: z.enum(['test', 'ruler']) })

/** What a job prints. Sales are looked up when they are printed; the rest is carried along. */
export const printSubjectSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('sale'), saleId: z.string(), saleNumber: z.string() }),
  shiftReportSubjectSchema,
  goodsSubjectSchema,
  pdfSubjectSchema,
  testPageSubjectSchema,
])
export type PrintSubject = z.infer<typeof printSubjectSchema>

/** A durable print job. Printing starts from this row, never from a button. */
export const printJobSchema = z.object({
  id: z.string(),
  document: documentKindSchema,
  subject: printSubjectSchema,
  /** Finds the jobs of a sale or a shift: its id; the job's own id for the rest. */
  subjectId: z.string(),
  /** The printer that took it, or must take it; null while the rule for its kind decides. */
  printerId: z.string().nullable(),
  /** True for every print after the first: the paper carries SALINAN. */
  isCopy: z.boolean(),
  state: printJobStateSchema,
  createdAtMs: z.number().int(),
  /** The run of the main process that took it; a job left `sending` by an earlier run is `unknown`. */
  runId: z.string().nullable(),
  finishedAtMs: z.number().int().nullable(),
  trouble: printTroubleSchema.nullable(),
  /** How far it is known to have got. */
  bytesSent: z.number().int().nullable(),
  totalBytes: z.number().int().nullable(),
  /** True when it ended in the middle: what its printer still waits for must not swallow the next job. */
  isCutOff: z.boolean(),
  /** The job that prints it once more; absent while nobody asked for that. One failure makes one more print. */
  replacedById: z.string().optional(),
  /** True when somebody said that it need not be printed after all; only of a job that failed. */
  isDismissed: z.boolean().optional(),
})
export type PrintJob = z.infer<typeof printJobSchema>

/** Whether a job failed and nobody has called it off, printed it again or put it aside: somebody must know of it. */
export const isLeftUnprinted = ({ state, trouble, replacedById, isDismissed }: PrintJob): boolean =>
  state === 'failed' && trouble?.code !== 'called-off' && replacedById === undefined && isDismissed !== true

/** What a job prints, looked up. */
export const printContentSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('sale'),
    sale: saleSchema,
    /** What the QRIS code on the receipt says, amount included; left out when none is printed. */
    qrisPayload: z.string().optional(),
  }),
  shiftReportSubjectSchema,
  goodsSubjectSchema,
  pdfSubjectSchema,
  testPageSubjectSchema,
])
export type PrintContent = z.infer<typeof printContentSchema>

/** A print job with what it prints and how the shop wants it to look. */
export const claimedPrintJobSchema = z.object({
  job: printJobSchema,
  content: printContentSchema,
  designs: documentDesignsSchema,
  /** True when the job before it on this printer ended in the middle. */
  comesAfterCut: z.boolean(),
  /** True when more jobs wait for this printer: it need not say that it is done with this one. */
  moreWait: z.boolean(),
})
export type ClaimedPrintJob = z.infer<typeof claimedPrintJobSchema>

export const printOutcomeSchema = z.discriminatedUnion('type', [
  /** All bytes were taken by the printer or the system (which is not proof of paper). */
  z.object({ type: z.literal('sent'), bytesSent: z.number().int() }),
  /** The printer itself answered that it had done with everything. */
  z.object({ type: z.literal('confirmed'), bytesSent: z.number().int() }),
  /** Not one byte left: it may be printed again without a second copy. */
  z.object({ type: z.literal('failed'), trouble: printTroubleSchema }),
  /** Some bytes left and the rest is not known: only a person can tell whether paper came out. */
  z.object({
    type: z.literal('unknown'),
    trouble: printTroubleSchema,
    bytesSent: z.number().int(),
    totalBytes: z.number().int(),
  }),
])
export type PrintOutcome = z.infer<typeof printOutcomeSchema>
