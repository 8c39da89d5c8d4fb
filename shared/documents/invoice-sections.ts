import { createColumn, type Column } from './column.ts'
import type { DocumentDesigns } from './document-design.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { INVOICE_MARGIN_MM, INVOICE_WIDTH_MM } from './invoice-faces.ts'
import type { InvoiceWords } from './invoice-words.ts'
import { placeLogo } from './logo-primitive.ts'
import { addNote } from './note-lines.ts'
import type { PageBlock } from './page-blocks.ts'
import { printableText } from './printable-text.ts'
import type { ReceiptFaces } from './receipt-faces.ts'
import { addFacts } from './receipt-head.ts'
import { addTenders } from './receipt-payments.ts'
import { wrapPhones } from './receipt-phones.ts'
import { addPartSums, addRounding, addTax, addTotal } from './receipt-sums.ts'
import { formatRegisterTime } from './register-time.ts'
import { documentTypeOf, returnedLines, soldLines } from '../domain/sale-sums.ts'
import type { Sale } from '../domain/sale.ts'

/** What the sections of an invoice are drawn from. */
export type InvoiceSection = {
  readonly sale: Sale
  readonly words: InvoiceWords
  readonly faces: ReceiptFaces
  readonly language: DocumentDesigns['language']
  readonly measure: DocumentMeasure
}

const HALF_MM = 86
const RIGHT_MM = INVOICE_MARGIN_MM + INVOICE_WIDTH_MM - HALF_MM

const blockOf = (columns: readonly Column[], gapMm: number): PageBlock => ({
  heightMm: Math.max(...columns.map((column) => column.yMm())) + gapMm,
  primitives: columns.flatMap((column) => column.primitives()),
  isRow: false,
})

const left = (yMm: number, measure: DocumentMeasure): Column => createColumn(INVOICE_MARGIN_MM, yMm, HALF_MM, measure)
const right = (yMm: number, measure: DocumentMeasure): Column => createColumn(RIGHT_MM, yMm, HALF_MM, measure)

/** The shop with its logo on the left; what this is, its number and its day on the right. */
export const invoiceHead = (
  section: InvoiceSection,
  logo: { readonly image: NonNullable<DocumentDesigns['logo']>; readonly heightMm: number } | null,
): PageBlock => {
  const { sale, words, faces, language, measure } = section
  const shop = left(0, measure)
  if (logo !== null) {
    const room = { xMm: shop.xMm, yMm: 0, widthMm: HALF_MM, heightMm: logo.heightMm, align: 'left' } as const
    const image = placeLogo(logo.image, room)
    shop.add(image)
    shop.gap(image.heightMm + 2)
  }
  addShopDetails(shop, section)
  const facts = right(0, measure)
  const title = words.titles[documentTypeOf(sale)]
  facts.shrinking(title, { weight: 'bold', sizesMm: [7, 6, 5], maxLines: 1 })
  facts.gap(1.5)
  const isReturnNumberShown = sale.returnNumber !== null && sale.returnNumber !== sale.number
  const rows = [
    { name: words.number, value: sale.number, isStrong: true },
    ...(isReturnNumberShown ? [{ name: words.returnNumber, value: sale.returnNumber ?? '', isStrong: true }] : []),
    { name: words.fromSale, value: sale.returnOf?.number ?? '' },
    { name: words.date, value: formatRegisterTime(sale.paidAtMs, sale.utcOffsetMinutes, language) },
    { name: words.cashier, value: sale.cashier },
  ]
  addFacts(facts, rows, faces, measure)
  return blockOf([shop, facts], 5)
}

/** Name, address and telephone of the seller, and the tax number of one who charges tax. */
const addShopDetails = (column: Column, section: InvoiceSection): void => {
  const { faces } = section
  const { shop, tax } = section.sale
  column.shrinking(shop.name, {
    weight: 'bold',
    sizesMm: faces.shopSizesMm,
    maxLines: (sizeMm) => (sizeMm === faces.shopSizesMm.at(-1) ? 4 : 2),
  })
  column.gap(0.75)
  for (const line of shop.address.slice(0, 5)) column.paragraph(line, { ...faces.body, maxLines: 3, breaks: 'address' })
  if (printableText(shop.phone) !== '') {
    addPhones(column, shop.phone, section)
  }
  if (tax !== null && printableText(shop.npwp) !== '')
    column.paragraph(`NPWP ${shop.npwp}`, { ...faces.body, maxLines: 2 })
}

