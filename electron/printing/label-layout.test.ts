import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import { layoutShippingLabel, type LabelOptions } from '../../shared/documents/label-layout.ts'
import { LABEL_SIZES } from '../../shared/documents/label-size.ts'
import type { DocumentLayout } from '../../shared/documents/layout.ts'
import { longSampleSale, SAMPLE_DELIVERY, sampleLine, sampleSale } from '../../shared/documents/sample-sale.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { pictureToPng } from './mono-png.ts'
import { readCodes } from './printed-codes.ts'
import { rasterizeLayout } from './rasterize-layout.ts'
import { documentMeasure } from './render-document.ts'

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))
const SIZES = LABEL_SIZES.map(({ widthMm, heightMm }) => ({ widthMm, heightMm }))
const delivered = sampleSale({ kind: 'delivery', delivery: SAMPLE_DELIVERY })
const long = longSampleSale()
/** The longest texts, of letters that every label can carry. */
const longSale: Sale = {
  ...long,
  delivery: { ...SAMPLE_DELIVERY, ...long.delivery, recipientName: 'Bapak Dr. H. Muhammad Zulkarnain Abdurrahman' },
}

const labelOf = (sale: Sale, options: Partial<LabelOptions> = {}): DocumentLayout => {
  const label = layoutShippingLabel(sale, { isCopy: false, ...options }, documentMeasure)
  if (!label.ok) throw new Error(label.error.detail)
  return label.value
}
const textsOf = (layout: DocumentLayout): readonly string[] =>
  layout.primitives.flatMap((primitive) => (primitive.type === 'text' ? [primitive.text] : []))
const codesOf = (layout: DocumentLayout): readonly string[] =>
  layout.primitives.flatMap((primitive) =>
    primitive.type === 'barcode' || primitive.type === 'qr' ? [`${primitive.type}:${primitive.text}`] : [],
  )

