import { createColumn, type Column } from './column.ts'
import { COPY_WORD, KIND_WORDS } from './document-words.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { ASCENT_EM, LINE_EM, type DocumentLayout } from './layout.ts'
import { placeBarcode, placeQr } from './code-primitive.ts'
import { printableText } from './printable-text.ts'
import { addDelivery, addLines, addTenders, addTotal, type ReceiptFaces } from './receipt-sections.ts'
import { formatRegisterTime } from './register-time.ts'
import type { Sale } from '../domain/sale.ts'

export type ReceiptOptions = { readonly paperWidthMm: 58 | 80; readonly isCopy: boolean }

/** What is printed of the paper's width (Epson TM series, Xprinter: 384 and 576 dots at 203 dpi). */
export const PRINTABLE_WIDTH_MM: Readonly<Record<ReceiptOptions['paperWidthMm'], number>> = { 58: 48, 80: 72 }

const FACES: Readonly<Record<ReceiptOptions['paperWidthMm'], ReceiptFaces>> = {
  58: {
    body: { sizeMm: 2.75, weight: 'regular' },
    strong: { sizeMm: 2.75, weight: 'bold' },
    small: { sizeMm: 2.5, weight: 'regular' },
    shopSizesMm: [4.5, 4, 3.5],
    totalSizesMm: [5, 4.5, 4, 3.5, 3],
    indentMm: 2,
  },
  80: {
    body: { sizeMm: 3.125, weight: 'regular' },
    strong: { sizeMm: 3.125, weight: 'bold' },
    small: { sizeMm: 2.75, weight: 'regular' },
    shopSizesMm: [5.5, 4.75, 4],
    totalSizesMm: [6, 5.25, 4.5, 4],
    indentMm: 3,
  },
}

/** Some letters reach a little to the left of where they stand. */
const SIDE_MM = 0.5
const RULE_MM = 0.25
const CODE_HEIGHT_MM = 12
/** Even where the cutter is close to the head, the last line is not cut. */
const FOOT_MM = 2

/** The buyer's receipt, as long as it needs to be; its width is what the printer can print on the paper. */
export const layoutReceipt = (sale: Sale, options: ReceiptOptions, measure: DocumentMeasure): DocumentLayout => {
  const widthMm = PRINTABLE_WIDTH_MM[options.paperWidthMm]
  const faces = FACES[options.paperWidthMm]
  const column = createColumn(SIDE_MM, 1, widthMm - SIDE_MM * 2, measure)
  const section = (): void => {
    column.gap(1.5)
    column.rule(RULE_MM)
    column.gap(1.5)
  }

  addShop(column, sale, faces)
  if (options.isCopy) addCopyMark(column, faces)
  section()
  addFacts(column, sale, faces, measure)
  section()
  addLines(column, sale, faces)
  section()
  addTotal(column, sale, faces, measure)
  section()
  addTenders(column, sale, faces)
  if (sale.delivery !== null) {
    section()
    addDelivery(column, sale.delivery, faces)
  }
  if (printableText(sale.note) !== '') {
    section()
    column.paragraph(`Catatan: ${sale.note}`, { ...faces.body, maxLines: 8 })
  }
  section()
  column.gap(1)
  const thanksSizesMm = [faces.strong.sizeMm, faces.small.sizeMm]
  column.shrinking('Terima kasih atas kunjungan Anda', {
    weight: 'bold',
    sizesMm: thanksSizesMm,
    maxLines: 1,
    align: 'center',
  })
  column.gap(2)
  addCode(column, sale.number, options, measure)
  column.paragraph(sale.number, { ...faces.small, align: 'center', maxLines: 2 })
  return { widthMm, heightMm: column.yMm() + FOOT_MM, primitives: column.primitives() }
}

const addShop = (column: Column, sale: Sale, faces: ReceiptFaces): void => {
  column.shrinking(sale.shop.name, { weight: 'bold', sizesMm: faces.shopSizesMm, maxLines: 2, align: 'center' })
  column.gap(0.75)
  for (const line of sale.shop.address.slice(0, 4)) {
    column.paragraph(line, { ...faces.small, align: 'center', maxLines: 2 })
  }
  if (printableText(sale.shop.phone) !== '') {
    column.paragraph(`Telp ${sale.shop.phone}`, { ...faces.small, align: 'center', maxLines: 1 })
  }
}

const addCopyMark = (column: Column, faces: ReceiptFaces): void => {
  column.gap(1.5)
  const { sizeMm } = faces.strong
  const heightMm = sizeMm * LINE_EM + 1.5
  const { xMm, widthMm } = column
  const yMm = column.yMm()
  column.add({ type: 'box', xMm, yMm, widthMm, heightMm, strokeMm: null })
  column.add({
    type: 'text',
    text: COPY_WORD,
    xMm: xMm + widthMm / 2,
    baselineMm: yMm + 0.75 + sizeMm * ASCENT_EM,
    sizeMm,
    weight: 'bold',
    align: 'center',
    maxWidthMm: widthMm,
    ink: 'white',
  })
  column.gap(heightMm)
}

/** Name and value side by side; the values stand under each other. */
const addFacts = (column: Column, sale: Sale, faces: ReceiptFaces, measure: DocumentMeasure): void => {
  const facts: readonly (readonly [string, string])[] = [
    ['No.', sale.number],
    ['Tanggal', formatRegisterTime(sale.paidAtMs, sale.utcOffsetMinutes)],
    ['Kasir', sale.cashier],
    ['Jenis', KIND_WORDS[sale.kind]],
  ]
  const { sizeMm } = faces.body
  const nameWidthMm = measure.textWidthMm('Tanggal', sizeMm, 'regular') + 2.5
  for (const [name, value] of facts) {
    if (printableText(value) === '') continue
    const values = createColumn(column.xMm + nameWidthMm, column.yMm(), column.widthMm - nameWidthMm, measure)
    values.paragraph(value, { ...(name === 'No.' ? faces.strong : faces.body), maxLines: 2 })
    const names = createColumn(column.xMm, column.yMm(), nameWidthMm, measure)
    names.paragraph(name, faces.body)
    for (const primitive of [...names.primitives(), ...values.primitives()]) column.add(primitive)
    column.gap(values.yMm() - column.yMm())
  }
}

/** Code 128 of the sale number; a long number on narrow paper becomes a QR symbol, whose modules stay large enough. */
const addCode = (column: Column, text: string, options: ReceiptOptions, measure: DocumentMeasure): void => {
  const widthMm = PRINTABLE_WIDTH_MM[options.paperWidthMm]
  const box = { xMm: 0, yMm: column.yMm(), widthMm, heightMm: CODE_HEIGHT_MM }
  const paperMarginMm = (options.paperWidthMm - widthMm) / 2 - 1
  const barcode = placeBarcode(text, box, { largestModuleMm: 0.375, paperMarginMm }, measure)
  const code = barcode ?? placeQr(text, { ...box, heightMm: 24 }, 0.625, measure)
  if (code === null) return
  column.add(code)
  column.gap(code.heightMm + 0.75)
}
