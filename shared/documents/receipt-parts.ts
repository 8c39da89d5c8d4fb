import { placeBarcode, placeQr } from './code-primitive.ts'
import type { Column } from './column.ts'
import type { GreyImage, RECEIPT_PARTS, TextSize } from './document-design.ts'
import type { DocumentMeasure } from './document-measure.ts'
import type { DocumentLanguage } from './document-words.ts'
import { addNote } from './note-lines.ts'
import { printableText } from './printable-text.ts'
import { PRINTABLE_WIDTH_MM, receiptFaces, type PaperWidthMm, type ReceiptFaces } from './receipt-faces.ts'
import { addFacts, addLogo, addSectionRule, addShop, type Fact } from './receipt-head.ts'
import { addLines } from './receipt-lines.ts'
import { addDelivery, addQris, addTenders } from './receipt-payments.ts'
import { openQris } from './receipt-qris.ts'
import { addDifference, addPartSums, addRounding, addTax, addTotal, hasUntaxed } from './receipt-sums.ts'
import type { ReceiptWords } from './receipt-words.ts'
import { formatRegisterTime } from './register-time.ts'
import { assertNever } from '../domain/assert-never.ts'
import { documentTypeOf, returnedLines, soldLines } from '../domain/sale-sums.ts'
import type { Sale } from '../domain/sale.ts'

/** One part of a receipt. */
export type ReceiptPart = (typeof RECEIPT_PARTS)[number]

/** All that the parts of a receipt are drawn from and on. */
export type ReceiptPage = {
  readonly column: Column
  readonly sale: Sale
  readonly qrisPayload: string | null
  readonly logo: GreyImage | null
  readonly note: string
  readonly language: DocumentLanguage
  readonly words: ReceiptWords
  readonly paperWidthMm: PaperWidthMm
  readonly measure: DocumentMeasure
}

const CODE: Readonly<Record<TextSize, { readonly heightMm: number; readonly moduleMm: number }>> = {
  small: { heightMm: 9, moduleMm: 0.25 },
  normal: { heightMm: 12, moduleMm: 0.375 },
  large: { heightMm: 16, moduleMm: 0.5 },
}

/** What draws a part at its size; null when this sale or shop has nothing for it. */
export const drawReceiptPart = (part: ReceiptPart, size: TextSize, page: ReceiptPage): (() => void) | null => {
  const { column, sale, logo, note, words, paperWidthMm, measure } = page
  const faces = receiptFaces(paperWidthMm, size)
  const hasText = (text: string): boolean => printableText(text) !== ''
  switch (part) {
    case 'logo':
      return logo === null ? null : () => addLogo(column, logo, size)
    case 'shop':
      return () => addShop(column, sale.shop, sale.tax !== null, faces, words, measure)
    case 'number':
      return () => addNumber(page, faces)
    case 'lines':
      return () => addGoods(page, faces)
    case 'sums':
      return () => addSums(page, faces)
    case 'payments':
      return () => addPayments(page, faces)
    case 'buyer': {
      const { delivery } = sale
      return delivery === null ? null : () => addDelivery(column, delivery, faces, words)
    }
    case 'sale-note':
      return hasText(sale.note)
        ? () => column.paragraph(`${words.note}: ${sale.note}`, { ...faces.body, maxLines: 8 })
        : null
    case 'note':
      return hasText(note) ? () => addNote(column, note, { ...faces.body, align: 'center' }) : null
    case 'thanks':
      return () => addThanks(page, faces)
    case 'barcode':
      return () => {
        addCode(column, sale.number, paperWidthMm, size, measure)
        column.paragraph(sale.number, { ...faces.small, align: 'center', maxLines: 2 })
      }
    default:
      return assertNever(part, 'part of a receipt')
  }
}