const addPhones = (column: Column, phones: string, { words, faces, measure }: InvoiceSection): void => {
  const lines = wrapPhones(words.telephone, phones, column.widthMm, faces.body, 2, measure)
  for (const line of lines) column.paragraph(line, { ...faces.body, maxLines: 1 })
}

/** Who bought: of a delivery where it goes, else that it was sold over the counter. */
export const invoiceBuyer = (section: InvoiceSection): PageBlock => {
  const { sale, words, faces, measure } = section
  const column = left(0, measure)
  column.paragraph(words.buyer, faces.small)
  const { delivery } = sale
  if (delivery === null) column.paragraph(words.walkIn, { ...faces.strong, maxLines: 1 })
  else {
    column.paragraph(delivery.recipientName, { ...faces.strong, maxLines: 3 })
    const address = { ...faces.body, breaks: 'address' } as const
    column.paragraph(delivery.address, { ...address, maxLines: 6 })
    column.paragraph(`${delivery.subDistrict}, ${delivery.district}`, { ...address, maxLines: 2 })
    const place = `${delivery.city}, ${delivery.province} ${delivery.postalCode}`
    column.paragraph(place, { ...address, maxLines: 2 })
    addPhones(column, delivery.phone, section)
  }
  return blockOf([column], 4)
}

/** From the lines to the total on the right, and what was paid on the left of it. Either may be left out. */
export const invoiceSums = (
  section: InvoiceSection,
  shown: { readonly sums: ReceiptFaces | null; readonly payments: ReceiptFaces | null },
): PageBlock => {
  const { sale, words, measure } = section
  const columns: Column[] = []
  if (shown.payments !== null) {
    const column = left(3, measure)
    column.paragraph(words.payments, shown.payments.strong)
    column.gap(0.75)
    const indented = createColumn(column.xMm, column.yMm(), HALF_MM - 12, measure)
    addTenders(indented, sale, shown.payments, words, measure)
    columns.push(column, indented)
  }
  if (shown.sums !== null) {
    const column = right(3, measure)
    const parts = documentTypeOf(sale) === 'exchange' ? [soldLines(sale), returnedLines(sale)] : [sale.lines]
    for (const lines of parts) addPartSums(column, sale, lines, { isWholeTotal: false }, shown.sums, words)
    addRounding(column, sale, shown.sums, words)
    column.gap(0.75)
    column.rule(0.25)
    column.gap(0.75)
    addTotal(column, sale, shown.sums, words, measure)
    addTax(column, sale, shown.sums, words)
    columns.push(column)
  }
  return blockOf(columns, 4)
}

/** What the buyer or the cashier noted, and the shop's own note (terms, bank account). */
export const invoiceNote = (section: InvoiceSection, shopNote: string): PageBlock | null => {
  const { sale, words, faces, measure } = section
  const deliveryNote = sale.delivery?.note ?? ''
  const notes = [
    { name: words.note, text: sale.note },
    { name: words.deliveryNote, text: deliveryNote === sale.note ? '' : deliveryNote },
  ].filter(({ text }) => printableText(text) !== '')
  if (notes.length === 0 && printableText(shopNote) === '') return null
  const column = createColumn(INVOICE_MARGIN_MM, 0, INVOICE_WIDTH_MM, measure)
  for (const { name, text } of notes) column.paragraph(`${name}: ${text}`, { ...faces.body, maxLines: 6 })
  if (printableText(shopNote) !== '') {
    column.gap(1)
    addNote(column, shopNote, faces.body)
  }
  return blockOf([column], 4)
}

const SIGNATURE_MM = 24
const SIGNATURE_LINE_MM = 56

/** Room to sign for the buyer and the shop. */
export const invoiceSignature = ({ sale, words, faces, measure }: InvoiceSection): PageBlock => {
  const signed = [
    { xMm: INVOICE_MARGIN_MM, title: words.receivedBy, name: sale.delivery?.recipientName ?? '' },
    { xMm: INVOICE_MARGIN_MM + INVOICE_WIDTH_MM - SIGNATURE_LINE_MM, title: words.regards, name: sale.shop.name },
  ].map(({ xMm, title, name }) => {
    const column = createColumn(xMm, 2, SIGNATURE_LINE_MM, measure)
    column.paragraph(title, { ...faces.body, align: 'center' })
    column.gap(SIGNATURE_MM - column.yMm())
    column.rule(0.25)
    column.gap(0.75)
    column.paragraph(name, { ...faces.small, align: 'center', maxLines: 2 })
    return column
  })
  return blockOf(signed, 1)
}
