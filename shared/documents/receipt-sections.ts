import type { Column } from './column.ts'
import { TENDER_WORDS } from './document-words.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { printableText } from './printable-text.ts'
import type { TextFace } from './text-fitting.ts'
import { formatRupiah, formatThousands } from '../domain/money.ts'
import type { Delivery, Sale, SaleLine } from '../domain/sale.ts'

/** The faces of one paper width. */
export type ReceiptFaces = {
  readonly body: TextFace
  readonly strong: TextFace
  readonly small: TextFace
  readonly shopSizesMm: readonly number[]
  readonly totalSizesMm: readonly number[]
  readonly indentMm: number
}

const NAME_LINES = 3

/** Each line of the sale: its name, then quantity times price and the amount on the right. */
export const addLines = (column: Column, sale: Sale, faces: ReceiptFaces): void => {
  sale.lines.forEach((line, index) => {
    if (index > 0) column.gap(0.75)
    column.paragraph(line.name, { ...faces.body, maxLines: NAME_LINES })
    const factors = `${formatThousands(line.quantity)} x ${formatRupiah(line.unitPrice)}`
    column.pair(factors, formatRupiah(line.amount), { ...faces.body, indentMm: faces.indentMm })
    if (isReduced(line)) {
      const regular = `Harga normal ${formatRupiah(line.regularPrice)}`
      column.pair(regular, '', { ...faces.small, indentMm: faces.indentMm })
    }
  })
}

const isReduced = (line: SaleLine): boolean => line.regularPrice > line.unitPrice

/** The total, larger than anything else below the shop's name, and how much was bought. */
export const addTotal = (column: Column, sale: Sale, faces: ReceiptFaces, measure: DocumentMeasure): void => {
  const amount = formatRupiah(sale.total)
  const fits = (sizeMm: number): boolean =>
    measure.textWidthMm(`TOTAL  ${amount}`, sizeMm, 'bold') + 2 <= column.widthMm
  const sizeMm = faces.totalSizesMm.find(fits) ?? faces.body.sizeMm
  column.pair('TOTAL', amount, { sizeMm, weight: 'bold' })
  const pieces = sale.lines.reduce((sum, line) => sum + line.quantity, 0)
  column.gap(0.5)
  column.pair(`${formatThousands(pieces)} barang (${String(sale.lines.length)} jenis)`, '', faces.small)
}

/** What the buyer handed over, and the change. */
export const addTenders = (column: Column, sale: Sale, faces: ReceiptFaces): void => {
  for (const tender of sale.tenders) {
    column.pair(TENDER_WORDS[tender.method], formatRupiah(tender.amount), faces.body)
    if (tender.reference !== null && printableText(tender.reference) !== '') {
      column.paragraph(`Ref. ${tender.reference}`, { ...faces.small, maxLines: 2 })
    }
  }
  if (sale.change > 0 || sale.tenders.some((tender) => tender.method === 'cash')) {
    column.pair('Kembali', formatRupiah(sale.change), faces.strong)
  }
}

/** The recipient in short; the label carries the whole address. */
export const addDelivery = (column: Column, delivery: Delivery, faces: ReceiptFaces): void => {
  column.paragraph('Dikirim kepada', faces.small)
  column.paragraph(delivery.recipientName, { ...faces.strong, maxLines: 2 })
  column.paragraph(`${delivery.district}, ${delivery.city} ${delivery.postalCode}`, { ...faces.body, maxLines: 2 })
  const courier = delivery.awb === null ? delivery.courier : `${delivery.courier}, resi ${delivery.awb}`
  column.paragraph(courier, { ...faces.body, maxLines: 2 })
}
