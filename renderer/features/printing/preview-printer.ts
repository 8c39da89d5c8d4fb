import { ROLL_DOCUMENTS, type DocumentKind } from '../../../shared/domain/document-kind.ts'
import { printerFor, type Printer, type PrinterSettings } from '../../../shared/domain/printer.ts'
import { labelPrinter, receiptPrinter } from '../../../shared/domain/usual-printers.ts'

const LABEL_SIZES: Readonly<Partial<Record<DocumentKind, readonly [number, number]>>> = {
  'product-label': [40, 30],
  'shelf-tag': [50, 30],
}

const usualPrinter = (document: DocumentKind): Printer => {
  if (ROLL_DOCUMENTS.includes(document)) return receiptPrinter('preview', 'Pratinjau', { type: 'practice' })
  const printer = labelPrinter('preview', 'Pratinjau', { type: 'practice' })
  const [widthMm, heightMm] = LABEL_SIZES[document] ?? [100, 150]
  return printer.media.type === 'labels' ? { ...printer, media: { ...printer.media, widthMm, heightMm } } : printer
}

/** The paper that a preview is drawn on: that of the printer which takes the document, else the usual one. */
export const previewPrinter = (settings: PrinterSettings | null, document: DocumentKind): Printer =>
  (settings === null ? null : printerFor(settings, document)) ?? usualPrinter(document)
