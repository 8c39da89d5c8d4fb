import { z } from 'zod'
import { documentDesignsSchema } from '../documents/document-design.ts'
import { goodsLabelSchema } from '../domain/goods-label.ts'
import { saleSchema } from '../domain/sale.ts'

const millimetres = (most: number) => z.number().min(0).max(most)

/** A sheet of self-adhesive labels on A4: the grid and the white around and between the labels. */
export const labelSheetSchema = z.object({
  columns: z.number().int().min(1).max(10),
  rows: z.number().int().min(1).max(30),
  marginXMm: millimetres(60),
  marginYMm: millimetres(60),
  columnGapMm: millimetres(20),
  rowGapMm: millimetres(20),
  /** Labels at the beginning of the first sheet that are used up already. */
  usedLabels: z.number().int().min(0).max(299),
})
export type LabelSheet = z.infer<typeof labelSheetSchema>

/** What is saved as PDF. */
export const documentPdfSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('receipt'),
    sale: saleSchema,
    qrisPayload: z.string().optional(),
    paperWidthMm: z.union([z.literal(58), z.literal(80)]),
  }),
  z.object({ type: z.literal('invoice'), sale: saleSchema }),
  z.object({
    type: z.literal('labels'),
    sales: z.array(saleSchema).min(1).max(500),
    /** Each label on a page of its own size, or as many as an A4 sheet takes. */
    perSheet: z.enum(['label-page', 'a4']),
    /** Left out, 100 x 150 mm. */
    size: z.object({ widthMm: z.number().min(40).max(120), heightMm: z.number().min(40).max(300) }).optional(),
  }),
  labelSheetSchema.extend({
    type: z.literal('goods'),
    document: z.enum(['product-label', 'shelf-tag']),
    goods: z
      .array(z.object({ goods: goodsLabelSchema, copies: z.number().int().min(1).max(2000) }))
      .min(1)
      .max(500),
  }),
])
export type DocumentPdf = z.infer<typeof documentPdfSchema>

/** Asks for a PDF of documents as the shop wants them to look. */
export const saveDocumentPdfRequestSchema = z.object({
  /** What the file is called when the user does not say otherwise, without its ending. */
  name: z.string().min(1).max(120),
  what: documentPdfSchema,
  designs: documentDesignsSchema,
})
export type SaveDocumentPdfRequest = z.infer<typeof saveDocumentPdfRequestSchema>

/** Where it was saved; null when the user cancelled. */
export const savedPdfSchema = z.object({ path: z.string().nullable() })
