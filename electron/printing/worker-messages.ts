import { z } from 'zod'
import { documentDesignsSchema } from '../../shared/documents/document-design.ts'
import { documentKindSchema } from '../../shared/domain/document-kind.ts'
import { printContentSchema } from '../../shared/domain/print-job.ts'
import { printTroubleSchema } from '../../shared/domain/print-trouble.ts'
import { printerSchema } from '../../shared/domain/printer.ts'
import { pdfOrderSchema } from '../reports/pdf-order.ts'

/** What the print worker is started with. */
export const workerDataSchema = z.object({ fontDirectory: z.string() })

const documentRequestSchema = z.object({
  content: printContentSchema,
  document: documentKindSchema,
  isCopy: z.boolean(),
  printer: printerSchema,
  designs: documentDesignsSchema,
})

const workerTaskSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('draw'), request: documentRequestSchema }),
  z.object({ type: z.literal('preview'), pdf: z.instanceof(Uint8Array) }),
  z.object({ type: z.literal('make-pdf'), order: pdfOrderSchema }),
])
/** One document to draw, a PDF whose pages are shown small, or one to be made. */
export type WorkerTask = z.infer<typeof workerTaskSchema>

export const workerRequestSchema = z.object({ id: z.number().int(), task: workerTaskSchema })

const previewedPageSchema = z.object({ widthMm: z.number(), heightMm: z.number(), pngBase64: z.base64() })
/** A page of a PDF, drawn small. */
export type PreviewedPage = z.infer<typeof previewedPageSchema>

/** A document's bytes, a file's pages, why it would come out wrong, or the words of a fault. */
export const workerAnswerSchema = z.discriminatedUnion('type', [
  z.object({ id: z.number().int(), type: z.literal('drawn'), bytes: z.instanceof(Uint8Array) }),
  z.object({
    id: z.number().int(),
    type: z.literal('previewed'),
    pages: z.array(previewedPageSchema).readonly(),
    pageCount: z.number().int(),
  }),
  z.object({ id: z.number().int(), type: z.literal('refused'), trouble: printTroubleSchema }),
  z.object({ id: z.number().int(), type: z.literal('broken'), message: z.string() }),
])
export type WorkerAnswer = z.infer<typeof workerAnswerSchema>
