import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDocumentMeasure } from './document-measure.ts'
import { printableText } from './printable-text.ts'
import { ellipsize, fitTexts, wrapText } from './text-fitting.ts'

const measure = createDocumentMeasure({ code128: () => [1], ean: () => [1], qr: () => ({ size: 1, cells: [1] }) })
const FACE = { sizeMm: 3, weight: 'regular' } as const
const ADDRESS = { ...FACE, breaks: 'address' } as const
/** A line that holds this text and no more. */
const widthOf = (text: string): number => measure.textWidthMm(text, FACE.sizeMm, FACE.weight) + 0.1
const lines = (text: string, widthMm: number): readonly string[] =>
  wrapText(text, widthMm, ADDRESS, Number.POSITIVE_INFINITY, measure)

describe('an address', () => {
  test.each([
    ['Citarum, Kota Bandung', 'Citarum,', 'Kota Bandung'],
    ['Pangkalan Kab. Pelalawan', 'Pangkalan', 'Kab. Pelalawan'],
    ['Cisaranten (Kel. Kulon)', 'Cisaranten', '(Kel. Kulon)'],
    ['Kilometer tujuh Desa Baru', 'Kilometer tujuh', 'Desa Baru'],
    ['Perumahan Asri RT 012', 'Perumahan Asri', 'RT 012'],
    ['Perumahan RT 012/RW 034', 'Perumahan', 'RT 012/RW 034'],
    ['Perumahan RT 012 RW 034', 'Perumahan RT 012', 'RW 034'],
    ['Jl. Diponegoro No. 12-14', 'Jl. Diponegoro', 'No. 12-14'],
    ['Ruko Permata Blok AA-17', 'Ruko Permata', 'Blok AA-17'],
    ['Permata Indah Jl. Melati', 'Permata Indah', 'Jl. Melati'],
    ['seberang pasar Jalan Jenderal', 'seberang pasar', 'Jalan Jenderal'],
    ['Menara Sentosa Lt. 12', 'Menara Sentosa', 'Lt. 12'],
    ['Bandung, Jawa Barat 40115', 'Bandung, Jawa', 'Barat 40115'],
  ])('keeps together what is read together: %s', (text, first, second) => {
    // So wide that only the end of the second line does not fit the first.
    const widthMm = widthOf(text) - 0.3
    expect(lines(text, widthMm)).toEqual([first, second])
  })

  test.each(['Tidak ada No. rumah', 'seberang pasar Kota, jalan', 'masuk 45 40115'])(
    'breaks elsewhere at any space: %s',
    (text) => {
      const words = text.split(' ')
      expect(lines(text, widthOf(text) - 0.3)).toEqual([words.slice(0, -1).join(' '), words.at(-1)])
    },
  )

  test('breaks a pair at its space where the line cannot hold both', () => {
    expect(lines('Kota Tangerang', widthOf('Tangerang'))).toEqual(['Kota', 'Tangerang'])
    expect(lines('Kota Tangerang 15111', widthOf('Kota Tangerang'))).toEqual(['Kota Tangerang', '15111'])
  })

  test('never runs over its line and loses nothing', () => {
    const word = fc.oneof(
      fc.constantFrom('Kota', 'Kab.', 'RT', '012/RW', '034', 'No.', '12', 'Jl.', '40115', 'Blok', 'Lt.', 'Barat,'),
      fc.string({ minLength: 1, maxLength: 12 }),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.integer({ min: 8, max: 60 }), (words, widthMm) => {
        const text = words.join(' ')
        const broken = lines(text, widthMm)
        expect(broken.join('').replaceAll(' ', '')).toBe(printableText(text).replaceAll(' ', ''))
        for (const line of broken) expect(measure.textWidthMm(line, 3, 'regular')).toBeLessThanOrEqual(widthMm)
      }),
      { numRuns: 500 },
    )
  })
})

test('texts that are no address break at any space', () => {
  const text = 'Kopi Bubuk Asli Desa Wangi'
  expect(wrapText(text, widthOf(text) - 0.3, FACE, 3, measure)).toEqual(['Kopi Bubuk Asli Desa', 'Wangi'])
})

test('a number with a comma behind it and the word after it are no pair', () => {
  const text = 'nomor 12, gang'
  expect(wrapText(text, widthOf(text) - 0.3, FACE, 3, measure)).toEqual(['nomor 12,', 'gang'])
})

describe('what does not fit', () => {
  const cut = (text: string, kept: string): string => ellipsize(text, widthOf(`${kept}…`), FACE, measure)

  test('ends at a word where one ends in the last third of the line', () => {
    expect(cut('bungkus kado dua lapis dan kartu', 'bungkus kado dua la')).toBe('bungkus kado dua…')
    expect(cut('Sabun Mandi Cair, Melati', 'Sabun Mandi Cair, Me')).toBe('Sabun Mandi Cair…')
  })
  test('keeps the last word that fits whole', () => {
    expect(cut('bungkus kado dua lapis dan kartu', 'bungkus kado dua')).toBe('bungkus kado dua…')
  })
  test('is cut within a word that takes more than that, and where the line is short', () => {
    expect(cut('Kopi Antibakterialisasi', 'Kopi Antibakteria')).toBe('Kopi Antibakteria…')
    expect(cut('Teh Melati Wangi', 'Teh Mela')).toBe('Teh Mela…')
  })
})

test('texts that belong together take the largest size at which each of them fits', () => {
  const texts = ['Bandung', 'Daerah Istimewa Yogyakarta 55281']
  const fit = (maxLines: number) =>
    fitTexts(
      texts,
      widthOf(texts[1] ?? ''),
      { weight: 'regular', sizesMm: [5, 4, 3], maxLinesAt: () => maxLines },
      measure,
    )
  expect(fit(1)).toEqual({ lines: texts, sizeMm: 3 })
  expect(fit(2).sizeMm).toBe(5)
})
