import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  DEFAULT_DESIGNS,
  RECEIPT_PARTS,
  type DocumentDesigns,
  type TextSize,
} from '../../shared/documents/document-design.ts'
import type { DocumentLayout } from '../../shared/documents/layout.ts'
import { findOverflows, findOverlaps } from '../../shared/documents/layout-geometry.ts'
import { layoutReceipt } from '../../shared/documents/receipt-layout.ts'
import { sampleExchange, sampleReturn, sampleTaxedSale } from '../../shared/documents/sample-documents.ts'
import { SAMPLE_DELIVERY, sampleLine, sampleSale } from '../../shared/documents/sample-sale.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { propertyRuns, propertyTimeoutMs } from '../../shared/domain/testing/property-runs.ts'
import { documentMeasure as measure } from './render-document.ts'
import { wildDesigns, wildSale } from './wild-sale.ts'

const LOGO = { widthPx: 40, heightPx: 20, greyBase64: Buffer.alloc(800).toString('base64') }
type Parts = DocumentDesigns['receipt']['parts']

const designed = (changes: { readonly parts?: Parts; readonly note?: string; readonly language?: 'id' | 'en' }) => ({
  ...DEFAULT_DESIGNS,
  language: changes.language ?? 'id',
  logo: LOGO,
  receipt: { parts: changes.parts ?? DEFAULT_DESIGNS.receipt.parts, note: changes.note ?? '' },
})
const receiptOf = (sale: Sale, designs: DocumentDesigns, paperWidthMm: 58 | 80 = 80): DocumentLayout =>
  layoutReceipt(sale, { paperWidthMm, isCopy: false, designs }, measure)
const textsOf = (layout: DocumentLayout): readonly string[] =>
  layout.primitives.flatMap((primitive) => (primitive.type === 'text' ? [primitive.text] : []))
const partsOf = (names: readonly Parts[number]['part'][], size: TextSize = 'normal'): Parts =>
  RECEIPT_PARTS.map((part) => ({ part, isShown: names.includes(part), size }))

describe('the design of a receipt', () => {
  test('as it is at first leaves the receipt as it always was, with logo and note where the shop has them', () => {
    const plain = layoutReceipt(sampleSale(), { paperWidthMm: 80, isCopy: false }, measure)
    expect(receiptOf(sampleSale(), DEFAULT_DESIGNS)).toEqual(plain)
    const layout = receiptOf(sampleSale(), designed({ note: 'Tukar 7 hari\ndengan struk' }))
    expect(layout.primitives[0]).toMatchObject({ type: 'image', image: LOGO, widthMm: 26, heightMm: 13 })
    expect(textsOf(layout)).toEqual(expect.arrayContaining(['Tukar 7 hari', 'dengan struk']))
  })

  test('leaves out what is taken off, but never what a receipt must have', () => {
    const texts = textsOf(receiptOf({ ...sampleSale(), delivery: SAMPLE_DELIVERY }, designed({ parts: partsOf([]) })))
    expect(texts).toEqual(
      expect.arrayContaining(['Toko Sumber Rejeki', 'K1-261121-0007', 'TOTAL', 'Tunai', 'Beng-beng']),
    )
    expect(texts.filter((text) => /Terima kasih|Dikirim kepada/.test(text))).toEqual([])
    const layout = receiptOf(sampleSale(), designed({ parts: partsOf([]) }))
    expect(layout.primitives.filter(({ type }) => type === 'barcode' || type === 'image')).toEqual([])
  })

  test('decides the order', () => {
    const parts: Parts = DEFAULT_DESIGNS.receipt.parts.toReversed()
    const texts = textsOf(receiptOf(sampleSale(), designed({ parts })))
    const places = [
      'Terima kasih atas kunjungan Anda',
      'Tunai',
      'TOTAL',
      'Beng-beng',
      'Tanggal',
      'Toko Sumber Rejeki',
    ].map((text) => texts.indexOf(text))
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(places).not.toContain(-1)
  })

  test('decides the size of each part', () => {
    const sizeOfName = (size: TextSize): number => {
      const parts = DEFAULT_DESIGNS.receipt.parts.map((each) => (each.part === 'lines' ? { ...each, size } : each))
      const name = receiptOf(sampleSale(), designed({ parts })).primitives.find(
        (primitive) => primitive.type === 'text' && primitive.text === 'Beng-beng',
      )
      return name?.type === 'text' ? name.sizeMm : 0
    }
    expect(sizeOfName('small')).toBeLessThan(sizeOfName('normal'))
    expect(sizeOfName('normal')).toBeLessThan(sizeOfName('large'))
  })

  test('puts RETUR and SALINAN above everything but the shop', () => {
    const parts: Parts = DEFAULT_DESIGNS.receipt.parts.toReversed()
    const layout = layoutReceipt(
      sampleReturn(),
      { paperWidthMm: 80, isCopy: true, designs: designed({ parts }) },
      measure,
    )
    expect(textsOf(layout).slice(0, 2)).toEqual(['RETUR', 'SALINAN'])
    const usual = layoutReceipt(sampleReturn(), { paperWidthMm: 80, isCopy: true }, measure)
    expect(textsOf(usual).slice(0, 7)).toEqual(expect.arrayContaining(['Toko Sumber Rejeki', 'RETUR', 'SALINAN']))
  })
})

