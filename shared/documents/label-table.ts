import { createColumn, type Column } from './column.ts'
import { countPieces, formatLineQuantity } from './count-pieces.ts'
import type { TextSize } from './document-design.ts'
import { scaledMm, takeOver, type LabelPage } from './label-page.ts'
import { ASCENT_EM, LINE_EM, type LayoutPrimitive } from './layout.ts'
import {
  cellSizes,
  edgesOf,
  GAP_MM,
  HEAD_SIZE_MM,
  nameSizeMm,
  needsSkuFirst,
  type TableEdges,
} from './label-table-edges.ts'
import { fitText, wrapText } from './text-fitting.ts'
import { formatThousands } from '../domain/money.ts'
import type { SaleLine } from '../domain/sale.ts'

const ROW_GAP_MM = 0.4

type Row = { readonly primitives: readonly LayoutPrimitive[]; readonly heightMm: number }
type RowMaker = (line: SaleLine, index: number, yMm: number, nameLines: number) => Row

/** The height of the one line that counts the goods where the table finds no room. */
export const summaryMm = (page: LabelPage, size: TextSize): number => 0.75 + nameSizeMm(page, size) * LINE_EM

/** The height of the table with every line of the goods in it, names on so many lines. */
export const wholeTableMm = (
  column: Column,
  lines: readonly SaleLine[],
  page: LabelPage,
  size: TextSize,
  nameLines: number,
): number => {
  const { headMm, footMm } = frameOf(page, size)
  const makeRow = rowMaker(column, edgesOf(column, lines, page, size), page, size)
  const rows = takeRows(lines, makeRow, 0, Number.POSITIVE_INFINITY, nameLines)
  return headMm + rows.reduce((sumMm, { heightMm }) => sumMm + heightMm, 0) + footMm
}

/** What stands above and below the rows. */
const frameOf = (page: LabelPage, size: TextSize): { readonly headMm: number; readonly footMm: number } => {
  const headTextMm = scaledMm(HEAD_SIZE_MM, size) * LINE_EM
  if (page.size.hasShortTable) return { headMm: 0.75 + headTextMm + 0.25, footMm: 0 }
  return { headMm: 0.75 + headTextMm + 0.5 + 0.25 + 0.75, footMm: nameSizeMm(page, size) * LINE_EM + 1.75 }
}

/**
 * What is in the parcel: number, product, SKU, quantity, total, in the height that is left. Lines that find no room are
 * counted in `+ n produk lainnya`; where not one does, a single line counts them all.
 */
export const addItemTable = (
  column: Column,
  lines: readonly SaleLine[],
  roomMm: number,
  page: LabelPage,
  size: TextSize,
): void => {
  const { words } = page
  const bottomMm = column.yMm() + roomMm
  const sizeMm = nameSizeMm(page, size)
  const lineMm = sizeMm * LINE_EM
  const headSizeMm = scaledMm(HEAD_SIZE_MM, size)
  const isShort = page.size.hasShortTable
  const { headMm, footMm } = frameOf(page, size)
  const topMm = column.yMm() + headMm
  const edges = edgesOf(column, lines, page, size)
  const makeRow = rowMaker(column, edges, page, size)
  const { rows, left } = chooseRows(lines, makeRow, topMm, bottomMm - topMm - footMm, lineMm)
  const pieces = formatThousands(countPieces(lines))
  column.gap(0.75)
  if (rows.length === 0) {
    column.pair(`${words.total}: ${words.products(lines.length)}`, pieces, { sizeMm, weight: 'bold' })
    return
  }
  addCells(column, edges, page, headSizeMm)
  column.gap(headSizeMm * LINE_EM + (isShort ? 0.25 : 0.5))
  if (!isShort) {
    column.rule(0.25)
    column.gap(0.75)
  }
  for (const row of rows) {
    for (const primitive of row.primitives) column.add(primitive)
    column.gap(row.heightMm)
  }
  if (left.length > 0) {
    const indentMm = edges.nameMm - column.xMm
    column.pair(words.more(left.length), formatThousands(countPieces(left)), { sizeMm, weight: 'regular', indentMm })
  }
  if (isShort) return
  column.gap(0.5)
  column.rule(0.25)
  column.gap(0.5)
  column.pair(words.total, pieces, { sizeMm, weight: 'bold' })
}