describe('the shipping label', () => {
  test('is 100 by 150 mm and holds what Forstok’s label holds', () => {
    const layout = labelOf(delivered)
    expect([layout.widthMm, layout.heightMm]).toEqual([100, 150])
    expect(textsOf(layout)).toEqual(
      expect.arrayContaining([
        'Toko Sumber Rejeki',
        'K1-261121-0007',
        '21 Nov 2026 21:05 WIB',
        'JNE REG',
        'No. Resi: JP8812345678',
        'Rina Kusumawati',
        '0813-2244-7788',
        'Cipaganti, Coblong',
        'Kota Bandung',
        'Jawa Barat 40131',
        'NON-COD',
        'Isi: 9 barang',
        'Catatan: Tolong titip di pos satpam bila rumah kosong.',
        'AIRM-0002',
        'TOTAL',
      ]),
    )
    expect(codesOf(layout)).toEqual(['barcode:JP8812345678', 'barcode:K1-261121-0007'])
  })

  test('speaks English where the shop wants it', () => {
    const texts = textsOf(labelOf(delivered, { isCopy: true, designs: { ...DEFAULT_DESIGNS, language: 'en' } }))
    expect(texts).toEqual(
      expect.arrayContaining(['TO', 'FROM', 'AWB: JP8812345678', 'Contents: 9 pcs', 'Product', 'SALINAN / COPY']),
    )
    expect(texts.filter((text) => /KEPADA|DARI|Resi|Catatan|Produk/.test(text))).toEqual([])
  })

  test.each(SIZES)('of $widthMm x $heightMm mm names every product, who it goes to and who it is from', (media) => {
    const layout = labelOf(delivered, { media })
    const words = textsOf(layout).join(' ')
    for (const word of ['Rina Kusumawati', 'Jl. Cihampelas No. 160', 'Jawa Barat 40131', 'Toko Sumber Rejeki'])
      expect(words).toContain(word)
    for (const line of delivered.lines) expect(words).toContain(line.sku)
    expect(codesOf(layout)).toEqual(['barcode:JP8812345678', 'barcode:K1-261121-0007'])
  })

  test('lies in the upper left of a larger label', () => {
    const media = { widthMm: 105, heightMm: 210 }
    const layout = labelOf(delivered, { media })
    expect([layout.widthMm, layout.heightMm]).toEqual([105, 210])
    expect(layout.primitives).toEqual(labelOf(delivered).primitives)
  })

  test('leaves an empty box and uses the sale number as barcode when there is no AWB yet', () => {
    const sale = sampleSale({ kind: 'delivery', delivery: { ...SAMPLE_DELIVERY, awb: null } })
    const layout = labelOf(sale)
    expect(textsOf(layout)).toContain('No. Resi')
    expect(codesOf(layout)).toEqual(['barcode:K1-261121-0007', 'barcode:K1-261121-0007'])
    for (const media of SIZES.slice(1)) expect(codesOf(labelOf(sale, { media }))).toEqual(['barcode:K1-261121-0007'])
  })

  test.each(SIZES)('of $widthMm x $heightMm mm counts the lines that find no room', (media) => {
    const lines = Array.from({ length: 200 }, (_, index) =>
      sampleLine(`S-${String(index)}`, `Barang ${String(index)}`, 2, 500),
    )
    const texts = textsOf(labelOf({ ...delivered, lines }, { media }))
    const shown = texts.filter((text) => text.startsWith('Barang ')).length
    expect(shown).toBeGreaterThan(0)
    expect(texts).toContain(`+ ${String(200 - shown)} produk lainnya`)
    expect(texts).toContain(String((200 - shown) * 2))
    expect(texts).toContain('Isi: 400 barang')
  })

  test('shows at least one product and the count of the rest even when every other text is at its longest', () => {
    const texts = textsOf(labelOf(longSale, { isCopy: true }))
    expect(texts.filter((text) => /^\d{1,2}$/.test(text)).length).toBeGreaterThan(0)
    expect(texts.some((text) => /^\+ \d+ produk lainnya$/.test(text))).toBe(true)
  })

  test('shows the SKU complete where a product’s name has characters that the font lacks', () => {
    const sku = 'SABUN-ANTIBAKTERI-REFILL-0042'
    const layout = labelOf({ ...delivered, lines: [sampleLine(sku, '福袋', 1, 500)] })
    expect(textsOf(layout).join('')).toContain(`${sku} □□`)
    expect(textsOf(layout).filter((text) => text.startsWith(sku.slice(0, 5)))).toHaveLength(1)
  })

  test('gives the product what SKUs and quantities do not need, and shop and number what the courier does not', () => {
    const texts = (media: (typeof SIZES)[number]) => {
      const designs = { ...DEFAULT_DESIGNS, logo: { widthPx: 5, heightPx: 2, greyBase64: 'AAAAAAAAAAAAAA==' } }
      return textsOf(labelOf(delivered, { media, designs }))
    }
    for (const media of SIZES) expect(texts(media).filter((text) => text === 'Toko Sumber Rejeki')).not.toEqual([])
    for (const media of SIZES.slice(0, 2)) expect(texts(media)).toContain('Beras Ramos Setra Pulen Kemasan 5 kg')
    for (const media of SIZES) expect(texts(media).join(' ')).toContain('Beras Ramos Setra Pulen Kemasan 5 kg')
  })

  test('names the shop complete, however long, on 100 x 150 mm', () => {
    const sold = { ...longSale, lines: longSale.lines.slice(0, 1) }
    const logo = { widthPx: 5, heightPx: 2, greyBase64: 'AAAAAAAAAAAAAA==' }
    for (const designs of [DEFAULT_DESIGNS, { ...DEFAULT_DESIGNS, logo }]) {
      const texts = textsOf(labelOf(sold, { isCopy: true, designs }))
      expect(texts.slice(0, texts.indexOf(sold.number)).join(' ')).toBe(sold.shop.name)
    }
  })

  test.each(SIZES)('of $widthMm x $heightMm mm is read by a decoder from outside the project', async (media) => {
    for (const sale of [delivered, longSale]) {
      const label = layoutShippingLabel(sale, { isCopy: true, media }, documentMeasure)
      if (!label.ok) continue
      for (const dpi of [203, 300] as const) {
        const png = pictureToPng(rasterizeLayout(label.value, { dpi, dotsPerMm: null }, FONTS))
        const expected = codesOf(label.value).map((code) => code.replace(/^barcode:/, 'CODE-128:'))
        expect(await readCodes(png)).toEqual([...expected].sort())
      }
    }
    expect(layoutShippingLabel(delivered, { isCopy: false, media }, documentMeasure).ok).toBe(true)
  })
})
