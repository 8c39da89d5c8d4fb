import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_DESIGNS, type DocumentDesigns } from '../../shared/documents/document-design.ts'
import { createDocumentMeasure } from '../../shared/documents/document-measure.ts'
import { layoutInvoice } from '../../shared/documents/invoice-layout.ts'
import { findOverflows, findOverlaps } from '../../shared/documents/layout-geometry.ts'
import type { DocumentLayout, TextPrimitive } from '../../shared/documents/layout.ts'
import { sampleExchange, sampleReturn, sampleTaxedSale } from '../../shared/documents/sample-documents.ts'
import { longSampleSale, SAMPLE_DELIVERY, sampleLine, sampleSale } from '../../shared/documents/sample-sale.ts'
import { formatRupiah, parseRupiah } from '../../shared/domain/money.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { propertyRuns, propertyTimeoutMs } from '../../shared/domain/testing/property-runs.ts'
import { randomSale } from '../../shared/domain/testing/random-basket.ts'
import { bwipSymbols } from './bwip-symbols.ts'
import { wildSale } from './wild-sale.ts'

const measure = createDocumentMeasure(bwipSymbols)
const draw = (sale: Sale, changes: Partial<DocumentDesigns> = {}): readonly DocumentLayout[] =>
  layoutInvoice(sale, { ...DEFAULT_DESIGNS, ...changes }, measure)
const wordsOf = (page: DocumentLayout): readonly TextPrimitive[] =>
  page.primitives.flatMap((primitive) => (primitive.type === 'text' ? [primitive] : []))
const textsOf = (pages: readonly DocumentLayout[]): readonly string[] =>
  pages.flatMap((page) => wordsOf(page).map(({ text }) => text))

const RIGHT_EDGE_MM = 194
const amountsOf = (pages: readonly DocumentLayout[]): readonly string[] =>
  pages.flatMap((page) =>
    wordsOf(page).flatMap(({ text, align, xMm }) =>
      align === 'right' && Math.abs(xMm - RIGHT_EDGE_MM) < 0.01 && /\d$/.test(text) && !text.includes('/')
        ? [text]
        : [],
    ),
  )
const numberOf = (text: string): number => {
  const amount = parseRupiah(text)
  if (amount === null) throw new Error(`Not an amount: ${text}`)
  return amount
}
const sumOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + numberOf(text), 0)

