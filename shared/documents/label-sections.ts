import { placeBarcode, placeQr } from './code-primitive.ts'
import { createColumn, type Column } from './column.ts'
import { countPieces } from './count-pieces.ts'
import type { TextSize } from './document-design.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { labelScale, scaledMm, scaledSizes, takeOver, type LabelPage } from './label-page.ts'
import { LINE_EM } from './layout.ts'
import { addNote } from './note-lines.ts'
import { printableText } from './printable-text.ts'
import { formatThousands } from '../domain/money.ts'
import { soldLines } from '../domain/sale-sums.ts'

/** Low, but still scanned from the front of a shelf. */
const TIGHT_CODE_MM = 10

/** The AWB as text and wide barcode. Without one: an empty box for the courier's sticker, and the sale number as barcode. */
export const addAwb = (column: Column, page: LabelPage, size: TextSize): void => {
  const { words, measure } = page
  const awb = page.delivery.awb === null ? null : printableText(page.delivery.awb)
  column.gap(1)
  if (awb === null) {
    addEmptyAwb(column, page, size)
    return
  }
  const sizesMm = scaledSizes(page.size.awbSizesMm, size)
  column.shrinking(`${words.awb}: ${awb}`, {
    weight: 'bold',
    sizesMm,
    maxLines: (sizeMm) => (sizeMm === sizesMm.at(-1) ? Number.POSITIVE_INFINITY : 1),
    align: 'center',
  })
  column.gap(0.5)
  addWideCode(column, awb, page.isTight ? TIGHT_CODE_MM : scaledMm(page.size.awbCodeMm, size), measure)
  column.gap(1)
}

const addEmptyAwb = (column: Column, page: LabelPage, size: TextSize): void => {
  const { sale, words, measure } = page
  const { xMm, widthMm } = column
  const yMm = column.yMm()
  const heightMm = page.size.emptyAwbMm
  column.add({ type: 'box', xMm, yMm, widthMm, heightMm, strokeMm: 0.25 })
  const caption = createColumn(xMm + 1.5, yMm + 1, widthMm - 3, measure)
  caption.paragraph(words.awb, { sizeMm: 3, weight: 'bold' })
  takeOver(column, caption)
  column.gap(heightMm + 1)
  addWideCode(column, sale.number, scaledMm(Math.min(11, page.size.awbCodeMm), size), measure)
  column.gap(0.25)
  column.paragraph(sale.number, { sizeMm: scaledMm(2.75, size), weight: 'regular', align: 'center', maxLines: 1 })
  column.gap(0.5)
}

/** Code 128 across the label; a text too long for it becomes a QR symbol. A text that no symbol takes stays text. */
const addWideCode = (column: Column, text: string, heightMm: number, measure: DocumentMeasure): void => {
  const box = { xMm: column.xMm, yMm: column.yMm(), widthMm: column.widthMm, heightMm }
  const barcode = placeBarcode(text, box, { largestModuleMm: 0.5, paperMarginMm: 0 }, measure)
  const code = barcode ?? placeQr(text, box, 0.625, measure)
  if (code !== null) column.add(code)
  column.gap(heightMm)
}

const BOX_MM = 25
const PAID_MM = 3.75
/** Around NON-COD in its box, both sides together. */
const PAID_ROOM_MM = 1.5
const COUNT_SIZES_MM = [2.75, 2.5, 2.25, 2]
const NUMBER_MM = 2.5

/** NON-COD (the sale is paid), how much is in the parcel, and the sale number for the packer's scanner. */
export const addService = (column: Column, page: LabelPage, size: TextSize): void => {
  if (page.size.hasCodeBeside && !isNumberTheAwb(page)) addServiceBeside(column, page, size)
  else addServiceAbove(column, page, size)
}

/** True where the number's barcode already stands in place of the AWB, and there is no room for it twice. */
const isNumberTheAwb = ({ delivery, size }: LabelPage): boolean => delivery.awb === null && !size.repeatsNumber

const addPaidBox = (column: Column, page: LabelPage, size: TextSize, yMm: number): void => {
  const [widthMm, heightMm] = [scaledMm(BOX_MM, size), scaledMm(page.size.paidBoxMm, size)]
  column.add({ type: 'box', xMm: column.xMm, yMm, widthMm, heightMm, strokeMm: 0.5 })
  const sizeMm = Math.min(scaledMm(PAID_MM, size), heightMm - PAID_ROOM_MM)
  const paid = createColumn(column.xMm, yMm + (heightMm - sizeMm * LINE_EM) / 2, widthMm, page.measure)
  paid.paragraph(page.words.paid, { sizeMm, weight: 'bold', align: 'center', maxLines: 1 })
  takeOver(column, paid)
}

