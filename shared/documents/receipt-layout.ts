import { completeDesign } from './complete-design.ts'
import { createColumn } from './column.ts'
import { DEFAULT_DESIGNS, REQUIRED_PARTS, type DocumentDesigns, type TextSize } from './document-design.ts'
import type { DocumentMeasure } from './document-measure.ts'
import type { DocumentLayout } from './layout.ts'
import { FOOT_MM, PRINTABLE_WIDTH_MM, receiptFaces, SIDE_MM, type PaperWidthMm } from './receipt-faces.ts'
import { addBar } from './receipt-head.ts'
import { drawReceiptPart, type ReceiptPage, type ReceiptPart } from './receipt-parts.ts'
import { RECEIPT_WORDS } from './receipt-words.ts'
import { stackParts } from './stack-parts.ts'
import { documentTypeOf } from '../domain/sale-sums.ts'
import type { Sale } from '../domain/sale.ts'

export type ReceiptOptions = {
  readonly paperWidthMm: PaperWidthMm
  readonly isCopy: boolean
  /** What the QRIS code says, amount included; printed while a QRIS payment of the sale is unconfirmed. Null or left out: no code. */
  readonly qrisPayload?: string | null
  /** How the shop wants its documents; left out, the usual ones. */
  readonly designs?: DocumentDesigns
}

const TOP_MM = 1
/** Parts that stand together without a rule between them. */
const TOGETHER: readonly (readonly [ReceiptPart, ReceiptPart])[] = [
  ['logo', 'shop'],
  ['thanks', 'barcode'],
]

/** The buyer's receipt of a sale, a return or an exchange, as long as it needs to be; its width is what the printer can print on the paper. */
export const layoutReceipt = (sale: Sale, options: ReceiptOptions, measure: DocumentMeasure): DocumentLayout => {
  const { paperWidthMm, isCopy, qrisPayload = null, designs = DEFAULT_DESIGNS } = options
  const widthMm = PRINTABLE_WIDTH_MM[paperWidthMm]
  const design = completeDesign(designs.receipt, DEFAULT_DESIGNS.receipt, REQUIRED_PARTS.receipt)
  const column = createColumn(SIDE_MM, TOP_MM, widthMm - SIDE_MM * 2, measure)
  const { language, logo } = designs
  const page: ReceiptPage = {
    column,
    sale,
    qrisPayload,
    logo,
    language,
    paperWidthMm,
    measure,
    note: design.note,
    words: RECEIPT_WORDS[language],
  }

  const addBars = (): void => {
    const type = documentTypeOf(sale)
    const { returned, exchanged, copy } = page.words
    const faces = receiptFaces(paperWidthMm, 'normal')
    if (type !== 'sale') addBar(column, type === 'return' ? returned : exchanged, faces)
    if (isCopy) addBar(column, copy, faces)
  }

  const draw = (part: ReceiptPart, size: TextSize) => drawReceiptPart(part, size, page)
  stackParts(column, design.parts, { draw, addBars, together: TOGETHER })
  return { widthMm, heightMm: column.yMm() + FOOT_MM, primitives: column.primitives() }
}
