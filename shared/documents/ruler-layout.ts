import { createColumn } from './column.ts'
import type { DocumentMeasure } from './document-measure.ts'
import type { DocumentLanguage } from './document-words.ts'
import { ASCENT_EM, LINE_EM, type DocumentLayout, type LayoutPrimitive } from './layout.ts'
import { printableText } from './printable-text.ts'
import { printableAreaOf, shownMm, type PrintableArea } from './test-page-area.ts'
import { framesOf, type TestedPrinter } from './test-page-layout.ts'
import type { TextFace } from './text-fitting.ts'
import { PRINTER_LANGUAGE_NAMES, TEST_PAGE_WORDS } from './test-page-words.ts'
import { dotsPerMmOf } from '../domain/printer.ts'

const ROLL_LENGTH_MM = 110
const FIGURE_MM = 2
const TICK_MM = { one: 1, five: 2, ten: 3 }
/** Rulers and their figures take this much of the upper and the left edge. */
const BAND_MM = TICK_MM.ten + FIGURE_MM * LINE_EM + 0.5
const FIGURES_WIDTH_MM = TICK_MM.ten + 4.5
/** Where the scale begins. */
const ORIGIN_MM = 10
const CROSS_MM = 20
const ARM_MM = 3
/** In less room the words for the cross stand below it. */
const LEAST_BESIDE_MM = 18
const STROKE_MM = 0.125

/**
 * What a printer is calibrated with: rulers in millimetres on both axes from the zero corner, a frame at the edges, a line
 * of known length for the dots a millimetre, and a cross of known place for the offset; the texts as far as there is room.
 */
export const layoutRuler = (
  printer: TestedPrinter,
  language: DocumentLanguage,
  measure: DocumentMeasure,
): DocumentLayout => {
  const words = TEST_PAGE_WORDS[language]
  const area = printableAreaOf(printer.media)
  const { widthMm } = area
  const heightMm = area.heightMm ?? ROLL_LENGTH_MM
  const crossWords = area.heightMm === null ? words.crossOnRoll : words.cross
  const primitives: LayoutPrimitive[] = [...framesOf(area, heightMm), ...ticks(area, heightMm, measure)]
  const roomMm = area.columnWidthMm - FIGURES_WIDTH_MM - 1
  const column = createColumn(FIGURES_WIDTH_MM, BAND_MM + 0.5, roomMm, measure)
  const hasScale = heightMm >= BAND_MM + 4
  const scaleMm = !hasScale ? 0 : Math.min(100, Math.floor((widthMm - ORIGIN_MM - 1) / 10) * 10)
  const isSmall = heightMm < 35 || roomMm < 25
  const faces = (isSmall ? [1.75, 1.5] : [3, 2.5, 2]).map(
    (sizeMm) => ({ sizeMm, weight: isSmall ? 'bold' : 'regular' }) as const,
  )
  /** Sets a text at the largest size at which it ends above the limit, complete; else nothing. */
  const setText = (parts: readonly string[], room: TextRoom): boolean => {
    for (const face of faces) {
      const tried = createColumn(room.xMm, room.yMm, room.widthMm, measure)
      for (const line of joinParts(parts, room.widthMm, face, measure)) tried.paragraph(line, { ...face, maxLines: 4 })
      if (tried.yMm() > room.bottomMm || tried.primitives().some(isShortened)) continue
      primitives.push(...tried.primitives())
      if (tried.yMm() > column.yMm()) column.gap(tried.yMm() - column.yMm())
      return true
    }
    return false
  }
  const below = (): TextRoom => ({ xMm: column.xMm, yMm: column.yMm() + 0.5, widthMm: roomMm, bottomMm: heightMm - 1 })
  const hasCross = heightMm > CROSS_MM + 12 && widthMm > CROSS_MM + 6
  if (scaleMm >= 10) primitives.push(...scale(column.yMm() + 0.5, scaleMm))
  column.gap(2.5)
  const scaleWords = words.scale(String(scaleMm), String(Math.round(scaleMm * dotsPerMmOf(printer))))
  const isScaleNamed =
    scaleMm < 10 || setText([scaleWords], { ...below(), bottomMm: hasCross ? CROSS_MM - ARM_MM : heightMm - 1 })
  if (hasCross) {
    primitives.push(...cross())
    const xMm = CROSS_MM + ARM_MM + 1.5
    const yMm = Math.max(column.yMm() + 0.25, CROSS_MM - ARM_MM)
    const beside = { xMm, yMm, widthMm: area.columnWidthMm - 1 - xMm, bottomMm: heightMm - 1 }
    const isCrossNamed = beside.widthMm >= LEAST_BESIDE_MM && setText([crossWords], beside)
    column.gap(Math.max(0, CROSS_MM + ARM_MM + 0.5 - column.yMm()))
    if (!isCrossNamed) setText([crossWords], below())
  }
  if (!isScaleNamed) setText([scaleWords], below())
  const facts = [PRINTER_LANGUAGE_NAMES[printer.language], `${String(printer.dpi)} dpi`, area.name]
  setText([printer.name, words.ruler, ...facts], below())
  setText([words.offset], below())
  return { widthMm, heightMm, primitives }
}

