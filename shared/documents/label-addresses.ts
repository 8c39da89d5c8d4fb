import { createColumn, type Column } from './column.ts'
import type { TextSize } from './document-design.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { scaledMm, scaledSizes, takeOver, type LabelPage } from './label-page.ts'
import { printableText } from './printable-text.ts'
import { fitTexts } from './text-fitting.ts'
import type { FontWeight } from './layout.ts'

const GUTTER_MM = 2
const CAPTION_MM = 2.5
/** No address is set smaller: the recipient's, and the sender's, which is always the smaller of the two. */
const SMALLEST_RECIPIENT_MM = 2.25
const SENDER_SIZES_MM = [3.5, 3.25, 3, 2.75, 2.5, 2.25, 2]
const SMALLEST_SENDER_MM = 2
const STEP_MM = 0.25

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
  const smallestMm = addRecipient(recipient, page, size)
  const senderXMm = column.xMm + recipientWidthMm + GUTTER_MM * 2
  const senderAt = (largestMm: number): Column => {
    const sender = createColumn(senderXMm, yMm + 1.25, senderWidthMm, measure)
    addSender(sender, page, senderSizes(largestMm, page, size))
    return sender
  }
  let largestMm = smallestMm - STEP_MM
  let sender = senderAt(largestMm)
  // The label is the recipient's: a long sender is set smaller rather than longer.
  while (sender.yMm() > recipient.yMm() && largestMm > SMALLEST_SENDER_MM) {
    largestMm -= STEP_MM
    sender = senderAt(largestMm)
  }
  takeOver(column, recipient, sender)
  const heightMm = Math.max(page.size.leastAddressMm, recipient.yMm() - yMm + 1, sender.yMm() - yMm + 1)
  const xMm = column.xMm + recipientWidthMm + GUTTER_MM
  column.add({ type: 'line', direction: 'vertical', xMm, yMm, lengthMm: heightMm, strokeMm: 0.25 })
  column.gap(heightMm)
}

const addStacked = (column: Column, page: LabelPage, size: TextSize): void => {
  column.gap(1)
  const smallestMm = addRecipient(column, page, size)
  column.gap(0.75)
  column.rule(0.25)
  column.gap(0.75)
  addSenderBelow(column, page, senderSizes(smallestMm - STEP_MM, page, size))
  column.gap(0.75)
}

/** Sizes, largest first, at which each text may have so many lines. */
type Attempt = { readonly sizesMm: readonly number[]; readonly lines: number }

/**
 * The texts at one size, in the first attempt in which each fits its lines without a broken word; where none does, in as
 * many lines as the last one's smallest size needs. Gives the size.
 */
const addWhole = (
  column: Column,
  texts: readonly string[],
  weight: FontWeight,
  attempts: readonly Attempt[],
  measure: DocumentMeasure,
): number => {
  const whole = texts.map(printableText).join(' ')
  const fitting = attempts.find(({ sizesMm, lines }) => {
    if (sizesMm.length === 0) return false
    const face = { weight, sizesMm, maxLinesAt: () => lines, breaks: 'address' } as const
    return fitTexts(texts, column.widthMm, face, measure).lines.join(' ') === whole
  })
  const smallestMm = attempts.at(-1)?.sizesMm.at(-1) ?? SMALLEST_RECIPIENT_MM
  const { sizesMm, lines } = fitting ?? { sizesMm: [smallestMm], lines: Number.POSITIVE_INFINITY }
  return column.shrinking(texts, { weight, sizesMm, maxLines: lines, breaks: 'address' })
}

/**
 * The name largest, then the city, then the phone; street and district share one size, city and province another, so that
 * sizes say what matters and not how long a line happens to be. Gives the smallest size.
 */
