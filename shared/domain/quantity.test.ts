import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LARGEST_RUPIAH, rupiah } from './money.ts'
import {
  addQuantities,
  formatQuantity,
  fromThousandths,
  isQuantity,
  priceTimes,
  quantitySchema,
  thousandthsOf,
  timesQuantity,
} from './quantity.ts'
import { propertyRuns, propertyTimeoutMs } from './testing/property-runs.ts'

const thousandths = fc.integer({ min: -99_999_000, max: 99_999_000 })

describe('a quantity', () => {
  test.each([0, 1, -2, 0.5, 0.001, 1.25, 99_999, 99_998.999])('may be %d', (value) => {
    expect(isQuantity(value)).toBe(true)
    expect(quantitySchema.parse(value)).toBe(value)
  })

  test.each([0.0001, 1.2345, Number.NaN, Infinity, 1e300, '1', null])('may not be %j', (value) => {
    expect(isQuantity(value)).toBe(false)
  })

  test('adds without the errors of binary fractions', () => {
    expect(addQuantities(0.1, 0.2)).toBe(0.3)
    expect(addQuantities(1.1, -1.1)).toBe(0)
    expect(Object.is(addQuantities(-0.5, 0.5), 0)).toBe(true)
    expect(addQuantities()).toBe(0)
  })

  test('multiplies to the nearest thousandth', () => {
    expect(timesQuantity(3, 2)).toBe(6)
    expect(timesQuantity(0.333, 0.5)).toBe(0.167)
    expect(timesQuantity(-0.333, 0.5)).toBe(-0.167)
  })

  test('is written with a comma and without needless zeros', () => {
    expect([1, 1_250, 0.75, -2, 1.5, 0.001, 12_345.678].map(formatQuantity)).toEqual([
      '1',
      '1.250',
      '0,75',
      '-2',
      '1,5',
      '0,001',
      '12.345,678',
    ])
  })

  test('sums of any order are the same, and thousandths come back whole', { timeout: propertyTimeoutMs() }, () => {
    fc.assert(
      fc.property(fc.array(thousandths, { maxLength: 8 }), (values) => {
        const quantities = values.map(fromThousandths)
        expect(quantities.map(thousandthsOf)).toEqual(values.map((value) => value + 0))
        expect(addQuantities(...quantities)).toBe(addQuantities(...quantities.toReversed()))
        expect(quantities.every(isQuantity)).toBe(true)
      }),
      { numRuns: propertyRuns(500) },
    )
  })
})

describe('price times quantity', () => {
  test.each([
    [12_500, 0.75, 9_375],
    [12_345, 0.333, 4_111],
    [1, 0.5, 1],
    [1, 0.499, 0],
    [999, 0.5, 500],
    [10_000, -3, -30_000],
    [1, -0.5, -1],
    [0, 99_999, 0],
  ])('%i x %d is %i', (price, quantity, amount) => {
    expect(priceTimes(rupiah(price), quantity)).toBe(amount)
  })

  test('throws beyond the largest amount', () => {
    expect(() => priceTimes(rupiah(LARGEST_RUPIAH), 2)).toThrow(RangeError)
  })
})