const addServiceBeside = (column: Column, page: LabelPage, size: TextSize): void => {
  const { sale, words, measure } = page
  const yMm = column.yMm() + (page.size.hasShortTable ? 1 : 1.5)
  const boxWidthMm = scaledMm(BOX_MM, size)
  addPaidBox(column, page, size, yMm)
  const pieces = formatThousands(countPieces(soldLines(sale)))
  const count = createColumn(column.xMm, yMm + scaledMm(page.size.paidBoxMm, size) + 0.75, boxWidthMm + 2, measure)
  count.shrinking(words.contents(pieces), {
    weight: 'regular',
    sizesMm: scaledSizes(page.size.hasShortTable ? COUNT_SIZES_MM.slice(1) : COUNT_SIZES_MM, size),
    maxLines: 1,
  })
  takeOver(column, count)
  const leftMm = boxWidthMm + 3
  const codeWidthMm = column.widthMm - leftMm
  const bottomMm = addNumberCode(column, page, size, { xMm: column.xMm + leftMm, yMm: yMm - 0.5, widthMm: codeWidthMm })
  column.gap(Math.max(count.yMm(), bottomMm) - column.yMm() + 0.5)
}

const addServiceAbove = (column: Column, page: LabelPage, size: TextSize): void => {
  const { sale, words, measure } = page
  const yMm = column.yMm() + 1
  addPaidBox(column, page, size, yMm)
  const leftMm = scaledMm(BOX_MM, size) + 2
  const sizeMm = scaledMm(3, size)
  const heightMm = scaledMm(page.size.paidBoxMm, size)
  const countYMm = yMm + (heightMm - sizeMm * LINE_EM) / 2
  const count = createColumn(column.xMm + leftMm, countYMm, column.widthMm - leftMm, measure)
  const pieces = formatThousands(countPieces(soldLines(sale)))
  count.shrinking(words.contents(pieces), { weight: 'regular', sizesMm: [sizeMm, 2.5, 2], maxLines: 1 })
  takeOver(column, count)
  column.gap(1 + heightMm + (isNumberTheAwb(page) ? 0.25 : page.isTight ? 0.75 : 1.5))
  const { xMm, widthMm } = column
  const bottomMm = addNumberCode(column, page, size, { xMm, yMm: column.yMm(), widthMm })
  column.gap(bottomMm - column.yMm() + 0.5)
}

type Place = { readonly xMm: number; readonly yMm: number; readonly widthMm: number }

/** The sale number as barcode with its text below, unless the number already stands for the AWB. Gives its lower edge. */
const addNumberCode = (column: Column, page: LabelPage, size: TextSize, place: Place): number => {
  const { sale, measure } = page
  if (isNumberTheAwb(page)) return place.yMm
  const box = { ...place, heightMm: scaledMm(page.size.numberCodeMm, size) }
  const barcode = page.isTight
    ? null
    : placeBarcode(sale.number, box, { largestModuleMm: 0.25, paperMarginMm: 0 }, measure)
  if (barcode !== null) column.add(barcode)
  const captionYMm = place.yMm + (barcode === null ? 0.75 : box.heightMm + 0.25)
  const caption = createColumn(place.xMm, captionYMm, place.widthMm, measure)
  const sizeMm = NUMBER_MM * labelScale(size)
  caption.paragraph(sale.number, { sizeMm, weight: 'regular', align: 'center', maxLines: 1 })
  takeOver(column, caption)
  return caption.yMm()
}

/** What was noted at the sale and for the courier, then the shop's own note. */
export const noteOf = ({ delivery, sale }: LabelPage): string =>
  [...new Set([delivery.note, sale.note].map(printableText))].filter((text) => text !== '').join(' / ')

/** True when there is any note to print. */
export const hasNote = (page: LabelPage): boolean => noteOf(page) !== '' || printableText(page.note) !== ''

/** The notes, in as many lines as a label has room for. */
export const addNotes = (column: Column, page: LabelPage, size: TextSize): void => {
  const note = noteOf(page)
  const gapMm = page.size.hasShortTable ? 0.5 : 0.75
  column.gap(gapMm)
  if (note !== '') {
    const sizesMm = page.isTight ? [2.25] : scaledSizes(page.size.noteSizesMm, size)
    const maxLines = (sizeMm: number): number => (sizeMm === sizesMm.at(-1) ? (page.isTight ? 1 : 3) : 2)
    column.shrinking(`${page.words.note}: ${note}`, { weight: 'regular', sizesMm, maxLines })
  }
  const own = page.note.trim().split('\n').slice(0, 3).join('\n')
  if (printableText(own) !== '' && (!page.isTight || note === ''))
    addNote(column, own, { sizeMm: scaledMm(2.75, size), weight: 'regular', maxLines: 2 })
  column.gap(gapMm)
}
