import { createColumn, type Column } from './column.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { LINE_EM } from './layout.ts'
import { printableText } from './printable-text.ts'
import type { Delivery, Sale } from '../domain/sale.ts'

const SENDER_WIDTH_MM = 29
const GUTTER_MM = 2
const LEAST_HEIGHT_MM = 27

/** The recipient, large, on the left; the sender on the right of a vertical rule. As high as the longer of both. */
export const addAddresses = (column: Column, sale: Sale, delivery: Delivery, measure: DocumentMeasure): void => {
  const yMm = column.yMm()
  const recipientWidthMm = column.widthMm - SENDER_WIDTH_MM - GUTTER_MM * 2
  const recipient = createColumn(column.xMm, yMm + 1.25, recipientWidthMm, measure)
  addRecipient(recipient, delivery)
  const senderXMm = column.xMm + recipientWidthMm + GUTTER_MM * 2
  const sender = createColumn(senderXMm, yMm + 1.25, SENDER_WIDTH_MM, measure)
  addSender(sender, sale)
  for (const primitive of [...recipient.primitives(), ...sender.primitives()]) column.add(primitive)
  const heightMm = Math.max(LEAST_HEIGHT_MM, recipient.yMm() - yMm + 1, sender.yMm() - yMm + 1)
  column.add({
    type: 'line',
    direction: 'vertical',
    xMm: column.xMm + recipientWidthMm + GUTTER_MM,
    yMm,
    lengthMm: heightMm,
    strokeMm: 0.25,
  })
  column.gap(heightMm)
}

const addRecipient = (column: Column, delivery: Delivery): void => {
  column.paragraph('KEPADA', { sizeMm: 2.5, weight: 'regular' })
  column.shrinking(delivery.recipientName, {
    weight: 'bold',
    sizesMm: [4.75, 4, 3.5],
    maxLines: (sizeMm) => (sizeMm > 4 ? 1 : 2),
  })
  column.shrinking(delivery.phone, { weight: 'bold', sizesMm: [3.75, 3.25, 2.75], maxLines: 1 })
  column.gap(0.75)
  column.shrinking(delivery.address, {
    weight: 'regular',
    sizesMm: [3.5, 3, 2.75, 2.5],
    maxLines: (sizeMm) => Math.floor(19 / (sizeMm * LINE_EM)),
  })
  column.shrinking(`${delivery.subDistrict}, ${delivery.district}`, {
    weight: 'regular',
    sizesMm: [3.5, 3, 2.75, 2.5],
    maxLines: (sizeMm) => (sizeMm > 3 ? 1 : 2),
  })
  column.gap(0.5)
  for (const line of [delivery.city, `${delivery.province} ${delivery.postalCode}`]) {
    column.shrinking(line, {
      weight: 'bold',
      sizesMm: [4, 3.5, 3, 2.75],
      maxLines: (sizeMm) => (sizeMm > 2.75 ? 1 : 2),
    })
  }
}

const addSender = (column: Column, sale: Sale): void => {
  column.paragraph('DARI', { sizeMm: 2.5, weight: 'regular' })
  column.shrinking(sale.shop.name, { weight: 'bold', sizesMm: [3.5, 3], maxLines: 2 })
  if (printableText(sale.shop.phone) !== '') {
    column.shrinking(sale.shop.phone, { weight: 'regular', sizesMm: [3, 2.5], maxLines: 1 })
  }
  column.gap(0.5)
  column.shrinking(sale.shop.address.join(', '), {
    weight: 'regular',
    sizesMm: [2.75, 2.5],
    maxLines: 6,
  })
}
