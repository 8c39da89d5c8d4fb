import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns } from '../../shared/domain/testing/property-runs.ts'
import { code128Words } from '../practice/printer/escpos-commands.ts'
import { code128Data } from './code-128-data.ts'
import { findRealTimeSequences } from './real-time-sequences.ts'

/** The text of code words, by the tables of ISO/IEC 15417. */
const textOf = (words: readonly number[]): string => {
  let text = ''
  let set: 'B' | 'C' = 'B'
  for (const word of words.slice(1)) {
    if (set === 'B' && word === 99) set = 'C'
    else if (set === 'C' && word === 100) set = 'B'
    else text += set === 'B' ? String.fromCharCode(word + 32) : String(word).padStart(2, '0')
  }
  return text
}

test('carries every printable ASCII text, with as many symbols as it says and no real-time command', () => {
  const digits = fc.stringMatching(/^\d{1,12}$/)
  const text = fc.array(
    fc.oneof(digits, fc.constantFrom('{', '}', 'A', '-', '1604', '1605', '1620'), fc.stringMatching(/^[ -~]{1,4}$/)),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  fc.assert(
    fc.property(text, (parts) => {
      const whole = parts.join('')
      const { data, symbols } = code128Data(whole)
      const bytes = Buffer.from(`{B${data}`, 'latin1')
      const words = code128Words(bytes)
      expect(words === null ? null : textOf(words)).toBe(whole)
      expect(words?.length).toBe(symbols + 1)
      expect(findRealTimeSequences(bytes)).toEqual([])
    }),
    { numRuns: propertyRuns(1000) },
  )
})

test('pairs the digits of a sale number', () => {
  expect(code128Data('K1-R261121-0007').symbols).toBe(13)
  expect(code128Data('{1604').data).toBe('{{1604')
})
