import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatLocalDay } from './local-time.ts'
import { formatSaleNumber, NUMBER_SERIES, numberPrefix, parseSaleNumber } from './sale-number.ts'

describe('a sale number', () => {
  test('reads register, day and at least four digits', () => {
    const at = { register: 'K1', day: '2026-11-21' } as const
    expect(formatSaleNumber({ ...at, series: 'sale', sequence: 7 })).toBe('K1-261121-0007')
    expect(formatSaleNumber({ ...at, series: 'sale', sequence: 12_345 })).toBe('K1-261121-12345')
    expect(formatSaleNumber({ ...at, series: 'return', sequence: 1 })).toBe('K1-R261121-0001')
    expect(formatSaleNumber({ ...at, series: 'stock', sequence: 1 })).toBe('K1-S261121-0001')
  })

  test('survives being taken apart and put together', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z0-9]{1,6}$/),
        fc.integer({ min: 946_684_800_000, max: 4_102_444_799_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom(...NUMBER_SERIES),
        (register, atMs, sequence, series) => {
          const parts = { register, series, day: formatLocalDay(atMs, 0), sequence }
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
    'K1-X261121-0007',
    'K1-RS261121-0007',
  ])('is not %j', (text) => {
    expect(parseSaleNumber(text)).toBeNull()
  })

  test.each([
    { register: '', series: 'sale', day: '2026-11-21', sequence: 1 },
    { register: 'K1', series: 'sale', day: '1999-11-21', sequence: 1 },
    { register: 'K1', series: 'sale', day: '2026-11-21', sequence: 0 },
    { register: 'K1', series: 'sale', day: '2026-11-21', sequence: 1.5 },
  ] as const)('cannot be made of %j', (parts) => {
    expect(() => formatSaleNumber(parts)).toThrow(RangeError)
  })

  test('starts with its register, series and day', () => {
    expect(numberPrefix({ register: 'K1', series: 'sale', day: '2026-11-21' })).toBe('K1-261121')
    expect(numberPrefix({ register: 'K1', series: 'return', day: '2026-11-21' })).toBe('K1-R261121')
  })

  test('of one series is never that of another', () => {
    const numbers = NUMBER_SERIES.flatMap((series) =>
      ['K1', 'R1', 'S', 'R'].map((register) => formatSaleNumber({ register, series, day: '2026-11-21', sequence: 1 })),
    )
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})
