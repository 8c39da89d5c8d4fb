import type { DocumentLanguage } from '../../shared/documents/document-words.ts'
import { printableText } from '../../shared/documents/printable-text.ts'
import { shiftReportHead, shiftReportNotes, shiftReportSections } from '../../shared/documents/shift-report-sections.ts'
import type { ReportSection } from '../../shared/documents/shift-report-rows.ts'
import { SHIFT_REPORT_WORDS, type ShiftReportWords } from '../../shared/documents/shift-report-words.ts'
import type { ShiftReport } from '../../shared/domain/shift-report.ts'
import { createPdfPage, type PdfPage } from './pdf-page.ts'
import { addPdfFonts, PDF_FONT } from './pdf-fonts.ts'

const addHead = (page: PdfPage, report: ShiftReport, words: ShiftReportWords): void => {
  const { shop } = report
  const { title, facts } = shiftReportHead(report, words)
  page.text(shop.name, { sizePt: 16, weight: 'bold' })
  for (const line of shop.address) page.text(line, { sizePt: 9, weight: 'normal' })
  if (printableText(shop.phone) !== '') page.text(`${words.telephone} ${shop.phone}`, { sizePt: 9, weight: 'normal' })
  const chargesTax = report.taxBase !== 0 || report.tax !== 0
  if (chargesTax && printableText(shop.npwp) !== '') page.text(`NPWP ${shop.npwp}`, { sizePt: 9, weight: 'normal' })
  page.gap(5)
  page.text(title, { sizePt: 14, weight: 'bold' })
  page.gap(1)
  for (const { name, value } of facts) page.fact(name, value)
}

const addSection = (page: PdfPage, { title, rows }: ReportSection): void => {
  page.gap(3)
  page.heading(title, rows.length)
  for (const { words, value, isSum = false } of rows) page.row(words, value, isSum ? 'bold' : 'normal')
}

/**
 * A shift report as PDF on A4, from the same frozen copy and the same rows as the printed one, set in the shipped font; in
 * Indonesian unless another language is given. Rejects when the fonts cannot be read.
 */
export const shiftReportPdf = async (
  report: ShiftReport,
  fontFolder: string,
  language: DocumentLanguage = 'id',
): Promise<Uint8Array> => {
  const words = SHIFT_REPORT_WORDS[language]
  // Loaded when it is wanted: the thread that draws receipts is to start without it.
  const { jsPDF } = await import('jspdf')
  const document = new jsPDF({ unit: 'mm', format: 'a4', putOnlyUsedFonts: true, compress: true })
  await addPdfFonts(document, fontFolder)
  const { title } = shiftReportHead(report, words)
  document.setProperties({ title: `${title} ${report.shift.register}`, creator: 'Konter' })
  document.setCreationDate(new Date(report.madeAtMs))
  const page = createPdfPage(document, PDF_FONT)
  addHead(page, report, words)
  for (const section of shiftReportSections(report, words)) addSection(page, section)
  const notes = shiftReportNotes(report, words)
  if (notes.length > 0) page.gap(4)
  for (const note of notes) page.text(note, { sizePt: 9, weight: 'normal' })
  if (report.kind === 'z') page.signatures([words.cashier, words.supervisor])
  page.numberPages(`${report.shop.name}, ${title}, ${report.shift.register}`)
  return new Uint8Array(document.output('arraybuffer'))
}
