import { createColumn } from './column.ts'
import { completeDesign } from './complete-design.ts'
import { DEFAULT_DESIGNS, REQUIRED_PARTS, type DocumentDesigns, type TextSize } from './document-design.ts'
import type { DocumentMeasure } from './document-measure.ts'
import type { DocumentLayout } from './layout.ts'
import { FOOT_MM, PRINTABLE_WIDTH_MM, receiptFaces, SIDE_MM, type PaperWidthMm } from './receipt-faces.ts'
import { addBar } from './receipt-head.ts'
import { drawShiftReportPart, type ShiftReportPage, type ShiftReportPart } from './shift-report-parts.ts'
import { shiftReportHead, shiftReportNotes, shiftReportSections } from './shift-report-sections.ts'
import { SHIFT_REPORT_WORDS } from './shift-report-words.ts'
import { stackParts } from './stack-parts.ts'
import type { ShiftReport } from '../domain/shift-report.ts'

export type ShiftReportOptions = {
  readonly paperWidthMm: PaperWidthMm
  readonly isCopy: boolean
  /** How the shop wants its documents; left out, the usual ones. */
  readonly designs?: DocumentDesigns
}

const TOP_MM = 1
const TOGETHER = [['logo', 'shop']] as const

/** An X or Z report for the receipt printer, from its frozen copy: the same figures however often it is printed. */
export const layoutShiftReport = (
  report: ShiftReport,
  { paperWidthMm, isCopy, designs = DEFAULT_DESIGNS }: ShiftReportOptions,
  measure: DocumentMeasure,
): DocumentLayout => {
  const widthMm = PRINTABLE_WIDTH_MM[paperWidthMm]
  const usual = DEFAULT_DESIGNS['shift-report']
  const design = completeDesign(designs['shift-report'], usual, REQUIRED_PARTS['shift-report'])
  const words = SHIFT_REPORT_WORDS[designs.language]
  const column = createColumn(SIDE_MM, TOP_MM, widthMm - SIDE_MM * 2, measure)
  const { title, facts } = shiftReportHead(report, words)
  const page: ShiftReportPage = {
    column,
    report,
    facts,
    sections: shiftReportSections(report, words),
    remarks: shiftReportNotes(report, words),
    logo: designs.logo,
    note: design.note,
    words,
    paperWidthMm,
    measure,
  }
  const addBars = (): void => {
    const faces = receiptFaces(paperWidthMm, 'normal')
    addBar(column, title, faces)
    if (isCopy) addBar(column, words.copy, faces)
  }
  const draw = (part: ShiftReportPart, size: TextSize) => drawShiftReportPart(part, size, page)
  stackParts(column, design.parts, { draw, addBars, together: TOGETHER })
  return { widthMm, heightMm: column.yMm() + FOOT_MM, primitives: column.primitives() }
}
