import { A4_MM } from '../../shared/documents/invoice-faces.ts'
import type { DocumentLayout } from '../../shared/documents/layout.ts'
import type { LabelSheet } from '../../shared/ipc/document-pdf.ts'
import type { PdfPlace } from './draw-pdf-layout.ts'

/** A page of a PDF and what lies on it. */
export type PdfSheet = {
  readonly widthMm: number
  readonly heightMm: number
  readonly placed: readonly { readonly layout: DocumentLayout; readonly place: PdfPlace }[]
}

/** A page as large as the layout, with white around it. */
export const sheetFor = (
  layout: DocumentLayout,
  { xMm, yMm }: { readonly xMm: number; readonly yMm: number } = { xMm: 0, yMm: 0 },
): PdfSheet => ({
  widthMm: layout.widthMm + xMm * 2,
  heightMm: layout.heightMm + yMm * 2,
  placed: [{ layout, place: { xMm, yMm, scale: 1 } }],
})

/** What office printers leave white on every edge. */
const UNPRINTED_MM = 5
/** Labels become this much smaller at most where more of them then fit on a sheet: four of 100 x 150 mm instead of two. */
const LEAST_SCALE = 0.94

/**
 * Labels of one size on as few A4 sheets as they need, row by row, each in the middle of its part of the sheet: cut into
 * equal parts, or bought as such (four of A6), the sheet gives labels with the same white on both sides.
 */
export const labelsOnA4 = (labels: readonly DocumentLayout[]): readonly PdfSheet[] => {
  const [first] = labels
  if (first === undefined) return []
  const [roomX, roomY] = [A4_MM.widthMm - UNPRINTED_MM * 2, A4_MM.heightMm - UNPRINTED_MM * 2]
  const columns = Math.max(1, Math.floor(roomX / (first.widthMm * LEAST_SCALE)))
  const rows = Math.max(1, Math.floor(roomY / (first.heightMm * LEAST_SCALE)))
  const scale = Math.min(1, roomX / (first.widthMm * columns), roomY / (first.heightMm * rows))
  const [partX, partY] = [A4_MM.widthMm / columns, A4_MM.heightMm / rows]
  const cells = Array.from({ length: columns * rows }, (_, cell) => ({
    xMm: (cell % columns) * partX + (partX - first.widthMm * scale) / 2,
    yMm: Math.floor(cell / columns) * partY + (partY - first.heightMm * scale) / 2,
    scale,
  }))
  return fillSheets(labels, cells, 0)
}

/** How large each label of a sheet of self-adhesive labels is; null when the grid leaves them no room. */
export const sheetLabelSize = (sheet: LabelSheet): { readonly widthMm: number; readonly heightMm: number } | null => {
  const { columns, rows, marginXMm, marginYMm, columnGapMm, rowGapMm } = sheet
  const widthMm = (A4_MM.widthMm - marginXMm * 2 - columnGapMm * (columns - 1)) / columns
  const heightMm = (A4_MM.heightMm - marginYMm * 2 - rowGapMm * (rows - 1)) / rows
  return widthMm > 0 && heightMm > 0 ? { widthMm, heightMm } : null
}

/** What many office printers cannot print, at least, on every edge of a sheet. */
const LEAST_UNPRINTED_MM = 4.5
/** Labels of goods have at least this much white of their own on every side. */
const OWN_WHITE_MM = 0.75

/** How far what is printed on the outermost labels of a sheet must be moved in, so that a printer reaches it. */
const insetOf = (marginMm: number): number => Math.max(0, LEAST_UNPRINTED_MM - OWN_WHITE_MM - marginMm)

/** The room on each label of a sheet that every printer reaches, wherever on the sheet the label lies; null when there is none. */
export const sheetLabelRoom = (sheet: LabelSheet): { readonly widthMm: number; readonly heightMm: number } | null => {
  const size = sheetLabelSize(sheet)
  if (size === null) return null
  const widthMm = size.widthMm - insetOf(sheet.marginXMm) * (sheet.columns === 1 ? 2 : 1)
  const heightMm = size.heightMm - insetOf(sheet.marginYMm) * (sheet.rows === 1 ? 2 : 1)
  return widthMm > 0 && heightMm > 0 ? { widthMm, heightMm } : null
}

/** Where something that is smaller than its label begins: away from the sheet's edge on the outermost, in the middle of the others. */
const offsetIn = (place: number, count: number, freeMm: number): number => {
  if (count > 1 && place === 0) return freeMm
  return count > 1 && place === count - 1 ? 0 : freeMm / 2
}

/**
 * Labels in the grid of a sheet of self-adhesive labels, after those of the first sheet that are used up. All are of one
 * size, that of the grid's labels or smaller; the grid stays where it is.
 */
export const labelsOnSheet = (labels: readonly DocumentLayout[], sheet: LabelSheet): readonly PdfSheet[] => {
  const size = sheetLabelSize(sheet)
  const [first] = labels
  if (size === null || first === undefined) return []
  const [freeX, freeY] = [size.widthMm - first.widthMm, size.heightMm - first.heightMm]
  const cells = Array.from({ length: sheet.columns * sheet.rows }, (_, cell) => {
    const [column, row] = [cell % sheet.columns, Math.floor(cell / sheet.columns)]
    return {
      xMm: sheet.marginXMm + column * (size.widthMm + sheet.columnGapMm) + offsetIn(column, sheet.columns, freeX),
      yMm: sheet.marginYMm + row * (size.heightMm + sheet.rowGapMm) + offsetIn(row, sheet.rows, freeY),
      scale: 1,
    }
  })
  return fillSheets(labels, cells, sheet.usedLabels % cells.length)
}

const fillSheets = (
  labels: readonly DocumentLayout[],
  cells: readonly PdfPlace[],
  firstCell: number,
): readonly PdfSheet[] => {
  const sheets: PdfSheet['placed'][number][][] = []
  labels.forEach((layout, index) => {
    const cell = (firstCell + index) % cells.length
    if (index === 0 || cell === 0) sheets.push([])
    const place = cells[cell]
    if (place !== undefined) sheets.at(-1)?.push({ layout, place })
  })
  return sheets.map((placed) => ({ ...A4_MM, placed }))
}
