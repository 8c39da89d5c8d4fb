import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rupiah } from './money.ts'
import { PPN_RATES, taxOn, taxRateOn, taxRateSchema, type TaxRate } from './tax.ts'
import { propertyRuns, propertyTimeoutMs } from './testing/property-runs.ts'

const rules = { isCharged: true, pricesIncludeTax: true, rates: PPN_RATES }
const rateOn = (day: string): TaxRate => {
  const rate = taxRateOn(rules, day)
  if (rate === null) throw new Error(`no rate on ${day}`)
  return rate
}
const now = rateOn('2026-11-21')

describe('the rate', () => {
  test.each([
    ['2010-01-01', 1_000],
    ['2022-03-31', 1_000],
    ['2022-04-01', 1_100],
    ['2024-12-31', 1_100],
    ['2025-01-01', 1_200],
    ['2099-12-31', 1_200],
  ])('on %s is %i hundredths of a percent', (day, basisPoints) => {
    expect(rateOn(day).basisPoints).toBe(basisPoints)
  })

  test('is none before the first one, and for sellers who are not PKP', () => {
    expect(taxRateOn(rules, '2009-12-31')).toBeNull()
    expect(taxRateOn({ ...rules, isCharged: false }, '2026-11-21')).toBeNull()
  })

  test('does not depend on the order of the rows', () => {
    expect(taxRateOn({ ...rules, rates: PPN_RATES.toReversed() }, '2023-01-01')?.basisPoints).toBe(1_100)
  })

  test('has a base of at most the price', () => {
    expect(taxRateSchema.safeParse({ ...now, baseNumerator: 13 }).success).toBe(false)
    for (const rate of PPN_RATES) expect(taxRateSchema.parse(rate)).toEqual(rate)
  })
})

describe('base and tax', () => {
  test.each([
    // PMK 131/2024: 12 % x 11/12. In the price: x 11/111; base x 100/111 x 11/12.
    [100_000, true, 82_583, 9_910],
    [111_000, true, 91_667, 11_000],
    [100_000, false, 91_667, 11_000],
    [-100_000, true, -82_583, -9_910],
    [0, true, 0, 0],
    // 50 x 0.11 = 5.5 exactly.
    [50, false, 46, 6],
    [-50, false, -46, -6],
    // 6 x 11/12 = 5.5 exactly.
    [6, false, 6, 1],
    [4, false, 4, 0],
    [5, false, 5, 1],
  ] as const)('of %i (in the price: %s) are %i and %i from 2025', (amount, isIncluded, base, tax) => {
    expect(taxOn(rupiah(amount), now, isIncluded)).toEqual({ base, tax })
  })

  test.each([
    ['2024-12-31', 100_000, true, 90_090, 9_910],
    ['2024-12-31', 100_000, false, 100_000, 11_000],
    ['2022-03-31', 110_000, true, 100_000, 10_000],
    ['2022-03-31', 5, false, 5, 1],
    ['2022-03-31', 4, false, 4, 0],
  ] as const)('on %s of %i (in the price: %s) are %i and %i', (day, amount, isIncluded, base, tax) => {
    expect(taxOn(rupiah(amount), rateOn(day), isIncluded)).toEqual({ base, tax })
  })

  test(
    'mirror below zero, and tax in a price leaves the price before tax that carries it',
    { timeout: propertyTimeoutMs() },
    () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: 450_000_000_000 }),
          fc.constantFrom(...PPN_RATES),
          fc.boolean(),
          (amount, rate, isIncluded) => {
            const { base, tax } = taxOn(rupiah(amount), rate, isIncluded)
            expect(taxOn(rupiah(-amount), rate, isIncluded)).toEqual({ base: 0 - base, tax: 0 - tax })
            expect(tax >= 0 && base >= 0 && base <= amount).toBe(true)
            if (!isIncluded) return
            const beforeTax = rupiah(amount - tax)
            expect(Math.abs(taxOn(beforeTax, rate, false).tax - tax)).toBeLessThanOrEqual(1)
          },
        ),
        { numRuns: propertyRuns(2_000) },
      )
    },
  )
})
