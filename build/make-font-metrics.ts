/**
 * Writes shared/documents/font-metrics.ts: the advance widths of the fonts that receipts and labels are drawn with.
 * Run `npx tsx build/make-font-metrics.ts` after the fonts in assets/fonts/ change; a unit test compares table and fonts.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { readAdvances } from './read-font-advances.ts'

/** Scripts that need no shaping: Latin, Greek, Cyrillic, punctuation, currency, arrows, mathematics, shapes. */
const RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x370, 0x3ff],
  [0x400, 0x4ff],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x2070, 0x209c],
  [0x20a0, 0x20bf],
  [0x2100, 0x214f],
  [0x2150, 0x218f],
  [0x2190, 0x21ff],
  [0x2200, 0x22ff],
  [0x25a0, 0x25ff],
  [0x2600, 0x266f],
]

const tableOf = (fileName: string): string => {
  const font = readAdvances(readFileSync(new URL(`../assets/fonts/${fileName}`, import.meta.url)))
  const rows = RANGES.map(([first, last]) => {
    const cells: string[] = []
    for (let code = first; code <= last; code += 1) {
      const advance = font.advanceOf(code)
      cells.push(advance === null ? '' : advance.toString(36))
    }
    return `    [0x${first.toString(16)}, '${cells.join(',')}'],`
  })
  return `{\n    unitsPerEm: ${String(font.unitsPerEm)},\n    advances: [\n${rows.join('\n')}\n  ],\n  }`
}

writeFileSync(
  new URL('../shared/documents/font-metrics.ts', import.meta.url),
  `import type { FontWeight } from './layout.ts'

/**
 * Advance widths of DejaVu Sans Condensed, made by build/make-font-metrics.ts from assets/fonts/: do not edit.
 * Each row: first code point, then one width a code point in base 36 font units; an empty cell is a missing glyph.
 */
export type FontMetrics = {
  readonly unitsPerEm: number
  readonly advances: readonly (readonly [number, string])[]
}

/** The widths of both weights. */
export const FONT_METRICS: Readonly<Record<FontWeight, FontMetrics>> = {
  regular: ${tableOf('DejaVuSansCondensed.ttf')},
  bold: ${tableOf('DejaVuSansCondensed-Bold.ttf')},
}
`,
)
