import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LARGEST_RUPIAH, rupiah } from './money.ts'
import { quickCash } from './quick-cash.ts'

const must = (holds: boolean, law: string): void => {
  if (!holds) throw new Error(law)
}

test('offers the exact amount first and round notes after it', () => {
  expect(quickCash(rupiah(12_800))).toEqual([12_800, 15_000, 20_000, 50_000, 100_000])
  expect(quickCash(rupiah(230_000))).toEqual([230_000, 240_000, 250_000, 300_000])
  expect(quickCash(rupiah(100_000))).toEqual([100_000])
})

test('offers nothing when nothing is to be paid', () => {
  expect(quickCash(rupiah(0))).toEqual([])
})

test('offers no amount beyond what a sale can be', () => {
  expect(quickCash(rupiah(LARGEST_RUPIAH))).toEqual([LARGEST_RUPIAH])
})

test('offers distinct rising amounts that all cover what is due, beginning with it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 900_000_000 }), (due) => {
      const amounts = quickCash(rupiah(due))
      expect(amounts[0]).toBe(due)
      expect(amounts.length).toBeLessThanOrEqual(5)
      expect(new Set(amounts).size).toBe(amounts.length)
      for (const [index, amount] of amounts.entries()) {
        expect(amount).toBeGreaterThanOrEqual(due)
        must(index === 0 || amount % 1_000 === 0, 'round notes')
        must(index === 0 || amount > (amounts[index - 1] ?? Infinity), 'rising')
      }
    }),
  )
})
