import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuantityText } from './parse-quantity.ts'
import { formatQuantity, fromThousandths } from './quantity.ts'

test.each([
  ['12', 12],
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['-0,250', -0.25],
  ['0.125', 0.125],
  ['1,298', 1.298],
  ['-0', 0],
])('reads %s as %d', (text, quantity) => {
  expect(parseQuantityText(text)).toEqual({ ok: true, value: quantity })
})

test.each([
  ['', 'unreadable'],
  ['kg', 'unreadable'],
  ['1e3', 'unreadable'],
  ['12,', 'unreadable'],
  ['1,2345', 'too-fine'],
  ['1.298', 'ambiguous'],
])('refuses “%s” as %s', (text, problem) => {
  expect(parseQuantityText(text)).toEqual({ ok: false, error: problem })
})

test('reads back weights below a thousand as the till writes them', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999, max: 999_999 }), (thousandths) => {
      const quantity = fromThousandths(thousandths)
      expect(parseQuantityText(formatQuantity(quantity))).toEqual({ ok: true, value: quantity })
    }),
  )
})
