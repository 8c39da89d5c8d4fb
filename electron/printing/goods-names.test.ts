import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_DESIGNS, type DocumentDesigns } from '../../shared/documents/document-design.ts'
import { createDocumentMeasure } from '../../shared/documents/document-measure.ts'
import type { GoodsDocument } from '../../shared/documents/goods-label-layout.ts'
import { noteGoodsLabel, noteShopName } from '../../shared/documents/goods-label-note.ts'
import { layoutOneGoodsLabel } from '../../shared/documents/goods-labels-layout.ts'
import { priceWords } from '../../shared/documents/goods-pieces.ts'
import { goodsText } from '../../shared/documents/goods-text.ts'
import type { LayoutPrimitive } from '../../shared/documents/layout.ts'
import { MISSING_CHARACTER, unprintableCharacters } from '../../shared/documents/printable-text.ts'
import type { GoodsLabel } from '../../shared/domain/goods-label.ts'
import type { PrinterMedia } from '../../shared/domain/printer.ts'
import { propertyRuns, propertyTimeoutMs } from '../../shared/domain/testing/property-runs.ts'
import { bwipSymbols } from './bwip-symbols.ts'
import { labelMedia, sampleGoods, wildGoods, wildGoodsDesigns } from './testing/goods-samples.ts'

const measure = createDocumentMeasure(bwipSymbols)
const DOCUMENTS: readonly GoodsDocument[] = ['product-label', 'shelf-tag']
const EVERYTHING: DocumentDesigns = {
  ...DEFAULT_DESIGNS,
  'product-label': {
    parts: DEFAULT_DESIGNS['product-label'].parts.map((each) => ({ ...each, isShown: true })),
    note: '',
  },
}

const requestFor = (
  goods: Partial<GoodsLabel>,
  media: PrinterMedia = labelMedia(33, 15),
  designs: DocumentDesigns = DEFAULT_DESIGNS,
  document: GoodsDocument = 'product-label',
) => ({ goods: sampleGoods(goods), document, media, designs })
const draw = (request: ReturnType<typeof requestFor>) => {
  const label = layoutOneGoodsLabel(request, measure)
  if (!label.ok) throw new Error(label.error.detail)
  return label.value.primitives
}
const textsIn = (primitives: readonly LayoutPrimitive[]): readonly string[] =>
  primitives.flatMap((primitive) => (primitive.type === 'text' ? [primitive.text] : []))
const textsOf = (request: ReturnType<typeof requestFor>): readonly string[] => textsIn(draw(request))
const withoutSpaces = (text: string): string => text.replaceAll(' ', '')

