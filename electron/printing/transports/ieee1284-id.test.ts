import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns } from '../../../shared/domain/testing/property-runs.ts'
import { decodeIeee1284Id, languageOf, parseIeee1284Id } from './ieee1284-id.ts'

test('short and long keys are read alike', () => {
  const short = parseIeee1284Id('MFG:XPRINTER;CMD:TSPL,ZPL;MDL:XP-420B;CLS:PRINTER;SN:12')
  const long = parseIeee1284Id('MANUFACTURER: XPRINTER ;COMMAND SET:TSPL, ZPL;MODEL:XP-420B;SERN:12;')
  expect(short).toEqual({ maker: 'XPRINTER', model: 'XP-420B', serialNumber: '12', commandSet: ['TSPL', 'ZPL'] })
  expect(long).toEqual(short)
})

test('any text is read without harm, and what was written is found again', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,18}[A-Za-z0-9]$/)
  fc.assert(
    fc.property(word, word, fc.array(word, { maxLength: 4 }), fc.string(), (maker, model, commandSet, noise) => {
      const text = `MFG:${maker};MDL:${model};CMD:${commandSet.join(',')};${noise.replaceAll(/[;:]/gu, '')}`
      expect(parseIeee1284Id(text)).toMatchObject({ maker, model, commandSet })
      expect(() => parseIeee1284Id(noise)).not.toThrow()
    }),
    { numRuns: propertyRuns(500) },
  )
})

test('the raw answer is cut at the length it declares, unless that is nonsense', () => {
  const text = Buffer.from('MFG:A;')
  expect(decodeIeee1284Id(Buffer.concat([Buffer.of(0, 8), text, Buffer.from('rest')]))).toBe('MFG:A;')
  expect(decodeIeee1284Id(Buffer.concat([Buffer.of(0xff, 0xff), text]))).toBe('MFG:A;')
  expect(decodeIeee1284Id(new Uint8Array())).toBe('')
})

test.each([
  [['TSPL'], 'tspl'],
  [['EPL', 'ZPL II'], 'zpl'],
  [['ESC/POS'], 'escpos'],
  [['ESCPL2', 'BDC'], null],
  [[], null],
] as const)('the language of the command set %j is %s', (commandSet, language) => {
  expect(languageOf(commandSet)).toBe(language)
})
