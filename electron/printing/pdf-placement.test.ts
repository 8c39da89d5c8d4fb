import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../shared/domain/testing/property-runs.ts'
import { bestTurn, fittingScale, placeOn, turned } from './pdf-placement.ts'

const side = fc.double({ min: 10, max: 1000, noNaN: true })
const size = fc.record({ width: side, height: side })

describe('how a page lies on the paper', () => {
  test('turns a page that lies on its side for a label that stands', () => {
    expect(bestTurn({ width: 150, height: 100 }, { width: 100, height: 150 })).toBe(90)
    expect(bestTurn({ width: 100, height: 150 }, { width: 100, height: 150 })).toBe(0)
    expect(bestTurn({ width: 150, height: 100 }, { width: 100, height: 100 })).toBe(0)
  })

  test('never chooses the turn with which it comes out smaller', () => {
    fc.assert(
      fc.property(size, size, (page, paper) => {
        const scale = (degrees: 0 | 90): number => fittingScale(turned(page, degrees), paper)
        expect(scale(bestTurn(page, paper))).toBeGreaterThanOrEqual(Math.max(scale(0), scale(90)) * 0.999)
      }),
      { numRuns: propertyRuns(300) },
    )
  })

  test('keeps the wanted area inside the paper, in its middle, and not larger than twice its size', () => {
    fc.assert(
      fc.property(size, size, side, side, (part, paper, left, top) => {
        const { scale, ...corner } = placeOn({ ...part, left, top }, paper, 2.8)
        expect(scale).toBeLessThanOrEqual(5.6)
        const from = { x: corner.left + left * scale, y: corner.top + top * scale }
        expect(from.x).toBeGreaterThanOrEqual(-1e-6)
        expect(from.y).toBeGreaterThanOrEqual(-1e-6)
        expect(from.x * 2 + part.width * scale).toBeCloseTo(paper.width)
        expect(from.y * 2 + part.height * scale).toBeCloseTo(paper.height)
      }),
      { numRuns: propertyRuns(300) },
    )
  })
})
