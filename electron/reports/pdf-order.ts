import { z } from 'zod'
import { documentDesignsSchema } from '../../shared/documents/document-design.ts'
import { shiftReportSchema } from '../../shared/domain/shift-report.ts'
import { printTroubleWords, type PrintTrouble } from '../../shared/domain/print-trouble.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { ActionableError } from '../../shared/ipc/contract.ts'
import { documentPdfSchema } from '../../shared/ipc/document-pdf.ts'

/** A PDF to be made: documents as they would be printed, or a shift report on A4. Plain data, so that a thread can be handed it. */
export const pdfOrderSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('documents'),
    what: documentPdfSchema,
    designs: documentDesignsSchema,
    /** What the file calls itself. */
    title: z.string(),
    madeAtMs: z.number().int(),
  }),
  z.object({
    kind: z.literal('shift-report'),
    report: shiftReportSchema,
    language: documentDesignsSchema.shape.language,
  }),
])
export type PdfOrder = z.infer<typeof pdfOrderSchema>

/** Makes a PDF; refused like a print, with what is in the way. Rejects when it cannot be made. */
export type MakePdf = (order: PdfOrder) => Promise<Result<Uint8Array, PrintTrouble>>

/** Why a PDF was not made, in words for the person who wanted it. */
export const pdfRefusal = ({ code, detail }: PrintTrouble): ActionableError => {
  const { id, en } = printTroubleWords({ code })
  return { code, message: { id, en }, detail: detail === '' ? null : detail }
}
