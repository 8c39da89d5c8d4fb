import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { DocumentLayout } from '../../shared/documents/layout.ts'
import { findOverflows, findOverlaps } from '../../shared/documents/layout-geometry.ts'
import { layoutReceipt } from '../../shared/documents/receipt-layout.ts'
import { sampleExchange, sampleReturn, sampleTaxedSale } from '../../shared/documents/sample-documents.ts'
import { sampleSale } from '../../shared/documents/sample-sale.ts'
import { rupiah } from '../../shared/domain/money.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { PPN_RATES } from '../../shared/domain/tax.ts'
import { createPracticePrinter } from '../practice/printer/practice-printer.ts'
import { pngOf, readCodes } from './printed-codes.ts'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import { receiptPrinter } from '../../shared/domain/usual-printers.ts'
import { documentMeasure, renderDocument } from './render-document.ts'

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))
const PAPERS = [58, 80] as const
const QRIS =
  '00020101021226610014ID.CO.SHOPEE.WWW01189360091800000000000202080000000003UME51440014ID.CO.QRIS.WWW0215ID20200000000000303UME520454995303360540550000.005802ID5918TOKO SUMBER REJEKI6007BANDUNG61054011562070703A016304ABCD'

const layoutOf = (sale: Sale, qrisPayload: string | null = null, paperWidthMm: 58 | 80 = 80): DocumentLayout =>
  layoutReceipt(sale, { paperWidthMm, isCopy: false, qrisPayload }, documentMeasure)
const textsOf = (sale: Sale): readonly string[] =>
  layoutOf(sale).primitives.flatMap((primitive) => (primitive.type === 'text' ? [primitive.text] : []))
/** The texts from the first one to the last, both included. */
const between = (texts: readonly string[], first: string, last: string): readonly string[] =>
  texts.slice(texts.indexOf(first), texts.lastIndexOf(last) + 1)

describe('a receipt of a shop that charges PPN', () => {
  test('shows price, discounts, rounding, total, base, rate and tax, and marks what is outside the tax', () => {
    const texts = textsOf(sampleTaxedSale())
    expect(texts).toContain('NPWP 0123 4567 8901 2345')
    expect(between(texts, 'Kopi Bubuk Gayo Kemasan 250 g', 'Rp 42.100')).toEqual([
      'Kopi Bubuk Gayo Kemasan 250 g',
      '2 x Rp 38.500',
      'Rp 77.000',
      'Harga normal Rp 42.000',
      'Diskon 10%',
      '-Rp 7.700',
      '* Beras Pandan Wangi Curah',
      '1,25 kg x Rp 14.500',
      'Rp 18.125',
      'Sabun Mandi Batang 85 g',
      '6 x Rp 4.250',
      'Rp 25.500',
      'Subtotal',
      'Rp 112.925',
      'Diskon belanja',
      '-Rp 5.000',
      'Pembulatan',
      '-Rp 25',
      'TOTAL',
      'Rp 107.900',
      '9 barang (3 jenis)',
      'DPP nilai lain',
      'Rp 74.822',
      'PPN 12%',
      'Rp 8.979',
      '* Tidak kena PPN',
      'Rp 17.322',
      'Harga sudah termasuk PPN',
      'QRIS',
      'Rp 50.000',
      'belum dikonfirmasi',
      'Tunai',
      'Rp 100.000',
      'Kembali',
      'Rp 42.100',
    ])
  })

  test('adds a tax that is not in the prices before the total', () => {
    const texts = textsOf(sampleTaxedSale({ pricesIncludeTax: false }))
    expect(between(texts, 'Subtotal', 'TOTAL')).toEqual([
      'Subtotal',
      'Rp 112.925',
      'Diskon belanja',
      '-Rp 5.000',
      'PPN 12% x 11/12',
      'Rp 9.966',
      'Pembulatan',
      'Rp 9',
      'TOTAL',
    ])
    expect(texts).not.toContain('Harga sudah termasuk PPN')
    // Under the base, which is 11/12 of the price already, the rate stands by itself.
    expect(between(texts, 'DPP nilai lain', 'Tunai').slice(2, 4)).toEqual(['PPN 12%', 'Rp 9.966'])
  })

  test('names the plain base of a rate without a fraction', () => {
    const sale = sampleTaxedSale()
    const rate = PPN_RATES[1]
    if (sale.tax === null || rate === undefined) throw new Error('the sample is taxed')
    const texts = textsOf({ ...sale, tax: { ...sale.tax, rate } })
    expect(texts).toEqual(expect.arrayContaining(['DPP', 'PPN 11%']))
  })

  test('says so when nothing on it is taxed', () => {
    const tax = { rate: PPN_RATES[2] ?? PPN_RATES[0], base: rupiah(0), amount: rupiah(0) }
    if (tax.rate === undefined) throw new Error('there is a rate')
    const texts = textsOf(sampleSale({ tax: { ...tax, rate: tax.rate } }))
    expect(texts).toContain('Semua barang tidak kena PPN')
    expect(texts.some((text) => text.startsWith('DPP'))).toBe(false)
  })

  test.each(PAPERS)('keeps a long shop name whole on %i mm paper', (paperWidthMm) => {
    const name = 'Toko Grosir Serba Ada Sumber Rejeki Makmur Abadi Sentosa Jaya Bersama'
    const sale = sampleTaxedSale()
    const layout = layoutOf({ ...sale, shop: { ...sale.shop, name } }, null, paperWidthMm)
    const texts = layout.primitives.flatMap((primitive) => (primitive.type === 'text' ? [primitive.text] : []))
    expect(texts.join(' ')).toContain(name)
  })
})

