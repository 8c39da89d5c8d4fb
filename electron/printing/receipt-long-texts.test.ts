import { describe, expect, test } from 'vitest'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import type { TextPrimitive } from '../../shared/documents/layout.ts'
import { layoutPickList } from '../../shared/documents/pick-list-layout.ts'
import { receiptFaces } from '../../shared/documents/receipt-faces.ts'
import { layoutReceipt } from '../../shared/documents/receipt-layout.ts'
import { sampleExchange } from '../../shared/documents/sample-documents.ts'
import { longSampleSale, sampleLine, sampleSale } from '../../shared/documents/sample-sale.ts'
import { rupiah } from '../../shared/domain/money.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { documentMeasure } from './render-document.ts'

const PAPERS = [58, 80] as const

const textsOf = (sale: Sale, paperWidthMm: 58 | 80): readonly TextPrimitive[] =>
  layoutReceipt(sale, { paperWidthMm, isCopy: false }, documentMeasure).primitives.flatMap((primitive) =>
    primitive.type === 'text' ? [primitive] : [],
  )
const wordsOf = (sale: Sale, paperWidthMm: 58 | 80): readonly string[] =>
  textsOf(sale, paperWidthMm).map(({ text }) => text)

describe.each(PAPERS)('long texts on %i mm paper', (paper) => {
  test('goods keep the end of their names, which often tells how many are in a box', () => {
    const name =
      'Sabun Mandi Cair Antibakteri Kemasan Isi Ulang Ekonomis Wangi Bunga Melati dan Sereh 450 mL x 12 pcs Karton'
    const words = wordsOf(sampleSale({ lines: [sampleLine('SABU-0450', name, 1, 500)] }), paper)
    expect(words.join(' ')).toContain(name)
    expect(words).not.toContain('SABU-0450')
  })

  test('goods are known by their SKU where even many lines do not hold the name', () => {
    const name = 'Sabun Mandi Cair '.repeat(40).trim()
    const words = wordsOf(sampleSale({ lines: [sampleLine('SABU-0450', name, 1, 500)] }), paper)
    expect(words.some((text) => text.endsWith('…'))).toBe(true)
    expect(words).toContain('SABU-0450')
  })

  test('the cashier’s name stands whole', () => {
    const { cashier } = longSampleSale()
    expect(wordsOf(longSampleSale(), paper).join(' ')).toContain(cashier)
    const options = { paperWidthMm: paper, isCopy: false, designs: DEFAULT_DESIGNS }
    const { primitives } = layoutPickList(longSampleSale(), options, documentMeasure)
    const picked = primitives.flatMap((primitive) => (primitive.type === 'text' ? [primitive.text] : []))
    expect(picked.join(' ')).toContain(cashier)
  })

  test('telephone numbers are not torn', () => {
    const words = wordsOf(longSampleSale(), paper)
    for (const number of longSampleSale().shop.phone.split(' / ')) {
      expect(words.some((text) => text.includes(number))).toBe(true)
    }
  })

  test.each([
    ['an ordinary sale', sampleSale()],
    ['millions', { ...sampleSale(), total: rupiah(12_345_600) }],
    ['thousands of millions', longSampleSale()],
    ['an exchange', sampleExchange()],
  ])('the total of %s is clearly larger than what stands around it', (_, sale) => {
    const texts = textsOf(sale, paper)
    const at = texts.findIndex(({ text }) => /^(?:TOTAL|SELISIH.*)$/.test(text))
    const sizes = texts.slice(at, at + 2).map(({ sizeMm }) => sizeMm)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(4)
    expect(Math.min(...sizes)).toBeGreaterThan(receiptFaces(paper, 'normal').body.sizeMm * 1.4)
  })
})
