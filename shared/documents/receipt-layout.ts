import { placeBarcode, placeQr } from './code-primitive.ts'
import { createColumn, type Column } from './column.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { COPY_WORD, EXCHANGE_WORD, KIND_WORDS, RETURN_WORD } from './document-words.ts'
import type { DocumentLayout } from './layout.ts'
import { printableText } from './printable-text.ts'
import {
  FOOT_MM,
  PRINTABLE_WIDTH_MM,
  RECEIPT_FACES,
  SIDE_MM,
  type PaperWidthMm,
  type ReceiptFaces,
} from './receipt-faces.ts'
import { addBar, addFacts, addSectionRule, addShop, type Fact } from './receipt-head.ts'
import { addLines } from './receipt-lines.ts'
import { addDelivery, addQris, addTenders } from './receipt-payments.ts'
import { addPartSums, addTax, addTotal, hasUntaxed } from './receipt-sums.ts'
import { formatRegisterTime } from './register-time.ts'
import { documentTypeOf, returnedLines, soldLines } from '../domain/sale-sums.ts'
import type { Sale } from '../domain/sale.ts'

export type ReceiptOptions = {
  readonly paperWidthMm: PaperWidthMm
  readonly isCopy: boolean
  /** What the QRIS code says, amount included; printed while a QRIS payment of the sale is unconfirmed. Null or left out: no code. */
  readonly qrisPayload?: string | null
}

const CODE_HEIGHT_MM = 12

/** The buyer's receipt of a sale, a return or an exchange, as long as it needs to be; its width is what the printer can print on the paper. */
export const layoutReceipt = (sale: Sale, options: ReceiptOptions, measure: DocumentMeasure): DocumentLayout => {
  const widthMm = PRINTABLE_WIDTH_MM[options.paperWidthMm]
  const faces = RECEIPT_FACES[options.paperWidthMm]
  const column = createColumn(SIDE_MM, 1, widthMm - SIDE_MM * 2, measure)
  const type = documentTypeOf(sale)
  addShop(column, sale.shop, sale.tax !== null, faces)
  if (type !== 'sale') addBar(column, type === 'return' ? RETURN_WORD : EXCHANGE_WORD, faces)
  if (options.isCopy) addBar(column, COPY_WORD, faces)
  addSectionRule(column)
  addFacts(column, factsOf(sale), faces, measure)
  if (sale.returnOf !== null) column.paragraph(`Dari penjualan ${sale.returnOf.number}`, { ...faces.body, maxLines: 2 })
  addSectionRule(column)
  addGoods(column, sale, faces)
  addTotal(column, sale, faces, measure)
  addTax(column, sale, faces)
  addSectionRule(column)
  addTenders(column, sale, faces)
  const awaitsQris = sale.tenders.some((tender) => tender.method === 'qris' && !tender.isConfirmed && tender.amount > 0)
  if (awaitsQris && options.qrisPayload !== undefined && options.qrisPayload !== null) {
    column.gap(1.5)
    addQris(column, options.qrisPayload, faces, measure)
  }
  if (sale.delivery !== null) {
    addSectionRule(column)
    addDelivery(column, sale.delivery, faces)
  }
  if (printableText(sale.note) !== '') {
    addSectionRule(column)
    column.paragraph(`Catatan: ${sale.note}`, { ...faces.body, maxLines: 8 })
  }
  addSectionRule(column)
  column.gap(1)
  const thanks = type === 'return' ? 'Simpan struk ini sebagai bukti retur' : 'Terima kasih atas kunjungan Anda'
  const sizesMm = [faces.strong.sizeMm, faces.small.sizeMm]
  column.shrinking(thanks, { weight: 'bold', sizesMm, maxLines: 1, align: 'center' })
  column.gap(2)
  addCode(column, sale.number, options.paperWidthMm, measure)
  column.paragraph(sale.number, { ...faces.small, align: 'center', maxLines: 2 })
  return { widthMm, heightMm: column.yMm() + FOOT_MM, primitives: column.primitives() }
}

/** The lines up to the total. Of an exchange in two blocks, each with its number and its subtotal. */
const addGoods = (column: Column, sale: Sale, faces: ReceiptFaces): void => {
  const marksUntaxed = hasUntaxed(sale)
  if (documentTypeOf(sale) !== 'exchange') {
    addLines(column, sale.lines, marksUntaxed, faces)
    addSectionRule(column)
    addPartSums(column, sale, sale.lines, { isWholeTotal: sale.rounding === 0 }, faces)
    return
  }
  const parts = [
    { title: 'Dibeli', number: sale.number, lines: soldLines(sale) },
    { title: 'Kembali', number: sale.returnNumber ?? sale.number, lines: returnedLines(sale) },
  ]
  for (const { title, number, lines } of parts) {
    column.paragraph(`${title}: ${number}`, { ...faces.strong, maxLines: 2 })
    column.gap(0.75)
    addLines(column, lines, marksUntaxed, faces)
    column.gap(1)
    addPartSums(column, sale, lines, { isWholeTotal: false }, faces)
    addSectionRule(column)
  }
}

const factsOf = (sale: Sale): readonly Fact[] => [
  { name: 'No.', value: sale.number, isStrong: true },
  ...(sale.returnNumber === null || sale.returnNumber === sale.number
    ? []
    : [{ name: 'No. retur', value: sale.returnNumber, isStrong: true }]),
  { name: 'Tanggal', value: formatRegisterTime(sale.paidAtMs, sale.utcOffsetMinutes) },
  { name: 'Kasir', value: sale.cashier },
  ...(documentTypeOf(sale) === 'return' ? [] : [{ name: 'Jenis', value: KIND_WORDS[sale.kind] }]),
]

/** Code 128 of the number; a long number on narrow paper becomes a QR symbol, whose modules stay large enough. */
const addCode = (column: Column, text: string, paper: PaperWidthMm, measure: DocumentMeasure): void => {
  const widthMm = PRINTABLE_WIDTH_MM[paper]
  const box = { xMm: 0, yMm: column.yMm(), widthMm, heightMm: CODE_HEIGHT_MM }
  const paperMarginMm = (paper - widthMm) / 2 - 1
  const barcode = placeBarcode(text, box, { largestModuleMm: 0.375, paperMarginMm }, measure)
  const code = barcode ?? placeQr(text, { ...box, heightMm: 24 }, 0.625, measure)
  if (code === null) return
  column.add(code)
  column.gap(code.heightMm + 0.75)
}
