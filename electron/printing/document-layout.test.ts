import { bwipSymbols } from './bwip-symbols.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDocumentMeasure } from '../../shared/documents/document-measure.ts'
import type { DocumentLayout } from '../../shared/documents/layout.ts'
import { findOverflows, findOverlaps } from '../../shared/documents/layout-geometry.ts'
import { layoutReceipt } from '../../shared/documents/receipt-layout.ts'
import { longSampleSale, SAMPLE_DELIVERY, sampleLine, sampleSale } from '../../shared/documents/sample-sale.ts'
import { wildSale } from './wild-sale.ts'
import { rupiah } from '../../shared/domain/money.ts'

const measure = createDocumentMeasure(bwipSymbols)
const PAPERS = [58, 80] as const
const textsOf = (layout: DocumentLayout): readonly string[] =>
  layout.primitives.flatMap((primitive) => (primitive.type === 'text' ? [primitive.text] : []))
const codesOf = (layout: DocumentLayout): readonly string[] =>
  layout.primitives.flatMap((primitive) =>
    primitive.type === 'barcode' || primitive.type === 'qr' ? [`${primitive.type}:${primitive.text}`] : [],
  )
const delivered = sampleSale({ kind: 'delivery', delivery: SAMPLE_DELIVERY })

describe('receipt', () => {
  test('holds shop, number, time, cashier, lines, total, tenders, change and thanks', () => {
    const texts = textsOf(layoutReceipt(sampleSale(), { paperWidthMm: 80, isCopy: false }, measure))
    expect(texts).toEqual([
      'Toko Sumber Rejeki',
      'Jl. Diponegoro No. 12, Citarum',
      'Kota Bandung, Jawa Barat 40115',
      'Telp 022-4201188',
      'No.',
      'K1-261121-0007',
      'Tanggal',
      '21 Nov 2026 21:05 WIB',
      'Kasir',
      'Sari',
      'Jenis',
      'Bawa pulang',
      'SUI Botol 600 mL',
      '6 x Rp 2.000',
      'Rp 12.000',
      'Beng-beng',
      '2 x Rp 1.800',
      'Rp 3.600',
      'Harga normal Rp 2.000',
      'Beras Ramos Setra Pulen Kemasan 5 kg',
      '1 x Rp 68.500',
      'Rp 68.500',
      'TOTAL',
      'Rp 84.100',
      '9 barang (3 jenis)',
      'Tunai',
      'Rp 100.000',
      'Kembali',
      'Rp 15.900',
      'Terima kasih atas kunjungan Anda',
      'K1-261121-0007',
    ])
  })

  test('marks copies, and only copies, as SALINAN', () => {
    const printed = (isCopy: boolean) => textsOf(layoutReceipt(sampleSale(), { paperWidthMm: 58, isCopy }, measure))
    expect(printed(true)).toContain('SALINAN')
    expect(printed(false)).not.toContain('SALINAN')
  })

  test('names recipient, town, courier and AWB of a delivery, and the note', () => {
    const sale = { ...delivered, note: 'Bungkus kado' }
    const texts = textsOf(layoutReceipt(sale, { paperWidthMm: 80, isCopy: false }, measure))
    expect(texts).toEqual(
      expect.arrayContaining([
        'Rina Kusumawati',
        'Coblong, Kota Bandung 40131',
        'JNE REG, resi JP8812345678',
        'Catatan: Bungkus kado',
      ]),
    )
  })

  test.each(PAPERS)('carries the sale number as Code 128 on %i mm paper', (paperWidthMm) => {
    expect(codesOf(layoutReceipt(sampleSale(), { paperWidthMm, isCopy: false }, measure))).toEqual([
      'barcode:K1-261121-0007',
    ])
  })

  test('carries a number too long for narrow paper as QR', () => {
    const layout = layoutReceipt(longSampleSale(), { paperWidthMm: 58, isCopy: false }, measure)
    expect(codesOf(layout)).toEqual(['qr:KASIR9-261121-123456'])
  })

  test('never cuts an amount, however large', () => {
    const line = sampleLine('A', 'Emas', 1, 999_999_999_999)
    for (const paperWidthMm of PAPERS) {
      const sale = sampleSale({ lines: [line], tenders: [], change: rupiah(0) })
      const texts = textsOf(layoutReceipt(sale, { paperWidthMm, isCopy: false }, measure))
      expect(texts.filter((text) => text === 'Rp 999.999.999.999')).toHaveLength(2)
    }
  })

  test.each(PAPERS)('keeps everything inside %i mm paper and apart, whatever the data', (paperWidthMm) => {
    fc.assert(
      fc.property(wildSale('any'), fc.boolean(), (sale, isCopy) => {
        const layout = layoutReceipt(sale, { paperWidthMm, isCopy }, measure)
        expect(findOverflows(layout, measure)).toEqual([])
        expect(findOverlaps(layout, measure)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
