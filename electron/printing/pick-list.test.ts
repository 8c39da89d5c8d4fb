import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import { createDocumentMeasure } from '../../shared/documents/document-measure.ts'
import { findOverflows, findOverlaps } from '../../shared/documents/layout-geometry.ts'
import type { DocumentLayout } from '../../shared/documents/layout.ts'
import { layoutPickList } from '../../shared/documents/pick-list-layout.ts'
import { sampleExchange, sampleTaxedSale } from '../../shared/documents/sample-documents.ts'
import { longSampleSale, SAMPLE_DELIVERY, sampleLine, sampleSale } from '../../shared/documents/sample-sale.ts'
import { propertyRuns, propertyTimeoutMs } from '../../shared/domain/testing/property-runs.ts'
import { soldLines } from '../../shared/domain/sale-sums.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { bwipSymbols } from './bwip-symbols.ts'
import { pictureToPng } from './mono-png.ts'
import { readCodes } from './printed-codes.ts'
import { rasterizeLayout } from './rasterize-layout.ts'
import { wildSale } from './wild-sale.ts'

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))
const measure = createDocumentMeasure(bwipSymbols)

const draw = (sale: Sale, paperWidthMm: 58 | 80 = 80, language: 'id' | 'en' = 'id', isCopy = false): DocumentLayout =>
  layoutPickList(sale, { paperWidthMm, isCopy, designs: { ...DEFAULT_DESIGNS, language } }, measure)
const textsOf = (layout: DocumentLayout): readonly string[] =>
  layout.primitives.flatMap((primitive) => (primitive.type === 'text' ? [primitive.text] : []))

describe('a pick list', () => {
  test('stays on its paper without text on text, whatever the sale says', { timeout: propertyTimeoutMs() }, () => {
    fc.assert(
      fc.property(wildSale('any'), fc.constantFrom(58 as const, 80 as const), (sale, paper) => {
        if (soldLines(sale).length === 0) return
        const layout = draw(sale, paper)
        expect(findOverflows(layout, measure)).toEqual([])
        expect(findOverlaps(layout, measure)).toEqual([])
      }),
      { numRuns: propertyRuns(200) },
    )
  })

  test('names no price, and has a box to tick for each line', () => {
    for (const sale of [sampleSale(), sampleTaxedSale(), longSampleSale()]) {
      const layout = draw(sale)
      expect(textsOf(layout).join(' ')).not.toContain('Rp')
      expect(layout.primitives.filter(({ type }) => type === 'box')).toHaveLength(sale.lines.length)
      for (const { sku } of sale.lines) expect(textsOf(layout).join(' ')).toContain(sku)
    }
  })

  test('sets quantities larger than names', () => {
    const sizeOf = (text: string) =>
      draw(sampleSale()).primitives.flatMap((each) => (each.type === 'text' && each.text === text ? [each.sizeMm] : []))
    expect(sizeOf('6')[0]).toBeGreaterThan((sizeOf('SUI Botol 600 mL')[0] ?? 0) * 1.4)
    expect(textsOf(draw(sampleTaxedSale()))).toContain('1,25 kg')
  })

  test('leaves out what comes back', () => {
    const texts = textsOf(draw(sampleExchange()))
    expect(texts.join(' ')).not.toContain('KOPI-0001')
    expect(texts).toEqual(expect.arrayContaining(['SABU-0001', 'CURA-0001']))
  })

  test.each([58, 80] as const)('gives the SKU whole, whatever of the name can be printed, on %i mm', (paper) => {
    const sku = (end: string): string => `SABUN-ANTIBAKTERI-REFILL-${'0123456789-'.repeat(6)}${end}`
    const bundle = { ...sampleLine(sku('PAKET'), '福袋', 3, 10_000), components: [{ sku: sku('ISI'), quantity: 2 }] }
    const lines = [sampleLine(sku('A'), '旺旺', 1, 5_000), sampleLine(sku('B'), '旺旺', 1, 5_000), bundle]
    const printed = textsOf(draw(sampleSale({ lines }), paper))
      .join('')
      .replaceAll(' ', '')
    for (const end of ['A', 'B', 'PAKET', 'ISI']) expect(printed).toContain(sku(end))
  })

  test('lists the parts of a bundle as often as they are needed', () => {
    const bundle = { ...sampleLine('PAKET-1', 'Paket Hemat', 3, 10_000), components: [{ sku: 'TEH-1', quantity: 2 }] }
    expect(textsOf(draw(sampleSale({ lines: [bundle] })))).toContain('Isi: 6 x TEH-1')
  })

  test('says where a delivery goes, what was noted, and that it is a copy, in both languages', () => {
    const sale = sampleSale({ kind: 'delivery', delivery: SAMPLE_DELIVERY, note: 'Bungkus kado' })
    const [indonesian, english] = [textsOf(draw(sale, 80, 'id', true)), textsOf(draw(sale, 80, 'en', true))]
    expect(indonesian).toEqual(expect.arrayContaining(['DAFTAR AMBIL BARANG', 'SALINAN', 'Rina Kusumawati']))
    expect(indonesian.join(' ')).toContain('Catatan: Bungkus kado')
    expect(english).toEqual(expect.arrayContaining(['PICK LIST', 'Deliver to', 'Note: Bungkus kado']))
  })

  test.each([58, 80] as const)('shortens neither who it is for nor what is taken on a roll of %i mm', (paper) => {
    const long = longSampleSale()
    const words = textsOf(draw(long, paper)).join(' ')
    for (const text of [long.delivery?.phone, long.delivery?.awb, 'Wiradikusumah, S.E., M.M.']) {
      expect(words).toContain(text)
    }
    long.lines.forEach((_, index) => expect(words).toContain(`Akhir Tahun □□ ${String(index)} SABUN-`))
  })

  test.each([58, 80] as const)('has the number as a barcode that zbar reads, on %i mm', async (paper) => {
    const png = (sale: Sale) => pictureToPng(rasterizeLayout(draw(sale, paper), { dpi: 203, dotsPerMm: null }, FONTS))
    expect(await readCodes(png(sampleSale()))).toEqual(['CODE-128:K1-261121-0007'])
    const [code = ''] = await readCodes(png(longSampleSale()))
    expect(code.endsWith(':KASIR9-261121-123456')).toBe(true)
  })
})
