import { z } from 'zod'
import { printerFor, type Printer, type PrinterSettings, transportSettingsSchema } from '../../shared/domain/printer.ts'
import { labelPrinter, receiptPrinter, routesTo } from '../../shared/domain/usual-printers.ts'

const [practice, tcp, , device] = transportSettingsSchema.options
const earlierTransportSchema = z.discriminatedUnion('type', [practice, tcp, device])

/** Settings as the first version kept them: one receipt printer and one label printer. */
const earlierSettingsSchema = z.object({
  receipt: z.object({
    transport: earlierTransportSchema,
    paperWidthMm: z.union([z.literal(58), z.literal(80)]),
    opensDrawer: z.boolean(),
  }),
  label: z.object({
    transport: earlierTransportSchema,
    dpi: z.union([z.literal(203), z.literal(300)]),
    gapMm: z.number().min(0).max(20),
    darkness: z.number().int().min(0).max(15),
    speedInchesPerSecond: z.number().int().min(1).max(12),
  }),
})

type EarlierSettings = z.infer<typeof earlierSettingsSchema>

/**
 * Settings of the first version in today's form; null for anything else. Where both printers were practice mode's, the
 * initial printers stay, with what was set up for them: a register with real services has no practice printer.
 */
export const fromEarlierSettings = (raw: unknown, initial: PrinterSettings): PrinterSettings | null => {
  const parsed = earlierSettingsSchema.safeParse(raw)
  if (!parsed.success) return null
  const { receipt, label } = parsed.data
  if (receipt.transport.type === 'practice' && label.transport.type === 'practice') {
    return { ...initial, printers: initial.printers.map((printer) => withEarlier(parsed.data, printer, initial)) }
  }
  const printers = [
    asRoll(receiptPrinter('receipt', 'Printer struk', receipt.transport), parsed.data),
    asLabels(labelPrinter('label', 'Printer label', label.transport), parsed.data),
  ]
  return { version: 2, printers, routes: routesTo('receipt', 'label') }
}

/** The printer for shipping labels and the one for receipts as they were set up; any other as it is. */
const withEarlier = (earlier: EarlierSettings, printer: Printer, settings: PrinterSettings): Printer => {
  if (printer.id === printerFor(settings, 'receipt')?.id) return asRoll(printer, earlier)
  return printer.id === printerFor(settings, 'label')?.id ? asLabels(printer, earlier) : printer
}

const asRoll = (printer: Printer, { receipt: { paperWidthMm, opensDrawer } }: EarlierSettings): Printer => ({
  ...printer,
  media: { type: 'roll', paperWidthMm, cuts: true, opensDrawer },
})

const asLabels = (printer: Printer, { label }: EarlierSettings): Printer => {
  const { dpi, darkness, speedInchesPerSecond, gapMm } = label
  const { media } = printer
  if (media.type !== 'labels') return printer
  return { ...printer, dpi, darkness, speedInchesPerSecond, media: { ...media, separator: { type: 'gap', gapMm } } }
}
