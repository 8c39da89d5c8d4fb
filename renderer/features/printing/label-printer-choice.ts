import type { DocumentKind } from '../../../shared/domain/document-kind.ts'
import { printerFor, type Printer, type PrinterSettings } from '../../../shared/domain/printer.ts'
import { belongsOn, fitsDocument } from './printer-fits.ts'

/** The printers among which one is chosen for a document, and the one that is. */
export type LabelPrinterChoice = {
  /** Label printers first. */
  readonly printers: readonly Printer[]
  /** Undefined when there is no printer for it. */
  readonly printer: Printer | undefined
  /** What the jobs name: null leaves them to the rule for their kind, also when that printer's work goes elsewhere. */
  readonly printerId: string | null
}

/** Which printer takes a document: the chosen one, else the one that the rule for its kind names, else the first that fits. */
export const labelPrinterChoice = (
  settings: PrinterSettings | null,
  document: DocumentKind,
  chosenId: string | null,
): LabelPrinterChoice => {
  const fitting = (settings?.printers ?? []).filter(({ media }) => fitsDocument(document, media))
  const printers = [
    ...fitting.filter(({ media }) => belongsOn(document, media)),
    ...fitting.filter(({ media }) => !belongsOn(document, media)),
  ]
  const routed = settings === null ? null : printerFor(settings, document)
  const chosen = printers.find(({ id }) => id === chosenId)
  const printer = chosen ?? routed ?? printers[0]
  return { printers, printer, printerId: chosen?.id ?? (routed === null ? (printer?.id ?? null) : null) }
}
