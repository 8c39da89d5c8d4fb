import type { Column } from './column.ts'
import { formatLineQuantity } from './count-pieces.ts'
import type { TextSize } from './document-design.ts'
import { scaledMm, scaledSizes, type LabelPage } from './label-page.ts'
import { isPrintedWhole, printableText } from './printable-text.ts'
import { ellipsize, type TextFace } from './text-fitting.ts'
import type { SaleLine } from '../domain/sale.ts'

/** White between two columns. */
export const GAP_MM = 1.5
export const HEAD_SIZE_MM = 2.5
const NUMBER_GAP_MM = 1.25
const ROUNDING_MM = 0.01

/** The text of names, and of all cells that find room so. */
export const nameSizeMm = ({ goodsMm }: LabelPage, size: TextSize): number => scaledMm(goodsMm, size)

/** Sizes that a cell may have, largest first. */
export const cellSizes = (page: LabelPage, size: TextSize): readonly number[] =>
  scaledSizes([page.goodsMm, ...[3, 2.75, 2.5, 2.25, 2].filter((mm) => mm < page.goodsMm)], size)

/** Left edges of the columns; the number stands at the table's own, the quantity at its right edge. */
export type TableEdges = {
  readonly nameMm: number
  readonly skuMm: number
  readonly quantityMm: number
  /** False where no row has its SKU in the column for it. */
  readonly hasSkus: boolean
}

/** A name that cannot be read needs its SKU complete: where the column is too narrow for that, it stands before the name. */
export const needsSkuFirst = (line: SaleLine, page: LabelPage, textSize: TextSize): boolean => {
  const { size, measure } = page
  if (isPrintedWhole(line.name)) return false
  const face = { sizeMm: cellSizes(page, textSize).at(-1) ?? nameSizeMm(page, textSize), weight: 'regular' } as const
  return ellipsize(line.sku, size.table.skuMm, face, measure).endsWith('…')
}

/** The columns as wide as what stands in them, at most as wide as they may be; the name has the rest. */
export const edgesOf = (
  column: Column,
  lines: readonly SaleLine[],
  page: LabelPage,
  textSize: TextSize,
): TableEdges => {
  const { measure, words, size } = page
  const { numberMm, skuMm, quantityMm } = size.table
  const sizeMm = nameSizeMm(page, textSize)
  const head = { sizeMm: scaledMm(HEAD_SIZE_MM, textSize), weight: 'bold' } as const
  const widest = (texts: readonly string[], title: string, weight: TextFace['weight'], mostMm: number): number => {
    const widthsMm = texts.map((text) => measure.textWidthMm(printableText(text), sizeMm, weight))
    const titleMm = measure.textWidthMm(title, head.sizeMm, head.weight)
    return Math.min(mostMm, Math.max(0, titleMm, ...widthsMm) + ROUNDING_MM)
  }
  const skus = lines.filter((line) => !needsSkuFirst(line, page, textSize)).map(({ sku }) => sku)
  const quantityXMm =
    column.xMm + column.widthMm - widest(lines.map(formatLineQuantity), words.quantity, 'bold', quantityMm)
  const hasSkus = skus.length > 0
  const skuXMm = hasSkus ? quantityXMm - GAP_MM - widest(skus, words.sku, 'regular', skuMm) : quantityXMm
  const numberWidthMm = widest([String(lines.length)], '#', 'regular', numberMm - NUMBER_GAP_MM)
  return { nameMm: column.xMm + numberWidthMm + NUMBER_GAP_MM, skuMm: skuXMm, quantityMm: quantityXMm, hasSkus }
}
