import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns } from '../domain/testing/property-runs.ts'
import { markDots } from './dot-marks.ts'
import type { LayoutPrimitive } from './layout.ts'
import { heldOnPage, paperDots } from './paper-dots.ts'

const PAGE = { widthDots: 566, heightDots: 100 }

test('counts whole dots only, and no dot less for the last digit of a floating product', () => {
  expect(paperDots(48, 300 / 25.4)).toBe(566)
  expect(paperDots(25.4, 300 / 25.4)).toBe(300)
  expect(paperDots(0.1 + 0.2, 10)).toBe(3)
  expect(paperDots(100 - 1e-12, 8)).toBe(800)
})

test('moves a rectangle back onto the page, and cuts one that is as long as the page', () => {
  expect(heldOnPage({ x: 564, y: 0, width: 3, height: 101 }, PAGE)).toEqual({ x: 563, y: 0, width: 3, height: 100 })
  expect(heldOnPage({ x: 0, y: 99, width: 567, height: 2 }, PAGE)).toEqual({ x: 0, y: 98, width: 566, height: 2 })
})

test('leaves alone what lies on the page or was never meant to', () => {
  for (const rectangle of [
    { x: 563, y: 97, width: 3, height: 3 },
    { x: 564, y: 0, width: 30, height: 3 },
  ]) {
    expect(heldOnPage(rectangle, PAGE)).toEqual(rectangle)
  }
})

test('nothing that lies on the layout leaves the page of dots, at any density', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const length = fc.double({ min: 1, max: 120, noNaN: true })
  fc.assert(
    fc.property(length, length, share, share, share, fc.double({ min: 7, max: 13, noNaN: true }), (...of) => {
      const [widthMm, heightMm, left, top, size, dotsPerMm] = of
      const [xMm, yMm] = [left * widthMm, top * heightMm]
      // Each reaches the right edge, and begins or ends at the lower one.
      const [toRight, toBottom, strokeMm] = [widthMm - xMm, heightMm - yMm, size * 0.5]
      const primitives: LayoutPrimitive[] = [
        { type: 'box', xMm, yMm, widthMm: toRight, heightMm: toBottom, strokeMm },
        { type: 'box', xMm, yMm, widthMm: toRight, heightMm: toBottom, strokeMm: null },
        {
          type: 'line',
          direction: 'horizontal',
          xMm,
          yMm: Math.max(0, heightMm - strokeMm),
          lengthMm: toRight,
          strokeMm,
        },
        {
          type: 'line',
          direction: 'vertical',
          xMm: Math.max(0, widthMm - strokeMm),
          yMm,
          lengthMm: toBottom,
          strokeMm,
        },
      ]
      const page = markDots({ widthMm, heightMm, primitives }, dotsPerMm)
      for (const mark of page.marks) {
        for (const { x, y, width, height } of mark.type === 'rectangles' ? mark.rectangles : []) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
          expect(x + width).toBeLessThanOrEqual(page.widthDots)
          expect(y + height).toBeLessThanOrEqual(page.heightDots)
        }
      }
    }),
    { numRuns: propertyRuns(500) },
  )
})
