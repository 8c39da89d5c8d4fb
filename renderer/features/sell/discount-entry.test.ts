import { describe, expect, test } from 'vitest'
import { discountText, meantPercent, readDiscount } from './discount-entry.ts'

describe('a typed discount', () => {
  test.each([
    ['10%', { type: 'percent', basisPoints: 1_000 }],
    [' 12,5 % ', { type: 'percent', basisPoints: 1_250 }],
    ['12.75%', { type: 'percent', basisPoints: 1_275 }],
    ['100%', { type: 'percent', basisPoints: 10_000 }],
    ['5.000', { type: 'rupiah', amount: 5_000 }],
    ['5000', { type: 'rupiah', amount: 5_000 }],
    ['Rp 1.250.000', { type: 'rupiah', amount: 1_250_000 }],
  ])('%s is read', (text, discount) => {
    expect(readDiscount(text)).toEqual({ ok: true, value: discount })
  })

  test.each(['', '  ', '0', '0%', 'Rp 0'])('"%s" means none', (text) => {
    expect(readDiscount(text)).toEqual({ ok: true, value: null })
  })

  test.each([
    ['101%', 'over-hundred'],
    ['12,555%', 'unreadable'],
    ['-5%', 'unreadable'],
    ['-5.000', 'unreadable'],
    ['12,5', 'unreadable'],
    ['sepuluh', 'unreadable'],
  ])('%s is refused', (text, error) => {
    expect(readDiscount(text)).toEqual({ ok: false, error })
  })

  test('comes back as it was typed', () => {
    for (const text of ['10%', '12,5%', '5000', '']) {
      const read = readDiscount(text)
      expect(read.ok && discountText(read.value)).toBe(text)
    }
  })

  test('asks whether a small number was meant as a percentage', () => {
    const [small, large] = [readDiscount('10'), readDiscount('5.000')]
    expect(small.ok && meantPercent(small.value)).toBe(10)
    expect(large.ok && meantPercent(large.value)).toBeNull()
  })
})
