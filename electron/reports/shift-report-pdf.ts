import { jsPDF } from 'jspdf'
import { printableText } from '../../shared/documents/printable-text.ts'
import { shiftReportHead, shiftReportNotes, shiftReportSections } from '../../shared/documents/shift-report-sections.ts'
import type { ReportSection } from '../../shared/documents/shift-report-rows.ts'
import type { ShiftReport } from '../../shared/domain/shift-report.ts'
import { createPdfPage, type PdfPage } from './pdf-page.ts'
import { addPdfFonts, PDF_FONT } from './pdf-fonts.ts'

const addHead = (page: PdfPage, report: ShiftReport): void => {
  const { shop } = report
  const { title, facts } = shiftReportHead(report)
  page.text(shop.name, { sizePt: 16, weight: 'bold' })
  for (const line of shop.address) page.text(line, { sizePt: 9, weight: 'normal' })
  if (printableText(shop.phone) !== '') page.text(`Telp ${shop.phone}`, { sizePt: 9, weight: 'normal' })
  const chargesTax = report.taxBase !== 0 || report.tax !== 0
  if (chargesTax && printableText(shop.npwp) !== '') page.text(`NPWP ${shop.npwp}`, { sizePt: 9, weight: 'normal' })
  page.gap(5)
  page.text(title, { sizePt: 14, weight: 'bold' })
  page.gap(1)
  for (const { name, value } of facts) page.fact(name, value)
}

const addSection = (page: PdfPage, { title, rows }: ReportSection): void => {
  page.gap(3)
  page.heading(title)
  for (const { words, value, isSum = false } of rows) page.row(words, value, isSum ? 'bold' : 'normal')
}

/**
 * A shift report as PDF on A4, from the same frozen copy and the same rows as the printed one, set in the shipped font.
 * Rejects when the fonts cannot be read.
 */
export const shiftReportPdf = async (report: ShiftReport, fontFolder: string): Promise<Uint8Array> => {
  const document = new jsPDF({ unit: 'mm', format: 'a4', putOnlyUsedFonts: true, compress: true })
  await addPdfFonts(document, fontFolder)
  const { title } = shiftReportHead(report)
  document.setProperties({ title: `${title} ${report.shift.register}`, creator: 'Konter' })
  document.setCreationDate(new Date(report.madeAtMs))
  const page = createPdfPage(document, PDF_FONT)
  addHead(page, report)
  for (const section of shiftReportSections(report)) addSection(page, section)
  const notes = shiftReportNotes(report)
  if (notes.length > 0) page.gap(4)
  for (const note of notes) page.text(note, { sizePt: 9, weight: 'normal' })
  if (report.kind === 'z') page.signatures(['Kasir', 'Penanggung jawab'])
  page.numberPages(`${report.shop.name}, ${title}, ${report.shift.register}`)
  return new Uint8Array(document.output('arraybuffer'))
}
