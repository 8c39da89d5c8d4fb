import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDocumentMeasure } from './document-measure.ts'
import { isPrintedWhole, printableText, unprintableCharacters } from './printable-text.ts'
import { formatRegisterTime } from './register-time.ts'
import { ellipsize, fitText, wrapNumber, wrapText } from './text-fitting.ts'

const measure = createDocumentMeasure({ code128: () => [1], ean: () => [1], qr: () => ({ size: 1, cells: [1] }) })
const FACE = { sizeMm: 3, weight: 'regular' } as const

describe('printableText', () => {
  test('shows a box for each character that the font lacks', () => {
    expect(printableText('Kue 福 ไทย 🅱 ↔️ 🔟 2➕1')).toBe('Kue □ □□□ □ ↔ □ 2□1')
  })
  test('keeps Latin with accents, composes them, and drops what is invisible', () => {
    expect(printableText('Cafe\u0301 Nguyễn\u200b №1 “é” 👍🏽')).toBe('Café Nguyễn №1 “é”')
  })
  test.each([
    ['Rina 🌸', 'Rina'],
    ['🏠 No. 5🔥, Coblong (☎️)', 'No. 5, Coblong (☎)'],
    ['Kopi🔥Susu 🇮🇩', 'Kopi Susu'],
    ['😀', ''],
    ['Rina ♥ ★', 'Rina ♥ ★'],
  ])('leaves emoji that the font lacks out of %j', (text, printed) => {
    expect(printableText(text)).toBe(printed)
  })
  test('writes letters of other widths and styles plainly, but makes no raised or circled digit part of a number', () => {
    expect(printableText('Ｋｏｐｉ　２００㎏ 𝗣𝗥𝗢𝗠𝗢 𝟓𝟎%')).toBe('Kopi 200kg PROMO 50%')
    expect(unprintableCharacters('Ｋｏｐｉ　２００㎏ 𝗣𝗥𝗢𝗠𝗢')).toEqual([])
    expect(printableText('10⁵ 10①')).toBe('10⁵ 10□')
  })
  test.each([
    ['Arabic', 'سلام', '□□□□'],
    ['Arabic digits', '٣', '□'],
    ['Hebrew', 'שלום', '□□□□'],
    ['Thai', 'ไทย', '□□□'],
    ['a mark that no letter took up', 'x̂', 'x□'],
    ['a keycap', '1️⃣', '1□'],
    ['a private character', '\ue000', '□'],
    ['half a pair', '\ud83d!', '□!'],
  ])('shows %s as boxes, since it would come out wrong', (_, text, printed) => {
    expect(printableText(text)).toBe(printed)
    expect(unprintableCharacters(text).length).toBeGreaterThan(0)
  })
  test('names each character that is not printed once, in order', () => {
    expect(unprintableCharacters('Kue 福袋福 Ж é 😀')).toEqual(['福', '袋', '😀'])
    expect(unprintableCharacters('Cafe\u0301 Блок Ωμ №1\u200b\r\n')).toEqual([])
  })
  test.each([
    ['Kopi', true],
    ['Café №1', true],
    ['Kopi 🔴', false],
    ['福', false],
    ['\u200b', false],
    ['', false],
  ])('knows whether %j is printed whole', (text, isWhole) => {
    expect(isPrintedWhole(text)).toBe(isWhole)
  })
  test('puts control characters and line ends to single spaces', () => {
    expect(printableText('  a\tb\r\n\n c\u0000d ')).toBe('a b c d')
  })
})

