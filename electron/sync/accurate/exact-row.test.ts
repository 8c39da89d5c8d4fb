import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LARGEST_RUPIAH } from '../../../shared/domain/money.ts'
import { fromThousandths, thousandthsOf } from '../../../shared/domain/quantity.ts'
import { propertyRuns } from '../../../shared/domain/testing/property-runs.ts'
import { exactRow } from './exact-row.ts'

test.each([
  ['a plain price', [5_000, 2, 10_000], { unitPrice: 5_000, itemCashDiscount: 0 }],
  ['a discount', [5_000, 2, 9_000], { unitPrice: 5_000, itemCashDiscount: 1_000 }],
  ['a gift', [5_000, 2, 0], { unitPrice: 5_000, itemCashDiscount: 10_000 }],
  ['tax on top of the price', [100_000, 1, 111_000], { unitPrice: 111_000, itemCashDiscount: 0 }],
  ['one rupiah more than three pieces can share', [333, 3, 1_000], { unitPrice: 334, itemCashDiscount: 2 }],
  ['a weight rounded up', [12_501, 0.25, 3_126], { unitPrice: 12_504, itemCashDiscount: 0 }],
  ['a weight rounded down', [12_501, 0.75, 9_375], { unitPrice: 12_501, itemCashDiscount: 0.75 }],
  ['a gram', [1, 0.001, 1], { unitPrice: 1_000, itemCashDiscount: 0 }],
] as const)(
  'writes %s so that price times quantity less discount is the amount',
  (_, [price, quantity, amount], row) => {
    expect(exactRow(price, quantity, amount)).toEqual({ quantity, ...row })
  },
)

test('is exact to the last thousandth for any price, quantity and amount, and raises the price no further than needed', () => {
  const cases = fc.record({
    price: fc.integer({ min: 0, max: 900_000_000 }),
    thousandths: fc.integer({ min: 1, max: 99_999_000 }),
    amount: fc.integer({ min: 0, max: 999_999_999_999 }),
  })
  fc.assert(
    fc.property(cases, ({ price, thousandths, amount }) => {
      fc.pre((price * thousandths) / 1_000 <= LARGEST_RUPIAH && amount + thousandths <= LARGEST_RUPIAH)
      const row = exactRow(price, fromThousandths(thousandths), amount)
      const discount = BigInt(thousandthsOf(row.itemCashDiscount))
      expect(BigInt(row.unitPrice) * BigInt(thousandths) - discount).toBe(BigInt(amount) * 1_000n)
      expect(discount >= 0n).toBe(true)
      expect(Number.isInteger(row.unitPrice)).toBe(true)
      // One rupiah less would not reach the amount.
      const isLowest = row.unitPrice === price || discount < BigInt(thousandths)
      expect(isLowest && row.unitPrice >= price).toBe(true)
    }),
    { numRuns: propertyRuns(2_000) },
  )
})

test('takes no quantity of 0 and no amount below it', () => {
  expect(() => exactRow(1, 0, 0)).toThrow(RangeError)
  expect(() => exactRow(1, 1, -1)).toThrow(RangeError)
})
