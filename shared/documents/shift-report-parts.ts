import { createColumn, type Column } from './column.ts'
import type { GreyImage, SHIFT_REPORT_PARTS, TextSize } from './document-design.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { LINE_EM } from './layout.ts'
import { addNote } from './note-lines.ts'
import { printableText } from './printable-text.ts'
import { receiptFaces, SMALLEST_TEXT_MM, type PaperWidthMm, type ReceiptFaces } from './receipt-faces.ts'
import { addFacts, addLogo, addShop } from './receipt-head.ts'
import type { ReportSection } from './shift-report-rows.ts'
import type { ReportHead } from './shift-report-sections.ts'
import type { ShiftReportWords } from './shift-report-words.ts'
import { assertNever } from '../domain/assert-never.ts'
import type { ShiftReport } from '../domain/shift-report.ts'

/** One part of a shift report. */
export type ShiftReportPart = (typeof SHIFT_REPORT_PARTS)[number]

/** All that the parts of a shift report are drawn from and on. */
export type ShiftReportPage = {
  readonly column: Column
  readonly report: ShiftReport
  readonly facts: ReportHead['facts']
  readonly sections: readonly ReportSection[]
  /** How the shift was opened and closed. */
  readonly remarks: readonly string[]
  readonly logo: GreyImage | null
  /** The shop's own words. */
  readonly note: string
  readonly words: ShiftReportWords
  readonly paperWidthMm: PaperWidthMm
  readonly measure: DocumentMeasure
}

/** What draws a part at its size; null when this report or shop has nothing for it. */
export const drawShiftReportPart = (
  part: ShiftReportPart,
  size: TextSize,
  page: ShiftReportPage,
): (() => void) | null => {
  const { column, report, facts, sections, remarks, logo, note, words, paperWidthMm, measure } = page
  const faces = receiptFaces(paperWidthMm, size)
  switch (part) {
    case 'logo':
      return logo === null ? null : () => addLogo(column, logo, size)
    case 'shop': {
      const chargesTax = report.taxBase !== 0 || report.tax !== 0
      return () => addShop(column, report.shop, chargesTax, faces, words, measure)
    }
    case 'facts':
      return () => addFacts(column, facts, faces, measure)
    case 'remarks': {
      const shown = remarks.filter((remark) => printableText(remark) !== '')
      return shown.length === 0
        ? null
        : () => shown.forEach((remark) => column.paragraph(remark, { ...faces.small, maxLines: 6 }))
    }
    case 'note':
      return printableText(note) === '' ? null : () => addNote(column, note, { ...faces.body, align: 'center' })
    case 'signature':
      return report.kind === 'z' ? () => addSignatures(page, faces, SIGNATURE_MM[size]) : null
    case 'sales':
    case 'net':
    case 'tax':
    case 'tenders':
    case 'cashiers':
    case 'drawer':
    case 'opening-count':
    case 'closing-count': {
      const section = sections.find((each) => each.part === part)
      return section === undefined ? null : () => addSection(column, section, faces)
    }
    default:
      return assertNever(part, 'part of a shift report')
  }
}

const addSection = (column: Column, { title, rows }: ReportSection, faces: ReceiptFaces): void => {
  column.paragraph(title, { ...faces.strong, maxLines: 2 })
  column.gap(0.5)
  for (const { words, value, isSum = false, isRemark = false } of rows) {
    column.pair(words, value, isSum ? faces.strong : isRemark ? faces.small : faces.body)
  }
}

/** At 8 dots a millimetre. */
const DOT_MM = 0.125
/** The room above the lines to sign on. */
const SIGNATURE_MM: Readonly<Record<TextSize, number>> = { small: 9, normal: 12, large: 16 }

/** Room for cashier and supervisor to sign side by side. */
const addSignatures = ({ column, words, measure }: ShiftReportPage, { small }: ReceiptFaces, roomMm: number): void => {
  column.gap(roomMm)
  const yMm = column.yMm()
  const lengthMm = column.widthMm / 2 - 2
  const places = [
    { name: words.cashier, xMm: column.xMm },
    { name: words.supervisor, xMm: column.xMm + column.widthMm - lengthMm },
  ]
  // Both in one size, at which both stand whole on one line.
  const sizesMm = Array.from({ length: 12 }, (_, step) => small.sizeMm - step * DOT_MM)
  const fits = (mm: number): boolean =>
    places.every(({ name }) => measure.textWidthMm(name, mm, small.weight) <= lengthMm)
  const sizeMm = sizesMm.find((mm) => mm >= SMALLEST_TEXT_MM && fits(mm)) ?? SMALLEST_TEXT_MM
  for (const { name, xMm } of places) {
    column.add({ type: 'line', direction: 'horizontal', xMm, yMm, lengthMm, strokeMm: 0.25 })
    const caption = createColumn(xMm, yMm + 0.5, lengthMm, measure)
    caption.paragraph(name, { sizeMm, weight: small.weight, maxLines: 1, align: 'center' })
    for (const primitive of caption.primitives()) column.add(primitive)
  }
  column.gap(0.5 + small.sizeMm * LINE_EM)
}
