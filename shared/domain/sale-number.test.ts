import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatSaleNumber, parseSaleNumber, saleDay } from './sale-number.ts'

describe('a sale number', () => {
  test('reads register, day and at least four digits', () => {
    expect(formatSaleNumber({ register: 'K1', day: '2026-11-21', sequence: 7 })).toBe('K1-261121-0007')
    expect(formatSaleNumber({ register: 'K1', day: '2026-11-21', sequence: 12_345 })).toBe('K1-261121-12345')
  })

  test('survives being taken apart and put together', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z0-9]{1,6}$/),
        fc.integer({ min: 946_684_800_000, max: 4_102_444_799_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (register, atMs, sequence) => {
          const parts = { register, day: saleDay(atMs, 0), sequence }
          expect(parseSaleNumber(formatSaleNumber(parts))).toEqual(parts)
        },
      ),
    )
  })

  test.each([
    '',
    'K1-261121-007',
    'k1-261121-0007',
    'K1-261121-0000',
    'K1-26112-0007',
    'K1-261121-0007x',
    'TOOLONG-261121-0007',
  ])('is not %j', (text) => {
    expect(parseSaleNumber(text)).toBeNull()
  })

  test.each([
    { register: '', day: '2026-11-21', sequence: 1 },
    { register: 'K1', day: '1999-11-21', sequence: 1 },
    { register: 'K1', day: '2026-11-21', sequence: 0 },
    { register: 'K1', day: '2026-11-21', sequence: 1.5 },
  ])('cannot be made of %j', (parts) => {
    expect(() => formatSaleNumber(parts)).toThrow(RangeError)
  })

  test('belongs to the day on the register’s own wall', () => {
    const newYearInJakarta = Date.UTC(2026, 11, 31, 17, 0, 0)
    expect(saleDay(newYearInJakarta, 420)).toBe('2027-01-01')
    expect(saleDay(newYearInJakarta - 1, 420)).toBe('2026-12-31')
    expect(saleDay(newYearInJakarta, 0)).toBe('2026-12-31')
  })
})
