import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatRupiah, formatThousands, LARGEST_RUPIAH, rupiah } from './money.ts'
import { parseRupiahText, parseSignedWhole } from './parse-whole-number.ts'
import { propertyRuns, propertyTimeoutMs } from './testing/property-runs.ts'

test.each([
  ['12800', 12_800],
  ['12.800', 12_800],
  ['Rp 12.800', 12_800],
  ['rp.12.800', 12_800],
  ['1.250.000', 1_250_000],
  ['12.800,00', 12_800],
  ['12800.00', 12_800],
  ['12.00', 12],
  ['12.0', 12],
  ['12.800,0', 12_800],
  ['IDR 500', 500],
  ['0', 0],
])('reads %s as %i', (text, amount) => {
  expect(parseRupiahText(text)).toEqual({ ok: true, value: amount })
})

test.each([
  ['12.5', 'not-whole'],
  ['12,50', 'not-whole'],
  ['12,800', 'not-whole'],
  ['1.2345', 'not-whole'],
  ['-500', 'negative'],
  ['Rp -500', 'negative'],
  ['-Rp 500', 'negative'],
  ['\u2212500', 'negative'],
  ['1,250,000', 'unreadable'],
  ['1.000.000.000.000', 'too-large'],
  ['1000000000000', 'too-large'],
  ['', 'unreadable'],
  ['gratis', 'unreadable'],
  ['1e3', 'unreadable'],
])('refuses %s as %s', (text, problem) => {
  expect(parseRupiahText(text)).toEqual({ ok: false, error: problem })
})

test(
  'reads back whatever the till itself writes',
  () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LARGEST_RUPIAH }), (amount) => {
        for (const text of [String(amount), formatThousands(amount), formatRupiah(rupiah(amount))]) {
          expect(parseRupiahText(text)).toEqual({ ok: true, value: amount })
        }
      }),
      { numRuns: propertyRuns(500) },
    )
  },
  propertyTimeoutMs(),
)

test('reads signed whole numbers only', () => {
  expect(['12', '-3', '+4', ' 0 ', '-0'].map(parseSignedWhole)).toEqual([12, -3, 4, 0, 0])
  expect(['1.5', '1.298', '1,5', '', 'x', '9'.repeat(13)].map(parseSignedWhole)).toEqual(Array(6).fill(null))
})
