import { createColumn, type Column } from './column.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { LINE_EM, type LayoutPrimitive } from './layout.ts'
import { fitText, wrapText } from './text-fitting.ts'
import { countPieces, formatLineQuantity } from './count-pieces.ts'
import { formatThousands } from '../domain/money.ts'
import type { SaleLine } from '../domain/sale.ts'

const NUMBER_MM = 6
const SKU_MM = 23
const QUANTITY_MM = 11
const GAP_MM = 1.5
const NAME_SIZE_MM = 2.75
const HEAD_SIZE_MM = 2.5
const ROW_GAP_MM = 0.4
const LINE_MM = NAME_SIZE_MM * LINE_EM

type Row = { readonly primitives: readonly LayoutPrimitive[]; readonly heightMm: number }
type RowMaker = (line: SaleLine, index: number, yMm: number, nameLines: number) => Row

/** What is in the parcel: number, product, SKU, quantity, total. Lines that find no room are counted in `+ n produk lainnya`. */
export const addItemTable = (
  column: Column,
  lines: readonly SaleLine[],
  bottomMm: number,
  measure: DocumentMeasure,
): void => {
  const makeRow = rowMaker(column, measure)
  column.gap(0.75)
  addCells(column, ['#', 'Produk', 'SKU', 'Qty'], HEAD_SIZE_MM, measure)
  column.gap(HEAD_SIZE_MM * LINE_EM + 0.5)
  column.rule(0.25)
  column.gap(0.75)
  const footMm = LINE_MM + 1.75
  const roomMm = bottomMm - column.yMm() - footMm
  const { rows, left } = chooseRows(lines, makeRow, column.yMm(), roomMm)
  for (const row of rows) {
    for (const primitive of row.primitives) column.add(primitive)
    column.gap(row.heightMm)
  }
  if (left.length > 0) {
    const leftPieces = countPieces(left)
    column.pair(`+ ${String(left.length)} produk lainnya`, formatThousands(leftPieces), {
      sizeMm: NAME_SIZE_MM,
      weight: 'regular',
      indentMm: NUMBER_MM,
    })
  }
  const pieces = countPieces(lines)
  column.gap(0.5)
  column.rule(0.25)
  column.gap(0.5)
  column.pair('TOTAL', formatThousands(pieces), { sizeMm: NAME_SIZE_MM, weight: 'bold' })
}

/** Names on two lines where all rows find room so, else on one; else as many rows as leave room for the line that counts the rest. */
const chooseRows = (
  lines: readonly SaleLine[],
  makeRow: RowMaker,
  topMm: number,
  roomMm: number,
): { rows: readonly Row[]; left: readonly SaleLine[] } => {
  for (const nameLines of [2, 1]) {
    const rows = takeRows(lines, makeRow, topMm, roomMm, nameLines)
    if (rows.length === lines.length) return { rows, left: [] }
  }
  const rows = takeRows(lines, makeRow, topMm, roomMm - LINE_MM, 1)
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

const edgesOf = (column: Column): { nameMm: number; nameWidthMm: number; skuMm: number; quantityMm: number } => {
  const nameMm = column.xMm + NUMBER_MM
  const quantityMm = column.xMm + column.widthMm - QUANTITY_MM
  const skuMm = quantityMm - SKU_MM - GAP_MM
  return { nameMm, nameWidthMm: skuMm - nameMm - GAP_MM, skuMm, quantityMm }
}

const addCells = (
  column: Column,
  [number, name, sku, quantity]: readonly [string, string, string, string],
  sizeMm: number,
  measure: DocumentMeasure,
): void => {
  const edges = edgesOf(column)
  const cell = (text: string, xMm: number, widthMm: number, align: 'left' | 'right'): void => {
    const cellColumn = createColumn(xMm, column.yMm(), widthMm, measure)
    cellColumn.paragraph(text, { sizeMm, weight: 'bold', align, maxLines: 1 })
    for (const primitive of cellColumn.primitives()) column.add(primitive)
  }
  cell(number, column.xMm, NUMBER_MM, 'left')
  cell(name, edges.nameMm, edges.nameWidthMm, 'left')
  cell(sku, edges.skuMm, SKU_MM, 'left')
  cell(quantity, edges.quantityMm, QUANTITY_MM, 'right')
}

const rowMaker =
  (column: Column, measure: DocumentMeasure): RowMaker =>
  (line, index, yMm, nameLines) => {
    const edges = edgesOf(column)
    const face = { sizeMm: NAME_SIZE_MM, weight: 'regular' } as const
    const name = createColumn(edges.nameMm, yMm, edges.nameWidthMm, measure)
    for (const text of wrapText(line.name, edges.nameWidthMm, face, nameLines, measure)) name.paragraph(text, face)
    const primitives = [...name.primitives()]
    const cell = (text: string, xMm: number, widthMm: number, weight: 'regular' | 'bold', align: 'left' | 'right') => {
      const fitted = fitText(text, widthMm, weight, [NAME_SIZE_MM, 2.5, 2.25, 2], () => 1, measure)
      // A smaller cell stands on the same baseline as the name beside it.
      const cellColumn = createColumn(xMm, yMm + (NAME_SIZE_MM - fitted.sizeMm) * 0.93, widthMm, measure)
      cellColumn.paragraph(text, { sizeMm: fitted.sizeMm, weight, align, maxLines: 1 })
      primitives.push(...cellColumn.primitives())
    }
    cell(String(index + 1), column.xMm, NUMBER_MM - 0.5, 'regular', 'left')
    cell(line.sku, edges.skuMm, SKU_MM, 'regular', 'left')
    cell(formatLineQuantity(line), edges.quantityMm, QUANTITY_MM, 'bold', 'right')
    const heightMm = Math.max(1, name.primitives().length) * LINE_MM + ROW_GAP_MM
    return { primitives, heightMm }
  }
