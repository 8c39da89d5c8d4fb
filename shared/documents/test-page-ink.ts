import { createColumn, type Column } from './column.ts'
import type { DocumentMeasure } from './document-measure.ts'
import type { TestPageWords } from './test-page-words.ts'

const SOLID_MM = 8
const SOLIDS_MM = [SOLID_MM, 5, 2.5]
const LINES = 8
const CAPTION_MM = 2.5

/** It needs this much width. */
export const LEAST_INK_TEST_MM = 26
/** Room that {@link addInkTest} takes. */
export const inkTestHeightMm = 1.5 + SOLID_MM + 1 + CAPTION_MM * 1.2 + SOLID_MM + 1

/** Solid boxes, then upright and level lines of 1, 2 and 3 dots with as much white between them. */
export const addInkTest = (column: Column, dotMm: number, words: TestPageWords, measure: DocumentMeasure): void => {
  column.gap(1.5)
  let xMm = column.xMm
  for (const sideMm of SOLIDS_MM) {
    if (xMm + sideMm > column.xMm + column.widthMm) break
    const yMm = column.yMm() + SOLID_MM - sideMm
    column.add({ type: 'box', xMm, yMm, widthMm: sideMm, heightMm: sideMm, strokeMm: null })
    xMm += sideMm + 1.5
  }
  column.gap(SOLID_MM + 1)
  const cellMm = column.widthMm / 3
  for (const dots of [1, 2, 3]) {
    const cellXMm = column.xMm + cellMm * (dots - 1)
    const caption = createColumn(cellXMm, column.yMm(), cellMm - 1, measure)
    caption.shrinking(words.dots(String(dots)), { weight: 'regular', sizesMm: [CAPTION_MM, 1.75], maxLines: 1 })
    for (const primitive of caption.primitives()) column.add(primitive)
    addLines(column, { xMm: cellXMm, yMm: column.yMm() + CAPTION_MM * 1.2, widthMm: cellMm - 1 }, dotMm * dots)
  }
  column.gap(CAPTION_MM * 1.2 + SOLID_MM + 1)
}

const addLines = (
  column: Column,
  { xMm, yMm, widthMm }: { readonly xMm: number; readonly yMm: number; readonly widthMm: number },
  strokeMm: number,
): void => {
  const sideMm = Math.min(SOLID_MM, strokeMm * (LINES * 2 - 1))
  for (let line = 0; line * strokeMm * 2 + strokeMm <= sideMm + 0.001; line += 1) {
    const offsetMm = line * strokeMm * 2
    column.add({ type: 'line', direction: 'vertical', xMm: xMm + offsetMm, yMm, lengthMm: sideMm, strokeMm })
    const levelXMm = xMm + sideMm + 1
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