describe('the name on labels of goods', () => {
  test.each(DOCUMENTS)('is shortened, with the SKU beside it, where a part cannot be printed: %s', (document) => {
    for (const [name, printed] of [
      ['Kue 福袋 besar', 'Kue … besar'],
      ['❤ Kopi 🔥 200 g', 'Kopi 200 g'],
    ] as const) {
      const texts = textsOf(requestFor({ name }, labelMedia(50, 30), DEFAULT_DESIGNS, document))
      expect(texts.filter((text) => text === printed)).toHaveLength(1)
      expect(texts.filter((text) => text === 'KOPI-0001')).toHaveLength(1)
    }
  })

  test.each(['旺旺', 'مرحبا', '🔥😀', '\u200b'])('is the SKU, once, where nothing of %j can be read', (name) => {
    for (const designs of [DEFAULT_DESIGNS, EVERYTHING]) {
      const texts = textsOf(requestFor({ name }, labelMedia(33, 15), designs))
      expect(texts.filter((text) => text === 'KOPI-0001')).toHaveLength(1)
      expect(texts[0]).toBe('KOPI-0001')
    }
  })

  test('needs no second SKU where that stands under the code', () => {
    const texts = textsOf(requestFor({ name: 'Kue 福袋', barcode: null }, labelMedia(33, 15), EVERYTHING))
    expect(texts.filter((text) => text === 'KOPI-0001')).toHaveLength(1)
    expect(texts).toContain('Kue …')
  })

  test('gives way to the SKU where both do not fit, and the shop’s name to both', () => {
    const goods = { name: 'Kue 福袋 besar', shopName: 'Toko Rejeki' }
    expect(textsOf(requestFor(goods, labelMedia(18, 9)))).toEqual(['KOPI-0001', '89912345…', 'Rp 38.500'])
    const tight = textsOf(requestFor(goods, labelMedia(33, 13), EVERYTHING))
    expect(tight).toEqual(expect.arrayContaining(['Kue … besar', 'KOPI-0001']))
    expect(tight).not.toContain('Toko Rejeki')
  })

  test('never has its SKU shortened: one too long for a line stands as the name', () => {
    const sku = `SABUN-ANTIBAKTERI-REFILL-${'0123456789'.repeat(2)}-KARTON`
    const texts = textsOf(requestFor({ name: 'Sabun 福袋', sku }))
    expect(withoutSpaces(texts.join(''))).toContain(sku)
    expect(texts).not.toContain('Sabun …')
  })

  test('is the barcode where the SKU cannot be printed either, and refused in words where nothing can', () => {
    expect(textsOf(requestFor({ name: '旺旺', sku: '旺-1' }))[0]).toBe('8991234567891')
    expect(textsOf(requestFor({ name: '旺旺 XL', sku: '旺-1' }))).toEqual(['… XL', '8991234567891', 'Rp 38.500'])
    const bare = DEFAULT_DESIGNS['shelf-tag'].parts.map((each) => ({ ...each, isShown: each.part !== 'barcode' }))
    const designs = { ...DEFAULT_DESIGNS, 'shelf-tag': { parts: bare, note: '' } }
    const request = requestFor(
      { name: '旺旺 XL', sku: '旺-1', barcode: null },
      labelMedia(50, 30),
      designs,
      'shelf-tag',
    )
    expect(layoutOneGoodsLabel(request, measure)).toMatchObject({
      ok: false,
      error: { code: 'not-drawable', detail: expect.stringMatching(/^旺-1: nama dan SKU/) },
    })
  })

  test('has one mark only where it is cut right after one', () => {
    for (let wide = 20; wide <= 70; wide += 1) {
      const name = `${'W'.repeat(wide)}i 福 ${'W'.repeat(200)}`
      for (const text of textsOf(requestFor({ name }))) expect(text).not.toMatch(/…[ …]*…/)
    }
  })

  test('of the shop leaves out what cannot be printed, and is left off where nothing remains', () => {
    const shopOn = (shopName: string) => textsOf(requestFor({ shopName }, labelMedia(50, 30), EVERYTHING))[0]
    expect(shopOn('Toko 福 Rejeki')).toBe('Toko … Rejeki')
    expect(shopOn('旺旺')).toBe('Kopi Bubuk Gayo 250 g')
  })

  test(
    'has never a box and is never empty; what it leaves out is told by the SKU or the barcode, and price and code stay',
    { timeout: propertyTimeoutMs() },
    () => {
      const sizes = fc.constantFrom([18, 9], [33, 15], [40, 30], [50, 30], [25, 40], [80, 40])
      const requests = fc.record({
        goods: wildGoods,
        designs: wildGoodsDesigns,
        document: fc.constantFrom(...DOCUMENTS),
        media: sizes.map(([widthMm = 0, heightMm = 0]) => labelMedia(widthMm, heightMm)),
      })
      fc.assert(
        fc.property(requests, (request) => {
          const { goods } = request
          const label = layoutOneGoodsLabel(request, measure)
          if (!label.ok) return
          const { primitives, naming } = label.value
          const texts = textsIn(primitives)
          expect(texts).not.toContain('')
          expect(texts.flatMap(unprintableCharacters)).toEqual([])
          const isBoxOwn = [goods.name, goods.sku, goods.shopName ?? ''].join('').includes(MISSING_CHARACTER)
          expect(texts.join('').includes(MISSING_CHARACTER) && !isBoxOwn).toBe(false)
          expect(texts).toContain(priceWords(goods.price, goods.soldBy))
          expect(naming.texts.name).not.toBe('')
          const drawn = withoutSpaces(texts.join(''))
          const identities = [goods.sku, goods.barcode ?? goods.sku].filter(
            (text) => unprintableCharacters(text).length === 0,
          )
          const isTold =
            goodsText(goods.name).leftOut.length === 0 ||
            identities.some((text) => drawn.includes(withoutSpaces(goodsText(text).text)))
          expect(isTold).toBe(true)
          const plain = layoutOneGoodsLabel({ ...request, goods: { ...goods, name: 'Kopi' } }, measure)
          const codeOf = (drawn: readonly LayoutPrimitive[]) =>
            drawn.flatMap((each) => (each.type === 'barcode' ? [each.bars] : each.type === 'qr' ? [each.cells] : []))
          expect(codeOf(plain.ok ? plain.value.primitives : primitives)).toEqual(codeOf(primitives))
        }),
        { numRuns: propertyRuns(400) },
      )
    },
  )
})

describe('what is said before labels are printed', () => {
  const noteOf = (goods: Partial<GoodsLabel>, media?: PrinterMedia) => noteGoodsLabel(requestFor(goods, media), measure)

  test('is nothing of a name that is printed whole', () => {
    expect(noteOf({})).toBeNull()
    expect(noteOf({ name: 'Ｋｏｐｉ' })).toBeNull()
  })

  test('is which characters are left out and what stands there, as on this very label', () => {
    const name = 'Kue 福袋 besar 🔥'
    const leftOut = ['福', '袋', '🔥']
    expect(noteOf({ name })).toEqual({ type: 'shortened', leftOut, printed: 'Kue … besar', identity: 'KOPI-0001' })
    expect(noteOf({ name }, labelMedia(18, 9))).toEqual({ type: 'replaced', leftOut, identity: 'KOPI-0001' })
    expect(noteOf({ name: '旺旺' })).toEqual({ type: 'replaced', leftOut: ['旺'], identity: 'KOPI-0001' })
  })

  test('is why a label is refused', () => {
    expect(noteOf({ barcode: '福' })).toMatchObject({ type: 'refused', trouble: { code: 'not-drawable' } })
  })

  test('is what of the shop’s name is left out, where the design shows it', () => {
    const note = (name: string, designs: DocumentDesigns) => noteShopName(name, { document: 'product-label', designs })
    expect(note('Toko 福', EVERYTHING)).toEqual({ leftOut: ['福'], printed: 'Toko …' })
    expect(note('Toko 福', DEFAULT_DESIGNS)).toBeNull()
    expect(note('Toko', EVERYTHING)).toBeNull()
  })
})
