import { expect, test } from 'vitest'
import { parseWholeNumber } from './parse-whole-number.ts'

test.each([
  ['12500', 12_500],
  ['12.500', 12_500],
  [' Rp 1.250.000 ', 1_250_000],
  ['0', 0],
])('reads %s as a whole number', (text, value) => {
  expect(parseWholeNumber(text)).toBe(value)
})

test.each(['', '-5', '1,5', 'abc', '1e3', '1234567890123'])('refuses %s', (text) => {
  expect(parseWholeNumber(text)).toBeNull()
})
