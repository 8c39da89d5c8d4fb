import type { DocumentDesigns } from '../../shared/documents/document-design.ts'
import type { DocumentMeasure } from '../../shared/documents/document-measure.ts'
import { layoutGoodsLabels } from '../../shared/documents/goods-labels-layout.ts'
import { layoutInvoice } from '../../shared/documents/invoice-layout.ts'
import { layoutDocument } from '../../shared/documents/layout-document.ts'
import type { DocumentLayout } from '../../shared/documents/layout.ts'
import { printTrouble, type PrintTrouble } from '../../shared/domain/print-trouble.ts'
import type { Printer, PrinterMedia } from '../../shared/domain/printer.ts'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import { labelMedia, labelPrinter, rollMedia } from '../../shared/domain/usual-printers.ts'
import type { DocumentPdf } from '../../shared/ipc/document-pdf.ts'
import { labelsOnA4, labelsOnSheet, sheetFor, sheetLabelRoom, sheetLabelSize, type PdfSheet } from './pdf-sheets.ts'

type Sheets = Result<readonly PdfSheet[], PrintTrouble>

/** Above and below a receipt. */
const RECEIPT_MARGIN_MM = 4
const USUAL_LABEL = { widthMm: 100, heightMm: 150 }
/** As many labels of goods as a shop prints at once; more would keep it waiting. */
const MOST_LABELS = 3000

/** The sheets of a PDF with documents as they would be printed. Refused like a print, with what is in the way. */
export const documentPdfSheets = (what: DocumentPdf, designs: DocumentDesigns, measure: DocumentMeasure): Sheets => {
  if (what.type === 'invoice') {
    return success(layoutInvoice(what.sale, designs, measure).map((layout) => sheetFor(layout)))
  }
  if (what.type === 'receipt') return receiptSheets(what, designs, measure)
  if (what.type === 'labels') return labelSheets(what, designs, measure)
  return goodsSheets(what, designs, measure)
}

const paper = (media: PrinterMedia): Printer => ({
  ...labelPrinter('pdf', 'PDF', { type: 'practice' }),
  dpi: 300,
  media,
  asksStatus: false,
})

/** Single labels on a sheet: nothing lies between them. */
const sheetMedia = ({ widthMm, heightMm }: { readonly widthMm: number; readonly heightMm: number }): PrinterMedia => ({
  ...labelMedia(widthMm, heightMm),
  separator: { type: 'none' },
})

const receiptSheets = (
  { sale, qrisPayload, paperWidthMm }: Extract<DocumentPdf, { type: 'receipt' }>,
  designs: DocumentDesigns,
  measure: DocumentMeasure,
): Sheets => {
  const printer = paper(rollMedia(paperWidthMm))
  const content = { type: 'sale', sale, qrisPayload } as const
  const pages = layoutDocument({ content, document: 'receipt', isCopy: false, printer, designs }, measure)
  if (!pages.ok) return pages
  return success(
    pages.value.map(({ layout }) =>
      sheetFor(layout, { xMm: (paperWidthMm - layout.widthMm) / 2, yMm: RECEIPT_MARGIN_MM }),
    ),
  )
}

const labelSheets = (
  { sales, perSheet, size = USUAL_LABEL }: Extract<DocumentPdf, { type: 'labels' }>,
  designs: DocumentDesigns,
  measure: DocumentMeasure,
): Sheets => {
  const printer = paper(sheetMedia(size))
  const labels: DocumentLayout[] = []
  for (const sale of sales) {
    const content = { type: 'sale', sale } as const
    const pages = layoutDocument({ content, document: 'label', isCopy: false, printer, designs }, measure)
    if (!pages.ok) return failure(printTrouble(pages.error.code, `${sale.number}: ${pages.error.detail}`))
    labels.push(...pages.value.map(({ layout }) => layout))
  }
  return success(perSheet === 'a4' ? labelsOnA4(labels) : labels.map((layout) => sheetFor(layout)))
}

const goodsSheets = (
  what: Extract<DocumentPdf, { type: 'goods' }>,
  designs: DocumentDesigns,
  measure: DocumentMeasure,
): Sheets => {
  const size = sheetLabelSize(what)
  const count = what.goods.reduce((sum, { copies }) => sum + copies, 0)
  if (size === null || count > MOST_LABELS) {
    const detail =
      size === null ? `${String(what.columns)} x ${String(what.rows)}` : `${String(count)} > ${String(MOST_LABELS)}`
    return failure(printTrouble('not-drawable', detail))
  }
  const room = sheetLabelRoom(what)
  const inReach = room === null ? null : goodsLabels(what, room, designs, measure)
  // What needs the whole of a small label has it, and the printer is to be one that prints up to the edge.
  const labels = inReach?.ok === true ? inReach : goodsLabels(what, size, designs, measure)
  return labels.ok ? success(labelsOnSheet(labels.value, what)) : labels
}

const goodsLabels = (
  what: Extract<DocumentPdf, { type: 'goods' }>,
  size: { readonly widthMm: number; readonly heightMm: number },
  designs: DocumentDesigns,
  measure: DocumentMeasure,
): Result<readonly DocumentLayout[], PrintTrouble> => {
  const labels: DocumentLayout[] = []
  for (const { goods, copies } of what.goods) {
    const request = { goods, copies, document: what.document, designs, media: sheetMedia(size) }
    const pages = layoutGoodsLabels(request, measure)
    if (!pages.ok) return pages
    for (const { layout, copies: times } of pages.value) {
      for (let copy = 0; copy < times; copy += 1) labels.push(layout)
    }
  }
  return success(labels)
}
