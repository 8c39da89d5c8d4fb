import { placeBarcode, placeQr } from './code-primitive.ts'
import { createColumn, type Column } from './column.ts'
import { countPieces } from './count-pieces.ts'
import type { DocumentDesigns, PICK_LIST_PARTS } from './document-design.ts'
import type { DocumentMeasure } from './document-measure.ts'
import type { DocumentLayout } from './layout.ts'
import { addPickLines } from './pick-list-lines.ts'
import { PICK_LIST_WORDS, type PickListWords } from './pick-list-words.ts'
import { printableText } from './printable-text.ts'
import {
  FOOT_MM,
  PRINTABLE_WIDTH_MM,
  receiptFaces,
  SIDE_MM,
  type PaperWidthMm,
  type ReceiptFaces,
} from './receipt-faces.ts'
import { addBar, addFacts, addSectionRule } from './receipt-head.ts'
import { wrapPhones } from './receipt-phones.ts'
import { formatRegisterTime } from './register-time.ts'
import { formatThousands } from '../domain/money.ts'
import { soldLines } from '../domain/sale-sums.ts'
import type { Sale } from '../domain/sale.ts'

export type PickListOptions = {
  readonly paperWidthMm: PaperWidthMm
  readonly isCopy: boolean
  readonly designs: DocumentDesigns
}

type PickListPart = (typeof PICK_LIST_PARTS)[number]

const CODE_HEIGHT_MM = 11

/**
 * What warehouse or kitchen takes from the shelf for a sale: what is sold, without prices, as long as it needs to be. What
 * comes back is left out.
 */
export const layoutPickList = (
  sale: Sale,
  { paperWidthMm, isCopy, designs }: PickListOptions,
  measure: DocumentMeasure,
): DocumentLayout => {
  const words = PICK_LIST_WORDS[designs.language]
  const { parts, note } = designs['pick-list']
  const shown = parts.filter(({ isShown }) => isShown)
  const widthMm = PRINTABLE_WIDTH_MM[paperWidthMm]
  const column = createColumn(SIDE_MM, 1, widthMm - SIDE_MM * 2, measure)
  const normal = receiptFaces(paperWidthMm, 'normal')
  const { totalSizesMm } = normal
  const widest = (title: string): number => measure.textWidthMm(title, totalSizesMm.at(-1) ?? 0, 'bold')
  const title = widest(words.pickList) <= column.widthMm ? words.pickList : words.shortPickList
  column.shrinking(title, { weight: 'bold', sizesMm: totalSizesMm, maxLines: 1, align: 'center' })
  if (isCopy) addBar(column, words.copy, normal)
  for (const { part, size } of shown) {
    const faces = receiptFaces(paperWidthMm, size)
    const section = { sale, words, faces, paperWidthMm, shopNote: note, language: designs.language }
    addPart(column, part, section, measure)
  }
  return { widthMm, heightMm: column.yMm() + FOOT_MM, primitives: column.primitives() }
}

type Section = {
  readonly sale: Sale
  readonly words: PickListWords
  readonly faces: ReceiptFaces
  readonly paperWidthMm: PaperWidthMm
  readonly shopNote: string
  readonly language: DocumentDesigns['language']
}

const addPart = (column: Column, part: PickListPart, section: Section, measure: DocumentMeasure): void => {
  const { sale, words, faces } = section
  if (part === 'shop') {
    column.gap(0.5)
    column.paragraph(sale.shop.name, { ...faces.small, align: 'center', maxLines: 2 })
  } else if (part === 'number') addNumber(column, section, measure)
  else if (part === 'buyer') addBuyer(column, section, measure)
  else if (part === 'lines') addGoods(column, section, measure)
  else if (part === 'barcode') addCode(column, section, measure)
  else {
    const noted = new Set<string>()
    for (const [name, note] of [
      [words.note, sale.note],
      [words.deliveryNote, sale.delivery?.note ?? ''],
      [words.note, section.shopNote],
    ] as const) {
      const text = printableText(note)
      if (text === '' || noted.has(text)) continue
      noted.add(text)
      column.paragraph(`${name}: ${text}`, { ...faces.strong, maxLines: 8 })
      column.gap(0.75)
    }
  }
}

const addNumber = (column: Column, { sale, words, faces, language }: Section, measure: DocumentMeasure): void => {
  column.gap(1)
  const sizesMm = faces.shopSizesMm
  column.shrinking(sale.number, {
    weight: 'bold',
    sizesMm: [...sizesMm, faces.small.sizeMm],
    maxLines: 2,
    align: 'center',
  })
  column.gap(0.75)
  const facts = [
    { name: words.date, value: formatRegisterTime(sale.paidAtMs, sale.utcOffsetMinutes, language) },
    { name: words.cashier, value: sale.cashier },
    { name: words.kind, value: words.kinds[sale.kind], isStrong: true },
  ]
  addFacts(column, facts, faces, measure)
}

const addBuyer = (column: Column, { sale, words, faces }: Section, measure: DocumentMeasure): void => {
  const { delivery } = sale
  if (delivery === null) return
  addSectionRule(column)
  column.paragraph(words.sentTo, faces.small)
  // What the parcel is known by, none of it shortened; the whole address stands on its label.
  column.paragraph(delivery.recipientName, faces.strong)
  for (const line of wrapPhones('', delivery.phone, column.widthMm, faces.body, 3, measure))
    column.paragraph(line, faces.body)
  column.paragraph(`${delivery.district}, ${delivery.city}`, faces.body)
  const courier = delivery.awb === null ? delivery.courier : `${delivery.courier}, ${words.awb(delivery.awb)}`
  column.paragraph(courier, faces.body)
}

const addGoods = (column: Column, { sale, words, faces }: Section, measure: DocumentMeasure): void => {
  const lines = soldLines(sale)
  addSectionRule(column)
  addPickLines(column, lines, faces, words, measure)
  const pieces = words.pieces(formatThousands(countPieces(lines)), lines.length)
  column.paragraph(pieces, { ...faces.strong, maxLines: 2 })
  column.gap(1)
}

/** Code 128 of the number, for the scanner that finds the sale; a long one becomes a QR symbol. */
const addCode = (column: Column, { sale, paperWidthMm }: Section, measure: DocumentMeasure): void => {
  const widthMm = PRINTABLE_WIDTH_MM[paperWidthMm]
  column.gap(1)
  const box = { xMm: 0, yMm: column.yMm(), widthMm, heightMm: CODE_HEIGHT_MM }
  const paperMarginMm = (paperWidthMm - widthMm) / 2 - 1
  const barcode = placeBarcode(sale.number, box, { largestModuleMm: 0.375, paperMarginMm }, measure)
  const code = barcode ?? placeQr(sale.number, { ...box, heightMm: 24 }, 0.625, measure)
  if (code === null) return
  column.add(code)
  column.gap(code.heightMm + 0.75)
}