const addRecipient = (column: Column, page: LabelPage, size: TextSize): number => {
  const { delivery, words, measure } = page
  const streetMm = Math.max(SMALLEST_RECIPIENT_MM, scaledMm(page.streetMm, size))
  const sizes = (...factors: readonly number[]): readonly number[] => [
    ...new Set(factors.map((factor) => scaledMm(streetMm * factor, 'normal'))),
  ]
  const add = (texts: readonly string[], weight: FontWeight, ...attempts: readonly Attempt[]): number =>
    addWhole(column, texts, weight, attempts, measure)
  column.paragraph(words.to, { sizeMm: CAPTION_MM, weight: 'regular' })
  const nameMm = add(
    [delivery.recipientName],
    'bold',
    { sizesMm: sizes(1.4, 1.3, 1.2, 1.1), lines: 1 },
    { sizesMm: sizes(1.3, 1.2, 1.1), lines: 2 },
    { sizesMm: sizes(1.2, 1.1, 1), lines: 3 },
  )
  // Nothing is set larger than the name.
  const belowName = (...factors: readonly number[]): readonly number[] => sizes(...factors).filter((mm) => mm <= nameMm)
  const phoneMm = add([delivery.phone], 'bold', { sizesMm: belowName(1.1, 1), lines: 1 })
  column.gap(0.75)
  const districts = `${delivery.subDistrict}, ${delivery.district}`
  const smallerMm = SENDER_SIZES_MM.filter((mm) => mm < streetMm && mm >= SMALLEST_RECIPIENT_MM)
  const streetAt = { sizesMm: [streetMm, ...smallerMm], lines: Number.POSITIVE_INFINITY }
  const usedMm = add([delivery.address, districts], 'regular', streetAt)
  column.gap(0.5)
  const cityMm = add(
    [delivery.city, `${delivery.province} ${delivery.postalCode}`],
    'bold',
    { sizesMm: belowName(1.2, 1.1), lines: 1 },
    { sizesMm: belowName(1.1, 1), lines: 2 },
  )
  return Math.min(nameMm, phoneMm, usedMm, cityMm)
}

const senderSizes = (largestMm: number, page: LabelPage, size: TextSize): readonly number[] => {
  const usualMm = SENDER_SIZES_MM.filter((mm) => mm <= page.size.senderMm)
  const fitting = scaledSizes(usualMm, size).filter((mm) => mm <= largestMm && mm > SMALLEST_SENDER_MM)
  return [...fitting, SMALLEST_SENDER_MM]
}

/** The sizes up to one of them, the smallest always among them. */
const upTo = (mostMm: number, sizesMm: readonly number[]): readonly number[] =>
  sizesMm.filter((mm, index) => mm <= mostMm || index === sizesMm.length - 1)

/** In as few lines as they need, across the label. */
const addSenderBelow = (column: Column, { sale, words, measure }: LabelPage, sizesMm: readonly number[]): void => {
  const { shop } = sale
  const name = `${words.from}: ${shop.name}`
  addWhole(column, [name], 'bold', [{ sizesMm, lines: 1 }], measure)
  const rest = [shop.phone, ...shop.address].filter((text) => printableText(text) !== '').join(', ')
  addWhole(column, [rest], 'regular', [{ sizesMm: upTo(2.75, sizesMm), lines: 2 }], measure)
}

/** A name on one line at this size or more is better than a larger one on several. */
const NAME_ON_ONE_LINE_MM = 2.75

const addSender = (column: Column, { sale, words, measure }: LabelPage, sizesMm: readonly number[]): void => {
  const { shop } = sale
  const add = (text: string, weight: FontWeight, ...attempts: readonly Attempt[]): number =>
    addWhole(column, [text], weight, attempts, measure)
  column.paragraph(words.from, { sizeMm: CAPTION_MM, weight: 'regular' })
  const onOneLineMm = sizesMm.filter((mm) => mm >= NAME_ON_ONE_LINE_MM)
  add(shop.name, 'bold', { sizesMm: onOneLineMm, lines: 1 }, { sizesMm, lines: 3 })
  const restMm = upTo(3, sizesMm)
  if (printableText(shop.phone) !== '') add(shop.phone, 'regular', { sizesMm: restMm, lines: 2 })
  column.gap(0.5)
  add(shop.address.join(', '), 'regular', { sizesMm: restMm, lines: Number.POSITIVE_INFINITY })
}