test('a receipt of a shop that charges no tax says nothing of it', () => {
  const plain = sampleSale({ shop: { ...sampleSale().shop, npwp: '0123' } })
  expect(textsOf(plain).filter((text) => /NPWP|PPN|DPP/.test(text))).toEqual([])
})

describe('a receipt of what comes back', () => {
  test('is headed RETUR, names both numbers, every reason and what was paid back', () => {
    const texts = textsOf(sampleReturn())
    expect(texts).toEqual(
      expect.arrayContaining(['RETUR', 'K1-R261122-0001', 'K1-261121-0012', 'Alasan: Barang Rusak']),
    )
    expect(texts.indexOf('K1-261121-0012')).toBe(texts.indexOf('Nota asal') + 1)
    expect(between(texts, 'Kopi Bubuk Gayo Kemasan 250 g', 'Rp 41.200')).toEqual([
      'Kopi Bubuk Gayo Kemasan 250 g',
      '1 x Rp 38.500',
      '-Rp 38.500',
      'Diskon 10%',
      'Rp 3.850',
      'Alasan: Barang Rusak',
      'Sabun Mandi Batang 85 g',
      '2 x Rp 4.250',
      '-Rp 8.500',
      'Alasan: Berubah Pikiran',
      'Subtotal retur',
      '-Rp 43.150',
      'Bagian diskon',
      'Rp 1.911',
      'Pembulatan',
      'Rp 39',
      'TOTAL',
      '-Rp 41.200',
      '3 barang kembali',
      'DPP nilai lain',
      '-Rp 34.056',
      'PPN 12%',
      '-Rp 4.087',
      'Harga sudah termasuk PPN',
      'Dikembalikan tunai',
      'Rp 41.200',
    ])
    expect(texts).not.toContain('Kembali')
    expect(texts).not.toContain('Jenis')
  })

  test('of an exchange stands apart from what goes out, under its own number', () => {
    const texts = textsOf(sampleExchange())
    expect(texts).toContain('TUKAR BARANG')
    const sold = between(texts, 'Dibeli: K1-261122-0003', 'Subtotal')
    const returned = between(texts, 'Diretur: K1-R261122-0001', 'Bagian diskon')
    expect(sold).toEqual(expect.arrayContaining(['* Beras Pandan Wangi Curah', '3 x Rp 4.250']))
    expect(returned).toEqual(expect.arrayContaining(['1 x Rp 38.500', '-Rp 8.500', 'Subtotal retur']))
    expect(between(texts, 'Bagian diskon', 'Rp 7.800')).toEqual([
      'Bagian diskon',
      'Rp 1.911',
      'Jumlah retur',
      '-Rp 41.239',
      'Selisih',
      'Rp 7.761',
      'Pembulatan',
      'Rp 39',
      'SELISIH BAYAR',
      'Rp 7.800',
    ])
    expect(between(texts, '4 barang (2 jenis)', 'DPP nilai lain').slice(0, 2)).toEqual([
      '4 barang (2 jenis)',
      '3 barang kembali',
    ])
    expect(texts).not.toContain('TOTAL')
  })
})

