import { z } from 'zod'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { PrinterSettings, TransportSettings } from '../../../shared/ipc/printer-settings.ts'

/** The transport as typed: every field is kept while another kind of transport is chosen. */
export type TransportDraft = {
  readonly type: TransportSettings['type']
  readonly host: string
  readonly port: string
  readonly path: string
}

/** The printer settings as typed into the form: numbers are still text. */
export type PrinterDraft = {
  readonly receipt: {
    readonly transport: TransportDraft
    readonly paperWidthMm: 58 | 80
    readonly opensDrawer: boolean
  }
  readonly label: {
    readonly transport: TransportDraft
    readonly dpi: 203 | 300
    readonly gapMm: string
    readonly darkness: string
    readonly speedInchesPerSecond: string
  }
}

/** What is wrong with a field, as a key of the printing texts. */
export type PrinterFieldProblem = 'host' | 'port' | 'path' | 'gapMm' | 'darkness' | 'speed'

/** The wrong fields of a draft, by their place (`receipt.host`). Empty when all is well. */
export type PrinterProblems = Readonly<Partial<Record<PrinterFieldPlace, PrinterFieldProblem>>>

/** Where a problem of the form can stand. */
export type PrinterFieldPlace =
  | `${'receipt' | 'label'}.${'host' | 'port' | 'path'}`
  | 'label.gapMm'
  | 'label.darkness'
  | 'label.speed'

/** The port of raw network printing, offered when none was set. */
export const RAW_PRINTING_PORT = '9100'

const draftTransport = (transport: TransportSettings): TransportDraft => ({
  type: transport.type,
  host: transport.type === 'tcp' ? transport.host : '',
  port: transport.type === 'tcp' ? String(transport.port) : RAW_PRINTING_PORT,
  path: transport.type === 'device' ? transport.path : '/dev/usb/lp0',
})

/** The form's draft of stored settings. */
export const draftPrinters = (settings: PrinterSettings): PrinterDraft => ({
  receipt: {
    transport: draftTransport(settings.receipt.transport),
    paperWidthMm: settings.receipt.paperWidthMm,
    opensDrawer: settings.receipt.opensDrawer,
  },
  label: {
    transport: draftTransport(settings.label.transport),
    dpi: settings.label.dpi,
    gapMm: String(settings.label.gapMm),
    darkness: String(settings.label.darkness),
    speedInchesPerSecond: String(settings.label.speedInchesPerSecond),
  },
})

const hostSchema = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$/)
const pathSchema = z.string().trim().startsWith('/').min(2)
const wholeSchema = (least: number, most: number) =>
  z.string().trim().regex(/^\d+$/).transform(Number).pipe(z.number().int().min(least).max(most))
// Indonesian keyboards write 2,5 where English ones write 2.5.
const gapSchema = z
  .string()
  .trim()
  .regex(/^\d+([.,]\d+)?$/)
  .transform((text) => Number(text.replace(',', '.')))
  .pipe(z.number().min(0).max(20))

/** Reads the draft: settings that can be stored, or what is wrong where. */
export const readPrinterDraft = (
  draft: PrinterDraft,
): { readonly settings: PrinterSettings | null; readonly problems: PrinterProblems } => {
  const problems: Partial<Record<PrinterFieldPlace, PrinterFieldProblem>> = {}
  const take = <Value>(
    place: PrinterFieldPlace,
    problem: PrinterFieldProblem,
    schema: z.ZodType<Value>,
    text: string,
    fallback: Value,
  ): Value => {
    const parsed = schema.safeParse(text)
    if (parsed.success) return parsed.data
    problems[place] = problem
    return fallback
  }
  const readTransport = (printer: 'receipt' | 'label', transport: TransportDraft): TransportSettings => {
    switch (transport.type) {
      case 'practice':
        return { type: 'practice' }
      case 'device':
        return { type: 'device', path: take(`${printer}.path`, 'path', pathSchema, transport.path, '') }
      case 'tcp':
        return {
          type: 'tcp',
          host: take(`${printer}.host`, 'host', hostSchema, transport.host, ''),
          port: take(`${printer}.port`, 'port', wholeSchema(1, 65_535), transport.port, 0),
        }
      default:
        return assertNever(transport.type, 'transport')
    }
  }
  const settings: PrinterSettings = {
    receipt: {
      transport: readTransport('receipt', draft.receipt.transport),
      paperWidthMm: draft.receipt.paperWidthMm,
      opensDrawer: draft.receipt.opensDrawer,
    },
    label: {
      transport: readTransport('label', draft.label.transport),
      dpi: draft.label.dpi,
      gapMm: take('label.gapMm', 'gapMm', gapSchema, draft.label.gapMm, 0),
      darkness: take('label.darkness', 'darkness', wholeSchema(0, 15), draft.label.darkness, 0),
      speedInchesPerSecond: take('label.speed', 'speed', wholeSchema(1, 12), draft.label.speedInchesPerSecond, 1),
    },
  }
  return { settings: Object.keys(problems).length === 0 ? settings : null, problems }
}