/** Where a text may stand. */
type TextRoom = { readonly xMm: number; readonly yMm: number; readonly widthMm: number; readonly bottomMm: number }

/** As many parts on a line as fit, a dot between them; no line ends in one. */
const joinParts = (
  parts: readonly string[],
  widthMm: number,
  face: TextFace,
  measure: DocumentMeasure,
): readonly string[] => {
  const lines: string[] = []
  for (const part of parts) {
    const joined = `${lines.at(-1) ?? ''} · ${part}`
    const isBeside = lines.length > 0 && measure.textWidthMm(printableText(joined), face.sizeMm, face.weight) <= widthMm
    if (isBeside) lines[lines.length - 1] = joined
    else lines.push(part)
  }
  return lines
}

const isShortened = (primitive: LayoutPrimitive): boolean => primitive.type === 'text' && primitive.text.endsWith('…')

const tickMm = (mm: number): number => {
  if (mm % 10 === 0) return TICK_MM.ten
  return mm % 5 === 0 ? TICK_MM.five : TICK_MM.one
}

/** Air between a figure and the frame. */
const FIGURE_AIR_MM = 0.375

/** True where a figure would lie across the edge of a label, or in the gap to the next. */
const crossesEdge = (mm: number, { columnsMm, columnWidthMm }: PrintableArea, measure: DocumentMeasure): boolean => {
  const halfMm = measure.textWidthMm(shownMm(mm), FIGURE_MM, 'bold') / 2 + FIGURE_AIR_MM
  return !columnsMm.some((xMm) => mm - halfMm >= xMm && mm + halfMm <= xMm + columnWidthMm)
}

const ticks = (area: PrintableArea, heightMm: number, measure: DocumentMeasure): readonly LayoutPrimitive[] => {
  const { widthMm } = area
  const primitives: LayoutPrimitive[] = []
  for (let mm = 0; mm + STROKE_MM <= widthMm; mm += 1) {
    const lengthMm = Math.min(tickMm(mm), heightMm)
    primitives.push({ type: 'line', direction: 'vertical', xMm: mm, yMm: 0, lengthMm, strokeMm: STROKE_MM })
    if (mm > 0 && mm % 10 === 0 && !crossesEdge(mm, area, measure)) {
      primitives.push(figure(mm, mm, TICK_MM.ten + 0.25 + FIGURE_MM * ASCENT_EM, 'center'))
    }
  }
  for (let mm = 0; mm + STROKE_MM <= heightMm; mm += 1) {
    primitives.push({
      type: 'line',
      direction: 'horizontal',
      xMm: 0,
      yMm: mm,
      lengthMm: tickMm(mm),
      strokeMm: STROKE_MM,
    })
    if (mm > 0 && mm % 10 === 0 && mm + 1.5 <= heightMm) {
      primitives.push(figure(mm, TICK_MM.ten + 0.5, mm + FIGURE_MM * 0.36, 'left'))
    }
  }
  return primitives
}

const figure = (mm: number, xMm: number, baselineMm: number, align: 'center' | 'left'): LayoutPrimitive => ({
  type: 'text',
  text: shownMm(mm),
  xMm,
  baselineMm,
  sizeMm: FIGURE_MM,
  weight: 'bold',
  align,
  maxWidthMm: 4,
  ink: 'black',
})

/** A line that begins and ends at the outer edges of its end marks. */
const scale = (yMm: number, lengthMm: number): readonly LayoutPrimitive[] => [
  { type: 'line', direction: 'horizontal', xMm: ORIGIN_MM, yMm: yMm + 0.875, lengthMm, strokeMm: 0.25 },
  ...[ORIGIN_MM, ORIGIN_MM + lengthMm - 0.25].map(
    (xMm) => ({ type: 'line', direction: 'vertical', xMm, yMm, lengthMm: 2, strokeMm: 0.25 }) as const,
  ),
]

const cross = (): readonly LayoutPrimitive[] => {
  const begin = CROSS_MM - ARM_MM
  const middle = CROSS_MM - 0.125
  const line = { type: 'line', lengthMm: ARM_MM * 2, strokeMm: 0.25 } as const
  return [
    { ...line, direction: 'horizontal', xMm: begin, yMm: middle },
    { ...line, direction: 'vertical', xMm: middle, yMm: begin },
  ]
}
