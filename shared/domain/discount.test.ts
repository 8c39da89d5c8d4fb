import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { discountOn, discountSchema, type Discount } from './discount.ts'
import { LARGEST_RUPIAH, rupiah } from './money.ts'
import { propertyRuns, propertyTimeoutMs } from './testing/property-runs.ts'
import { randomDiscount } from './testing/random-item.ts'

const percent = (basisPoints: number): Discount => ({ type: 'percent', basisPoints })
const off = (amount: number): Discount => ({ type: 'rupiah', amount: rupiah(amount) })

test.each([
  [10_000, percent(1_000), 1_000],
  [999, percent(5_000), 500],
  [1, percent(5_000), 1],
  [1, percent(4_999), 0],
  [12_345, percent(3_333), 4_115],
  [12_345, percent(10_000), 12_345],
  [12_345, percent(1), 1],
  [4_999, percent(1), 0],
  [5_000, off(5_000), 5_000],
  [5_000, off(5_001), 5_000],
  [0, off(100), 0],
  [0, percent(10_000), 0],
  [LARGEST_RUPIAH, percent(9_999), 999_899_999_999],
])('%i less %j takes off %i', (amount, discount, taken) => {
  expect(discountOn(rupiah(amount), discount)).toBe(taken)
})

test('no discount takes nothing off, and none is taken off what comes back', () => {
  expect(discountOn(rupiah(500), null)).toBe(0)
  expect(discountOn(rupiah(-500), percent(1_000))).toBe(0)
})

test.each([
  percent(0),
  percent(10_001),
  percent(-1),
  percent(0.5),
  { type: 'rupiah', amount: 0 },
  { type: 'rupiah', amount: 0.5 },
])('%j is no discount', (discount) => {
  expect(discountSchema.safeParse(discount).success).toBe(false)
})

test('never takes more than there is, nor adds to it', { timeout: propertyTimeoutMs() }, () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: LARGEST_RUPIAH }), randomDiscount(), (amount, discount) => {
      const taken = discountOn(rupiah(amount), discount)
      expect(Number.isInteger(taken) && taken >= 0 && taken <= amount).toBe(true)
    }),
    { numRuns: propertyRuns(2_000) },
  )
})