/** Names on two lines where all rows find room so, else on one, smaller where that keeps them whole; else as many rows as leave room for the line that counts the rest. */
const chooseRows = (
  lines: readonly SaleLine[],
  makeRow: RowMaker,
  topMm: number,
  roomMm: number,
  lineMm: number,
): { rows: readonly Row[]; left: readonly SaleLine[] } => {
  for (const nameLines of [2, 1]) {
    const rows = takeRows(lines, makeRow, topMm, roomMm, nameLines)
    if (rows.length === lines.length) return { rows, left: [] }
  }
  const onOneLine = takeRows(lines, makeRow, topMm, roomMm - lineMm, 1)
  const onTwoLines = takeRows(lines, makeRow, topMm, roomMm - lineMm, 2)
  const rows = onTwoLines.length < onOneLine.length ? onOneLine : onTwoLines
  return { rows, left: lines.slice(rows.length) }
}

const takeRows = (
  lines: readonly SaleLine[],
  makeRow: RowMaker,
  topMm: number,
  roomMm: number,
  nameLines: number,
): readonly Row[] => {
  const rows: Row[] = []
  let usedMm = 0
  for (const [index, line] of lines.entries()) {
    const row = makeRow(line, index, topMm + usedMm, nameLines)
    if (usedMm + row.heightMm > roomMm) break
    usedMm += row.heightMm
    rows.push(row)
  }
  return rows
}

const rowMaker = (column: Column, edges: TableEdges, page: LabelPage, size: TextSize): RowMaker => {
  const { measure } = page
  const sizeMm = nameSizeMm(page, size)
  const sizesMm = cellSizes(page, size)
  const face = { sizeMm, weight: 'regular' } as const
  return (line, index, yMm, nameLines) => {
    const primitives: LayoutPrimitive[] = []
    const cell = (text: string, xMm: number, widthMm: number, weight: 'regular' | 'bold', align: 'left' | 'right') => {
      const fitted = fitText(text, widthMm, weight, sizesMm, () => 1, measure)
      // A smaller cell stands on the same baseline as the others.
      const cellColumn = createColumn(xMm, yMm + (sizeMm - fitted.sizeMm) * ASCENT_EM, widthMm, measure)
      cellColumn.paragraph(text, { sizeMm: fitted.sizeMm, weight, align, maxLines: 1 })
      primitives.push(...cellColumn.primitives())
    }
    const leadsWithSku = needsSkuFirst(line, page, size)
    const nameWidthMm = (leadsWithSku ? edges.quantityMm : edges.skuMm) - GAP_MM - edges.nameMm
    const title = leadsWithSku ? `${line.sku} ${line.name}` : line.name
    const wrapped = wrapText(title, nameWidthMm, face, leadsWithSku ? 2 : nameLines, measure)
    if (wrapped.length > 1) {
      const name = createColumn(edges.nameMm, yMm, nameWidthMm, measure)
      for (const text of wrapped) name.paragraph(text, face)
      primitives.push(...name.primitives())
    } else cell(title, edges.nameMm, nameWidthMm, 'regular', 'left')
    cell(String(index + 1), column.xMm, edges.nameMm - column.xMm - 0.5, 'regular', 'left')
    if (!leadsWithSku) cell(line.sku, edges.skuMm, edges.quantityMm - GAP_MM - edges.skuMm, 'regular', 'left')
    const quantityWidthMm = column.xMm + column.widthMm - edges.quantityMm
    cell(formatLineQuantity(line), edges.quantityMm, quantityWidthMm, 'bold', 'right')
    return { primitives, heightMm: Math.max(1, wrapped.length) * sizeMm * LINE_EM + ROW_GAP_MM }
  }
}

const addCells = (column: Column, edges: TableEdges, { words, measure }: LabelPage, sizeMm: number): void => {
  const cell = (text: string, xMm: number, endMm: number, align: 'left' | 'right'): void => {
    const cellColumn = createColumn(xMm, column.yMm(), endMm - xMm, measure)
    cellColumn.paragraph(text, { sizeMm, weight: 'bold', align, maxLines: 1 })
    takeOver(column, cellColumn)
  }
  cell('#', column.xMm, edges.nameMm, 'left')
  cell(words.product, edges.nameMm, edges.skuMm - GAP_MM, 'left')
  if (edges.hasSkus) cell(words.sku, edges.skuMm, edges.quantityMm - GAP_MM, 'left')
  cell(words.quantity, edges.quantityMm, column.xMm + column.widthMm, 'right')
}
