import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { carriesCheckDigit, checkDigitOf, hasRightCheckDigit } from './barcode-check-digit.ts'

test.each(['8997011401945', '4006381333931', '96385074', '036000291452', '10614141000415'])(
  'accepts the published code %s',
  (code) => {
    expect(carriesCheckDigit(code)).toBe(true)
    expect(hasRightCheckDigit(code)).toBe(true)
  },
)

test('leaves codes of other lengths and with letters alone', () => {
  for (const code of ['1', '12345', 'ABC-12345678', '123456789012345']) expect(hasRightCheckDigit(code)).toBe(true)
})

test('finds every single wrong digit', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^\d{12}$/),
      fc.nat(12),
      fc.integer({ min: 1, max: 9 }),
      (digits, position, shift) => {
        const code = `${digits}${checkDigitOf(digits)}`
        expect(hasRightCheckDigit(code)).toBe(true)
        const wrong = (Number(code[position]) + shift) % 10
        expect(hasRightCheckDigit(`${code.slice(0, position)}${wrong}${code.slice(position + 1)}`)).toBe(false)
      },
    ),
  )
})
