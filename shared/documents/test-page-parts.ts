import type { Column } from './column.ts'
import type { GreyImage, TEST_PAGE_PARTS, TextSize } from './document-design.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { LINE_EM } from './layout.ts'
import { placeLogo } from './logo-primitive.ts'
import { addNote } from './note-lines.ts'
import { printableText } from './printable-text.ts'
import { INSET_MM, type PrintableArea } from './test-page-area.ts'
import { addInkTest, LEAST_INK_TEST_MM } from './test-page-ink.ts'
import type { TestPageWords } from './test-page-words.ts'
import { assertNever } from '../domain/assert-never.ts'

/** One part of a test page. */
export type TestPagePart = (typeof TEST_PAGE_PARTS)[number]

/** All that the parts of a test page are drawn from. */
export type TestPage = {
  readonly area: PrintableArea
  readonly printerName: string
  /** Lines about the printer; which document this is stands in the first. */
  readonly settings: readonly string[]
  /** What is on the page by its design, whether there is room for it or not. */
  readonly shown: ReadonlySet<TestPagePart>
  readonly dotMm: number
  readonly logo: GreyImage | null
  /** The shop's own words. */
  readonly note: string
  readonly words: TestPageWords
  readonly measure: DocumentMeasure
}

/** What a piece leaves room for below itself while the codes are to come. */
export type PieceRoom = 'nothing' | 'one-code' | 'both-codes'

/** A piece of a part: set as a whole, or left out. */
export type TestPagePiece = {
  /** Draws it from the place on that the column has reached. */
  readonly draw: (at: Column, size: TextSize) => void
  readonly leavesRoomFor: (size: TextSize) => PieceRoom
}

/** Lower labels take smaller type. */
const SMALL_MM = 35

/** True for labels so low that they take smaller type and lower bars. */
export const isSmallLabel = ({ heightMm }: PrintableArea): boolean => heightMm !== null && heightMm < SMALL_MM

const kindOf = (area: PrintableArea): 'low' | 'usual' => (isSmallLabel(area) ? 'low' : 'usual')

const SCALES: Readonly<Record<TextSize, number>> = { small: 0.8, normal: 1, large: 1.2 }
/** 12 dots an em at 203 dpi, in bold: what the smallest labels are set in. */
const SMALLEST_MM = 1.5

/** Font sizes of a part, largest first, whole dots at 8 a millimetre; however large they are wished, the smallest stays to be had. */
const scaled = (sizesMm: readonly number[], size: TextSize): readonly number[] => {
  const sized = sizesMm.map((mm) => Math.max(SMALLEST_MM, Math.round(mm * SCALES[size] * 8) / 8))
  return [...new Set([...sized, ...(size === 'large' ? sizesMm.slice(-1) : [])])]
}

const NAME_SIZES_MM = { low: [2.75, 2.25, 1.75], usual: [5, 4, 3.25] }
const SETTINGS_SIZES_MM = { low: [1.75, 1.5], usual: [3, 2.5, 2] }
const CRITERIA_MM: Readonly<Record<TextSize, number>> = { small: 2.125, normal: 2.5, large: 3 }
const NOTE_MM = {
  low: { small: 1.75, normal: 2.125, large: 2.5 },
  usual: { small: 2.25, normal: 2.75, large: 3.5 },
} as const satisfies Readonly<Record<string, Readonly<Record<TextSize, number>>>>
const LOGO_HEIGHT_MM: Readonly<Record<TextSize, number>> = { small: 9, normal: 13, large: 18 }
/** Of a label's height; on lower ones than 25 mm no logo can be made out. */
const LOGO_SHARE = 0.2
const LEAST_LOGO_MM = 5

const GAP_MM = { low: 0.5, usual: 1 }
const BRINGS_GAP: ReadonlySet<TestPagePart> = new Set(['codes', 'ink', 'criteria'])
const HEAD: ReadonlySet<TestPagePart> = new Set(['printer', 'settings'])

