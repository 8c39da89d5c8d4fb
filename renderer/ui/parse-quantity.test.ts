import { expect, test } from 'vitest'
import { parseQuantity, quantityText } from './parse-quantity.ts'

test.each([
  ['0,75', 0.75],
  ['1.250', 1.25],
  ['1,25 kg', 1.25],
  ['.5', 0.5],
  ['3', 3],
  ['0,5+0,75', 1.25],
  ['0,5+', 0.5],
  ['0,1 + 0,2', 0.3],
  ['0', 0],
])('reads the weight %s', (text, quantity) => {
  expect(parseQuantity(text)).toBe(quantity)
})

test.each(['', ',', '+', '1,2345', '1.250,5', '-1', 'satu', '1++2'])('refuses "%s"', (text) => {
  expect(parseQuantity(text)).toBeNull()
})

test('shows a weight so that it reads back as itself, thousands too', () => {
  for (const quantity of [0.001, 0.75, 1.25, 1_250, 1_250.5])
    expect(parseQuantity(quantityText(quantity))).toBe(quantity)
})
