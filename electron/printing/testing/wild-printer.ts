import * as fc from 'fast-check'
import type { TestedPrinter } from '../../../shared/documents/test-page-layout.ts'
import { rollMedia } from '../../../shared/domain/usual-printers.ts'
import { wildText } from '../wild-sale.ts'
import { labelMedia } from './goods-samples.ts'

/** Printers of any name, language and density, with paper or labels of any size that can be set. */
export const wildPrinter: fc.Arbitrary<TestedPrinter> = fc.record({
  name: wildText(40),
  language: fc.constantFrom('escpos', 'tspl', 'zpl'),
  dpi: fc.constantFrom(203, 300),
  dotsPerMm: fc.option(fc.double({ min: 7, max: 13, noNaN: true })),
  media: fc.oneof(
    fc.constantFrom(rollMedia(58), rollMedia(80)),
    fc
      .record({
        widthMm: fc.double({ min: 10, max: 120, noNaN: true }),
        heightMm: fc.double({ min: 8, max: 300, noNaN: true }),
        across: fc.constantFrom(1, 2, 3),
        gapMm: fc.double({ min: 0, max: 20, noNaN: true }),
      })
      .map(({ widthMm, heightMm, across, gapMm }) => labelMedia(widthMm, heightMm, across, gapMm)),
  ),
})
