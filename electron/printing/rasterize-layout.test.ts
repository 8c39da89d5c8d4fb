import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentLayout, LayoutPrimitive, TextPrimitive } from '../../shared/documents/layout.ts'
import { propertyRuns, propertyTimeoutMs } from '../../shared/domain/testing/property-runs.ts'
import { isBlack, type MonoPicture } from './mono-picture.ts'
import { rasterizeLayout } from './rasterize-layout.ts'

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))
const HEAD = { dpi: 203, dotsPerMm: null } as const

const text = (changes: Partial<TextPrimitive>): TextPrimitive => ({
  type: 'text',
  text: 'HHHH',
  xMm: 10,
  baselineMm: 10,
  sizeMm: 3,
  weight: 'bold',
  align: 'left',
  maxWidthMm: 20,
  ink: 'black',
  ...changes,
})
const draw = (...primitives: readonly LayoutPrimitive[]): MonoPicture =>
  rasterizeLayout({ widthMm: 20, heightMm: 20, primitives }, HEAD, FONTS)

/** The smallest frame around the ink, in dots; null when there is none. */
const inkFrame = (picture: MonoPicture): readonly number[] | null => {
  const [xs, ys]: [number[], number[]] = [[], []]
  for (let y = 0; y < picture.heightDots; y += 1) {
    for (let x = 0; x < picture.widthDots; x += 1) {
      if (!isBlack(picture, x, y)) continue
      xs.push(x)
      ys.push(y)
    }
  }
  return xs.length === 0 ? null : [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

test('turns text clockwise around its anchor', () => {
  const [left = 0, top = 0, right = 0, bottom = 0] = inkFrame(draw(text({}))) ?? []
  expect([left - 80, 80 - top, right, bottom].every((dots) => dots >= 0)).toBe(true)
  // A quarter to the right: what stood above the baseline lies right of it, and the line runs down.
  const [down, up] = [90, 270].map((turnDegrees) =>
    inkFrame(draw(text({ turnDegrees: turnDegrees === 90 ? 90 : 270 }))),
  )
  const near = (frame: readonly number[] | null | undefined, wanted: readonly number[]): void => {
    frame?.forEach((edge, index) => expect(Math.abs(edge - (wanted[index] ?? 0))).toBeLessThanOrEqual(1))
    expect(frame).toHaveLength(4)
  }
  near(down, [159 - bottom, left, 159 - top, right])
  near(up, [top, 159 - right, bottom, 159 - left])
})

test('draws turned text that begins far outside a band of a long receipt', () => {
  const long: DocumentLayout = {
    widthMm: 20,
    heightMm: 300,
    primitives: [text({ text: 'H'.repeat(100), baselineMm: 5, turnDegrees: 90, maxWidthMm: 290 })],
  }
  const [, , , bottom = 0] = inkFrame(rasterizeLayout(long, HEAD, FONTS)) ?? []
  expect(bottom).toBeGreaterThan(1024)
})

test('draws white text on a black box', () => {
  const box = { type: 'box', xMm: 5, yMm: 5, widthMm: 14, heightMm: 8, strokeMm: null } as const
  const black = (picture: MonoPicture): number =>
    picture.bits.reduce((sum, byte) => sum + byte.toString(2).split('1').length - 1, 0)
  const full = black(draw(box))
  expect(full).toBe(14 * 8 * 64)
  expect(black(draw(box, text({ ink: 'white', xMm: 6 })))).toBeLessThan(full - 200)
})

test(
  'never inks the padding of a row, whatever leaves the page',
  () => {
    const anywhere = fc.double({ min: -30, max: 60, noNaN: true })
    const size = fc.double({ min: 0.1, max: 50, noNaN: true })
    const primitive: fc.Arbitrary<LayoutPrimitive> = fc.oneof(
      fc
        .record({ xMm: anywhere, baselineMm: anywhere, sizeMm: fc.double({ min: 0.5, max: 30, noNaN: true }) })
        .map(text),
      fc
        .record({ xMm: anywhere, yMm: anywhere, widthMm: size, heightMm: size })
        .chain((box) =>
          fc.constantFrom<LayoutPrimitive>(
            { type: 'box', strokeMm: null, ...box },
            { type: 'barcode', text: '1', bars: [2, 1, 1], moduleMm: 0.5, isTurned: true, ...box },
            { type: 'qr', text: '1', size: 2, cells: [1, 0, 1, 1], moduleMm: 1, ...box },
          ),
        ),
    )
    fc.assert(
      fc.property(
        fc.array(primitive, { maxLength: 6 }),
        fc.integer({ min: 1, max: 40 }),
        (primitives, widthQuarters) => {
          const layout = { widthMm: widthQuarters * 0.25 + 1, heightMm: 12, primitives }
          const picture = rasterizeLayout(layout, HEAD, FONTS)
          expect(picture.bits).toHaveLength(picture.bytesPerRow * picture.heightDots)
          const padding = (1 << (picture.bytesPerRow * 8 - picture.widthDots)) - 1
          for (let row = 1; row <= picture.heightDots; row += 1) {
            expect((picture.bits[row * picture.bytesPerRow - 1] ?? 0) & padding).toBe(0)
          }
        },
      ),
      { numRuns: propertyRuns(60) },
    )
  },
  propertyTimeoutMs(),
)
