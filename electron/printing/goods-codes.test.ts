import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { placeBarcode, placeGoodsBarcode } from '../../shared/documents/code-primitive.ts'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import { canBeEan, createDocumentMeasure } from '../../shared/documents/document-measure.ts'
import { layoutGoodsLabels } from '../../shared/documents/goods-labels-layout.ts'
import { scannedText } from '../../shared/documents/goods-code.ts'
import { barModules, type DocumentLayout } from '../../shared/documents/layout.ts'
import type { GoodsLabel } from '../../shared/domain/goods-label.ts'
import { bwipSymbols } from './bwip-symbols.ts'
import { pictureToPng } from './mono-png.ts'
import { readCodes } from './printed-codes.ts'
import { rasterizeLayout } from './rasterize-layout.ts'
import { labelMedia, sampleGoods } from './testing/goods-samples.ts'

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))
const measure = createDocumentMeasure(bwipSymbols)
const BOX = { xMm: 0, yMm: 0, widthMm: 60, heightMm: 10 }
const RULES = { largestModuleMm: 0.25, paperMarginMm: 0 }

describe('the code of goods', () => {
  test.each([
    ['8991234567891', 95],
    ['012345678905', 95],
    ['96385074', 67],
  ])('%s is an EAN or UPC of %i modules', (digits, modules) => {
    const symbol = placeGoodsBarcode(digits, BOX, RULES, measure)
    expect(symbol === null ? 0 : barModules(symbol.bars)).toBe(modules)
  })

  test.each(['8991234567890', '899123456789', '1234567', 'KOPI-0001'])('%s is Code 128', (text) => {
    expect(canBeEan(text)).toBe(false)
    expect(placeGoodsBarcode(text, BOX, RULES, measure)).toEqual(placeBarcode(text, BOX, RULES, measure))
  })

  test('is the SKU of an item without a barcode', () => {
    for (const barcode of [null, '', ' ']) expect(scannedText({ sku: 'KOPI-0001', barcode })).toBe('KOPI-0001')
    expect(scannedText({ sku: 'KOPI-0001', barcode: '96385074' })).toBe('96385074')
  })

  test("a courier's number that looks like an EAN stays Code 128", () => {
    const symbol = placeBarcode('8991234567891', BOX, RULES, measure)
    expect(symbol?.bars).toEqual(bwipSymbols.code128('8991234567891'))
  })

  test('keeps eleven modules white on both sides of an EAN-13', () => {
    const needed = (95 + 22) * 0.25 * 1.017
    expect(placeGoodsBarcode('8991234567891', { ...BOX, widthMm: needed + 0.001 }, RULES, measure)).not.toBeNull()
    expect(placeGoodsBarcode('8991234567891', { ...BOX, widthMm: needed - 0.001 }, RULES, measure)).toBeNull()
  })
})

const ITEMS: readonly { readonly goods: GoodsLabel; readonly reads: RegExp }[] = [
  { goods: sampleGoods(), reads: /:8991234567891$/ },
  { goods: sampleGoods({ name: 'Kue 福袋 besar' }), reads: /:8991234567891$/ },
  { goods: sampleGoods({ name: '旺旺', barcode: null }), reads: /:KOPI-0001$/ },
  { goods: sampleGoods({ barcode: '012345678905' }), reads: /:0012345678905$/ },
  { goods: sampleGoods({ barcode: '96385074' }), reads: /^EAN-8:96385074$/ },
  { goods: sampleGoods({ barcode: null, name: '福袋 Lucky Bag' }), reads: /:KOPI-0001$/ },
  { goods: sampleGoods({ barcode: '8991234567890' }), reads: /:8991234567890$/ },
  { goods: sampleGoods({ barcode: null, sku: 'SABUN-ANTIBAKTERI-REFILL-0001' }), reads: /^QR-Code:SABUN-.*0001$/ },
]
const SIZES = [
  [33, 15, 3],
  [40, 30, 2],
  [50, 30, 2],
  [30, 20, 1],
  [60, 40, 1],
  [80, 40, 1],
] as const

/** One of the labels beside each other, in its place on the liner. */
const onlyColumn = (layout: DocumentLayout | undefined, leftMm: number, widthMm: number): DocumentLayout => {
  if (layout === undefined) throw new Error('no page')
  const primitives = layout.primitives.filter(({ xMm }) => xMm >= leftMm && xMm <= leftMm + widthMm)
  return { ...layout, primitives }
}

describe('zbar reads the code of every label', () => {
  for (const [widthMm, heightMm, across] of SIZES) {
    for (const document of ['product-label', 'shelf-tag'] as const) {
      test.each([203, 300] as const)(
        `${document} ${String(widthMm)} x ${String(heightMm)} mm, ${String(across)} across, at %i dpi`,
        { timeout: 60_000 },
        async (dpi) => {
          for (const { goods, reads } of ITEMS) {
            const media = labelMedia(widthMm, heightMm, across)
            const request = { goods, document, copies: across, media, designs: DEFAULT_DESIGNS }
            const pages = layoutGoodsLabels(request, measure)
            if (!pages.ok) throw new Error(pages.error.detail)
            for (let column = 0; column < across; column += 1) {
              const layout = onlyColumn(pages.value[0]?.layout, column * (widthMm + 2), widthMm)
              const picture = rasterizeLayout(layout, { dpi, dotsPerMm: null }, FONTS)
              const codes = await readCodes(pictureToPng(picture))
              expect(codes, `${scannedText(goods)} in column ${String(column)}`).toEqual([expect.stringMatching(reads)])
            }
          }
        },
      )
    }
  }
})
