import { createColumn, type Column } from './column.ts'
import type { TextSize } from './document-design.ts'
import { scaledSizes, takeOver, type LabelPage } from './label-page.ts'
import { LINE_EM, type FontWeight } from './layout.ts'
import { printableText } from './printable-text.ts'

const GUTTER_MM = 2
const SENDER_SIZES_MM = [3.5, 3, 2.75, 2.5, 2.25]
const CAPTION_MM = 2.5

/** Recipient and sender, complete however long they are: side by side with a rule between them, or the sender below. As high as they need. */
export const addAddresses = (column: Column, page: LabelPage, size: TextSize): void => {
  const { senderWidthMm } = page.size
  if (senderWidthMm === null) addStacked(column, page, size)
  else addSideBySide(column, page, size, senderWidthMm)
}

const addSideBySide = (column: Column, page: LabelPage, size: TextSize, senderWidthMm: number): void => {
  const { measure } = page
  const yMm = column.yMm()
  const recipientWidthMm = column.widthMm - senderWidthMm - GUTTER_MM * 2
  const recipient = createColumn(column.xMm, yMm + 1.25, recipientWidthMm, measure)
  addRecipient(recipient, page, size)
  const senderXMm = column.xMm + recipientWidthMm + GUTTER_MM * 2
  const sender = createColumn(senderXMm, yMm + 1.25, senderWidthMm, measure)
  addSender(sender, page, size)
  takeOver(column, recipient, sender)
  const heightMm = Math.max(page.size.leastAddressMm, recipient.yMm() - yMm + 1, sender.yMm() - yMm + 1)
  const xMm = column.xMm + recipientWidthMm + GUTTER_MM
  column.add({ type: 'line', direction: 'vertical', xMm, yMm, lengthMm: heightMm, strokeMm: 0.25 })
  column.gap(heightMm)
}

const addStacked = (column: Column, page: LabelPage, size: TextSize): void => {
  column.gap(1)
  addRecipient(column, page, size)
  column.gap(0.75)
  column.rule(0.25)
  column.gap(0.75)
  addSenderBelow(column, page, size)
  column.gap(0.75)
}

/** The given sizes that are allowed now, the smallest always among them. */
const allowed = (sizesMm: readonly number[], page: LabelPage, size: TextSize): readonly number[] => {
  const scaled = scaledSizes(sizesMm, size)
  const fitting = scaled.filter((mm) => mm <= page.largestAddressMm)
  return fitting.length > 0 ? fitting : scaled.slice(-1)
}

/** At the largest size at which the text fits so many lines without a broken word; at the smallest it takes as many as it needs. */
const addWhole = (
  column: Column,
  text: string,
  weight: FontWeight,
  sizesMm: readonly number[],
  maxLines: (sizeMm: number) => number,
): void => {
  const smallest = sizesMm.at(-1)
  column.shrinking(text, {
    weight,
    sizesMm,
    maxLines: (sizeMm) => (sizeMm === smallest ? Number.POSITIVE_INFINITY : maxLines(sizeMm)),
  })
}

const ADDRESS_ROOM_MM = 19

const addRecipient = (column: Column, page: LabelPage, size: TextSize): void => {
  const { delivery, words } = page
  const sizes = (largestMm: number): readonly number[] =>
    allowed(
      page.size.recipientSizesMm.filter((mm) => mm <= largestMm),
      page,
      size,
    )
  column.paragraph(words.to, { sizeMm: CAPTION_MM, weight: 'regular' })
  addWhole(column, delivery.recipientName, 'bold', sizes(4.75), (sizeMm) => (sizeMm > 4 ? 1 : 2))
  addWhole(column, delivery.phone, 'bold', sizes(3.75), () => 1)
  column.gap(0.75)
  const roomFor = (sizeMm: number): number => Math.floor(ADDRESS_ROOM_MM / (sizeMm * LINE_EM))
  addWhole(column, delivery.address, 'regular', sizes(3.5), roomFor)
  const districts = `${delivery.subDistrict}, ${delivery.district}`
  addWhole(column, districts, 'regular', sizes(3.5), (sizeMm) => (sizeMm > 3 ? 1 : 2))
  column.gap(0.5)
  for (const line of [delivery.city, `${delivery.province} ${delivery.postalCode}`]) {
    addWhole(column, line, 'bold', sizes(4), (sizeMm) => (sizeMm > 2.75 ? 1 : 2))
  }
}

const senderSizes = (largestMm: number, page: LabelPage, size: TextSize): readonly number[] =>
  allowed(
    SENDER_SIZES_MM.filter((mm) => mm <= largestMm),
    page,
    size,
  )

/** In as few lines as they need, across the label. */
const addSenderBelow = (column: Column, page: LabelPage, size: TextSize): void => {
  const { shop } = page.sale
  addWhole(column, `${page.words.from}: ${shop.name}`, 'bold', senderSizes(3, page, size), () => 1)
  const rest = [shop.phone, ...shop.address].filter((text) => printableText(text) !== '').join(', ')
  addWhole(column, rest, 'regular', senderSizes(2.75, page, size), () => 2)
}

const addSender = (column: Column, page: LabelPage, size: TextSize): void => {
  const { shop } = page.sale
  const sizes = (largestMm: number): readonly number[] => senderSizes(largestMm, page, size)
  column.paragraph(page.words.from, { sizeMm: CAPTION_MM, weight: 'regular' })
  addWhole(column, shop.name, 'bold', sizes(3.5), () => 2)
  if (printableText(shop.phone) !== '') addWhole(column, shop.phone, 'regular', sizes(3), () => 1)
  column.gap(0.5)
  addWhole(column, shop.address.join(', '), 'regular', sizes(2.75), () => 6)
}
