import { z } from 'zod'

export const transportSettingsSchema = z.discriminatedUnion('type', [
  /** Practice mode's printer: draws what it is sent on the screen. */
  z.object({ type: z.literal('practice') }),
  z.object({ type: z.literal('tcp'), host: z.string().min(1), port: z.number().int().min(1).max(65_535) }),
  /** A printer's device file, e.g. /dev/usb/lp0. */
  z.object({ type: z.literal('device'), path: z.string().min(1) }),
])
export type TransportSettings = z.infer<typeof transportSettingsSchema>

export const receiptPrinterSchema = z.object({
  transport: transportSettingsSchema,
  /** Paper width. 58 mm paper prints 48 mm (384 dots), 80 mm prints 72 mm (576 dots) at 203 dpi. */
  paperWidthMm: z.union([z.literal(58), z.literal(80)]),
  opensDrawer: z.boolean(),
})
export type ReceiptPrinter = z.infer<typeof receiptPrinterSchema>

export const labelPrinterSchema = z.object({
  transport: transportSettingsSchema,
  dpi: z.union([z.literal(203), z.literal(300)]),
  gapMm: z.number().min(0).max(20),
  darkness: z.number().int().min(0).max(15),
  speedInchesPerSecond: z.number().int().min(1).max(12),
})
export type LabelPrinter = z.infer<typeof labelPrinterSchema>

export const printerSettingsSchema = z.object({ receipt: receiptPrinterSchema, label: labelPrinterSchema })
export type PrinterSettings = z.infer<typeof printerSettingsSchema>

/** What is known of a printer after its last job. `unknown` until one was tried. */
export const printerStatusSchema = z.object({
  document: z.enum(['receipt', 'label']),
  state: z.enum(['unknown', 'ready', 'failed', 'asking']),
  sinceMs: z.number().int(),
  message: z.string().nullable(),
})
export type PrinterStatus = z.infer<typeof printerStatusSchema>

/** A page that practice mode's printer drew from the bytes it was sent. */
export const practicePageSchema = z.object({
  id: z.string(),
  document: z.enum(['receipt', 'label']),
  printedAtMs: z.number().int(),
  widthDots: z.number().int(),
  heightDots: z.number().int(),
  byteCount: z.number().int(),
  /** data:image/png;base64,… */
  imageUrl: z.string().startsWith('data:image/png;base64,'),
})
export type PracticePage = z.infer<typeof practicePageSchema>
