import { expect, test } from 'vitest'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import { createDocumentMeasure } from '../../shared/documents/document-measure.ts'
import { layoutGoodsLabels } from '../../shared/documents/goods-labels-layout.ts'
import { layoutDocument, type LayoutRequest } from '../../shared/documents/layout-document.ts'
import { layoutRuler } from '../../shared/documents/ruler-layout.ts'
import { sampleReturn } from '../../shared/documents/sample-documents.ts'
import { layoutTestPage } from '../../shared/documents/test-page-layout.ts'
import type { Printer, PrinterMedia } from '../../shared/domain/printer.ts'
import { labelPrinter, rollMedia } from '../../shared/domain/usual-printers.ts'
import { bwipSymbols } from './bwip-symbols.ts'
import { labelMedia, sampleGoods } from './testing/goods-samples.ts'

const measure = createDocumentMeasure(bwipSymbols)
const ROLL = rollMedia(80)
const printer = (media: PrinterMedia): Printer => ({
  ...labelPrinter('label', 'Label gudang', { type: 'practice' }),
  media,
})
const draw = (request: Pick<LayoutRequest, 'content' | 'document'>, media: PrinterMedia) =>
  layoutDocument({ ...request, isCopy: false, printer: printer(media), designs: DEFAULT_DESIGNS }, measure)

test('a test or ruler page is drawn for whatever lies in the printer', () => {
  for (const media of [ROLL, labelMedia(100, 150), labelMedia(33, 15, 3)]) {
    const test = draw({ document: 'test-page', content: { type: 'test-page', page: 'test' } }, media)
    const expected = layoutTestPage(printer(media), { designs: DEFAULT_DESIGNS, time: null }, measure)
    expect(test).toEqual({ ok: true, value: [{ layout: expected, copies: 1 }] })
    const ruler = draw({ document: 'test-page', content: { type: 'test-page', page: 'ruler' } }, media)
    expect(ruler).toEqual({ ok: true, value: [{ layout: layoutRuler(printer(media), 'id', measure), copies: 1 }] })
  }
})

test('a test page is drawn as the shop has designed it, a ruler page in its language alone', () => {
  const media = labelMedia(100, 150)
  const parts = DEFAULT_DESIGNS['test-page'].parts.toReversed()
  const designs = { ...DEFAULT_DESIGNS, language: 'en', 'test-page': { parts, note: 'Call Joko' } } as const
  const drawn = (page: 'test' | 'ruler') =>
    layoutDocument(
      { document: 'test-page', content: { type: 'test-page', page }, isCopy: false, printer: printer(media), designs },
      measure,
    )
  const designed = layoutTestPage(printer(media), { designs, time: null }, measure)
  expect(designed).not.toEqual(layoutTestPage(printer(media), { time: null }, measure))
  expect(drawn('test')).toEqual({ ok: true, value: [{ layout: designed, copies: 1 }] })
  expect(drawn('ruler')).toEqual({
    ok: true,
    value: [{ layout: layoutRuler(printer(media), 'en', measure), copies: 1 }],
  })
})

test('goods are drawn on the labels that lie in the printer, in rows', () => {
  const media = labelMedia(33, 15, 3)
  const goods = sampleGoods()
  const drawn = draw({ document: 'shelf-tag', content: { type: 'goods', goods, copies: 7 } }, media)
  const expected = layoutGoodsLabels(
    { goods, document: 'shelf-tag', copies: 7, media, designs: DEFAULT_DESIGNS },
    measure,
  )
  expect(drawn).toEqual(expected)
  expect(expected.ok ? expected.value.map(({ copies }) => copies) : []).toEqual([2, 1])
})

test('a sale that takes back only has no pick list', () => {
  const content = { type: 'sale', sale: sampleReturn() } as const
  expect(draw({ document: 'pick-list', content }, ROLL)).toMatchObject({
    ok: false,
    error: { code: 'not-drawable', detail: 'K1-R261122-0001: tidak ada barang yang harus diambil' },
  })
})
