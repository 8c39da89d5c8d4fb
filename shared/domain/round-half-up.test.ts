import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { divideHalfUp } from './round-half-up.ts'
import { propertyRuns, propertyTimeoutMs } from './testing/property-runs.ts'

test.each([
  [1n, 2n, 1n],
  [-1n, 2n, -1n],
  [49n, 100n, 0n],
  [50n, 100n, 1n],
  [149n, 100n, 1n],
  [150n, 100n, 2n],
  [-150n, 100n, -2n],
  [0n, 7n, 0n],
  // PER-11/PJ/2025 art. 129 names this one: 1,900,000.50 becomes 1,900,001.
  [190_000_050n, 100n, 1_900_001n],
])('rounds %d / %d to %d', (numerator, denominator, rounded) => {
  expect(divideHalfUp(numerator, denominator)).toBe(rounded)
})

test('throws on a denominator of 0 or less', () => {
  expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError)
  expect(() => divideHalfUp(1n, -2n)).toThrow(RangeError)
})

test(
  'is never more than half a unit off, and goes away from zero exactly at a half',
  { timeout: propertyTimeoutMs() },
  () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        (top, bottom) => {
          const rounded = divideHalfUp(top, bottom)
          const twiceOff = (top - rounded * bottom) * 2n
          if (twiceOff > bottom || twiceOff < -bottom) throw new Error('more than half a unit off')
          if (twiceOff === bottom && top > 0n) throw new Error('a half above zero must go up')
          if (twiceOff === -bottom && top < 0n) throw new Error('a half below zero must go down')
          expect(divideHalfUp(-top, bottom)).toBe(-rounded)
        },
      ),
      { numRuns: propertyRuns(2_000) },
    )
  },
)
