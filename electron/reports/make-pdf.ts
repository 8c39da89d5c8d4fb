import type { PrintTrouble } from '../../shared/domain/print-trouble.ts'
import { success, type Result } from '../../shared/domain/result.ts'
import { documentMeasure } from '../printing/render-document.ts'
import { documentPdfSheets } from './document-pdf-sheets.ts'
import { layoutsToPdf } from './layouts-to-pdf.ts'
import type { PdfOrder } from './pdf-order.ts'
import { shiftReportPdf } from './shift-report-pdf.ts'

/**
 * The bytes of a PDF: hundreds of milliseconds of computing, which belong into a thread of their own. Refused like a print,
 * with what is in the way. Rejects when the fonts cannot be read.
 */
export const makePdf = async (order: PdfOrder, fontFolder: string): Promise<Result<Uint8Array, PrintTrouble>> => {
  if (order.kind === 'shift-report') return success(await shiftReportPdf(order.report, fontFolder, order.language))
  const { what, designs, title, madeAtMs } = order
  const sheets = documentPdfSheets(what, designs, documentMeasure)
  return sheets.ok ? success(await layoutsToPdf(sheets.value, { title, madeAtMs, fontFolder })) : sheets
}
