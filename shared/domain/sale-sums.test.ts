import { expect, test } from 'vitest'
import { rupiah } from './money.ts'
import {
  documentTypeOf,
  lineBeforeTax,
  lineGross,
  lineTotal,
  returnedLines,
  roundingParts,
  saleParts,
  soldLines,
} from './sale-sums.ts'
import { sampleReturnedLine, sampleSoldLine } from './testing/sample-sale-parts.ts'

const sold = sampleSoldLine()
const back = sampleReturnedLine()

test('a line comes to its amount with tax on top, or with the tax that is in it', () => {
  const line = { amount: rupiah(10_000), tax: rupiah(1_100) }
  expect(lineTotal({ ...line, isTaxIncluded: false })).toBe(11_100)
  expect(lineTotal({ ...line, isTaxIncluded: true })).toBe(10_000)
  expect(lineBeforeTax({ ...line, isTaxIncluded: false })).toBe(10_000)
  expect(lineBeforeTax({ ...line, isTaxIncluded: true })).toBe(8_900)
})

test('its gross has both discounts back on', () => {
  expect(lineGross({ amount: rupiah(8_500), lineDiscount: rupiah(1_000), basketDiscount: rupiah(500) })).toBe(10_000)
})

test('a document is a sale, a return or an exchange by its lines', () => {
  expect(documentTypeOf({ lines: [sold] })).toBe('sale')
  expect(documentTypeOf({ lines: [back] })).toBe('return')
  expect(documentTypeOf({ lines: [back, sold] })).toBe('exchange')
  expect(soldLines({ lines: [back, sold] })).toEqual([sold])
  expect(returnedLines({ lines: [back, sold] })).toEqual([back])
})

test.each([
  ['a sale', [sold], -15, { sold: 9_985, returned: 0 }],
  ['a return', [back], 15, { sold: 0, returned: -9_985 }],
  [
    'a return of nothing but an old rounding',
    [sampleReturnedLine({ amount: rupiah(0) })],
    -400,
    { sold: 0, returned: -400 },
  ],
  [
    'an exchange that is paid for',
    [sampleSoldLine({ amount: rupiah(15_030) }), back],
    -30,
    { sold: 15_000, returned: -10_000 },
  ],
  [
    'an exchange that gives money back',
    [sampleSoldLine({ amount: rupiah(20) }), back],
    -20,
    { sold: 20, returned: -10_020 },
  ],
  ['an exchange of equals', [sold, back], 0, { sold: 10_000, returned: -10_000 }],
])('the rounding of %s goes with the money', (_, lines, rounding, parts) => {
  const sale = { lines, rounding: rupiah(rounding) }
  expect(saleParts(sale)).toEqual(parts)
  const { sold: onSold, returned: onReturned } = roundingParts(sale)
  expect(onSold + onReturned).toBe(rounding)
})
