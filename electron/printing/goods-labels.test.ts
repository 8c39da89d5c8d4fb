import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_DESIGNS, type DocumentDesigns } from '../../shared/documents/document-design.ts'
import { createDocumentMeasure } from '../../shared/documents/document-measure.ts'
import type { GoodsDocument } from '../../shared/documents/goods-label-layout.ts'
import { layoutGoodsLabels } from '../../shared/documents/goods-labels-layout.ts'
import { priceWords } from '../../shared/documents/goods-pieces.ts'
import { extentOf, findOverflows, findOverlaps } from '../../shared/documents/layout-geometry.ts'
import type { DocumentLayout } from '../../shared/documents/layout.ts'
import type { GoodsLabel } from '../../shared/domain/goods-label.ts'
import { rupiah } from '../../shared/domain/money.ts'
import type { PrinterMedia } from '../../shared/domain/printer.ts'
import { propertyRuns, propertyTimeoutMs } from '../../shared/domain/testing/property-runs.ts'
import { bwipSymbols } from './bwip-symbols.ts'
import { labelMedia, sampleGoods, wildGoods, wildGoodsDesigns } from './testing/goods-samples.ts'

const measure = createDocumentMeasure(bwipSymbols)
const DOCUMENTS: readonly GoodsDocument[] = ['product-label', 'shelf-tag']

type Order = {
  readonly goods?: GoodsLabel
  readonly document?: GoodsDocument
  readonly copies?: number
  readonly media?: PrinterMedia
  readonly designs?: DocumentDesigns
}
const order = ({
  goods = sampleGoods(),
  document = 'product-label',
  copies = 1,
  media = labelMedia(50, 30),
  designs = DEFAULT_DESIGNS,
}: Order) => layoutGoodsLabels({ goods, document, copies, media, designs }, measure)

const pagesOf = (request: Order) => {
  const pages = order(request)
  if (!pages.ok) throw new Error(pages.error.detail)
  return pages.value
}
const layoutOf = (request: Order): DocumentLayout => {
  const [page] = pagesOf(request)
  if (page === undefined) throw new Error('no page')
  return page.layout
}
const textsOf = (layout: DocumentLayout): readonly string[] =>
  layout.primitives.flatMap((primitive) => (primitive.type === 'text' ? [primitive.text] : []))

const sizes = fc.tuple(fc.double({ min: 20, max: 120, noNaN: true }), fc.double({ min: 10, max: 80, noNaN: true }))

