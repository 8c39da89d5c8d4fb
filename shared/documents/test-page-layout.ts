import { placeBarcode, placeQr } from './code-primitive.ts'
import { createColumn, type Column } from './column.ts'
import type { DocumentMeasure } from './document-measure.ts'
import type { DocumentLanguage } from './document-words.ts'
import type { DocumentLayout, LayoutPrimitive } from './layout.ts'
import { printableAreaOf, type PrintableArea } from './test-page-area.ts'
import { addInkTest, inkTestHeightMm, LEAST_INK_TEST_MM } from './test-page-ink.ts'
import { PRINTER_LANGUAGE_NAMES, TEST_PAGE_WORDS, type TestPageWords } from './test-page-words.ts'
import { dotsPerMmOf, type Printer } from '../domain/printer.ts'

/** What a printer is tested with. */
export type TestedPrinter = Pick<Printer, 'name' | 'language' | 'dpi' | 'dotsPerMm' | 'media'>

export type TestPageOptions = {
  readonly language: DocumentLanguage
  /** When it was printed, in words; null leaves it out. */
  readonly time: string | null
}

/** What both symbols of the test page say. */
export const TEST_CODE = 'KONTER'

const INSET_MM = 1.5
const FRAME_MM = 0.25
/** Lower labels take smaller type. */
const SMALL_MM = 35

/**
 * All that shows whether a printer works: a frame at the edge of what it prints, its name and settings, a barcode, a QR
 * symbol, solid boxes and lines of 1 to 3 dots. On small labels what does not fit is left out, from the end.
 */
export const layoutTestPage = (
  printer: TestedPrinter,
  { language, time }: TestPageOptions,
  measure: DocumentMeasure,
): DocumentLayout => {
  const words = TEST_PAGE_WORDS[language]
  const area = printableAreaOf(printer.media)
  const limitMm = area.heightMm === null ? Number.POSITIVE_INFINITY : area.heightMm - INSET_MM
  const column = createColumn(INSET_MM, INSET_MM, area.columnWidthMm - INSET_MM * 2, measure)
  const isSmall = area.heightMm !== null && area.heightMm < SMALL_MM
  addIfFits(column, limitMm, measure, (at) => {
    const sizesMm = isSmall ? [2.75, 2.25, 1.75] : [5, 4, 3.25]
    at.shrinking(printer.name, { weight: 'bold', sizesMm, maxLines: 1, align: 'center' })
  })
  // The barcode matters more than the last facts.
  const barsMm = column.widthMm >= LEAST_CODE_WIDTH_MM ? LEAST_BARS_MM + 0.5 : 0
  for (const fact of factsOf(printer, area, words, time)) {
    addIfFits(column, limitMm - barsMm, measure, (at) => {
      at.shrinking(fact, { weight: 'bold', sizesMm: isSmall ? [1.75, 1.5] : [3, 2.5, 2], maxLines: 1, align: 'center' })
    })
  }
  addCodes(column, limitMm, area, measure)
  const dotMm = 1 / dotsPerMmOf(printer)
  const hasInkTest = column.widthMm >= LEAST_INK_TEST_MM && column.yMm() + inkTestHeightMm <= limitMm
  if (hasInkTest) addInkTest(column, dotMm, words, measure)
  addIfFits(column, limitMm, measure, (at) => {
    at.gap(1)
    at.paragraph(words.wellPrinted, { sizeMm: 2.5, weight: 'regular' })
  })
  const heightMm = area.heightMm ?? column.yMm() + INSET_MM
  return { widthMm: area.widthMm, heightMm, primitives: [...framesOf(area, heightMm), ...column.primitives()] }
}

/** A frame along the edge of each label, or of what is printed of a roll. */
export const framesOf = (area: PrintableArea, heightMm: number): readonly LayoutPrimitive[] =>
  area.columnsMm.flatMap((xMm) => {
    const level = {
      type: 'line',
      direction: 'horizontal',
      xMm,
      lengthMm: area.columnWidthMm,
      strokeMm: FRAME_MM,
    } as const
    const upright = { type: 'line', direction: 'vertical', yMm: 0, lengthMm: heightMm, strokeMm: FRAME_MM } as const
    return [
      { ...level, yMm: 0 },
      { ...level, yMm: heightMm - FRAME_MM },
      { ...upright, xMm },
      { ...upright, xMm: xMm + area.columnWidthMm - FRAME_MM },
    ]
  })

const factsOf = (
  { language, dpi, dotsPerMm }: TestedPrinter,
  area: PrintableArea,
  words: TestPageWords,
  time: string | null,
): readonly string[] => [
  `${words.test} · ${PRINTER_LANGUAGE_NAMES[language]} · ${String(dpi)} dpi${dotsPerMm === null ? '' : ` (${String(dotsPerMm).replace('.', ',')}/mm)`}`,
  `${words.paper} ${area.name}`,
  ...(time === null ? [] : [time]),
]

/** Sets something below what is there, unless it would end under the limit. */
const addIfFits = (column: Column, limitMm: number, measure: DocumentMeasure, set: (at: Column) => void): boolean => {
  const tried = createColumn(column.xMm, column.yMm(), column.widthMm, measure)
  set(tried)
  if (tried.yMm() > limitMm) return false
  for (const primitive of tried.primitives()) column.add(primitive)
  column.gap(tried.yMm() - column.yMm())
  return true
}

const LARGEST_BARS_MM = 12
const LEAST_BARS_MM = 3.5
/** The bars of the test code at two dots a module. */
const LEAST_CODE_WIDTH_MM = 28

/** The barcode, then the QR symbol below it; the QR symbol alone where bars are too wide. */
const addCodes = (column: Column, limitMm: number, area: PrintableArea, measure: DocumentMeasure): void => {
  const { xMm, widthMm } = column
  const isSmall = area.heightMm !== null && area.heightMm < SMALL_MM
  // On small labels the QR symbol needs the height more: its modules are then four dots wide.
  const heightMm = Math.min(isSmall ? LEAST_BARS_MM : LARGEST_BARS_MM, limitMm - column.yMm() - 0.5)
  if (heightMm >= LEAST_BARS_MM) {
    const box = { xMm, yMm: column.yMm() + 0.5, widthMm, heightMm }
    const rules = { largestModuleMm: widthMm > 60 ? 0.5 : 0.25, paperMarginMm: INSET_MM - FRAME_MM * 2 }
    const bars = placeBarcode(TEST_CODE, box, rules, measure)
    if (bars !== null) {
      column.add(bars)
      column.gap(heightMm + 0.5)
    }
  }
  const box = { xMm, yMm: column.yMm() + 0.5, widthMm, heightMm: Math.min(limitMm - column.yMm() - 0.5, 22) }
  const qr = placeQr(TEST_CODE, box, 0.5, measure)
  if (qr === null) return
  column.add(qr)
  column.gap(qr.heightMm + 0.5)
}
