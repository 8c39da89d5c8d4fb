import { createColumn, type Column } from './column.ts'
import { completeDesign } from './complete-design.ts'
import { DEFAULT_DESIGNS, REQUIRED_PARTS, type DocumentDesigns, type TextSize } from './document-design.ts'
import type { DocumentMeasure } from './document-measure.ts'
import type { DocumentLayout, LayoutPrimitive } from './layout.ts'
import { FRAME_MM, INSET_MM, printableAreaOf, type PrintableArea } from './test-page-area.ts'
import { leastCodesMm, placeTestCodes } from './test-page-codes.ts'
import {
  gapAbove,
  isSmallLabel,
  nameHeightMm,
  piecesOf,
  type PieceRoom,
  type TestPage,
  type TestPagePart,
} from './test-page-parts.ts'
import { PRINTER_LANGUAGE_NAMES, TEST_PAGE_WORDS, type TestPageWords } from './test-page-words.ts'
import { dotsPerMmOf, type Printer } from '../domain/printer.ts'

/** What a printer is tested with. */
export type TestedPrinter = Pick<Printer, 'name' | 'language' | 'dpi' | 'dotsPerMm' | 'media'>

export type TestPageOptions = {
  /** How the shop wants its documents; left out, the usual ones. */
  readonly designs?: DocumentDesigns
  /** When it was printed, in words; null leaves it out. */
  readonly time: string | null
}

/**
 * All that shows whether a printer works, as its design says: a frame at the edge of what it prints, its name and settings, a
 * barcode, a QR symbol, solid boxes and lines of 1 to 3 dots. On small labels what does not fit is left out, from the end;
 * the printer's name and a code are kept before everything else.
 */
export const layoutTestPage = (
  printer: TestedPrinter,
  { designs = DEFAULT_DESIGNS, time }: TestPageOptions,
  measure: DocumentMeasure,
): DocumentLayout => {
  const words = TEST_PAGE_WORDS[designs.language]
  const area = printableAreaOf(printer.media)
  const limitMm = area.heightMm === null ? Number.POSITIVE_INFINITY : area.heightMm - INSET_MM
  const design = completeDesign(designs['test-page'], DEFAULT_DESIGNS['test-page'], REQUIRED_PARTS['test-page'])
  const parts = design.parts.filter(({ isShown }) => isShown)
  const page: TestPage = {
    area,
    printerName: printer.name,
    settings: settingsOf(printer, area, words, time),
    shown: new Set(parts.map(({ part }) => part)),
    dotMm: 1 / dotsPerMmOf(printer),
    logo: designs.logo,
    note: design.note,
    words,
    measure,
  }
  const column = createColumn(INSET_MM, INSET_MM, area.columnWidthMm - INSET_MM * 2, measure)
  let before: TestPagePart | null = null
  for (const [index, { part, size }] of parts.entries()) {
    const toCome = new Set(parts.slice(index + 1).map((each) => each.part))
    const nameMm = toCome.has('printer') ? nameHeightMm(area) : 0
    if (part === 'codes') {
      if (addCodes(column, size, { limitMm, nameMm }, page)) before = part
      continue
    }
    const gapMm = (): number => gapAbove(part, before, area)
    for (const piece of piecesOf(part, page)) {
      const isSet = sizesToTry(part, size).some((tried) => {
        const codesMm = toCome.has('codes') ? codesRoomMm(piece.leavesRoomFor(tried), column, limitMm - nameMm) : 0
        return addIfFits(column, limitMm - nameMm - codesMm, measure, (at) => {
          at.gap(gapMm())
          piece.draw(at, tried)
        })
      })
      if (isSet) before = part
    }
  }
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

const settingsOf = (
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

/** What has no room in large is set as usual, and a note as small as need be. */
const sizesToTry = (part: TestPagePart, size: TextSize): readonly TextSize[] => {
  if (part === 'note') return size === 'large' ? ['large', 'normal', 'small'] : [size, 'small']
  return size === 'large' ? ['large', 'normal'] : [size]
}

/** The height to leave free for codes to come, as far as there is that much; else for one of them, else none. */
const codesRoomMm = (codes: PieceRoom, column: Column, limitMm: number): number => {
  const { one, both } = leastCodesMm(column.widthMm)
  const roomMm = limitMm - column.yMm()
  if (codes === 'both-codes' && both <= roomMm) return both
  return codes !== 'nothing' && one <= roomMm ? one : 0
}

/** Sets the codes above the printer's name where that is to come; where only one of both fits, what comes first does. */
const addCodes = (
  column: Column,
  size: TextSize,
  { limitMm, nameMm }: { readonly limitMm: number; readonly nameMm: number },
  { area, measure }: TestPage,
): boolean => {
  const { xMm, widthMm } = column
  const room = { xMm, yMm: column.yMm(), widthMm, isSmall: isSmallLabel(area) }
  const aboveName = placeTestCodes(size, { ...room, limitMm: limitMm - nameMm }, measure)
  const codes = aboveName.primitives.length > 0 ? aboveName : placeTestCodes(size, { ...room, limitMm }, measure)
  for (const primitive of codes.primitives) column.add(primitive)
  column.gap(codes.heightMm)
  return codes.primitives.length > 0
}