describe('labels of goods', () => {
  test(
    'stay on their label without lying on each other, or are refused, whatever they say and however large',
    { timeout: propertyTimeoutMs() },
    () => {
      fc.assert(
        fc.property(
          wildGoods,
          wildGoodsDesigns,
          sizes,
          fc.constantFrom(...DOCUMENTS),
          fc.constantFrom(1, 2, 3),
          (goods, designs, [widthMm, heightMm], document, across) => {
            const media = labelMedia(widthMm, heightMm, across)
            const pages = order({ goods, designs, document, media, copies: across })
            if (!pages.ok) {
              if (!pages.error.detail.startsWith(`${goods.sku}: `)) throw new Error('The refusal names no SKU')
              return
            }
            const [{ layout }] = [pages.value[0] ?? { layout: { widthMm: 0, heightMm: 0, primitives: [] } }]
            expect(findOverflows(layout, measure)).toEqual([])
            expect(findOverlaps(layout, measure)).toEqual([])
            for (const primitive of layout.primitives) {
              const { left, right } = extentOf(primitive, measure)
              const column = Math.floor((left + right) / 2 / (widthMm + 2))
              expect(left).toBeGreaterThanOrEqual(column * (widthMm + 2) - 0.01)
              expect(right).toBeLessThanOrEqual(column * (widthMm + 2) + widthMm + 0.01)
            }
            const price = priceWords(goods.price, goods.soldBy)
            expect(textsOf(layout).filter((text) => text === price)).toHaveLength(across)
          },
        ),
        { numRuns: propertyRuns(400) },
      )
    },
  )

  test('come in full rows and one row with the rest, and no label more or less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.constantFrom(1, 2, 3), (copies, across) => {
        const pages = pagesOf({ copies, media: labelMedia(33, 15, across) })
        const printed = pages.reduce((sum, page) => {
          const labels = page.layout.primitives.filter(({ type }) => type === 'barcode').length
          return sum + labels * page.copies
        }, 0)
        expect(printed).toBe(copies)
        expect(pages.length).toBeLessThanOrEqual(2)
      }),
      { numRuns: propertyRuns(60) },
    )
    const [full, rest] = pagesOf({ copies: 8, media: labelMedia(33, 15, 3) })
    expect(full).toMatchObject({ copies: 2, layout: { widthMm: 103, heightMm: 15 } })
    expect(rest).toMatchObject({ copies: 1, layout: { widthMm: 103, heightMm: 15 } })
  })

  test.each(DOCUMENTS)('never shorten a price: %s', (document) => {
    fc.assert(
      fc.property(
        sizes,
        fc.nat(999_999_999),
        fc.constantFrom('piece', 'weight'),
        ([widthMm, heightMm], price, soldBy) => {
          const goods = sampleGoods({ price: rupiah(price), soldBy, regularPrice: null })
          const pages = order({ goods, document, media: labelMedia(widthMm, heightMm) })
          if (!pages.ok) return
          expect(pages.value.flatMap(({ layout }) => textsOf(layout))).toContain(priceWords(goods.price, soldBy))
        },
      ),
      { numRuns: propertyRuns(200) },
    )
    expect(textsOf(layoutOf({ document, goods: sampleGoods({ price: rupiah(1_250_000) }) }))).toContain('Rp 1.250.000')
    expect(textsOf(layoutOf({ document, goods: sampleGoods({ soldBy: 'weight' }) }))).toContain('Rp 38.500/kg')
  })

  test('wrap a long name, set it smaller, and only then shorten it', () => {
    const name = 'Sabun Mandi Cair Antibakteri Kemasan Isi Ulang Wangi Bunga Melati dan Sereh 450 mL'
    const nameOn = (media: PrinterMedia, text: string) =>
      layoutOf({ goods: sampleGoods({ name: text }), media }).primitives.flatMap((primitive) =>
        primitive.type === 'text' && text.startsWith(primitive.text.split(' ')[0] ?? '-') ? [primitive] : [],
      )
    const [short] = nameOn(labelMedia(50, 30), 'Sabun')
    const [long] = nameOn(labelMedia(50, 30), name)
    expect(long?.sizeMm).toBeLessThan(short?.sizeMm ?? 0)
    const wide = textsOf(layoutOf({ goods: sampleGoods({ name }), media: labelMedia(60, 40) }))
    expect(wide.join(' ')).toContain(name)
    const small = textsOf(layoutOf({ goods: sampleGoods({ name: `${name} ${name}` }), media: labelMedia(33, 15) }))
    expect(small.some((text) => text.startsWith('Sabun Mandi'))).toBe(true)
    expect(small.some((text) => text.endsWith('…'))).toBe(true)
  })

  test.each(DOCUMENTS)('leave white between descenders and bars: %s', (document) => {
    for (const [widthMm, heightMm] of [
      [33, 15],
      [40, 30],
      [50, 30],
      [80, 40],
      [100, 50],
    ] as const) {
      const { primitives } = layoutOf({ document, media: labelMedia(widthMm, heightMm) })
      const at = primitives.findIndex(({ type }) => type === 'barcode')
      const [bars, ...above] = [primitives[at], ...primitives.slice(0, at).filter(({ type }) => type === 'text')]
      const last = above.at(-1)
      if (bars === undefined || last === undefined) throw new Error('No text above bars')
      expect(extentOf(bars, measure).top - extentOf(last, measure).bottom).toBeGreaterThanOrEqual(
        heightMm < 20 ? 0.5 : 0.6,
      )
    }
  })

  test('strike the regular price through on shelf tags while it is higher', () => {
    const strikes = (goods: GoodsLabel) =>
      layoutOf({ goods, document: 'shelf-tag' }).primitives.filter(({ type }) => type === 'line').length
    expect(strikes(sampleGoods())).toBe(1)
    expect(strikes(sampleGoods({ regularPrice: rupiah(38_500) }))).toBe(0)
    expect(strikes(sampleGoods({ regularPrice: null }))).toBe(0)
  })

  test('name the shop where the design shows it', () => {
    const parts = DEFAULT_DESIGNS['product-label'].parts.map((each) => ({ ...each, isShown: true }))
    const designs = { ...DEFAULT_DESIGNS, 'product-label': { parts, note: '' } }
    const goods = sampleGoods({ shopName: 'Toko Sumber Rejeki' })
    expect(textsOf(layoutOf({ goods, designs }))).toContain('Toko Sumber Rejeki')
  })

  test('are refused in words when their code cannot be read at this size', () => {
    const long = sampleGoods({ barcode: 'https://toko.example/produk/kopi-bubuk-gayo-250-gram-kemasan' })
    expect(order({ goods: long, media: labelMedia(33, 15) })).toMatchObject({ ok: true })
    const refused = order({ goods: long, media: labelMedia(20, 10), designs: { ...DEFAULT_DESIGNS, language: 'en' } })
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-drawable' } })
    expect(refused.ok ? '' : refused.error.detail).toBe(
      'KOPI-0001: this code makes no barcode that can be read on a label of this size',
    )
    expect(order({ goods: sampleGoods({ barcode: '福袋' }) })).toMatchObject({ ok: false })
  })

  test('fill a roll of paper as wide as it prints, one below the other', () => {
    const media = { type: 'roll', paperWidthMm: 58, cuts: true, opensDrawer: false } as const
    expect(pagesOf({ media, copies: 3 })).toMatchObject([{ copies: 3, layout: { widthMm: 48, heightMm: 30 } }])
  })
})
