import { createColumn, type Column } from './column.ts'
import type { TextSize } from './document-design.ts'
import { scaledMm, scaledSizes, takeOver, type LabelPage } from './label-page.ts'
import { extentOf } from './layout-geometry.ts'
import { LINE_EM } from './layout.ts'
import { placeLogo } from './logo-primitive.ts'
import { printableText } from './printable-text.ts'
import { formatRegisterTime } from './register-time.ts'
import { whiteOnBlack } from './white-on-black.ts'

const BETWEEN_MM = 2
/** White on each side of the rule between the shop and the courier. */
const BESIDE_RULE_MM = 1.75
const LOGO_HEIGHT_MM: Readonly<Record<TextSize, number>> = { small: 7, normal: 10, large: 12 }

/** The shop's logo on a line of its own. */
export const addLogo = (column: Column, page: LabelPage, size: TextSize): void => {
  if (page.logo === null) return
  const { xMm, widthMm } = column
  const image = placeLogo(page.logo, { xMm, yMm: column.yMm(), widthMm, heightMm: LOGO_HEIGHT_MM[size], align: 'left' })
  column.add(image)
  column.gap(image.heightMm + 1)
}

/**
 * Shop, sale number and date on the left, beside the logo if there is one; the courier, and SALINAN on a copy, on the
 * right. A rule keeps the shop's name and the courier's from being read as one.
 */
export const addHeader = (column: Column, page: LabelPage, size: TextSize, logoSize: TextSize | null): void => {
  const { sale, measure } = page
  const yMm = column.yMm()
  const { shopWidthMm, shopSizesMm } = page.size
  let leftXMm = column.xMm
  let logoBottomMm = yMm
  if (page.logo !== null && logoSize !== null) {
    const heightMm = Math.min(LOGO_HEIGHT_MM[logoSize], scaledMm(page.size.logoHeightMm, logoSize))
    const room = { xMm: leftXMm, yMm, widthMm: page.size.logoWidthMm, heightMm }
    const image = placeLogo(page.logo, { ...room, align: 'left' })
    column.add(image)
    leftXMm += image.widthMm + BETWEEN_MM
    logoBottomMm += image.heightMm
  }
  const rightXMm = column.xMm + shopWidthMm + BETWEEN_MM
  const right = createColumn(rightXMm, yMm, column.widthMm - shopWidthMm - BETWEEN_MM, measure)
  addCourier(right, page, 'right')
  // What the courier does not need of its room is the shop's.
  const courierXMm = Math.min(...right.primitives().map((primitive) => extentOf(primitive, measure).left))
  const ruleXMm = courierXMm - BESIDE_RULE_MM
  const left = createColumn(leftXMm, yMm, ruleXMm - BESIDE_RULE_MM - leftXMm, measure)
  const sizesMm = scaledSizes(besideRecipient(shopSizesMm, page), size)
  left.shrinking(sale.shop.name, {
    weight: 'bold',
    sizesMm,
    maxLines: (sizeMm) => nameLinesAt(sizesMm.length - 1 - sizesMm.indexOf(sizeMm), page, leftXMm > column.xMm),
  })
  left.gap(0.5)
  addNumberAndDate(left, page, size)
  takeOver(column, left, right)
  const heightMm = Math.max(left.yMm(), right.yMm(), logoBottomMm) - yMm + 0.75
  column.add({ type: 'line', direction: 'vertical', xMm: ruleXMm, yMm, lengthMm: heightMm, strokeMm: 0.25 })
  column.gap(heightMm)
}

/** Where the recipient is set small, the shop is too. */
const besideRecipient = (sizesMm: readonly number[], { streetMm }: LabelPage): readonly number[] => {
  const smaller = sizesMm.filter((mm) => mm <= streetMm * 1.1)
  return smaller.length > 0 ? smaller : sizesMm.slice(-1)
}

