import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDocumentMeasure, type SymbolEncoder } from '../../../shared/documents/document-measure.ts'
import { layoutRuler } from '../../../shared/documents/ruler-layout.ts'
import { dotsPerMmOf, type Printer, type PrinterMedia } from '../../../shared/domain/printer.ts'
import { propertyRuns } from '../../../shared/domain/testing/property-runs.ts'
import { calibrated, calibrationProblem, correctedOffsetMm, measuredDotsPerMm, rulerMarksOf } from './calibration.ts'
import { labelPrinterFixture } from './printer-fixture.ts'

const NOTHING_MEASURED = { lineMm: null, markXMm: null, markYMm: null }

describe('a measured line', () => {
  test('that came out short means more dots in a millimetre', () => {
    expect(measuredDotsPerMm(8, 80, 78)).toBeCloseTo(8.205, 3)
  })

  test('that came out long means fewer dots in a millimetre', () => {
    expect(measuredDotsPerMm(8, 80, 81)).toBeCloseTo(7.901, 3)
  })

  test('comes out right when it is printed again with what was found, whatever the head is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 7.2, max: 12.8, noNaN: true }),
        fc.constantFrom(8, 11.811),
        (dotsOfHead, dotsAssumed) => {
          const onPaperMm = (dotsPerMm: number) => (80 * dotsPerMm) / dotsOfHead
          const found = measuredDotsPerMm(dotsAssumed, 80, onPaperMm(dotsAssumed))
          expect(onPaperMm(found)).toBeCloseTo(80, 1)
        },
      ),
      { numRuns: propertyRuns(300) },
    )
  })
})

describe('a measured mark', () => {
  test('too far right moves back to the left, on top of the offset it was printed with', () => {
    expect(correctedOffsetMm(0, { wantedMm: 20, measuredMm: 21.5, edgeMm: 0 })).toBe(-1.5)
    expect(correctedOffsetMm(1, { wantedMm: 24, measuredMm: 23.5, edgeMm: 4 })).toBe(1.5)
  })
})

describe('a calibration', () => {
  const printer = labelPrinterFixture({ offsetXMm: 0.5, dotsPerMm: 8.1 })

  test('changes nothing that was not measured', () => {
    expect(calibrated(printer, NOTHING_MEASURED)).toEqual(printer)
  })

  test('keeps the nominal dots when the line measures what it should', () => {
    const nominal = labelPrinterFixture({ dotsPerMm: null })
    expect(calibrated(nominal, { ...NOTHING_MEASURED, lineMm: 80 }).dotsPerMm).toBeNull()
  })

  test('takes all three measurements', () => {
    const found = calibrated(printer, { lineMm: 79, markXMm: 19, markYMm: 22 })
    expect(found).toMatchObject({ dotsPerMm: 8.203, offsetXMm: 1.24, offsetYMm: -2.25 })
    expect(calibrationProblem(found)).toBeNull()
  })

  test('puts the mark where it belongs, whatever the head is and wherever the paper lies', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 7.6, max: 8.4, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: -2, max: 2, noNaN: true }),
        (dotsOfHead, paperMm, offsetXMm) => {
          const markMm = (with_: Pick<Printer, 'dotsPerMm' | 'dpi' | 'offsetXMm'>) =>
            ((20 + with_.offsetXMm) * dotsPerMmOf(with_)) / dotsOfHead + paperMm
          const first = labelPrinterFixture({ offsetXMm })
          const lineMm = (80 * dotsPerMmOf(first)) / dotsOfHead
          const found = calibrated(first, { ...NOTHING_MEASURED, lineMm, markXMm: markMm(first) })
          expect(markMm(found)).toBeCloseTo(20, 1)
        },
      ),
      { numRuns: propertyRuns(300) },
    )
  })

  test('refuses what no printer can be', () => {
    expect(calibrationProblem(calibrated(printer, { ...NOTHING_MEASURED, lineMm: 40 }))).toBe('line')
    expect(calibrationProblem({ ...printer, offsetYMm: -11 })).toBe('offset')
  })
})

const SYMBOLS: SymbolEncoder = { code128: () => [1], ean: () => [1], qr: () => ({ size: 1, cells: [1] }) }

describe('the marks of the ruler page', () => {
  const sizes = [
    [100, 150, 1],
    [100, 100, 1],
    [76, 130, 1],
    [50, 30, 1],
    [40, 30, 2],
    [33, 15, 3],
    [20, 10, 1],
  ] as const
  const papers: readonly PrinterMedia[] = [
    ...([58, 80] as const).map(
      (paperWidthMm) => ({ type: 'roll', paperWidthMm, cuts: true, opensDrawer: false }) as const,
    ),
    ...sizes.map(([widthMm, heightMm, across]) => {
      const separator = { type: 'gap', gapMm: 2 } as const
      return { type: 'labels', widthMm, heightMm, across, columnGapMm: 2, separator } as const
    }),
  ]

  test.each(papers)('lie where the page has them on $widthMm $paperWidthMm mm', (media) => {
    const { lineMm, mark } = rulerMarksOf(media)
    const printer = labelPrinterFixture({ media })
    const { primitives } = layoutRuler(printer, 'id', createDocumentMeasure(SYMBOLS))
    const lines = primitives.filter((primitive) => primitive.type === 'line')
    const measured = lines.find((line) => line.direction === 'horizontal' && line.xMm === 10)
    expect(measured?.lengthMm ?? null).toBe(lineMm)
    const isCross = lines.some((line) => line.direction === 'vertical' && line.xMm === 19.875 && line.yMm === 17)
    expect(mark).toBe(isCross ? 'cross' : 'figure')
  })

  test('count from the edge of the paper, of which a roll prints only the middle', () => {
    const media = { type: 'roll', paperWidthMm: 58, cuts: true, opensDrawer: false } as const
    expect(rulerMarksOf(media)).toMatchObject({ markXMm: 25, markYMm: null })
  })
})
