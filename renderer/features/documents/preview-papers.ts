import type { DesignedDocument } from '../../../shared/documents/document-design.ts'
import type { Printer, PrinterMedia } from '../../../shared/domain/printer.ts'
import { labelMedia, rollMedia } from '../../../shared/domain/usual-printers.ts'
import { previewPrinter } from '../printing/preview-printer.ts'

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

const ROLLS = [roll(80), roll(58)]
const GOODS = [label(40, 30), label(50, 30), label(33, 15, 3)]

const PAPERS: Readonly<Record<Exclude<DesignedDocument, 'invoice'>, readonly PreviewPaper[]>> = {
  receipt: ROLLS,
  'pick-list': ROLLS,
  'shift-report': ROLLS,
  label: [label(100, 150), label(100, 100), label(76, 130)],
  'product-label': GOODS,
  'shelf-tag': [label(50, 30), label(60, 40), label(80, 40)],
}

/** The usual papers of a document, the commonest first; none for an invoice, which is always A4. */
export const papersOf = (document: DesignedDocument): readonly PreviewPaper[] =>
  document === 'invoice' ? [] : PAPERS[document]

/** A printer with this paper. */
export const printerWith = (document: Exclude<DesignedDocument, 'invoice'>, { media }: PreviewPaper): Printer => ({
  ...previewPrinter(null, document),
  media,
})
