import { createColumn, type Column } from './column.ts'
import type { DocumentMeasure } from './document-measure.ts'
import type { DocumentLanguage } from './document-words.ts'
import type { DocumentLayout } from './layout.ts'
import { printableText } from './printable-text.ts'
import { FOOT_MM, PRINTABLE_WIDTH_MM, receiptFaces, SIDE_MM, type PaperWidthMm } from './receipt-faces.ts'
import { addBar, addFacts, addSectionRule, addShop } from './receipt-head.ts'
import { shiftReportHead, shiftReportNotes, shiftReportSections } from './shift-report-sections.ts'
import { SHIFT_REPORT_WORDS, type ShiftReportWords } from './shift-report-words.ts'
import type { ShiftReport } from '../domain/shift-report.ts'

const SIGNATURE_MM = 12

/** An X or Z report for the receipt printer, from its frozen copy: the same however often it is printed. */
export const layoutShiftReport = (
  report: ShiftReport,
  options: {
    readonly paperWidthMm: PaperWidthMm
    readonly isCopy: boolean
    /** Indonesian when left out. */
    readonly language?: DocumentLanguage
  },
  measure: DocumentMeasure,
): DocumentLayout => {
  const widthMm = PRINTABLE_WIDTH_MM[options.paperWidthMm]
  const faces = receiptFaces(options.paperWidthMm, 'normal')
  const words = SHIFT_REPORT_WORDS[options.language ?? 'id']
  const column = createColumn(SIDE_MM, 1, widthMm - SIDE_MM * 2, measure)
  const head = shiftReportHead(report, words)
  const chargesTax = report.taxBase !== 0 || report.tax !== 0

  addShop(column, report.shop, chargesTax, faces, words)
  addBar(column, head.title, faces)
  if (options.isCopy) addBar(column, words.copy, faces)
  addSectionRule(column)
  addFacts(column, head.facts, faces, measure)
  for (const section of shiftReportSections(report, words)) {
    addSectionRule(column)
    column.paragraph(section.title, { ...faces.strong, maxLines: 1 })
    column.gap(0.5)
    for (const { words: name, value, isSum = false } of section.rows)
      column.pair(name, value, isSum ? faces.strong : faces.body)
  }
  const notes = shiftReportNotes(report, words).filter((note) => printableText(note) !== '')
  if (notes.length > 0) addSectionRule(column)
  for (const note of notes) column.paragraph(note, { ...faces.small, maxLines: 6 })
  if (report.kind === 'z') addSignatures(column, words, measure, faces.small)
  return { widthMm, heightMm: column.yMm() + FOOT_MM, primitives: column.primitives() }
}

/** Room for cashier and supervisor to sign side by side. */
const addSignatures = (
  column: Column,
  words: ShiftReportWords,
  measure: DocumentMeasure,
  face: { readonly sizeMm: number; readonly weight: 'regular' | 'bold' },
): void => {
  addSectionRule(column)
  column.gap(SIGNATURE_MM)
  const yMm = column.yMm()
  const roomMm = column.widthMm / 2 - 2
  const places = [
    { name: words.cashier, xMm: column.xMm },
    { name: words.supervisor, xMm: column.xMm + column.widthMm - roomMm },
  ]
  for (const { name, xMm } of places) {
    column.add({ type: 'line', direction: 'horizontal', xMm, yMm, lengthMm: roomMm, strokeMm: 0.25 })
    const caption = createColumn(xMm, yMm + 0.5, roomMm, measure)
    caption.paragraph(name, { ...face, align: 'center', maxLines: 1 })
    for (const primitive of caption.primitives()) column.add(primitive)
  }
  column.gap(0.5 + face.sizeMm * 1.2)
}
