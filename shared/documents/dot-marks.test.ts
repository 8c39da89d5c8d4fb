import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../domain/testing/property-runs.ts'
import { decodeBase64 } from './decode-base64.ts'
import { markDots, type DotMark } from './dot-marks.ts'
import type { DotRectangle } from './dot-rectangle.ts'
import type { BarcodePrimitive, LayoutPrimitive } from './layout.ts'

const marksOf = (primitive: LayoutPrimitive, dotsPerMm = 8): readonly DotMark[] =>
  markDots({ widthMm: 100, heightMm: 100, primitives: [primitive] }, dotsPerMm).marks
const rectanglesOf = (primitive: LayoutPrimitive, dotsPerMm = 8): readonly DotRectangle[] =>
  marksOf(primitive, dotsPerMm).flatMap((mark) => (mark.type === 'rectangles' ? mark.rectangles : []))

const bars = (changes: Partial<BarcodePrimitive> = {}): BarcodePrimitive => ({
  type: 'barcode',
  text: '1',
  bars: [2, 1, 1],
  moduleMm: 0.25,
  xMm: 10,
  yMm: 5,
  widthMm: 8,
  heightMm: 4,
  ...changes,
})

const image = (
  grey: readonly number[],
  widthPx: number,
  box: { widthMm: number; heightMm: number },
): LayoutPrimitive => ({
  type: 'image',
  image: { widthPx, heightPx: grey.length / widthPx, greyBase64: Buffer.from(grey).toString('base64') },
  xMm: 1,
  yMm: 1,
  ...box,
})

describe('dots of a layout', () => {
  test('measures the page in whole dots, never one for the last digit of a floating sum', () => {
    const { widthDots, heightDots } = markDots({ widthMm: 100, heightMm: 0.1 + 0.2 + 99.7, primitives: [] }, 8)
    expect([widthDots, heightDots]).toEqual([800, 800])
    expect(markDots({ widthMm: 100, heightMm: 150, primitives: [] }, 300 / 25.4)).toMatchObject({
      widthDots: 1181,
      heightDots: 1771,
    })
  })

  test('centres the bars of a symbol, the widths in whole dots', () => {
    expect(rectanglesOf(bars())).toEqual([
      { x: 80 + 28, y: 40, width: 4, height: 32 },
      { x: 80 + 34, y: 40, width: 2, height: 32 },
    ])
  })

  test('lays the bars of a turned symbol across, from top to bottom', () => {
    expect(rectanglesOf(bars({ isTurned: true, widthMm: 4, heightMm: 8 }))).toEqual([
      { x: 80, y: 40 + 28, width: 32, height: 4 },
      { x: 80, y: 40 + 34, width: 32, height: 2 },
    ])
  })

  test('keeps every module of a symbol the same width whatever the density', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 7, max: 13, noNaN: true }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (dotsPerMm, xMm) => {
          const [first, second] = rectanglesOf(bars({ xMm }), dotsPerMm)
          expect(first?.width).toBe((second?.width ?? 0) * 2)
          expect((second?.x ?? 0) - (first?.x ?? 0)).toBe((second?.width ?? 0) * 3)
        },
      ),
      { numRuns: propertyRuns(300) },
    )
  })

  test('outlines a box inside its edges and fills one that is too small for its outline', () => {
    const box = { type: 'box', xMm: 1, yMm: 1, widthMm: 2, heightMm: 1 } as const
    expect(rectanglesOf({ ...box, strokeMm: 0.125 })).toEqual([
      { x: 8, y: 8, width: 16, height: 1 },
      { x: 8, y: 15, width: 16, height: 1 },
      { x: 8, y: 9, width: 1, height: 6 },
      { x: 23, y: 9, width: 1, height: 6 },
    ])
    expect(rectanglesOf({ ...box, strokeMm: 0.5 })).toEqual([{ x: 8, y: 8, width: 16, height: 8 }])
    expect(rectanglesOf({ ...box, strokeMm: null })).toEqual([{ x: 8, y: 8, width: 16, height: 8 }])
  })

  test('keeps turned text upright around its own anchor', () => {
    const text = {
      type: 'text',
      text: 'A',
      sizeMm: 2,
      weight: 'bold',
      align: 'left',
      maxWidthMm: 9,
      ink: 'black',
    } as const
    const [turned, upright] = [{ turnDegrees: 90 } as const, {}].map((turn) =>
      marksOf({ ...text, xMm: 3, baselineMm: 4, ...turn }),
    )
    expect(turned).toEqual([expect.objectContaining({ x: 24, baseline: 32, size: 16, turnDegrees: 90 })])
    expect(upright).toEqual([expect.objectContaining({ turnDegrees: 0 })])
  })
})

describe('dots of an image', () => {
  test('blackens what is at least half dark on average, when shrunk', () => {
    // Two pixels a dot: averages 127, 128 and 0.
    const picture = image([0, 254, 0, 255, 1, 255, 0, 0], 8, { widthMm: 0.5, heightMm: 0.125 })
    expect(rectanglesOf(picture)).toEqual([
      { x: 8, y: 8, width: 2, height: 1 },
      { x: 11, y: 8, width: 1, height: 1 },
    ])
  })

  test('repeats pixels when enlarged', () => {
    expect(rectanglesOf(image([0, 255, 255, 0], 2, { widthMm: 0.5, heightMm: 0.25 }))).toEqual([
      { x: 8, y: 8, width: 2, height: 1 },
      { x: 10, y: 9, width: 2, height: 1 },
    ])
  })

  test('leaves what is missing from the data white', () => {
    const short = { widthPx: 2, heightPx: 2, greyBase64: Buffer.from([0]).toString('base64') }
    const box = { xMm: 0, yMm: 0, widthMm: 0.25, heightMm: 0.25 }
    expect(rectanglesOf({ type: 'image', image: short, ...box })).toEqual([{ x: 0, y: 0, width: 1, height: 1 }])
  })
})

describe('base64', () => {
  test('is decoded as Node does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect([...decodeBase64(Buffer.from(bytes).toString('base64'))]).toEqual([...bytes])
      }),
      { numRuns: propertyRuns(300) },
    )
  })
})
