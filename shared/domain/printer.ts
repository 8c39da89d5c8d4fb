import { z } from 'zod'
import { documentKindSchema } from './document-kind.ts'

/** The way to a printer. */
export const transportSettingsSchema = z.discriminatedUnion('type', [
  /** Practice mode's printer: draws what it is sent on the screen. */
  z.object({ type: z.literal('practice') }),
  /** Raw printing over the network, usually port 9100. */
  z.object({ type: z.literal('tcp'), host: z.string().min(1), port: z.number().int().min(1).max(65_535) }),
  /** A USB printer of class 7, found again by its serial number; by maker and model alone when it has none. */
  z.object({
    type: z.literal('usb'),
    vendorId: z.number().int().min(0).max(0xffff),
    productId: z.number().int().min(0).max(0xffff),
    serialNumber: z.string().nullable(),
  }),
  /** A printer's device file, e.g. /dev/usb/lp0. */
  z.object({ type: z.literal('device'), path: z.string().min(1) }),
  /** A serial or virtual COM port, Bluetooth SPP too, found again by its adapter's serial number; by its path when it has none. */
  z.object({
    type: z.literal('serial'),
    path: z.string().min(1),
    baudRate: z.number().int().min(1200).max(921_600),
    serialNumber: z.string().nullable().default(null),
  }),
  /** A printer of the Windows spooler, which is sent raw bytes. */
  z.object({ type: z.literal('spooler'), name: z.string().min(1) }),
  /** A raw queue of CUPS (Linux, macOS). */
  z.object({ type: z.literal('cups'), queue: z.string().regex(/^[^\s/#'"?]{1,127}$/u) }),
  /** Every job becomes a file in this folder. */
  z.object({ type: z.literal('file'), folder: z.string().min(1) }),
])
export type TransportSettings = z.infer<typeof transportSettingsSchema>

/** What the printer understands. */
export const printerLanguageSchema = z.enum(['escpos', 'tspl', 'zpl'])
export type PrinterLanguage = z.infer<typeof printerLanguageSchema>

/** How the printer finds where a label ends. */
export const labelSeparatorSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('gap'), gapMm: z.number().min(0).max(20) }),
  /** A black bar on the back; `markMm` is its height. */
  z.object({ type: z.literal('mark'), markMm: z.number().min(0).max(20) }),
  z.object({ type: z.literal('none') }),
])
export type LabelSeparator = z.infer<typeof labelSeparatorSchema>

/** What lies in the printer. */
export const printerMediaSchema = z.discriminatedUnion('type', [
  /** 58 mm paper prints 48 mm (384 dots), 80 mm prints 72 mm (576 dots) at 203 dpi. */
  z.object({
    type: z.literal('roll'),
    paperWidthMm: z.union([z.literal(58), z.literal(80)]),
    cuts: z.boolean(),
    opensDrawer: z.boolean(),
  }),
  /** Labels of one size; `across` of them beside each other, `columnGapMm` apart. */
  z.object({
    type: z.literal('labels'),
    widthMm: z.number().min(10).max(120),
    heightMm: z.number().min(8).max(300),
    across: z.number().int().min(1).max(3),
    columnGapMm: z.number().min(0).max(20),
    separator: labelSeparatorSchema,
  }),
])
export type PrinterMedia = z.infer<typeof printerMediaSchema>

/** A printer of the shop, as it was set up and calibrated. */
export const printerSchema = z.object({
  id: z.string().min(1),
  /** The shop's own name for it. */
  name: z.string().trim().min(1).max(40),
  transport: transportSettingsSchema,
  language: printerLanguageSchema,
  dpi: z.union([z.literal(203), z.literal(300)]),
  /** Dots a millimetre as measured on paper; null for what `dpi` says (8, 11.811). */
  dotsPerMm: z.number().min(7).max(13).nullable(),
  media: printerMediaSchema,
  /** Moves everything right and down on the paper. */
  offsetXMm: z.number().min(-10).max(10),
  offsetYMm: z.number().min(-10).max(10),
  /** 0 (light) to 15 (dark). */
  darkness: z.number().int().min(0).max(15),
  speedInchesPerSecond: z.number().int().min(1).max(12),
  /** True when labels come out upside down otherwise. */
  isTurned: z.boolean(),
  /** Receipts as pictures, or with the printer's own fonts (ESC/POS only; faster on slow printers). */
  receiptFonts: z.enum(['picture', 'printer']),
  /** How a picture is packed in ZPL: Z64 is small; `hex` is what old clones understand. */
  zplPacking: z.enum(['z64', 'hex']),
  /** False for printers that are disturbed by questions about their state. */
  asksStatus: z.boolean(),
  /** Another printer that takes this one's work for the time being. */
  substituteId: z.string().nullable(),
})
export type Printer = z.infer<typeof printerSchema>

/** Which printer a kind of document goes to; null for none. */
export const documentRouteSchema = z.object({ document: documentKindSchema, printerId: z.string().nullable() })
export type DocumentRoute = z.infer<typeof documentRouteSchema>

/** All printers of this register and what goes where. */
export const printerSettingsSchema = z.object({
  version: z.literal(2),
  printers: z.array(printerSchema).max(20),
  routes: z.array(documentRouteSchema),
})
export type PrinterSettings = z.infer<typeof printerSettingsSchema>

/** Dots a millimetre of a head: what was measured, else the nominal ones (203 dpi heads have 8 exactly). */
export const dotsPerMmOf = ({ dotsPerMm, dpi }: Pick<Printer, 'dotsPerMm' | 'dpi'>): number =>
  dotsPerMm ?? (dpi === 203 ? 8 : 300 / 25.4)

/** The printer that takes a kind of document now, after substitution; null when there is none. */
export const printerFor = (settings: PrinterSettings, document: DocumentRoute['document']): Printer | null => {
  const routed = settings.routes.find((route) => route.document === document)?.printerId ?? null
  return routed === null ? null : substituteOf(settings, routed)
}

/** A printer itself, or whoever takes its work now. A ring of substitutes ends where it began. */
export const substituteOf = (settings: PrinterSettings, printerId: string): Printer | null => {
  const seen = new Set<string>()
  let printer = settings.printers.find(({ id }) => id === printerId) ?? null
  while (printer !== null && printer.substituteId !== null && !seen.has(printer.id)) {
    seen.add(printer.id)
    const next = printer.substituteId
    printer = settings.printers.find(({ id }) => id === next) ?? printer
    if (printer.id !== next) break
  }
  return printer
}
