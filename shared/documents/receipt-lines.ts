import type { Column } from './column.ts'
import { formatLineQuantity } from './count-pieces.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { discountWords } from './document-words.ts'
import { isPrintedWhole } from './printable-text.ts'
import type { ReceiptFaces } from './receipt-faces.ts'
import type { ReceiptWords } from './receipt-words.ts'
import { shownAmounts } from './shown-amounts.ts'
import { wrapText } from './text-fitting.ts'
import { formatRupiah, negateRupiah } from '../domain/money.ts'
import type { SaleLine } from '../domain/sale.ts'

/** What tells goods apart often stands at the end of their names (`x 12 pcs`): names are whole unless they are absurd. */
const NAME_LINES = 10

/** Stands before the name of an item outside the tax where others are inside it. */
export const UNTAXED_MARK = '*'

/**
 * Each line: its name, then quantity times price and what that comes to; its regular price, its own discount and, of
 * what comes back, the reason each on a row of its own.
 */
export const addLines = (
  column: Column,
  lines: readonly SaleLine[],
  marksUntaxed: boolean,
  faces: ReceiptFaces,
  words: ReceiptWords,
  measure: DocumentMeasure,
): void => {
  const { indentMm } = faces
  lines.forEach((line, index) => {
    if (index > 0) column.gap(0.75)
    const mark = marksUntaxed && !line.isTaxed ? `${UNTAXED_MARK} ` : ''
    const name = `${mark}${line.name}`
    column.paragraph(name, { ...faces.body, maxLines: NAME_LINES })
    const isCut = wrapText(name, column.widthMm, faces.body, NAME_LINES + 1, measure).length > NAME_LINES
    // A name that cannot be read, or not to its end, is known by its SKU.
    if (isCut || !isPrintedWhole(line.name)) column.pair(line.sku, '', { ...faces.small, indentMm })
    const factors = `${formatLineQuantity(line)} x ${formatRupiah(line.unitPrice)}`
    const { gross, lineDiscount } = shownAmounts(line)
    column.pair(factors, formatRupiah(gross), { ...faces.body, indentMm })
    // Under the price that it is compared with: the discount is of that price, not of the regular one.
    if (line.returned === null && line.regularPrice > line.unitPrice) {
      column.pair(words.regularPrice(formatRupiah(line.regularPrice)), '', { ...faces.small, indentMm })
    }
    if (lineDiscount !== 0) {
      const off = formatRupiah(negateRupiah(lineDiscount))
      column.pair(discountWords(words.discount, line.discount), off, { ...faces.body, indentMm })
    }
    if (line.returned !== null) column.pair(words.reason(line.returned.reason), '', { ...faces.small, indentMm })
  })
}
