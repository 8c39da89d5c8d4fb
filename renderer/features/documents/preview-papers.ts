import type { DesignedDocument } from '../../../shared/documents/document-design.ts'
import type { Printer, PrinterMedia } from '../../../shared/domain/printer.ts'
import { labelMedia, labelPrinter, receiptPrinter, rollMedia } from '../../../shared/domain/usual-printers.ts'

/** A paper to look at a document on. */
export type PreviewPaper = { readonly id: string; readonly media: PrinterMedia }

const roll = (paperWidthMm: 58 | 80): PreviewPaper => ({
  id: `${String(paperWidthMm)} mm`,
  media: rollMedia(paperWidthMm),
})

const label = (widthMm: number, heightMm: number, across = 1): PreviewPaper => ({
  id: `${String(widthMm)} × ${String(heightMm)}${across === 1 ? '' : ` × ${String(across)}`}`,
  media: labelMedia(widthMm, heightMm, across),
})

const SHIPPING_LABEL = label(100, 150)
const ROLLS = [roll(80), roll(58)]
const GOODS = [label(40, 30), label(50, 30), label(33, 15, 3)]

const PAPERS: Readonly<Record<Exclude<DesignedDocument, 'invoice'>, readonly PreviewPaper[]>> = {
  receipt: ROLLS,
  'pick-list': ROLLS,
  'shift-report': ROLLS,
  label: [SHIPPING_LABEL, label(100, 100), label(76, 130)],
  'product-label': GOODS,
  'shelf-tag': [label(50, 30), label(60, 40), label(80, 40)],
  // It is printed on whatever lies in a printer.
  'test-page': [SHIPPING_LABEL, ...GOODS, ...ROLLS],
}

/** The usual papers of a document, the commonest first; none for an invoice, which is always A4. */
export const papersOf = (document: DesignedDocument): readonly PreviewPaper[] =>
  document === 'invoice' ? [] : PAPERS[document]

/** A printer of this name with this paper, of the kind that usually takes it. */
export const printerWith = ({ media }: PreviewPaper, name: string): Printer => {
  const usualPrinter = media.type === 'roll' ? receiptPrinter : labelPrinter
  return { ...usualPrinter('preview', name, { type: 'practice' }), media }
}
