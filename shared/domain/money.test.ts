import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addRupiah,
  clampRupiah,
  formatRupiah,
  formatThousands,
  isRupiah,
  LARGEST_RUPIAH,
  negateRupiah,
  parseRupiah,
  rupiah,
  rupiahSchema,
  subtractRupiah,
  timesRupiah,
} from './money.ts'
import { propertyRuns, propertyTimeoutMs } from './testing/property-runs.ts'

const anyAmount = fc.oneof(
  fc.integer({ min: -2_000_000, max: 2_000_000 }),
  fc.integer({ min: -LARGEST_RUPIAH, max: LARGEST_RUPIAH }),
)

describe('an amount', () => {
  test.each([0.5, Number.NaN, Infinity, LARGEST_RUPIAH + 1, -LARGEST_RUPIAH - 1])('is never %d', (value) => {
    expect(() => rupiah(value)).toThrow(RangeError)
    expect(isRupiah(value)).toBe(false)
    expect(rupiahSchema.safeParse(value).success).toBe(false)
  })

  test('is never negative zero', () => {
    for (const zero of [
      rupiah(-0),
      negateRupiah(rupiah(0)),
      timesRupiah(rupiah(-5), 0),
      subtractRupiah(rupiah(0), rupiah(0)),
    ])
      expect(Object.is(zero, 0)).toBe(true)
    expect(addRupiah()).toBe(0)
  })

  test('does not silently leave its range', () => {
    expect(() => addRupiah(rupiah(LARGEST_RUPIAH), rupiah(1))).toThrow(RangeError)
    expect(() => subtractRupiah(rupiah(-LARGEST_RUPIAH), rupiah(1))).toThrow(RangeError)
    expect(() => timesRupiah(rupiah(3), 0.5)).toThrow(RangeError)
    expect(clampRupiah(LARGEST_RUPIAH * 3)).toBe(LARGEST_RUPIAH)
    expect(clampRupiah(-LARGEST_RUPIAH * 3)).toBe(-LARGEST_RUPIAH)
  })
})

describe('writing and reading', () => {
  test.each([
    [0, 'Rp 0'],
    [500, 'Rp 500'],
    [12_800, 'Rp 12.800'],
    [-500, '-Rp 500'],
    [1_234_567_890, 'Rp 1.234.567.890'],
  ])('writes %i as %s', (amount, text) => {
    expect(formatRupiah(rupiah(amount))).toBe(text)
  })

  test.each([
    ['12800', 12_800],
    ['12.800', 12_800],
    ['12,800', 12_800],
    ['Rp 12.800', 12_800],
    ['Rp12.800,00', 12_800],
    ['Rp 12.800,-', 12_800],
    ['500,-', 500],
    ['rp. 500', 500],
    ['IDR 1,250,000.00', 1_250_000],
    ['-Rp 500', -500],
    ['Rp -500', -500],
    ['\u2212500', -500],
    [' 0 ', 0],
    ['-0', 0],
    ['999999999999', LARGEST_RUPIAH],
  ])('reads %s as %i', (text, amount) => {
    expect(Object.is(parseRupiah(text), amount)).toBe(true)
  })

  test.each([
    '',
    'Rp',
    'x',
    '12.5',
    '12,50',
    '1.2345',
    '1.23.456',
    '12.800,5',
    '1,250.000',
    '--5',
    '-Rp -5',
    '1e3',
    '1000000000000',
    '12 800',
    '12.800-',
    '12.800,--',
  ])('reads no amount in %j', (text) => {
    expect(parseRupiah(text)).toBeNull()
  })

  test('whatever is written reads back', { timeout: propertyTimeoutMs() }, () => {
    fc.assert(
      fc.property(anyAmount, (value) => {
        const amount = rupiah(value)
        expect(parseRupiah(formatRupiah(amount))).toBe(amount)
        expect(parseRupiah(String(amount))).toBe(amount)
        expect(parseRupiah(`${value < 0 ? '-' : ''}${formatThousands(Math.abs(value))}`)).toBe(amount)
      }),
      { numRuns: propertyRuns(2_000) },
    )
  })

  test('sums and differences come back to where they were', { timeout: propertyTimeoutMs() }, () => {
    const half = fc.integer({ min: -499_999_999_999, max: 499_999_999_999 }).map(rupiah)
    fc.assert(
      fc.property(half, half, (one, other) => {
        expect(subtractRupiah(addRupiah(one, other), other)).toBe(one)
        expect(addRupiah(one, negateRupiah(one))).toBe(0)
      }),
      { numRuns: propertyRuns(2_000) },
    )
  })
})
