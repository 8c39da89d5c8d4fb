import { placeQr } from './code-primitive.ts'
import type { Column } from './column.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { printableText } from './printable-text.ts'
import type { ReceiptFaces } from './receipt-faces.ts'
import { addSectionRule } from './receipt-head.ts'
import type { ReceiptWords } from './receipt-words.ts'
import { wrapNumber } from './text-fitting.ts'
import { formatRupiah, rupiah, type Rupiah } from '../domain/money.ts'
import type { Delivery, Sale, Tender } from '../domain/sale.ts'

const tenderWords = ({ method, amount }: Tender, words: ReceiptWords): string =>
  amount < 0 ? words.paidBack(words.tenders[method]) : words.tenders[method]

const REFERENCE_LINES = 2

/**
 * What the buyer handed over or got back by each way to pay, and the change. What is told of a payment (nobody has seen it
 * arrive, its reference) stands indented under it.
 */
export const addTenders = (
  column: Column,
  sale: Sale,
  faces: ReceiptFaces,
  words: ReceiptWords,
  measure: DocumentMeasure,
): void => {
  const { indentMm } = faces
  for (const tender of sale.tenders) {
    // What goes back to the buyer stands out, as their change does.
    const face = tender.amount < 0 ? faces.strong : faces.body
    column.pair(tenderWords(tender, words), formatRupiah(rupiah(Math.abs(tender.amount))), face)
    if (!tender.isConfirmed) column.pair(words.unconfirmed, '', { ...faces.small, indentMm })
    if (tender.reference !== null && printableText(tender.reference) !== '') {
      const roomMm = column.widthMm - indentMm
      const lines = wrapNumber(words.reference, tender.reference, roomMm, faces.small, REFERENCE_LINES, measure)
      for (const line of lines) column.pair(line, '', { ...faces.small, indentMm })
    }
  }
  const tookCash = sale.tenders.some((tender) => tender.method === 'cash' && tender.amount > 0)
  if (sale.change > 0 || tookCash) column.pair(words.change, formatRupiah(sale.change), faces.strong)
  if (sale.tenders.length === 0 && sale.change === 0) column.paragraph(words.noPayment, faces.body)
}

const LARGEST_QR_MODULE_MM = 0.5

/**
 * The shop's QRIS code with the amount in it, which stands above it too. A payload that no symbol holds is left out: the
 * receipt prints without it.
 */
export const addQris = (
  column: Column,
  { payload, amount }: { readonly payload: string; readonly amount: Rupiah },
  faces: ReceiptFaces,
  words: ReceiptWords,
  measure: DocumentMeasure,
): void => {
  const { xMm, widthMm } = column
  const code = placeQr(payload, { xMm, yMm: 0, widthMm, heightMm: widthMm }, LARGEST_QR_MODULE_MM, measure)
  if (code === null) return
  addSectionRule(column)
  const [title, sum] = [words.payByQris, formatRupiah(amount)]
  const { sizeMm, weight } = faces.strong
  const isBeside = measure.textWidthMm(`${title} ${sum}`, sizeMm, weight) <= widthMm
  for (const line of isBeside ? [`${title} ${sum}`] : [title, sum]) {
    column.paragraph(line, { ...faces.strong, align: 'center' })
  }
  column.gap(1)
  column.add({ ...code, yMm: column.yMm() })
  column.gap(code.heightMm)
}

/** The recipient in short, on as many lines as that takes; the label carries the whole address. */
export const addDelivery = (column: Column, delivery: Delivery, faces: ReceiptFaces, words: ReceiptWords): void => {
  column.paragraph(words.sentTo, faces.small)
  column.paragraph(delivery.recipientName, faces.strong)
  column.paragraph(`${delivery.district}, ${delivery.city} ${delivery.postalCode}`, faces.body)
  const courier = delivery.awb === null ? delivery.courier : `${delivery.courier}, ${words.awb(delivery.awb)}`
  column.paragraph(courier, faces.body)
}
