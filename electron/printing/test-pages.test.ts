import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import { createDocumentMeasure } from '../../shared/documents/document-measure.ts'
import { findOverflows, findOverlaps } from '../../shared/documents/layout-geometry.ts'
import type { DocumentLayout } from '../../shared/documents/layout.ts'
import { layoutRuler } from '../../shared/documents/ruler-layout.ts'
import { layoutTestPage, type TestedPrinter } from '../../shared/documents/test-page-layout.ts'
import { propertyRuns, propertyTimeoutMs } from '../../shared/domain/testing/property-runs.ts'
import { bwipSymbols } from './bwip-symbols.ts'
import { pictureToPng } from './mono-png.ts'
import { readCodes } from './printed-codes.ts'
import { rasterizeLayout } from './rasterize-layout.ts'
import { labelMedia } from './testing/goods-samples.ts'
import { wildPrinter } from './testing/wild-printer.ts'

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))
const measure = createDocumentMeasure(bwipSymbols)
const roll = (paperWidthMm: 58 | 80) => ({ type: 'roll', paperWidthMm, cuts: true, opensDrawer: false }) as const
const tested = (changes: Partial<TestedPrinter> = {}): TestedPrinter => ({
  name: 'Label gudang',
  language: 'tspl',
  dpi: 203,
  dotsPerMm: null,
  media: labelMedia(100, 150),
  ...changes,
})
const textsOf = (layout: DocumentLayout): string =>
  layout.primitives.flatMap((primitive) => (primitive.type === 'text' ? [primitive.text] : [])).join('\n')

const draw = (page: 'test' | 'ruler', printer: TestedPrinter, language: 'id' | 'en'): DocumentLayout =>
  page === 'ruler'
    ? layoutRuler(printer, language, measure)
    : layoutTestPage(printer, { designs: { ...DEFAULT_DESIGNS, language }, time: '21 Nov 2026 21:05 WIB' }, measure)

describe.each(['test', 'ruler'] as const)('the %s page', (page) => {
  test('stays on paper and labels of every size', { timeout: propertyTimeoutMs() }, () => {
    fc.assert(
      fc.property(wildPrinter, fc.constantFrom('id' as const, 'en' as const), (printer, language) => {
        const layout = draw(page, printer, language)
        expect(findOverflows(layout, measure)).toEqual([])
        expect(findOverlaps(layout, measure)).toEqual([])
      }),
      { numRuns: propertyRuns(300) },
    )
  })

  test('has a frame at the edge of what is printed', () => {
    const { primitives } = draw(page, tested({ media: labelMedia(50, 30, 2) }), 'id')
    for (const xMm of [0, 49.75, 52, 101.75]) {
      expect(primitives).toContainEqual({
        type: 'line',
        direction: 'vertical',
        xMm,
        yMm: 0,
        lengthMm: 30,
        strokeMm: 0.25,
      })
    }
  })
})

describe('the test page', () => {
  test.each([
    ['100 x 150 mm', tested(), ['CODE-128:KONTER', 'QR-Code:KONTER']],
    ['80 mm', tested({ media: roll(80), language: 'escpos' }), ['CODE-128:KONTER', 'QR-Code:KONTER']],
    ['58 mm', tested({ media: roll(58), language: 'escpos' }), ['CODE-128:KONTER', 'QR-Code:KONTER']],
    ['50 x 30 mm', tested({ media: labelMedia(50, 30) }), ['CODE-128:KONTER', 'QR-Code:KONTER']],
    ['33 x 15 mm x 3', tested({ media: labelMedia(33, 15, 3), dpi: 300 }), ['CODE-128:KONTER']],
  ])('says what the printer is and has codes that zbar reads: %s', async (name, printer, codes) => {
    const layout = draw('test', printer, 'en')
    expect(textsOf(layout)).toContain('Label gudang')
    expect(textsOf(layout)).toContain(`${String(printer.dpi)} dpi`)
    expect(textsOf(layout)).toContain(name)
    expect(await readCodes(pictureToPng(rasterizeLayout(layout, printer, FONTS)))).toEqual(codes)
  })

  test('says when it was printed where that is known', () => {
    expect(textsOf(draw('test', tested(), 'id'))).toContain('21 Nov 2026 21:05 WIB')
    const timeless = layoutTestPage(tested(), { time: null }, measure)
    expect(textsOf(timeless)).not.toContain('WIB')
  })

  test('has lines of one, two and three dots of its own printer', () => {
    for (const dotsPerMm of [8, 11.9]) {
      const { primitives } = draw('test', tested({ dotsPerMm }), 'id')
      const strokes = new Set(primitives.flatMap((each) => (each.type === 'line' ? [each.strokeMm * dotsPerMm] : [])))
      for (const dots of [1, 2, 3]) expect([...strokes].some((stroke) => Math.abs(stroke - dots) < 1e-9)).toBe(true)
    }
  })
})

describe('the ruler page', () => {
  test('numbers each centimetre from the zero corner on both axes', () => {
    const layout = layoutRuler(tested(), 'id', measure)
    const figures = textsOf(layout)
      .split('\n')
      .filter((text) => /^\d+$/.test(text))
    const tens = (most: number) => Array.from({ length: most / 10 }, (_, index) => String((index + 1) * 10))
    expect(figures).toEqual([...tens(90), ...tens(140)])
    const ticks = layout.primitives.filter((each) => each.type === 'line' && each.strokeMm === 0.125)
    expect(ticks).toHaveLength(100 + 150)
  })

  test('has a line of known length, in millimetres and dots', () => {
    const layout = layoutRuler(tested(), 'id', measure)
    expect(textsOf(layout)).toContain('80 mm (640 titik)')
    expect(layout.primitives).toContainEqual(expect.objectContaining({ type: 'line', lengthMm: 80, xMm: 10 }))
    expect(textsOf(layoutRuler(tested({ dpi: 300 }), 'en', measure))).toContain('80 mm (945 dots)')
  })

  test('has a cross 20 mm from both edges where there is room for it', () => {
    const middles = layoutRuler(tested(), 'id', measure).primitives.flatMap((each) =>
      each.type === 'line' && each.lengthMm === 6 ? [[each.xMm, each.yMm]] : [],
    )
    expect(middles).toEqual([
      [17, 19.875],
      [19.875, 17],
    ])
  })

  test.each([roll(58), roll(80), labelMedia(100, 150)])('says what each mark is beside it: %j', (media) => {
    const { primitives } = layoutRuler(tested({ media }), 'id', measure)
    const words = primitives.flatMap((each) => (each.type === 'text' && !/^\d+$/.test(each.text) ? [each] : []))
    const lineWords = words.find(({ text }) => text.startsWith('Panjang garis ini harus'))
    const crossWords = words.find(({ text }) => text.startsWith('Silang'))
    expect(lineWords?.baselineMm).toBeLessThan(14)
    expect(crossWords?.xMm).toBeGreaterThan(23)
    expect(crossWords?.baselineMm).toBeLessThan(23)
  })

  test('numbers the last centimetre that there is room for', () => {
    const texts = textsOf(layoutRuler(tested({ media: roll(80) }), 'en', measure)).split('\n')
    expect(texts.filter((text) => text === '70')).toHaveLength(2)
  })

  test.each([roll(58), roll(80), labelMedia(40, 30, 2)])('ends no line in a dot: %j', (media) => {
    const texts = textsOf(layoutRuler(tested({ media }), 'en', measure)).split('\n')
    expect(texts.filter((text) => text.endsWith('·'))).toEqual([])
  })
})
