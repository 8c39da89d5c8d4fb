import { createColumn, type Column } from './column.ts'
import type { GreyImage, TextSize } from './document-design.ts'
import type { DocumentWords } from './document-words.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { LINE_EM } from './layout.ts'
import { placeLogo } from './logo-primitive.ts'
import { printableText } from './printable-text.ts'
import type { ReceiptFaces } from './receipt-faces.ts'
import { wrapPhones } from './receipt-phones.ts'
import { whiteOnBlack } from './white-on-black.ts'
import type { Shop } from '../domain/sale.ts'

const RULE_MM = 0.25

/** A rule with room above and below it. Under a black bar there is room only: the bar divides by itself. */
export const addSectionRule = (column: Column): void => {
  column.gap(1.5)
  const last = column.primitives().at(-1)
  if (last?.type === 'text' && last.ink === 'white') return
  column.rule(RULE_MM)
  column.gap(1.5)
}

const LOGO_HEIGHT_MM: Readonly<Record<TextSize, number>> = { small: 9, normal: 13, large: 18 }

/** The shop's logo in the middle of the paper. */
export const addLogo = (column: Column, logo: GreyImage, size: TextSize): void => {
  const { xMm, widthMm } = column
  const image = placeLogo(logo, { xMm, yMm: column.yMm(), widthMm, heightMm: LOGO_HEIGHT_MM[size], align: 'center' })
  column.add(image)
  column.gap(image.heightMm)
}

const PHONE_LINES = 3

/** The shop's name, address and telephone, and its NPWP where it charges tax (PER-11/PJ/2025 art. 52). */
export const addShop = (
  column: Column,
  shop: Shop,
  chargesTax: boolean,
  faces: ReceiptFaces,
  words: DocumentWords,
  measure: DocumentMeasure,
): void => {
  const sizesMm = faces.shopSizesMm
  // A tax document carries the whole name: a long one gets more lines at the smallest size.
  const maxLines = (sizeMm: number): number => (sizeMm === sizesMm.at(-1) ? 6 : 2)
  column.shrinking(shop.name, { weight: 'bold', sizesMm, maxLines, align: 'center' })
  column.gap(0.75)
  for (const line of shop.address.slice(0, 4)) {
    column.paragraph(line, { ...faces.small, align: 'center' })
  }
  if (printableText(shop.phone) !== '') {
    const lines = wrapPhones(words.telephone, shop.phone, column.widthMm, faces.small, PHONE_LINES, measure)
    for (const line of lines) column.paragraph(line, { ...faces.small, align: 'center', maxLines: 1 })
  }
  if (chargesTax && printableText(shop.npwp) !== '') {
    column.paragraph(`NPWP ${shop.npwp}`, { ...faces.small, align: 'center', maxLines: 2 })
  }
}

/** White words on a black bar across the paper. */
export const addBar = (column: Column, text: string, faces: ReceiptFaces): void => {
  column.gap(1.5)
  const { sizeMm } = faces.strong
  const heightMm = sizeMm * LINE_EM + 1.5
  const bar = { xMm: column.xMm, yMm: column.yMm(), widthMm: column.widthMm, heightMm }
  for (const primitive of whiteOnBlack(text, bar, { sizeMm, aboveMm: 0.75 })) column.add(primitive)
  column.gap(heightMm)
}

/** At 8 dots a millimetre. */
const DOT_MM = 0.125
const SMALLEST_NUMBER_MM = 2.25
/** Long names of people take more than two lines on narrow paper. */
const VALUE_LINES = 4

/** A name and its value; `isStrong` ones are bold. */
export type Fact = { readonly name: string; readonly value: string; readonly isStrong?: boolean }

/** Names and values side by side; the values stand under each other. Facts without a value are left out. */
export const addFacts = (
  column: Column,
  facts: readonly Fact[],
  faces: ReceiptFaces,
  measure: DocumentMeasure,
): void => {
  const shown = facts.filter(({ value }) => printableText(value) !== '')
  const { sizeMm } = faces.body
  const widest = Math.max(0, ...shown.map(({ name }) => measure.textWidthMm(name, sizeMm, 'regular')))
  const nameWidthMm = widest + 2.5
  const steps = Math.max(0, Math.floor((sizeMm - SMALLEST_NUMBER_MM) / DOT_MM))
  const numberSizesMm = Array.from({ length: steps + 1 }, (_, step) => sizeMm - step * DOT_MM)
  const maxLines = (mm: number): number => (mm === numberSizesMm.at(-1) ? VALUE_LINES : 1)
  for (const { name, value, isStrong = false } of shown) {
    const values = createColumn(column.xMm + nameWidthMm, column.yMm(), column.widthMm - nameWidthMm, measure)
    // Numbers are read and typed: they are kept on one line where a smaller size does it.
    if (isStrong) values.shrinking(value, { weight: 'bold', sizesMm: numberSizesMm, maxLines })
    else values.paragraph(value, { ...faces.body, maxLines: VALUE_LINES })
    const names = createColumn(column.xMm, column.yMm(), nameWidthMm, measure)
    names.paragraph(name, faces.body)
    for (const primitive of [...names.primitives(), ...values.primitives()]) column.add(primitive)
    column.gap(Math.max(names.yMm(), values.yMm()) - column.yMm())
  }
}
