import { expect, test } from 'vitest'
import type { DocumentMeasure } from './document-measure.ts'
import { wrapPhones } from './receipt-phones.ts'

/** Every character is one millimetre wide. */
const measure: DocumentMeasure = {
  textWidthMm: (text) => Array.from(text).length,
  code128: () => [],
  ean: () => [],
  qr: () => ({ size: 0, cells: [] }),
}
const wrapped = (phones: string, widthMm: number, maxLines = 3, word = 'Telp'): readonly string[] =>
  wrapPhones(word, phones, widthMm, { sizeMm: 3, weight: 'regular' }, maxLines, measure)

test('one number stays on the line of its word', () => {
  expect(wrapped('022-4201188', 40)).toEqual(['Telp 022-4201188'])
})

test('lines end between numbers, never inside one', () => {
  const two = '+62 812-3456-7890 / (022) 4201188 ext. 4455'
  expect(wrapped(two, 60)).toEqual([`Telp ${two}`])
  expect(wrapped(two, 32)).toEqual(['Telp +62 812-3456-7890 /', '(022) 4201188 ext. 4455'])
  expect(wrapped('(022) 420118 / 0813 4567', 17)).toEqual(['Telp', '(022) 420118 /', '0813 4567'])
})

test('numbers may stand without a word', () => {
  expect(wrapped('+62 812-3456-7890 / +62 813-9876-5432', 26, 3, '')).toEqual([
    '+62 812-3456-7890 /',
    '+62 813-9876-5432',
  ])
})

test('a number longer than a line is broken like any text', () => {
  expect(wrapped('+62 812 3456 7890 1234 5678', 16)).toEqual(['Telp +62 812', '3456 7890 1234', '5678'])
})

test('what exceeds the lines ends in an ellipsis', () => {
  const [first, last, ...others] = wrapped('0812-3456 / 0813-3456 / 0814-3456 / 0815-3456', 16, 2)
  expect([first, others]).toEqual(['Telp 0812-3456 /', []])
  expect(last).toMatch(/^0813-3456.*…$/)
})