describe('wrapText', () => {
  test('loses no character and no order when lines are not limited', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200, unit: 'grapheme' }),
        fc.integer({ min: 10, max: 80 }),
        (text, widthMm) => {
          const lines = wrapText(text, widthMm, FACE, Number.POSITIVE_INFINITY, measure)
          expect(lines.join('').replaceAll(' ', '')).toBe(printableText(text).replaceAll(' ', ''))
          for (const line of lines) expect(measure.textWidthMm(line, 3, 'regular')).toBeLessThanOrEqual(widthMm)
        },
      ),
      { numRuns: 500 },
    )
  })
  test('ends the last allowed line with an ellipsis when more would follow', () => {
    const lines = wrapText('satu dua tiga empat lima enam tujuh delapan', 20, FACE, 2, measure)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/…$/)
  })
  test('keeps a number and its unit on one line', () => {
    const widthMm = measure.textWidthMm('Beras Pulen 5', 3, 'regular') + 0.5
    expect(wrapText('Beras Pulen 5 kg', widthMm, FACE, 3, measure)).toEqual(['Beras Pulen', '5 kg'])
  })
  test('gives no line for an empty text', () => {
    expect(wrapText(' \n ', 20, FACE, 3, measure)).toEqual([])
  })
})

describe('fitText', () => {
  test('takes the largest size at which the text fits its lines', () => {
    expect(fitText('JNE', 30, 'bold', [6, 4], () => 1, measure).sizeMm).toBe(6)
    expect(fitText('SiCepat Ekspres', 30, 'bold', [6, 3], () => 1, measure)).toEqual({
      lines: ['SiCepat Ekspres'],
      sizeMm: 3,
    })
  })
  test('cuts with an ellipsis at the smallest size', () => {
    const { lines, sizeMm } = fitText('W'.repeat(100), 30, 'bold', [6, 3], () => 1, measure)
    expect(sizeMm).toBe(3)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^W+…$/)
  })
})

test('ellipsize leaves a text that fits as it is', () => {
  expect(ellipsize('Kopi', 30, FACE, measure)).toBe('Kopi')
  expect(ellipsize('Kopi susu gula aren', 12, FACE, measure)).toMatch(/…$/)
})

test('formatRegisterTime agrees with the platform’s calendar in every zone and year', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4_102_444_800_000 }),
      fc.constantFrom(420, 480, 540, 0, -150),
      (atMs, offset) => {
        const local = new Date(atMs + offset * 60_000)
        const zone =
          new Map([
            [420, ' WIB'],
            [480, ' WITA'],
            [540, ' WIT'],
          ]).get(offset) ?? ''
        const month = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'][
          local.getUTCMonth()
        ]
        const time = local.toISOString().slice(11, 16)
        expect(formatRegisterTime(atMs, offset)).toBe(
          `${String(local.getUTCDate())} ${String(month)} ${String(local.getUTCFullYear())} ${time}${zone}`,
        )
      },
    ),
  )
})

describe('wrapNumber', () => {
  const wrap = (number: string, maxLines = 2): readonly string[] =>
    wrapNumber('Ref.', number, 40, FACE, maxLines, measure)
  test('ends its lines after a stroke or hyphen where that takes no more of them', () => {
    expect(wrap('BCA/2026-11-21/TRF/0001234567')).toEqual(['Ref. BCA/2026-11-21/TRF/', '0001234567'])
    expect(wrap('SPXID-0412345678901234567')).toEqual(['Ref. SPXID-04123456789012', '34567'])
  })
  test('fills the first line to its end otherwise and keeps every character', () => {
    const number = 'BCA/2026-11-21/TRF/000123456789012345678'
    const [first, second, ...more] = wrap(number)
    expect(`${first ?? ''}${second ?? ''}`).toBe(`Ref. ${number}`)
    expect(first?.length).toBeGreaterThan(15)
    expect(more).toEqual([])
  })
  test('leaves one that fits in its line alone', () => {
    expect(wrap('  123456 ')).toEqual(['Ref. 123456'])
  })
  test('leaves out the beginning of one that is too long, never its end', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z /-]{30,120}[0-9]{6}$/), (number) => {
        const lines = wrap(number)
        expect(lines.length).toBeLessThanOrEqual(2)
        expect(lines.join('').replaceAll(' ', '')).toMatch(new RegExp(`${number.slice(-6)}$`))
        for (const line of lines) expect(measure.textWidthMm(line, FACE.sizeMm, FACE.weight)).toBeLessThanOrEqual(40)
      }),
    )
    expect(wrap(`${'9'.repeat(80)}123456`)[0]).toMatch(/^Ref\. …9+$/)
  })
})
