import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromMicro, timesMicro, toMicro } from './micro-amount.ts'

test.each([
  [0, 0n],
  [-0, 0n],
  [0.1 + 0.2, 300_000n],
  [8_590_976_609.714, 8_590_976_609_714_000n],
  [-1.2345675, -1_234_568n],
  [1e-9, 0n],
  [999_999_999_999, 999_999_999_999_000_000n],
])('reads %d as its digits say', (value, micro) => {
  expect(toMicro(value)).toBe(micro)
})

test('comes back as it was, and multiplies without losing a millionth', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (thousandths) => {
      expect(fromMicro(toMicro(thousandths / 1_000)) * 1).toBe(thousandths / 1_000 + 0)
    }),
  )
  expect(timesMicro(toMicro(12.013), toMicro(899_999_978))).toBe(toMicro(10_811_699_735.714))
})
