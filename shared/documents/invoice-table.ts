import { createColumn } from './column.ts'
import { formatLineQuantity } from './count-pieces.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { discountWords } from './document-words.ts'
import { INVOICE_MARGIN_MM, INVOICE_WIDTH_MM } from './invoice-faces.ts'
import type { InvoiceWords } from './invoice-words.ts'
import type { LayoutPrimitive, TextAlign } from './layout.ts'
import type { PageBlock } from './page-blocks.ts'
import type { ReceiptFaces } from './receipt-faces.ts'
import { UNTAXED_MARK } from './receipt-lines.ts'
import { shownAmounts } from './shown-amounts.ts'
import type { TextFace } from './text-fitting.ts'
import { formatThousands, negateRupiah, subtractRupiah } from '../domain/money.ts'
import type { SaleLine } from '../domain/sale.ts'

/** What all rows of one table share. */
export type InvoiceTable = {
  readonly faces: ReceiptFaces
  readonly words: InvoiceWords
  /** A column for it stands only where some line has a discount of its own. */
  readonly hasDiscounts: boolean
  readonly marksUntaxed: boolean
  readonly measure: DocumentMeasure
}

type Cell = {
  readonly text: string
  readonly face: TextFace
  readonly align?: TextAlign
  readonly below?: readonly string[]
}

const GUTTER_MM = 2.5
const NUMBER_MM = 7
const AMOUNT_WIDTHS_MM = { quantity: 21, price: 28, discount: 27, amount: 30 }
const SMALLER = [1, 0.85, 0.7, 0.55]

const columnsOf = (hasDiscounts: boolean): readonly number[] => {
  const { quantity, price, discount, amount } = AMOUNT_WIDTHS_MM
  const fixed = [quantity, price, ...(hasDiscounts ? [discount] : []), amount]
  const gutters = GUTTER_MM * (fixed.length + 1)
  const itemMm = INVOICE_WIDTH_MM - NUMBER_MM - fixed.reduce((sum, width) => sum + width, 0) - gutters
  return [NUMBER_MM, itemMm, ...fixed]
}

/** The names of the columns, between two rules. */
export const invoiceTableHead = (table: InvoiceTable): PageBlock => {
  const { words, faces } = table
  const head = (text: string, align: TextAlign = 'right'): Cell => ({ text, face: faces.strong, align })
  const row = rowOf(
    [
      head(words.number),
      head(words.item, 'left'),
      head(words.quantity),
      head(words.unitPrice),
      ...(table.hasDiscounts ? [head(words.discount)] : []),
      head(words.amount),
    ],
    table,
    1.5,
  )
  return withRules(row, 0.25)
}

/** One line of the sale: what it is, how much, and what it comes to after its own discount. */
export const invoiceRow = (line: SaleLine, number: number, table: InvoiceTable): PageBlock => {
  const { faces, words, marksUntaxed } = table
  const { gross, lineDiscount } = shownAmounts(line)
  const sign = line.returned === null ? '' : '-'
  const mark = marksUntaxed && !line.isTaxed ? `${UNTAXED_MARK} ` : ''
  const figure = (text: string): Cell => ({ text, face: faces.body, align: 'right' })
  const percent = line.discount?.type === 'percent' ? [discountWords('', line.discount).trim()] : []
  const discount = lineDiscount === 0 ? figure('') : figure(formatThousands(negateRupiah(lineDiscount)))
  const below = [line.sku, ...(line.returned === null ? [] : [words.reason(line.returned.reason)])]
  const row = rowOf(
    [
      { text: String(number), face: faces.body, align: 'right' },
      { text: `${mark}${line.name}`, face: faces.body, below },
      figure(`${sign}${formatLineQuantity(line)}`),
      figure(formatThousands(line.unitPrice)),
      ...(table.hasDiscounts ? [{ ...discount, below: percent }] : []),
      figure(formatThousands(subtractRupiah(gross, lineDiscount))),
    ],
    table,
    1,
  )
  return { ...row, isRow: true }
}

/** A row of words between the lines: of an exchange, what was bought and what came back. */
export const invoiceSubhead = (text: string, { faces, measure }: InvoiceTable): PageBlock => {
  const column = createColumn(INVOICE_MARGIN_MM, 1.5, INVOICE_WIDTH_MM, measure)
  column.paragraph(text, { ...faces.strong, maxLines: 1 })
  return { heightMm: column.yMm() + 0.5, primitives: column.primitives(), isRow: true }
}

const rowOf = (cells: readonly Cell[], { faces, hasDiscounts, measure }: InvoiceTable, gapMm: number): PageBlock => {
  const primitives: LayoutPrimitive[] = []
  let xMm = INVOICE_MARGIN_MM
  let heightMm = 0
  columnsOf(hasDiscounts).forEach((widthMm, index) => {
    const cell = cells[index]
    if (cell !== undefined) {
      const column = createColumn(xMm, gapMm, widthMm, measure)
      const align = cell.align ?? 'left'
      const sizesMm = SMALLER.map((factor) => cell.face.sizeMm * factor)
      if (align === 'left') column.paragraph(cell.text, { ...cell.face, maxLines: 4 })
      else column.shrinking(cell.text, { weight: cell.face.weight, sizesMm, maxLines: 1, align })
      for (const text of cell.below ?? []) column.paragraph(text, { ...faces.small, align, maxLines: 2 })
      primitives.push(...column.primitives())
      heightMm = Math.max(heightMm, column.yMm())
    }
    xMm += widthMm + GUTTER_MM
  })
  return { heightMm: heightMm + gapMm, primitives, isRow: false }
}

const withRules = (block: PageBlock, strokeMm: number): PageBlock => {
  const rule = { type: 'line', direction: 'horizontal', xMm: INVOICE_MARGIN_MM, lengthMm: INVOICE_WIDTH_MM } as const
  const rules = [0, block.heightMm - strokeMm].map((yMm) => ({ ...rule, yMm, strokeMm }))
  return { ...block, primitives: [...rules, ...block.primitives] }
}
