import { describe, expect, test } from 'vitest'
import { documentMeasure } from '../../electron/printing/render-document.ts'
import { printerFontMeasure } from '../../electron/printing/text-receipt-measure.ts'
import { receiptRows } from '../../electron/printing/text-receipt-rows.ts'
import { DEFAULT_DESIGNS, type DocumentDesigns } from '../../shared/documents/document-design.ts'
import { layoutInvoice } from '../../shared/documents/invoice-layout.ts'
import type { DocumentLayout } from '../../shared/documents/layout.ts'
import { layoutReceipt } from '../../shared/documents/receipt-layout.ts'
import { sampleExchange, sampleReturn, sampleTaxedSale } from '../../shared/documents/sample-documents.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { PAPER_LANGUAGES } from './paper-documents.ts'

type Language = DocumentDesigns['language']
const PAPERS = [58, 80] as const

const textsOf = (layouts: readonly DocumentLayout[]): readonly string[] =>
  layouts.flatMap(({ primitives }) =>
    primitives.flatMap((primitive) => (primitive.type === 'text' ? [primitive.text] : [])),
  )

const onPicture = (sale: Sale, language: Language, paperWidthMm: 58 | 80): readonly string[] => {
  const options = { paperWidthMm, isCopy: false, designs: { ...DEFAULT_DESIGNS, language } }
  return textsOf([layoutReceipt(sale, options, documentMeasure)])
}

const inPrinterFonts = (sale: Sale, language: Language, paperWidthMm: 58 | 80): readonly string[] => {
  const options = { paperWidthMm, isCopy: false, designs: { ...DEFAULT_DESIGNS, language } }
  const layout = layoutReceipt(sale, options, printerFontMeasure(paperWidthMm, documentMeasure))
  const rows = receiptRows(layout, paperWidthMm) ?? []
  return rows.flatMap((each) => (each.type === 'text' ? [each.pieces.map(({ text }) => text).join(' ')] : []))
}

const onInvoice = (sale: Sale, language: Language): readonly string[] =>
  textsOf(layoutInvoice(sale, { ...DEFAULT_DESIGNS, language }, documentMeasure))

/** The sale as each document writes it. */
const everywhere = (sale: Sale, language: Language): readonly (readonly string[])[] => [
  ...PAPERS.flatMap((paper) => [onPicture(sale, language, paper), inPrinterFonts(sale, language, paper)]),
  onInvoice(sale, language),
]

const REASONS = {
  id: ['Alasan: Barang Rusak', 'Alasan: Berubah Pikiran'],
  en: ['Reason: Damaged goods', 'Reason: Change of mind'],
} as const

describe.each(PAPER_LANGUAGES)('documents in the language %s', (language) => {
  test.each([
    ['return', sampleReturn()],
    ['exchange', sampleExchange()],
  ])('give the reasons of a %s in that language', (_, sale) => {
    for (const texts of everywhere(sale, language))
      expect(texts).toEqual(expect.arrayContaining([...REASONS[language]]))
  })

  test('leave a reason that was written by hand as it is', () => {
    const sale = sampleReturn()
    const lines = sale.lines.map((line) => ({
      ...line,
      returned: line.returned === null ? null : { ...line.returned, reason: 'barang rusak, dus penyok' },
    }))
    const word = { id: 'Alasan', en: 'Reason' }[language]
    for (const texts of everywhere({ ...sale, lines }, language)) {
      expect(texts.join(' ')).toContain(`${word}: barang rusak, dus penyok`)
    }
  })

  test('print the whole number of a transfer, over two lines where it takes them', () => {
    const reference = 'BCA/2026-11-21/TRF/000123456789012345'
    const sale = sampleTaxedSale()
    const tenders = sale.tenders.map((tender) => ({ ...tender, method: 'transfer' as const, reference }))
    for (const texts of everywhere({ ...sale, tenders }, language)) {
      const first = texts.findIndex((text) => text.startsWith('Ref. '))
      expect(texts.slice(first, first + 2).join('')).toContain(`Ref. ${reference}`)
    }
  })
})