const addNumber = ({ column, sale, language, words, measure }: ReceiptPage, faces: ReceiptFaces): void => {
  const facts: readonly Fact[] = [
    { name: words.number, value: sale.number, isStrong: true },
    ...(sale.returnNumber === null || sale.returnNumber === sale.number
      ? []
      : [{ name: words.returnNumber, value: sale.returnNumber, isStrong: true }]),
    { name: words.fromSale, value: sale.returnOf?.number ?? '' },
    { name: words.date, value: formatRegisterTime(sale.paidAtMs, sale.utcOffsetMinutes, language) },
    { name: words.cashier, value: sale.cashier },
    ...(documentTypeOf(sale) === 'return' ? [] : [{ name: words.kind, value: words.kinds[sale.kind] }]),
  ]
  addFacts(column, facts, faces, measure)
}

/** The lines. Of an exchange in two blocks, each with its number and what it comes to. */
const addGoods = ({ column, sale, words, measure }: ReceiptPage, faces: ReceiptFaces): void => {
  const marksUntaxed = hasUntaxed(sale)
  if (documentTypeOf(sale) !== 'exchange') {
    addLines(column, sale.lines, marksUntaxed, faces, words, measure)
    return
  }
  const parts = [
    { title: words.bought, number: sale.number, lines: soldLines(sale) },
    { title: words.broughtBack, number: sale.returnNumber ?? sale.number, lines: returnedLines(sale) },
  ]
  parts.forEach(({ title, number, lines }, index) => {
    if (index > 0) addSectionRule(column)
    column.paragraph(`${title}: ${number}`, { ...faces.strong, maxLines: 2 })
    column.gap(0.75)
    addLines(column, lines, marksUntaxed, faces, words, measure)
    column.gap(1.5)
    addPartSums(column, sale, lines, { isWholeTotal: false, hasTotal: true }, faces, words)
  })
}

const addSums = ({ column, sale, words, measure }: ReceiptPage, faces: ReceiptFaces): void => {
  if (documentTypeOf(sale) !== 'exchange') {
    addPartSums(column, sale, sale.lines, { isWholeTotal: sale.rounding === 0 }, faces, words)
  }
  addDifference(column, sale, faces, words)
  addRounding(column, sale, faces, words)
  addTotal(column, sale, faces, words, measure)
  addTax(column, sale, faces, words)
}

const addPayments = ({ column, sale, qrisPayload, words, measure }: ReceiptPage, faces: ReceiptFaces): void => {
  addTenders(column, sale, faces, words, measure)
  const amount = openQris(sale)
  if (amount > 0 && qrisPayload !== null) addQris(column, { payload: qrisPayload, amount }, faces, words, measure)
}

const addThanks = ({ column, sale, words }: ReceiptPage, faces: ReceiptFaces): void => {
  column.gap(1)
  const thanks = documentTypeOf(sale) === 'return' ? words.thanksForReturn : words.thanks
  const sizesMm = [faces.strong.sizeMm, faces.small.sizeMm]
  column.shrinking(thanks, {
    weight: 'bold',
    sizesMm,
    maxLines: (sizeMm) => (sizeMm === sizesMm[1] ? 2 : 1),
    align: 'center',
  })
}

/** Code 128 of the number; a long number on narrow paper becomes a QR symbol, whose modules stay large enough. */
const addCode = (column: Column, text: string, paper: PaperWidthMm, size: TextSize, measure: DocumentMeasure): void => {
  const widthMm = PRINTABLE_WIDTH_MM[paper]
  const box = { xMm: 0, yMm: column.yMm(), widthMm, heightMm: CODE[size].heightMm }
  const paperMarginMm = (paper - widthMm) / 2 - 1
  const barcode = placeBarcode(text, box, { largestModuleMm: CODE[size].moduleMm, paperMarginMm }, measure)
  const code = barcode ?? placeQr(text, { ...box, heightMm: 24 }, 0.625, measure)
  if (code === null) return
  column.add(code)
  column.gap(code.heightMm + 0.75)
}
