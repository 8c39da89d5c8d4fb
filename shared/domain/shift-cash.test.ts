import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rupiah } from './money.ts'
import {
  cashCountTotal,
  completeCashCount,
  differenceNeedsApproval,
  expectedCash,
  needsOpeningCount,
} from './shift-cash.ts'
import { DENOMINATIONS } from './shift.ts'
import { propertyRuns, propertyTimeoutMs } from './testing/property-runs.ts'

const randomCount = () =>
  fc.array(
    fc.record({ denomination: fc.constantFrom(...DENOMINATIONS, 25, 75_000), count: fc.integer({ min: 0, max: 500 }) }),
    { maxLength: 15 },
  )

describe('counted cash', () => {
  test('is the sum of what each denomination comes to', () => {
    expect(
      cashCountTotal([
        { denomination: 100_000, count: 3 },
        { denomination: 500, count: 7 },
        { denomination: 50, count: 0 },
      ]),
    ).toBe(303_500)
    expect(cashCountTotal([])).toBe(0)
  })

  test(
    'stays the same amount when it is completed, with every denomination once',
    () => {
      fc.assert(
        fc.property(randomCount(), (count) => {
          const complete = completeCashCount(count)
          expect(cashCountTotal(complete)).toBe(cashCountTotal(count))
          expect(complete.slice(0, DENOMINATIONS.length).map((each) => each.denomination)).toEqual([...DENOMINATIONS])
          expect(new Set(complete.map((each) => each.denomination)).size).toBe(complete.length)
          expect(completeCashCount(complete)).toEqual(complete)
        }),
        { numRuns: propertyRuns(1_000) },
      )
    },
    propertyTimeoutMs(),
  )
})

test('cash expected is opening cash, cash of sales, cash in and less cash out, also below zero', () => {
  const moves = [
    { type: 'in', amount: rupiah(50_000) },
    { type: 'out', amount: rupiah(500_000) },
  ] as const
  expect(expectedCash({ openingCash: rupiah(100_000) }, rupiah(120_500), moves)).toBe(-229_500)
})

test('a difference needs permission when it is over the limit on either side, not at it', () => {
  const limit = rupiah(10_000)
  expect([-10_001, -10_000, 0, 10_000, 10_001].map((each) => differenceNeedsApproval(rupiah(each), limit))).toEqual([
    true,
    false,
    false,
    false,
    true,
  ])
  expect(differenceNeedsApproval(rupiah(1), rupiah(0))).toBe(true)
})

test('only a shift that a sale opened, and whose opening nobody counted, asks for the count; zero counted is counted', () => {
  expect(needsOpeningCount({ isOpenedBySale: true, openingCount: [] })).toBe(true)
  expect(needsOpeningCount({ isOpenedBySale: true, openingCount: completeCashCount([]) })).toBe(false)
  expect(needsOpeningCount({ isOpenedBySale: false, openingCount: [] })).toBe(false)
})
