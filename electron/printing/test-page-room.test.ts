import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TextSize } from '../../shared/documents/document-design.ts'
import { findOverflows, findOverlaps } from '../../shared/documents/layout-geometry.ts'
import { layoutTestPage, type TestedPrinter } from '../../shared/documents/test-page-layout.ts'
import { propertyRuns, propertyTimeoutMs } from '../../shared/domain/testing/property-runs.ts'
import { rollMedia } from '../../shared/domain/usual-printers.ts'
import { documentMeasure as measure } from './render-document.ts'
import { labelMedia } from './testing/goods-samples.ts'
import {
  BOTH_CODES,
  codesOf,
  designed,
  NOTE,
  pageOf,
  partsOn,
  readPage,
  shown,
  sized,
  tested,
  USUAL,
} from './testing/test-page-samples.ts'
import { wildPrinter } from './testing/wild-printer.ts'
import { wildDesigns } from './wild-sale.ts'

describe('a designed test page on small labels', () => {
  test.each([
    ['50 x 30', labelMedia(50, 30), BOTH_CODES],
    ['40 x 30, two across', labelMedia(40, 30, 2), BOTH_CODES],
    ['33 x 15, three across', labelMedia(33, 15, 3), BOTH_CODES.slice(0, 1)],
    ['25 x 15', labelMedia(25, 15), BOTH_CODES.slice(1)],
    ['18 x 18', labelMedia(18, 18), BOTH_CODES.slice(1)],
  ] as const)('keeps the codes before everything else, however large the rest is: %s', async (_, media, codes) => {
    for (const size of ['small', 'normal', 'large'] as const) {
      for (const parts of [sized(size), sized(size).toReversed()]) {
        const layout = pageOf(designed(parts, NOTE), media)
        expect(findOverflows(layout, measure)).toEqual([])
        expect(partsOn(layout)).toContain('printer')
        expect(await readPage(layout, tested(media))).toEqual(expect.arrayContaining([codes[0]]))
      }
    }
    expect(await readPage(pageOf(designed(USUAL, NOTE), media), tested(media))).toEqual(codes)
  })

  test.each([labelMedia(40, 30), labelMedia(50, 30)])('loses no code to large letters: %j', (media) => {
    const parts = sized('large').map((each) => ({ ...each, isShown: each.part !== 'logo' }))
    expect(codesOf(pageOf(designed(sized('large')), media))).toEqual(['barcode', 'qr'])
    expect(codesOf(pageOf(designed(parts), media))).toEqual(['barcode', 'qr'])
  })

  test('makes the bars lower where the QR symbol would have no room', () => {
    const noteFirst = USUAL.toSorted(({ part }) => (part === 'note' ? -1 : 0))
    for (const layout of [
      pageOf(designed(USUAL), labelMedia(60, 35.5)),
      pageOf(designed(noteFirst, 'Baris satu\n'.repeat(24)), labelMedia(76, 113)),
    ]) {
      expect(codesOf(layout)).toEqual(['barcode', 'qr'])
      const [barsMm] = layout.primitives.flatMap((each) => (each.type === 'barcode' ? [each.heightMm] : []))
      expect(barsMm).toBeGreaterThanOrEqual(3.5)
      expect(barsMm).toBeLessThan(12)
    }
  })

  test('draws the QR symbol at least as large with large codes as with usual ones, and larger where there is room', () => {
    const qrOn = (size: TextSize, heightMm: number): number => {
      const parts = shown(['printer', 'codes']).map((each) => (each.part === 'codes' ? { ...each, size } : each))
      const { primitives } = pageOf(designed(parts), labelMedia(60, heightMm))
      return Math.max(0, ...primitives.map((each) => (each.type === 'qr' ? each.moduleMm : 0)))
    }
    for (let heightMm = 22; heightMm <= 80; heightMm += 1) {
      expect(qrOn('large', heightMm)).toBeGreaterThanOrEqual(qrOn('normal', heightMm))
      expect(qrOn('normal', heightMm)).toBeGreaterThan(0)
    }
    expect(qrOn('large', 80)).toBeGreaterThan(qrOn('normal', 80))
  })

  test('prints a note smaller rather than not at all, and leaves it out where it has no room', () => {
    const parts = shown(['printer', 'codes', 'note'], 'large').toSorted(({ part }) => (part === 'note' ? -1 : 0))
    const noteOn = (media: TestedPrinter['media']): number | undefined => {
      const layout = pageOf(
        designed(parts, 'Rusak? Hubungi Pak Joko di gudang belakang, nomornya ada di laci kasir.'),
        media,
      )
      const line = layout.primitives.find((each) => each.type === 'text' && each.text.startsWith('Rusak?'))
      return line?.type === 'text' ? line.sizeMm : undefined
    }
    expect(noteOn(labelMedia(50, 34))).toBe(2.5)
    expect(noteOn(labelMedia(40, 25))).toBeLessThan(2.5)
    expect(noteOn(labelMedia(33, 15, 3))).toBeUndefined()
  })
})

describe('a test page of any design', () => {
  test('everything stays inside every label and paper, and apart', { timeout: propertyTimeoutMs() }, () => {
    fc.assert(
      fc.property(wildPrinter, wildDesigns, (printer, designs) => {
        const layout = layoutTestPage(printer, { designs, time: null }, measure)
        expect(findOverflows(layout, measure)).toEqual([])
        expect(findOverlaps(layout, measure)).toEqual([])
        const { media } = printer
        const hasRoom = media.type === 'labels' && media.widthMm >= 11 && media.heightMm >= 15
        const least = media.type === 'roll' ? 2 : Number(hasRoom)
        expect(codesOf(layout).length).toBeGreaterThanOrEqual(least)
      }),
      { numRuns: propertyRuns(300) },
    )
  })

  test('zbar reads the codes of what is drawn', { timeout: propertyTimeoutMs() }, async () => {
    const media = fc.constantFrom(rollMedia(58), rollMedia(80), labelMedia(100, 150), labelMedia(76, 130))
    await fc.assert(
      fc.asyncProperty(wildDesigns, media, fc.constantFrom(203, 300), async (designs, paper, dpi) => {
        const printer = tested(paper, { dpi })
        const layout = layoutTestPage(printer, { designs, time: null }, measure)
        expect(await readPage(layout, printer)).toEqual(BOTH_CODES)
      }),
      { numRuns: propertyRuns(25) },
    )
  })
})
