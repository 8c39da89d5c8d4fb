import type { Printer, PrinterLanguage } from '../../../shared/domain/printer.ts'
import { receiptPrinter } from '../../../shared/domain/usual-printers.ts'
import type { FoundPrinter } from '../../../shared/ipc/printer-settings.ts'
import { draftPaper, type PaperDraft, type PaperField, readPaper } from './paper-draft.ts'
import { PAPER_PRESETS } from './paper-presets.ts'
import { draftTransport, readTransport, type TransportDraft, type TransportField } from './transport-draft.ts'

/** A printer as typed into the form. */
export type PrinterDraft = Pick<
  Printer,
  'name' | 'language' | 'dpi' | 'isTurned' | 'receiptFonts' | 'zplPacking' | 'asksStatus'
> & {
  readonly transport: TransportDraft
  readonly paper: PaperDraft
}

/** What can be wrong with a printer, as keys of the printing texts. */
export type PrinterProblem = 'name' | 'nameTaken' | TransportField | PaperField

const LONGEST_NAME = 40

/** The draft of a printer. */
export const draftPrinter = (printer: Printer): PrinterDraft => ({
  name: printer.name,
  language: printer.language,
  dpi: printer.dpi,
  isTurned: printer.isTurned,
  receiptFonts: printer.receiptFonts,
  zplPacking: printer.zplPacking,
  asksStatus: printer.asksStatus,
  transport: draftTransport(printer.transport),
  paper: draftPaper(printer.media),
})

/** A printer that nobody has set up yet: middling darkness and speed, nothing measured. */
export const newPrinter = (id: string, found: Pick<FoundPrinter, 'transport' | 'title' | 'language'>): Printer => {
  const language = found.language ?? 'escpos'
  const name = found.title.trim().slice(0, LONGEST_NAME)
  return { ...receiptPrinter(id, name, found.transport), language, media: usualPaper(language) }
}

/** The paper that printers of a language usually have: receipts for ESC/POS, shipping labels for the others. */
export const usualPaper = (language: PrinterLanguage): Printer['media'] =>
  language === 'escpos' ? PAPER_PRESETS.roll80 : PAPER_PRESETS['100x150']

/** A draft of another printer language, with the paper that goes with it when the kind of printer changes. */
export const chooseLanguage = (draft: PrinterDraft, language: PrinterLanguage): PrinterDraft => {
  const changesKind = (draft.language === 'escpos') !== (language === 'escpos')
  return { ...draft, language, paper: changesKind ? draftPaper(usualPaper(language)) : draft.paper }
}

/** Reads the draft over the printer that it belongs to: a printer that can be stored, or what is wrong. */
export const readPrinterDraft = (
  draft: PrinterDraft,
  base: Printer,
  others: readonly Printer[],
): { readonly printer: Printer | null; readonly problems: readonly PrinterProblem[] } => {
  const name = draft.name.trim()
  const isTaken = others.some(
    (other) => other.id !== base.id && other.name.toLocaleLowerCase('id') === name.toLocaleLowerCase('id'),
  )
  const { transport, wrong: wrongTransport } = readTransport(draft.transport)
  const { media, wrong: wrongPaper } = readPaper(draft.paper)
  const problems: readonly PrinterProblem[] = [
    ...(name === '' || name.length > LONGEST_NAME ? (['name'] as const) : []),
    ...(isTaken ? (['nameTaken'] as const) : []),
    ...wrongTransport,
    ...wrongPaper,
  ]
  if (transport === null || media === null || problems.length > 0) return { printer: null, problems }
  const { language, dpi, isTurned, receiptFonts, zplPacking, asksStatus } = draft
  // What was measured with one density says nothing of another.
  const dotsPerMm = dpi === base.dpi ? base.dotsPerMm : null
  const printer = {
    ...base,
    name,
    transport,
    media,
    language,
    dpi,
    dotsPerMm,
    isTurned,
    receiptFonts,
    zplPacking,
    asksStatus,
  }
  return { printer, problems }
}
