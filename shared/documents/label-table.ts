import { createColumn, type Column } from './column.ts'
import { countPieces, formatLineQuantity } from './count-pieces.ts'
import type { TextSize } from './document-design.ts'
import { scaledMm, scaledSizes, takeOver, type LabelPage } from './label-page.ts'
import { ASCENT_EM, LINE_EM, type LayoutPrimitive } from './layout.ts'
import { unprintableCharacters } from './printable-text.ts'
import { ellipsize, fitText, wrapText } from './text-fitting.ts'
import { formatThousands } from '../domain/money.ts'
import type { SaleLine } from '../domain/sale.ts'

const GAP_MM = 1.5
const NAME_SIZE_MM = 2.75
const HEAD_SIZE_MM = 2.5
const ROW_GAP_MM = 0.4

type Row = { readonly primitives: readonly LayoutPrimitive[]; readonly heightMm: number }
type RowMaker = (line: SaleLine, index: number, yMm: number, nameLines: number) => Row

const nameSizeMm = (size: TextSize): number => scaledMm(NAME_SIZE_MM, size)

/** The height of the one line that counts the goods where the table finds no room. */
export const summaryMm = (size: TextSize): number => 0.75 + nameSizeMm(size) * LINE_EM

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
  const sizeMm = nameSizeMm(size)
  const lineMm = sizeMm * LINE_EM
  const headSizeMm = scaledMm(HEAD_SIZE_MM, size)
  const isShort = page.size.hasShortTable
  const headMm = 0.75 + (isShort ? 0 : headSizeMm * LINE_EM + 0.5 + 0.25 + 0.75)
  const footMm = isShort ? 0 : lineMm + 1.75
  const topMm = column.yMm() + headMm
  const makeRow = rowMaker(column, page, size)
  const { rows, left } = chooseRows(lines, makeRow, topMm, bottomMm - topMm - footMm, lineMm)
  const pieces = formatThousands(countPieces(lines))
  column.gap(0.75)
  if (rows.length === 0) {
    column.pair(`${words.total}: ${words.products(lines.length)}`, pieces, { sizeMm, weight: 'bold' })
    return
  }
  if (!isShort) {
    addCells(column, page, headSizeMm)
    column.gap(headSizeMm * LINE_EM + 0.5)
    column.rule(0.25)
    column.gap(0.75)
  }
  for (const row of rows) {
    for (const primitive of row.primitives) column.add(primitive)
    column.gap(row.heightMm)
  }
  if (left.length > 0) {
    const indentMm = page.size.table.numberMm
    column.pair(words.more(left.length), formatThousands(countPieces(left)), { sizeMm, weight: 'regular', indentMm })
  }
  if (isShort) return
  column.gap(0.5)
  column.rule(0.25)
  column.gap(0.5)
  column.pair(words.total, pieces, { sizeMm, weight: 'bold' })
}

/** Names on two lines where all rows find room so, else on one; else as many rows as leave room for the line that counts the rest. */
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
  const rows = takeRows(lines, makeRow, topMm, roomMm - lineMm, 1)
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

type Edges = {
  readonly nameMm: number
  readonly nameWidthMm: number
  readonly skuMm: number
  readonly quantityMm: number
}

const edgesOf = (
  column: Column,
  { numberMm, skuMm: skuWidthMm, quantityMm: width }: LabelPage['size']['table'],
): Edges => {
  const nameMm = column.xMm + numberMm
  const quantityMm = column.xMm + column.widthMm - width
  const skuMm = quantityMm - skuWidthMm - GAP_MM
  return { nameMm, nameWidthMm: skuMm - nameMm - GAP_MM, skuMm, quantityMm }
}

const addCells = (column: Column, { size, words, measure }: LabelPage, sizeMm: number): void => {
  const edges = edgesOf(column, size.table)
  const cell = (text: string, xMm: number, widthMm: number, align: 'left' | 'right'): void => {
    const cellColumn = createColumn(xMm, column.yMm(), widthMm, measure)
    cellColumn.paragraph(text, { sizeMm, weight: 'bold', align, maxLines: 1 })
    takeOver(column, cellColumn)
  }
  cell('#', column.xMm, size.table.numberMm, 'left')
  cell(words.product, edges.nameMm, edges.nameWidthMm, 'left')
  cell(words.sku, edges.skuMm, size.table.skuMm, 'left')
  cell(words.quantity, edges.quantityMm, size.table.quantityMm, 'right')
}

const rowMaker = (column: Column, page: LabelPage, size: TextSize): RowMaker => {
  const { measure } = page
  const { numberMm, skuMm, quantityMm } = page.size.table
  const sizeMm = nameSizeMm(size)
  const sizesMm = [...new Set([sizeMm, ...scaledSizes([2.5, 2.25, 2], size)])]
  const edges = edgesOf(column, page.size.table)
  const face = { sizeMm, weight: 'regular' } as const
  const isWhole = (sku: string): boolean => {
    const smallest = { sizeMm: sizesMm.at(-1) ?? sizeMm, weight: 'regular' } as const
    return !ellipsize(sku, skuMm, smallest, measure).endsWith('…')
  }
  return (line, index, yMm, nameLines) => {
    // A name that cannot be read needs its SKU complete, wherever there is room for it.
    const leadsWithSku = unprintableCharacters(line.name).length > 0 && !isWhole(line.sku)
    const title = leadsWithSku ? `${line.sku} ${line.name}` : line.name
    const name = createColumn(edges.nameMm, yMm, edges.nameWidthMm, measure)
    for (const text of wrapText(title, edges.nameWidthMm, face, leadsWithSku ? 2 : nameLines, measure))
      name.paragraph(text, face)
    const primitives = [...name.primitives()]
    const cell = (text: string, xMm: number, widthMm: number, weight: 'regular' | 'bold', align: 'left' | 'right') => {
      const fitted = fitText(text, widthMm, weight, sizesMm, () => 1, measure)
      // A smaller cell stands on the same baseline as the name beside it.
      const cellColumn = createColumn(xMm, yMm + (sizeMm - fitted.sizeMm) * ASCENT_EM, widthMm, measure)
      cellColumn.paragraph(text, { sizeMm: fitted.sizeMm, weight, align, maxLines: 1 })
      primitives.push(...cellColumn.primitives())
    }
    cell(String(index + 1), column.xMm, numberMm - 0.5, 'regular', 'left')
    cell(line.sku, edges.skuMm, skuMm, 'regular', 'left')
    cell(formatLineQuantity(line), edges.quantityMm, quantityMm, 'bold', 'right')
    return { primitives, heightMm: Math.max(1, name.primitives().length) * sizeMm * LINE_EM + ROW_GAP_MM }
  }
}