/** The white between a part and the one before it; some bring their own. */
export const gapAbove = (part: TestPagePart, before: TestPagePart | null, area: PrintableArea): number => {
  if (before === null || before === part || BRINGS_GAP.has(part)) return 0
  return HEAD.has(part) && HEAD.has(before) ? 0 : GAP_MM[kindOf(area)]
}

/** The height that the printer's name takes with the white above it. */
export const nameHeightMm = (area: PrintableArea): number =>
  (NAME_SIZES_MM[kindOf(area)][0] ?? 0) * LINE_EM + GAP_MM[kindOf(area)]

/** What a part other than the codes is drawn with, piece by piece; none when there is nothing to draw. */
export const piecesOf = (part: Exclude<TestPagePart, 'codes'>, page: TestPage): readonly TestPagePiece[] => {
  const { area, printerName, settings, shown, words } = page
  switch (part) {
    case 'logo':
      return logoPieces(page)
    case 'printer': {
      // Nobody shall take it for anything else, with a shop's logo and a code on it.
      const title = shown.has('settings') ? [] : [settingPiece(words.test, area)]
      return [namePiece(printerName, area), ...title]
    }
    case 'settings':
      return settings.map((text) => settingPiece(text, area))
    case 'ink':
      return area.columnWidthMm - INSET_MM * 2 < LEAST_INK_TEST_MM ? [] : [inkPiece(page)]
    case 'criteria': {
      const text = shown.has('ink') ? words.wellPrinted : words.wellPrintedPlain
      return [
        behindBoth((at, size) => {
          at.gap(1)
          at.paragraph(text, { sizeMm: CRITERIA_MM[size], weight: 'regular' })
        }),
      ]
    }
    case 'note':
      return notePieces(page)
    default:
      return assertNever(part, 'part of a test page')
  }
}

const behindBoth = (draw: TestPagePiece['draw']): TestPagePiece => ({ draw, leavesRoomFor: () => 'both-codes' })

const lineOf =
  (text: string, sizesMm: readonly number[]): TestPagePiece['draw'] =>
  (at, size) =>
    at.shrinking(text, { weight: 'bold', sizesMm: scaled(sizesMm, size), maxLines: 1, align: 'center' })

/** As needed as the codes: only more than its usual size must not cost them. */
const namePiece = (name: string, area: PrintableArea): TestPagePiece => ({
  draw: lineOf(name, NAME_SIZES_MM[kindOf(area)]),
  leavesRoomFor: (size) => (size === 'large' ? 'both-codes' : 'nothing'),
})

/** Under which settings it was printed tells more than a second code; printing them large does not. */
const settingPiece = (text: string, area: PrintableArea): TestPagePiece => ({
  draw: lineOf(text, SETTINGS_SIZES_MM[kindOf(area)]),
  leavesRoomFor: (size) => (size === 'large' ? 'both-codes' : 'one-code'),
})

const logoPieces = ({ area, logo }: TestPage): readonly TestPagePiece[] => {
  const mostMm = area.heightMm === null ? Number.POSITIVE_INFINITY : area.heightMm * LOGO_SHARE
  if (logo === null || mostMm < LEAST_LOGO_MM) return []
  return [
    behindBoth((at, size) => {
      const heightMm = Math.min(LOGO_HEIGHT_MM[size], mostMm)
      const image = placeLogo(logo, { xMm: at.xMm, yMm: at.yMm(), widthMm: at.widthMm, heightMm, align: 'center' })
      at.add(image)
      at.gap(image.heightMm)
    }),
  ]
}

const inkPiece = ({ dotMm, words, measure }: TestPage): TestPagePiece =>
  behindBoth((at, size) => addInkTest(at, { dotMm, size, words, measure }))

const notePieces = ({ area, note }: TestPage): readonly TestPagePiece[] => {
  if (printableText(note) === '') return []
  const kind = kindOf(area)
  // Thin strokes of the smallest type break up.
  const weight = kind === 'low' ? 'bold' : 'regular'
  return [behindBoth((at, size) => addNote(at, note, { sizeMm: NOTE_MM[kind][size], weight, align: 'center' }))]
}
