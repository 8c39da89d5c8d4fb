import { placeQr } from './code-primitive.ts'
import type { Column } from './column.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { printableText } from './printable-text.ts'
import type { ReceiptFaces } from './receipt-faces.ts'
import type { ReceiptWords } from './receipt-words.ts'
import { wrapNumber } from './text-fitting.ts'
import { formatRupiah, rupiah } from '../domain/money.ts'
import type { Delivery, Sale, Tender } from '../domain/sale.ts'

const tenderWords = ({ method, amount }: Tender, words: ReceiptWords): string =>
  amount < 0 ? words.paidBack(words.tenders[method]) : words.tenders[method]

const REFERENCE_LINES = 2

/** What the buyer handed over or got back by each way to pay, what nobody has seen arrive, and the change. */
export const addTenders = (
  column: Column,
  sale: Sale,
  faces: ReceiptFaces,
  words: ReceiptWords,
  measure: DocumentMeasure,
): void => {
  for (const tender of sale.tenders) {
    column.pair(tenderWords(tender, words), formatRupiah(rupiah(Math.abs(tender.amount))), faces.body)
    if (!tender.isConfirmed) column.paragraph(words.unconfirmed, { ...faces.small, maxLines: 1 })
    if (tender.reference !== null && printableText(tender.reference) !== '') {
      const lines = wrapNumber(words.reference, tender.reference, column.widthMm, faces.small, REFERENCE_LINES, measure)
      for (const line of lines) column.paragraph(line, { ...faces.small, maxLines: 1 })
    }
  }
  const tookCash = sale.tenders.some((tender) => tender.method === 'cash' && tender.amount > 0)
  if (sale.change > 0 || tookCash) column.pair(words.change, formatRupiah(sale.change), faces.strong)
  if (sale.tenders.length === 0 && sale.change === 0) column.paragraph(words.noPayment, faces.body)
}

const LARGEST_QR_MODULE_MM = 0.5

/** The shop's QRIS code with the amount in it. A payload that no symbol holds is left out: the receipt prints without it. */
export const addQris = (
  column: Column,
  payload: string,
  faces: ReceiptFaces,
  words: ReceiptWords,
  measure: DocumentMeasure,
): void => {
  const { xMm, widthMm } = column
  const headMm = faces.strong.sizeMm * 1.2 + 1
  const box = { xMm, yMm: column.yMm() + headMm, widthMm, heightMm: widthMm }
  const code = placeQr(payload, box, LARGEST_QR_MODULE_MM, measure)
  if (code === null) return
  column.paragraph(words.payByQris, { ...faces.strong, align: 'center' })
  column.add(code)
  column.gap(headMm - faces.strong.sizeMm * 1.2 + code.heightMm)
}

/** The recipient in short; the label carries the whole address. */
export const addDelivery = (column: Column, delivery: Delivery, faces: ReceiptFaces, words: ReceiptWords): void => {
  column.paragraph(words.sentTo, faces.small)
  column.paragraph(delivery.recipientName, { ...faces.strong, maxLines: 2 })
  column.paragraph(`${delivery.district}, ${delivery.city} ${delivery.postalCode}`, { ...faces.body, maxLines: 2 })
  const courier = delivery.awb === null ? delivery.courier : `${delivery.courier}, ${words.awb(delivery.awb)}`
  column.paragraph(courier, { ...faces.body, maxLines: 2 })
}
