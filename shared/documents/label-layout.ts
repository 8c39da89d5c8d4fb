import { completeDesign, type PartDesign } from './complete-design.ts'
import { createColumn, type Column } from './column.ts'
import { DEFAULT_DESIGNS, REQUIRED_PARTS, type DocumentDesigns, type TextSize } from './document-design.ts'
import { rememberMeasures, type DocumentMeasure } from './document-measure.ts'
import { addAddresses } from './label-addresses.ts'
import { addCourierLine, addHeader, addLogo } from './label-header.ts'
import { findLabelObstacles } from './label-obstacles.ts'
import type { LabelPage, LabelPart } from './label-page.ts'
import { addAwb, addNotes, addService, hasNote } from './label-sections.ts'
import {
  LABEL_SIZES,
  labelAreaOn,
  labelSizeFor,
  wrongLabelMedia,
  type LabelMedia,
  type LabelSize,
} from './label-size.ts'
import { firstFitting, labelSteps, type LabelStep } from './label-steps.ts'
import { nameSizeMm } from './label-table-edges.ts'
import { addItemTable, summaryMm, wholeTableMm } from './label-table.ts'
import { LABEL_WORDS } from './label-words.ts'
import type { DocumentLayout } from './layout.ts'
import { printTrouble, type PrintTrouble } from '../domain/print-trouble.ts'
import { failure, success, type Result } from '../domain/result.ts'
import { soldLines } from '../domain/sale-sums.ts'
import type { Sale } from '../domain/sale.ts'

export type LabelOptions = {
  readonly isCopy: boolean
  /** The label in the printer; left out, 100 x 150 mm. */
  readonly media?: LabelMedia
  /** How the shop wants its documents; left out, the usual ones. */
  readonly designs?: DocumentDesigns
}

/**
 * The shipping label of a delivery in the upper left of its paper. Refused when the paper is too small, when the sale is
 * not delivered, and when an address, the courier or the AWB cannot be printed completely.
 */
export const layoutShippingLabel = (
  sale: Sale,
  options: LabelOptions,
  measure: DocumentMeasure,
): Result<DocumentLayout, PrintTrouble> => {
  const { isCopy, media = { widthMm: 100, heightMm: 150 }, designs = DEFAULT_DESIGNS } = options
  const refuse = (detail: string): Result<never, PrintTrouble> => failure(printTrouble('not-drawable', detail))
  const { delivery } = sale
  if (delivery === null) return refuse(`${sale.number}: tidak dikirim, tanpa label / not a delivery, no label`)
  const size = labelSizeFor(media)
  if (size === null) return refuse(wrongLabelMedia(media))
  const obstacles = findLabelObstacles(sale, delivery)
  if (obstacles.length > 0) return refuse(obstacles.join('; '))

  const design = completeDesign(designs.label, DEFAULT_DESIGNS.label, REQUIRED_PARTS.label)
  const { language, logo } = designs
  const remembering = rememberMeasures(measure)
  const column = firstFitting(labelSteps(size), ({ streetMm, goodsMm, goods, isTight }) => {
    const page: LabelPage = {
      sale,
      delivery,
      isCopy,
      logo,
      language,
      size,
      area: labelAreaOn(size, media),
      streetMm,
      goodsMm,
      isTight,
      note: design.note,
      words: LABEL_WORDS[language],
      measure: remembering,
    }
    return arrange(page, design.parts, goods)
  })
  if (column === null) return refuse(tooLong(size))
  return success({ widthMm: media.widthMm, heightMm: media.heightMm, primitives: column.primitives() })
}

const tooLong = (size: LabelSize): string => {
  const loaded = `${String(size.widthMm)} × ${String(size.heightMm)} mm`
  const larger = LABEL_SIZES.indexOf(size) > 0 ? ['; pakai label 100 × 150 mm', '; use labels of 100 × 150 mm'] : []
  return `Alamat terlalu panjang untuk label ${loaded}${larger[0] ?? ''} / The addresses are too long for a label of ${loaded}${larger[1] ?? ''}`
}

/** All parts under each other; the goods get what the others leave. Null when that is less than they need. */
const arrange = (
  page: LabelPage,
  parts: readonly PartDesign<LabelPart>[],
  needed: LabelStep['goods'],
): Column | null => {
  const { yMm, heightMm } = page.area
  const shown = parts.filter(({ part, isShown }) => isShown && hasContent(part, page))
  const goods = shown.find(({ part }) => part === 'goods')
  const without = addParts(page, shown, 0)
  const leftMm = yMm + heightMm - without.yMm()
  const neededMm = goods === undefined ? 0 : goodsNeededMm(without, page, goods.size, needed, leftMm)
  return leftMm < neededMm ? null : addParts(page, shown, leftMm)
}

const goodsNeededMm = (
  column: Column,
  page: LabelPage,
  size: TextSize,
  needed: LabelStep['goods'],
  leftMm: number,
): number => {
  const lines = soldLines(page.sale)
  const summary = summaryMm(page, size)
  if (typeof needed === 'number') return Math.max(needed, summary)
  if (needed === 'counted') return summary
  // No table of so many lines is worth drawing to see.
  if (lines.length * nameSizeMm(page, size) > leftMm) return Number.POSITIVE_INFINITY
  return wholeTableMm(column, lines, page, size, needed === 'whole' ? 2 : 1)
}

const hasContent = (part: LabelPart, page: LabelPage): boolean => {
  if (part === 'logo') return page.logo !== null
  return part === 'note' ? hasNote(page) : true
}

const addParts = (page: LabelPage, shown: readonly PartDesign<LabelPart>[], goodsMm: number): Column => {
  const { xMm, yMm, widthMm } = page.area
  const column = createColumn(xMm, yMm, widthMm, page.measure)
  const hasShop = shown.some(({ part }) => part === 'shop')
  let before: LabelPart | null = null
  shown.forEach(({ part, size }, index) => {
    const isBesideShop = part === 'logo' && shown[index + 1]?.part === 'shop'
    if (isBesideShop) return
    // The strong rules set the shop off from what the courier reads, and the goods from everything else.
    if (before !== null) column.rule(before === 'shop' || part === 'goods' || before === 'goods' ? 0.5 : 0.25)
    if (before !== null && (part === 'shop' || part === 'logo')) column.gap(1)
    const beforeIt = shown[index - 1]
    if (part === 'logo') addLogo(column, page, size)
    else if (part === 'shop') addHeader(column, page, size, beforeIt?.part === 'logo' ? beforeIt.size : null)
    else if (part === 'awb') {
      if (!hasShop) addCourierLine(column, page)
      addAwb(column, page, size)
    } else if (part === 'addresses') addAddresses(column, page, size)
    else if (part === 'service') addService(column, page, size)
    else if (part === 'note') addNotes(column, page, size)
    else if (goodsMm > 0) addItemTable(column, soldLines(page.sale), goodsMm, page, size)
    before = part
  })
  return column
}