describe('an invoice', () => {
  test('adds up to the total of the sale', { timeout: propertyTimeoutMs() }, () => {
    fc.assert(
      fc.property(randomSale(), (random) => {
        const sale = { ...random, number: 'K1-261121-0007', returnNumber: null }
        const pages = draw(sale)
        const lines = amountsOf(pages).filter((text) => !text.includes('Rp'))
        const sums = amountsOf(pages).filter((text) => text.includes('Rp'))
        const count = stepsBeforeTotal(pages)
        expect(lines).toHaveLength(sale.lines.length)
        expect(sumOf(lines)).toBe(sumOf(sums.slice(0, 1)))
        expect(sumOf(sums.slice(0, count))).toBe(sale.total)
        expect(sums[count]).toBe(formatRupiah(sale.total))
      }),
      { numRuns: propertyRuns(150) },
    )
  })

  test.each([
    ['a sale', sampleTaxedSale()],
    ['a sale with tax on top', sampleTaxedSale({ pricesIncludeTax: false })],
    ['a return', sampleReturn()],
    ['an exchange', sampleExchange()],
  ])('of %s shows the way from its lines to its total', (_, sale) => {
    const pages = draw(sale)
    const sums = amountsOf(pages).filter((text) => text.includes('Rp'))
    const count = stepsBeforeTotal(pages)
    expect(sumOf(sums.slice(0, count))).toBe(sale.total)
    expect(sums[count]).toBe(formatRupiah(sale.total))
  })

  test('stays on its pages without text on text, whatever the sale says', { timeout: propertyTimeoutMs() }, () => {
    fc.assert(
      fc.property(wildSale('any'), fc.constantFrom('id' as const, 'en' as const), (sale, language) => {
        for (const page of draw(sale, { language })) {
          expect(page).toMatchObject({ widthMm: 210, heightMm: 297 })
          expect(findOverflows(page, measure)).toEqual([])
          expect(findOverlaps(page, measure)).toEqual([])
        }
      }),
      { numRuns: propertyRuns(100) },
    )
  })

  test('repeats number and table head on every page that has lines, and numbers the pages', () => {
    const lines = Array.from({ length: 70 }, (_, index) =>
      sampleLine(`SKU-${String(index)}`, `Barang ${String(index)}`, 1, 1_000),
    )
    const pages = draw(sampleSale({ lines }))
    expect(pages.length).toBeGreaterThan(2)
    pages.forEach((page, index) => {
      const texts = textsOf([page])
      expect(texts).toContain(`Halaman ${String(index + 1)}/${String(pages.length)}`)
      expect(texts.includes('Total (Rp)')).toBe(texts.some((text) => text.startsWith('SKU-')))
      expect(texts.includes('FAKTUR PENJUALAN K1-261121-0007')).toBe(index > 0)
    })
    const skus = textsOf(pages).filter((text) => text.startsWith('SKU-'))
    expect(skus).toEqual(lines.map(({ sku }) => sku))
  })

  test('names the seller with tax number where tax is charged, the buyer, and says that it is no tax invoice', () => {
    const sale = { ...sampleTaxedSale(), delivery: SAMPLE_DELIVERY }
    const texts = textsOf(draw(sale))
    expect(texts).toEqual(
      expect.arrayContaining(['FAKTUR PENJUALAN', 'Toko Sumber Rejeki', 'NPWP 0123 4567 8901 2345', 'Rina Kusumawati']),
    )
    expect(texts.some((text) => text.startsWith('Bukan faktur pajak.'))).toBe(true)
    expect(textsOf(draw(sale, { language: 'en' }))).toEqual(expect.arrayContaining(['SALES INVOICE', 'Received by']))
    const untaxed = sampleSale({ shop: sale.shop })
    expect(textsOf(draw(untaxed)).join(' ')).not.toContain('NPWP')
  })

  test('follows its design: parts off, in another order, and the shop’s note', () => {
    const parts = DEFAULT_DESIGNS.invoice.parts
      .map((each) => (each.part === 'signature' || each.part === 'payments' ? { ...each, isShown: false } : each))
      .toReversed()
    const texts = textsOf(draw(sampleSale(), { invoice: { parts, note: 'BCA 123-456\nTerima kasih' } }))
    expect(texts).toEqual(expect.arrayContaining(['BCA 123-456', 'Terima kasih']))
    expect(texts).not.toContain('Penerima')
    expect(texts).not.toContain('Pembayaran')
    expect(texts.indexOf('TOTAL')).toBeLessThan(texts.indexOf('Barang'))
  })

  test('keeps every figure whole, however large', () => {
    const texts = textsOf(draw(longSampleSale()))
    for (const text of texts.filter((each) => /\d/.test(each) && /^[-\d.Rp ]+$/.test(each))) {
      expect(text).not.toContain('…')
    }
    expect(texts).toContain(formatRupiah(longSampleSale().total))
  })
})

/** How many amounts of the right column stand above the total. */
const stepsBeforeTotal = (pages: readonly DocumentLayout[]): number => {
  for (const page of pages) {
    const words = wordsOf(page)
    const total = words.find(({ text }) => /^(?:TOTAL|SELISIH (?:BAYAR|KEMBALI))$/u.test(text))
    if (total === undefined) continue
    const isAbove = ({ text, align, xMm, baselineMm }: TextPrimitive) =>
      align === 'right' && Math.abs(xMm - RIGHT_EDGE_MM) < 0.01 && text.includes('Rp ') && baselineMm < total.baselineMm
    return words.filter(isAbove).length
  }
  throw new Error('no total')
}
