import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cashRoundingOf, cashRoundingSchema, type CashRounding } from './cash-rounding.ts'
import { LARGEST_RUPIAH, rupiah } from './money.ts'
import { propertyRuns, propertyTimeoutMs } from './testing/property-runs.ts'
import { randomCashRounding } from './testing/random-terms.ts'

const to = (mode: CashRounding['mode'], unit: CashRounding['unit']): CashRounding => ({ mode, unit })

test.each([
  [10_207, to('nearest', 100), -7],
  [10_250, to('nearest', 100), 50],
  [10_249, to('nearest', 100), -49],
  [12_765, to('nearest', 100), 35],
  [12_765, to('nearest', 50), -15],
  [12_775, to('nearest', 50), 25],
  [12_765, to('nearest', 500), 235],
  [12_765, to('nearest', 1_000), 235],
  [12_765, to('down', 100), -65],
  [12_765, to('up', 100), 35],
  [12_701, to('up', 1_000), 299],
  [12_765, to('off', 100), 0],
  [12_800, to('up', 100), 0],
  [-12_765, to('nearest', 100), -35],
  [-12_750, to('nearest', 100), -50],
  [-12_765, to('down', 100), 65],
  [-12_765, to('up', 100), -35],
  [0, to('up', 1_000), 0],
])('%i, %j, changes by %i', (cash, rounding, change) => {
  expect(cashRoundingOf(rupiah(cash), rounding)).toBe(change)
})

test.each([
  [40, to('nearest', 100)],
  [999, to('down', 1_000)],
  [-40, to('nearest', 100)],
])('%i, %j, is not rounded to nothing', (cash, rounding) => {
  expect(cashRoundingOf(rupiah(cash), rounding)).toBe(0)
})

test('only units that circulate are a rounding', () => {
  expect(cashRoundingSchema.safeParse({ mode: 'nearest', unit: 200 }).success).toBe(false)
})

test(
  'ends on a multiple of the unit, less than a unit away, and mirrors below zero',
  { timeout: propertyTimeoutMs() },
  () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LARGEST_RUPIAH - 1_000 }), randomCashRounding(), (cash, rounding) => {
        const change = cashRoundingOf(rupiah(cash), rounding)
        expect(cashRoundingOf(rupiah(-cash), rounding)).toBe(0 - change)
        expect(Math.abs(change)).toBeLessThan(rounding.unit)
        expect(cash + change).toBeGreaterThan(0)
        expect(change === 0 || (cash + change) % rounding.unit === 0).toBe(true)
        expect(rounding.mode !== 'nearest' || Math.abs(change) <= rounding.unit / 2).toBe(true)
        expect(rounding.mode !== 'up' || change >= 0).toBe(true)
        expect(rounding.mode !== 'down' || change <= 0).toBe(true)
      }),
      { numRuns: propertyRuns(2_000) },
    )
  },
)