describe('the QRIS code on a receipt', () => {
  const codes = (sale: Sale, payload: string | null, paper: 58 | 80 = 80): readonly string[] =>
    layoutOf(sale, payload, paper).primitives.flatMap((primitive) => (primitive.type === 'qr' ? [primitive.text] : []))

  test.each(PAPERS)('stands there while a QRIS payment is unconfirmed, on %i mm paper', (paperWidthMm) => {
    expect(codes(sampleTaxedSale(), QRIS, paperWidthMm)).toEqual([QRIS])
  })

  test('is left out without a payload, once confirmed, and where no QRIS was used', () => {
    const sale = sampleTaxedSale()
    const confirmed = { ...sale, tenders: sale.tenders.map((tender) => ({ ...tender, isConfirmed: true })) }
    expect([codes(sale, null), codes(confirmed, QRIS), codes(sampleSale(), QRIS)]).toEqual([[], [], []])
  })

  test('never keeps a receipt from printing when no symbol can hold it', () => {
    expect(codes(sampleTaxedSale(), '9'.repeat(2_000))).toEqual([])
  })
})

describe('receipts of all kinds', () => {
  test.each(PAPERS)('keep everything inside %i mm paper and apart', (paperWidthMm) => {
    for (const sale of [
      sampleTaxedSale(),
      sampleTaxedSale({ pricesIncludeTax: false }),
      sampleReturn(),
      sampleExchange(),
    ]) {
      const layout = layoutOf(sale, QRIS, paperWidthMm)
      expect([...findOverflows(layout, documentMeasure), ...findOverlaps(layout, documentMeasure)]).toEqual([])
    }
  })

  test.each([
    ['a sale', sampleTaxedSale()],
    ['a sale with tax on top', sampleTaxedSale({ pricesIncludeTax: false })],
    ['a return', sampleReturn()],
  ])('show rows that sum to the total of %s', (_, sale) => {
    const texts = textsOf(sale)
    const rows = texts.slice(
      texts.findIndex((text) => text.startsWith('Subtotal')),
      texts.indexOf('TOTAL'),
    )
    const amounts = rows.filter((text) => /^-?Rp [\d.]+$/.test(text))
    expect(amounts.reduce((sum, text) => sum + Number(text.replaceAll(/[^\d-]/g, '')), 0)).toBe(sale.total)
  })

  test.each([
    ['K1-R261122-0001', sampleReturn()],
    ['K1-261122-0003', sampleExchange()],
    ['K1-261121-0012', sampleTaxedSale()],
  ])('are read as %s by a decoder from outside the project, beside the QRIS code', async (number, sale) => {
    for (const paperWidthMm of PAPERS) {
      const media = { type: 'roll', paperWidthMm, cuts: true, opensDrawer: true } as const
      const machine = { ...receiptPrinter('receipt', 'Struk', { type: 'practice' }), media }
      const content = { type: 'sale', sale, qrisPayload: QRIS } as const
      const request = {
        content,
        document: 'receipt',
        isCopy: false,
        printer: machine,
        designs: DEFAULT_DESIGNS,
      } as const
      const bytes = await renderDocument(request, FONTS)
      if (!bytes.ok) throw new Error(bytes.error.detail)
      const printer = createPracticePrinter({ onPage: () => undefined, now: () => 0, mintId: () => 'page' })
      const { pages, problems } = await printer.print(machine, 'receipt', bytes.value)
      expect(problems).toEqual([])
      const codes = await readCodes(pngOf(pages[0]?.imageUrl ?? ''))
      const awaitsQris = sale.tenders.some((tender) => !tender.isConfirmed)
      expect(codes).toEqual([`CODE-128:${number}`, ...(awaitsQris ? [`QR-Code:${QRIS}`] : [])])
    }
  })
})
