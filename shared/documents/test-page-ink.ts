import { createColumn, type Column } from './column.ts'
import type { TextSize } from './document-design.ts'
import type { DocumentMeasure } from './document-measure.ts'
import type { TestPageWords } from './test-page-words.ts'

/** Sides of the solid boxes, the largest first, and how many lines there are of each thickness. */
const INK_SIZES = {
  small: { solidsMm: [5, 3, 1.5], lines: 5 },
  normal: { solidsMm: [8, 5, 2.5], lines: 8 },
  large: { solidsMm: [12, 7.5, 4], lines: 12 },
} as const satisfies Readonly<Record<TextSize, { readonly solidsMm: readonly number[]; readonly lines: number }>>
const CAPTION_MM = 2.5
/** Between upright and level lines. */
const BETWEEN_MM = 1

/** It needs this much width. */
export const LEAST_INK_TEST_MM = 26

/** How the ink test is drawn. */
export type InkTest = {
  readonly dotMm: number
  readonly size: TextSize
  readonly words: TestPageWords
  readonly measure: DocumentMeasure
}

/** Solid boxes, then upright and level lines of 1, 2 and 3 dots with as much white between them. */
export const addInkTest = (column: Column, { dotMm, size, words, measure }: InkTest): void => {
  const { solidsMm, lines } = INK_SIZES[size]
  const [largestMm] = solidsMm
  column.gap(1.5)
  let xMm = column.xMm
  for (const sideMm of solidsMm) {
    if (xMm + sideMm > column.xMm + column.widthMm) break
    const yMm = column.yMm() + largestMm - sideMm
    column.add({ type: 'box', xMm, yMm, widthMm: sideMm, heightMm: sideMm, strokeMm: null })
    xMm += sideMm + 1.5
  }
  column.gap(largestMm + 1)
  const cellMm = column.widthMm / 3
  for (const dots of [1, 2, 3]) {
    const cellXMm = column.xMm + cellMm * (dots - 1)
    const caption = createColumn(cellXMm, column.yMm(), cellMm - 1, measure)
    caption.shrinking(words.dots(String(dots)), { weight: 'regular', sizesMm: [CAPTION_MM, 1.75], maxLines: 1 })
    for (const primitive of caption.primitives()) column.add(primitive)
    const cell = { xMm: cellXMm, yMm: column.yMm() + CAPTION_MM * 1.2, widthMm: cellMm - 1, heightMm: largestMm }
    const strokeMm = dotMm * dots
    // Lines both ways tell more than many of them.
    const isTooMany = strokeMm * (lines * 2 - 1) * 2 + BETWEEN_MM > cell.widthMm
    addLines(column, cell, { strokeMm, lines: isTooMany ? Math.min(lines, INK_SIZES.normal.lines) : lines })
  }
  column.gap(CAPTION_MM * 1.2 + largestMm + 1)
}

const addLines = (
  column: Column,
  cell: { readonly xMm: number; readonly yMm: number; readonly widthMm: number; readonly heightMm: number },
  { strokeMm, lines }: { readonly strokeMm: number; readonly lines: number },
): void => {
  const { xMm, yMm, widthMm, heightMm } = cell
  const sideMm = Math.min(widthMm, heightMm, strokeMm * (lines * 2 - 1))
  for (let line = 0; line * strokeMm * 2 + strokeMm <= sideMm + 0.001; line += 1) {
    const offsetMm = line * strokeMm * 2
    column.add({ type: 'line', direction: 'vertical', xMm: xMm + offsetMm, yMm, lengthMm: sideMm, strokeMm })
    const levelXMm = xMm + sideMm + BETWEEN_MM
    if (levelXMm + sideMm > xMm + widthMm) continue
    column.add({
      type: 'line',
      direction: 'horizontal',
      xMm: levelXMm,
      yMm: yMm + offsetMm,
      lengthMm: sideMm,
      strokeMm,
    })
  }
}
