import { placeBarcode, placeQr } from './code-primitive.ts'
import { createColumn, type Column } from './column.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { COPY_WORD } from './document-words.ts'
import { ASCENT_EM, type LayoutPrimitive } from './layout.ts'
import { formatRegisterTime } from './register-time.ts'
import { countPieces } from './count-pieces.ts'
import { formatThousands } from '../domain/money.ts'
import { soldLines } from '../domain/sale-sums.ts'
import type { Delivery, Sale } from '../domain/sale.ts'

const HEADER_MM = 14
const AWB_CODE_MM = 17
const EMPTY_AWB_MM = 13
const SERVICE_MM = 13

const addAll = (column: Column, primitives: readonly LayoutPrimitive[]): void => {
  for (const primitive of primitives) column.add(primitive)
}

/** Shop, sale number and date on the left; the courier, and SALINAN on a copy, on the right. */
export const addHeader = (
  column: Column,
  sale: Sale,
  delivery: Delivery,
  isCopy: boolean,
  measure: DocumentMeasure,
): void => {
  const yMm = column.yMm()
  const left = createColumn(column.xMm, yMm, 54, measure)
  left.shrinking(sale.shop.name, { weight: 'bold', sizesMm: [4.5, 4, 3.5, 3], maxLines: 1 })
  left.gap(0.5)
  left.shrinking(sale.number, { weight: 'bold', sizesMm: [3.25, 2.75], maxLines: 1 })
  left.paragraph(formatRegisterTime(sale.paidAtMs, sale.utcOffsetMinutes), { sizeMm: 2.75, weight: 'regular' })
  const right = createColumn(column.xMm + 56, yMm, column.widthMm - 56, measure)
  right.shrinking(delivery.courier, {
    weight: 'bold',
    sizesMm: [6, 5, 4, 3.25],
    maxLines: (sizeMm) => (sizeMm > 3.25 ? 1 : 2),
    align: 'right',
  })
  addAll(column, [...left.primitives(), ...right.primitives()])
  if (isCopy) addCopyMark(column, yMm)
  column.gap(HEADER_MM)
}

const addCopyMark = (column: Column, topMm: number): void => {
  const widthMm = 22
  const xMm = column.xMm + column.widthMm - widthMm
  const yMm = topMm + 8.25
  column.add({ type: 'box', xMm, yMm, widthMm, heightMm: 4.75, strokeMm: null })
  column.add({
    type: 'text',
    text: COPY_WORD,
    xMm: xMm + widthMm / 2,
    baselineMm: yMm + 0.7 + 3 * ASCENT_EM,
    sizeMm: 3,
    weight: 'bold',
    align: 'center',
    maxWidthMm: widthMm,
    ink: 'white',
  })
}

/** The AWB as text and wide barcode. Without one: an empty box for the courier's sticker, and the sale number as barcode. */
export const addAwb = (column: Column, sale: Sale, delivery: Delivery, measure: DocumentMeasure): void => {
  column.gap(1)
  if (delivery.awb === null) {
    addEmptyAwb(column, sale.number, measure)
    return
  }
  column.shrinking(`No. RESI: ${delivery.awb}`, {
    weight: 'bold',
    sizesMm: [4.5, 4, 3.5, 3, 2.5],
    maxLines: 1,
    align: 'center',
  })
  column.gap(0.5)
  addWideCode(column, delivery.awb, AWB_CODE_MM, measure)
  column.gap(1)
}

const addEmptyAwb = (column: Column, number: string, measure: DocumentMeasure): void => {
  const { xMm, widthMm } = column
  const yMm = column.yMm()
  column.add({ type: 'box', xMm, yMm, widthMm, heightMm: EMPTY_AWB_MM, strokeMm: 0.25 })
  const caption = createColumn(xMm + 1.5, yMm + 1, widthMm - 3, measure)
  caption.paragraph('No. RESI', { sizeMm: 3, weight: 'bold' })
  addAll(column, caption.primitives())
  column.gap(EMPTY_AWB_MM + 1)
  addWideCode(column, number, 11, measure)
  column.gap(0.25)
  column.paragraph(number, { sizeMm: 2.75, weight: 'regular', align: 'center', maxLines: 1 })
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

/** NON-COD (the sale is paid), how much is in the parcel, and the sale number for the packer's scanner. */
export const addService = (column: Column, sale: Sale, measure: DocumentMeasure): void => {
  const yMm = column.yMm() + 1.5
  const boxWidthMm = 25
  column.add({ type: 'box', xMm: column.xMm, yMm, widthMm: boxWidthMm, heightMm: 6, strokeMm: 0.5 })
  const service = createColumn(column.xMm, yMm + 0.75, boxWidthMm, measure)
  service.paragraph('NON-COD', { sizeMm: 3.75, weight: 'bold', align: 'center' })
  const pieces = countPieces(soldLines(sale))
  const count = createColumn(column.xMm, yMm + 6.75, boxWidthMm + 2, measure)
  count.shrinking(`Isi: ${formatThousands(pieces)} barang`, {
    weight: 'regular',
    sizesMm: [2.75, 2.25, 2],
    maxLines: 1,
  })
  const codeXMm = column.xMm + boxWidthMm + 3
  const codeWidthMm = column.widthMm - boxWidthMm - 3
  const box = { xMm: codeXMm, yMm: yMm - 0.5, widthMm: codeWidthMm, heightMm: 8 }
  const barcode = placeBarcode(sale.number, box, { largestModuleMm: 0.25, paperMarginMm: 0 }, measure)
  const caption = createColumn(codeXMm, yMm + 7.75, codeWidthMm, measure)
  caption.paragraph(sale.number, { sizeMm: 2.5, weight: 'regular', align: 'center', maxLines: 1 })
  addAll(column, [...service.primitives(), ...count.primitives(), ...caption.primitives()])
  if (barcode !== null) column.add(barcode)
  column.gap(SERVICE_MM)
}
