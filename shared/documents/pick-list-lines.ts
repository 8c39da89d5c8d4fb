import { createColumn, type Column } from './column.ts'
import { formatLineQuantity } from './count-pieces.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { LINE_EM } from './layout.ts'
import type { PickListWords } from './pick-list-words.ts'
import type { ReceiptFaces } from './receipt-faces.ts'
import { formatQuantity, timesQuantity } from '../domain/quantity.ts'
import type { SaleLine } from '../domain/sale.ts'

/** How much larger the quantity is set than the rest: it is read at arm's length. */
const QUANTITY_SCALE = 1.5
const GUTTER_MM = 1.5
/** Names often differ at their ends only: a roll has room for them. */
const NAME_LINES = { usual: 8, small: 10 }

/**
 * Each line: a box to tick, how much of it, large, the name and the SKU; of a bundle its parts, so often as they are
 * needed. SKUs are never shortened: they tell goods apart whose names cannot be printed, or end in the same words.
 */
export const addPickLines = (
  column: Column,
  lines: readonly SaleLine[],
  faces: ReceiptFaces,
  words: PickListWords,
  measure: DocumentMeasure,
): void => {
  const boxMm = faces.strong.sizeMm * QUANTITY_SCALE
  const quantityMm = quantityWidthMm(lines, boxMm, column.widthMm * 0.3, measure)
  for (const line of lines) {
    const yMm = column.yMm()
    const box = { xMm: column.xMm, yMm: yMm + 0.375, widthMm: boxMm, heightMm: boxMm, strokeMm: 0.375 }
    const quantityXMm = column.xMm + boxMm + GUTTER_MM
    const quantity = createColumn(quantityXMm, yMm, quantityMm, measure)
    const sizesMm = [boxMm, boxMm * 0.85, boxMm * 0.7, boxMm * 0.55]
    quantity.shrinking(formatLineQuantity(line), { weight: 'bold', sizesMm, maxLines: 1, align: 'right' })
    const nameXMm = quantityXMm + quantityMm + GUTTER_MM
    const name = createColumn(nameXMm, yMm + 0.25, column.xMm + column.widthMm - nameXMm, measure)
    const { sizeMm } = faces.strong
    const namesMm = [sizeMm, Math.min(sizeMm, faces.small.sizeMm)]
    const maxLines = (mm: number): number => (mm < sizeMm ? NAME_LINES.small : NAME_LINES.usual)
    name.shrinking(line.name, { weight: 'bold', sizesMm: namesMm, maxLines })
    name.paragraph(line.sku, faces.small)
    for (const { sku, quantity: perBundle } of line.components) {
      const needed = formatQuantity(timesQuantity(perBundle, line.quantity))
      name.paragraph(`${words.consistsOf}: ${needed} x ${sku}`, faces.small)
    }
    column.add({ type: 'box', ...box })
    for (const primitive of [...quantity.primitives(), ...name.primitives()]) column.add(primitive)
    column.gap(Math.max(boxMm + 0.75, boxMm * LINE_EM, name.yMm() - yMm) + 1)
    column.rule(0.125)
    column.gap(1)
  }
}

const quantityWidthMm = (
  lines: readonly SaleLine[],
  sizeMm: number,
  mostMm: number,
  measure: DocumentMeasure,
): number => {
  const widths = lines.map((line) => measure.textWidthMm(formatLineQuantity(line), sizeMm, 'bold'))
  return Math.min(mostMm, Math.max(...widths) + 0.01)
}
