import { createCanvas } from '@napi-rs/canvas'
import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readAdvances } from '../../build/read-font-advances.ts'
import { FONT_METRICS } from '../../shared/documents/font-metrics.ts'
import { printableText } from '../../shared/documents/printable-text.ts'
import { canvasFont, FONT_FILES, loadPrinterFonts } from './printer-fonts.ts'
import { documentMeasure } from './render-document.ts'

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))

describe.each(['regular', 'bold'] as const)('%s font', (weight) => {
  test('has the advances that the checked-in table says', () => {
    const font = readAdvances(readFileSync(join(FONTS, FONT_FILES[weight])))
    expect(FONT_METRICS[weight].unitsPerEm).toBe(font.unitsPerEm)
    for (const [first, row] of FONT_METRICS[weight].advances) {
      row.split(',').forEach((cell, index) => {
        expect(cell === '' ? null : Number.parseInt(cell, 36)).toBe(font.advanceOf(first + index))
      })
    }
  })

  test('is drawn as wide as layouts measure it', () => {
    loadPrinterFonts(FONTS)
    const context = createCanvas(10, 10).getContext('2d')
    context.fontKerning = 'none'
    context.letterSpacing = '0.001px'
    const texts = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
    fc.assert(
      fc.property(texts, fc.constantFrom(2, 2.75, 4.5), fc.constantFrom(8, 300 / 25.4), (text, sizeMm, dotsPerMm) => {
        const printable = printableText(text)
        context.font = canvasFont(weight, sizeMm * dotsPerMm)
        const measuredDots = documentMeasure.textWidthMm(printable, sizeMm, weight) * dotsPerMm
        expect(Math.abs(context.measureText(printable).width - measuredDots)).toBeLessThan(1.5)
      }),
      { numRuns: 300 },
    )
  })
})