test.each([
  ['a sale', sampleTaxedSale()],
  ['a return', sampleReturn()],
  ['an exchange', sampleExchange()],
])('the English receipt of %s has the same amounts and no Indonesian word of ours', (_, sale) => {
  const english = textsOf(receiptOf(sale, designed({ language: 'en' })))
  const amounts = (texts: readonly string[]): readonly string[] => texts.filter((text) => /^-?Rp [\d.]+$/.test(text))
  expect(amounts(english)).toEqual(amounts(textsOf(receiptOf(sale, designed({})))))
  const ours =
    /Tanggal|Kasir|Jenis|Diskon|Selisih|SELISIH|Jumlah|Pembulatan|barang|Tunai|Kembali|Dibeli|Dikembalikan|Alasan:|Harga|Terima kasih/
  expect(english.filter((text) => ours.test(text))).toEqual([])
})

test('a receipt shows the SKU of goods whose name it cannot print, and is never refused', () => {
  const sale = sampleSale({ lines: [sampleLine('TEH-0007', '福袋', 1, 500), sampleLine('KOPI-1', 'Kopi', 1, 500)] })
  const texts = textsOf(receiptOf(sale, DEFAULT_DESIGNS))
  expect(texts).toEqual(expect.arrayContaining(['□□', 'TEH-0007']))
  expect(texts).not.toContain('KOPI-1')
})

test('a receipt of no lines and of 200 lines is drawn', () => {
  const lines = Array.from({ length: 200 }, (_, index) =>
    sampleLine(`S-${String(index)}`, `Barang ${String(index)}`, 1, 500),
  )
  for (const each of [[], lines]) {
    const layout = receiptOf({ ...sampleSale(), lines: each }, DEFAULT_DESIGNS, 58)
    expect(findOverflows(layout, measure)).toEqual([])
    expect(textsOf(layout).filter((text) => text.startsWith('Barang '))).toHaveLength(each.length)
  }
})

test.each([58, 80] as const)(
  'a receipt of any design keeps everything inside %i mm paper and apart',
  (paperWidthMm) => {
    fc.assert(
      fc.property(wildSale('any'), wildDesigns, fc.boolean(), (sale, designs, isCopy) => {
        const layout = layoutReceipt(sale, { paperWidthMm, isCopy, designs, qrisPayload: 'QRIS' }, measure)
        expect(findOverflows(layout, measure)).toEqual([])
        expect(findOverlaps(layout, measure)).toEqual([])
        expect(textsOf(layout).some((text) => /^(?:TOTAL|SELISIH|DIFFERENCE)/.test(text))).toBe(true)
        expect(textsOf(layout).some((text) => text.includes('SALINAN'))).toBe(isCopy)
      }),
      { numRuns: propertyRuns(120) },
    )
  },
  propertyTimeoutMs(),
)