/** The sale's number and its date under it, or beside it where that fits and every line of the label counts. */
const addNumberAndDate = (column: Column, page: LabelPage, size: TextSize): void => {
  const { sale, language, measure } = page
  const number = printableText(sale.number)
  const date = formatRegisterTime(sale.paidAtMs, sale.utcOffsetMinutes, language)
  const sizesMm = scaledSizes(page.size.numberSizesMm, size)
  const dateSizesMm = sizesMm.slice(1)
  const widthMm = (sizeMm: number): number =>
    measure.textWidthMm(number, sizeMm, 'bold') + BETWEEN_MM + measure.textWidthMm(date, sizeMm, 'regular')
  const besideMm = page.size.hasShortTable ? dateSizesMm.find((sizeMm) => widthMm(sizeMm) <= column.widthMm) : undefined
  if (besideMm !== undefined) {
    const xMm = column.xMm + measure.textWidthMm(number, besideMm, 'bold') + BETWEEN_MM
    const beside = createColumn(xMm, column.yMm(), column.xMm + column.widthMm - xMm, measure)
    beside.paragraph(date, { sizeMm: besideMm, weight: 'regular', maxLines: 1 })
    takeOver(column, beside)
    column.paragraph(number, { sizeMm: besideMm, weight: 'bold', maxLines: 1 })
    return
  }
  column.shrinking(number, { weight: 'bold', sizesMm, maxLines: 1 })
  const maxLines = (sizeMm: number): number => (sizeMm === dateSizesMm.at(-1) ? 2 : 1)
  column.shrinking(date, { weight: 'regular', sizesMm: dateSizesMm, maxLines })
}

/**
 * Lines of the shop's name at one of its sizes, counted from the smallest: three at the three smallest where there is
 * room; else one, beside a logo, which is as high, two at the smallest.
 */
const nameLinesAt = (step: number, { isTight, size }: LabelPage, isBesideLogo: boolean): number => {
  if (!isTight && !size.hasShortTable) return step < 3 ? 3 : step === 3 ? 2 : 1
  return isBesideLogo && step === 0 ? 2 : 1
}

/** The courier on the left and SALINAN on the right, where the line of the shop is left out. */
export const addCourierLine = (column: Column, page: LabelPage): void => {
  const yMm = column.yMm()
  const left = createColumn(column.xMm, yMm, column.widthMm * 0.6, page.measure)
  addCourier(left, { ...page, isCopy: false }, 'left')
  const right = createColumn(column.xMm + column.widthMm * 0.62, yMm, column.widthMm * 0.38, page.measure)
  if (page.isCopy) addCopyMark(right, page)
  takeOver(column, left, right)
  column.gap(Math.max(left.yMm(), right.yMm()) - yMm + 0.5)
}

const addCourier = (column: Column, page: LabelPage, align: 'left' | 'right'): void => {
  const sizesMm = page.size.courierSizesMm
  const maxLines = (sizeMm: number): number => (sizeMm === sizesMm.at(-1) ? 3 : 1)
  column.shrinking(page.delivery.courier, { weight: 'bold', sizesMm, maxLines, align })
  if (!page.isCopy) return
  column.gap(0.75)
  addCopyMark(column, page)
}

const COPY_SIZES_MM = [3, 2.75, 2.5, 2.25, 2]

/** White on black at the right edge. */
const addCopyMark = (column: Column, { words, measure }: LabelPage): void => {
  const widthAt = (sizeMm: number): number => measure.textWidthMm(words.copy, sizeMm, 'bold')
  const sizeMm = COPY_SIZES_MM.find((each) => widthAt(each) + 1 <= column.widthMm) ?? 2
  const widthMm = Math.min(column.widthMm, scaledMm(widthAt(sizeMm) + 5, 'normal'))
  const heightMm = sizeMm * LINE_EM + 1.15
  const xMm = column.xMm + column.widthMm - widthMm
  const yMm = column.yMm()
  const mark = whiteOnBlack(words.copy, { xMm, yMm, widthMm, heightMm }, { sizeMm, aboveMm: 0.7 })
  for (const primitive of mark) column.add(primitive)
  column.gap(heightMm)
}
