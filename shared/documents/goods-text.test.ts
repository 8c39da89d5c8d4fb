import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../domain/testing/property-runs.ts'
import { goodsText } from './goods-text.ts'
import { MISSING_CHARACTER, printableText, unprintableCharacters } from './printable-text.ts'

/** Texts of letters that can be printed, letters that cannot, marks, emoji, brackets and signs. */
const mixedText = fc.oneof(
  fc.string({ maxLength: 60, unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('Kopi', ' ', '福', '袋', '🔥', '☕', '5', '(', ')', ',', '.', 'ก็', 'x̂', '…', '♥', 'م'), {
      maxLength: 14,
    })
    .map((parts) => parts.join('')),
)

describe('goodsText', () => {
  test.each([
    ['Kue 福袋 besar', 'Kue … besar'],
    ['福袋 Lucky Bag', '… Lucky Bag'],
    ['Kue福', 'Kue…'],
    ['Kue 福 袋', 'Kue …'],
    ['Kue 福・袋/旺 besar', 'Kue … besar'],
    ['Kue (福袋) besar', 'Kue (…) besar'],
    ['Kopi مرحبا 200 g', 'Kopi … 200 g'],
    ['旺旺 500 g', '… 500 g'],
    ['Kopi กาแฟร้อน', 'Kopi …'],
  ])('leaves out %j and marks the place: %j', (text, printed) => {
    expect(goodsText(text).text).toBe(printed)
  })

  test.each([
    ['❤ Kopi 🔥 200 g', 'Kopi 200 g'],
    ['Kopi🔥Susu', 'Kopi Susu'],
    ['Kopi 🔥🔥, enak', 'Kopi, enak'],
    ['Kopi (🔥) susu', 'Kopi susu'],
    ['Kopi (🔥 baru)', 'Kopi (baru)'],
    ['🇮🇩 Batik', 'Batik'],
    ['Kue 福🔥袋', 'Kue …'],
  ])('leaves decoration out of %j without a trace: %j', (text, printed) => {
    expect(goodsText(text).text).toBe(printed)
    expect(goodsText(text).leftOut.length).toBeGreaterThan(0)
  })

  test.each(['旺旺', 'مرحبا', '🔥😀', 'กาแฟ', '(福)', '福 - 袋', '\u200b'])(
    'says nothing where no letter and no digit of %j remains',
    (text) => {
      expect(goodsText(text).text).toBe('')
    },
  )

  test.each([
    ['Ｋｏｐｉ　２００㎏', 'Kopi 200kg'],
    ['𝗣𝗥𝗢𝗠𝗢 𝟓𝟎%', 'PROMO 50%'],
    ['1️⃣ Teh', '1 Teh'],
    ['x̂ Teh', 'x Teh'],
  ])('keeps the letters of %j: %j', (text, printed) => {
    expect(goodsText(text).text).toBe(printed)
  })

  test.each(['Cafe\u0301 “Nguyễn” №1', 'Kopi… (★) ½ kg', '- . -', 'A ,B ( )', 'Блок 5'])(
    'leaves %j as it is, since all of it can be printed',
    (text) => {
      expect(goodsText(text)).toEqual({ text: printableText(text), leftOut: [] })
    },
  )

  test('names what is left out once, in order', () => {
    expect(goodsText('福 Kue 袋福 🔥').leftOut).toEqual(['福', '袋', '🔥'])
  })

  test('has never a box, never two marks without a word between them, and is printed as it stands', () => {
    fc.assert(
      fc.property(mixedText, (text) => {
        const shown = goodsText(text)
        expect(shown.leftOut).toEqual(unprintableCharacters(text))
        expect(unprintableCharacters(shown.text)).toEqual([])
        expect(printableText(shown.text)).toBe(shown.text)
        expect(goodsText(shown.text).text).toBe(shown.text)
        fc.pre(shown.leftOut.length > 0 && !text.includes(MISSING_CHARACTER))
        expect(shown.text).not.toContain(MISSING_CHARACTER)
        expect(shown.text).not.toMatch(/…[^\p{L}\p{N}]*…/u)
        expect(shown.text).toMatch(/^$|[\p{L}\p{N}]/u)
      }),
      { numRuns: propertyRuns(1500) },
    )
  })

  test('keeps every letter and digit that can be printed, in order', () => {
    const letters = (text: string): string => (text.match(/[\p{L}\p{N}]/gu) ?? []).join('')
    fc.assert(
      fc.property(mixedText, (text) => {
        expect(letters(goodsText(text).text)).toBe(letters(printableText(text)))
      }),
      { numRuns: propertyRuns(1500) },
    )
  })
})
