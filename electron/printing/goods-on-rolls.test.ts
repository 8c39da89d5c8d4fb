import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import type { Printer } from '../../shared/domain/printer.ts'
import { receiptPrinter, rollMedia } from '../../shared/domain/usual-printers.ts'
import { createPracticePrinter } from '../practice/printer/practice-printer.ts'
import { pngOf, readCodes } from './printed-codes.ts'
import { renderDocument } from './render-document.ts'
import { sampleGoods } from './testing/goods-samples.ts'

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))

const CASES = (['escpos', 'tspl', 'zpl'] as const).flatMap((language) =>
  ([58, 80] as const).flatMap((paperWidthMm) =>
    (['product-label', 'shelf-tag'] as const).map((document) => [document, paperWidthMm, language] as const),
  ),
)

test.each(CASES)('a %s comes on a roll of %d mm, each copy by itself, to be read by zbar: %s', async (...which) => {
  const [document, paperWidthMm, language] = which
  const printer: Printer = {
    ...receiptPrinter('roll', 'Struk', { type: 'practice' }),
    language,
    media: rollMedia(paperWidthMm),
  }
  const goods = sampleGoods()
  const content = { type: 'goods', goods, copies: 3 } as const
  const rendered = await renderDocument({ content, document, isCopy: false, printer, designs: DEFAULT_DESIGNS }, FONTS)
  if (!rendered.ok) throw new Error(rendered.error.detail)
  const practice = createPracticePrinter({ onPage: () => undefined, now: () => 0, mintId: () => 'page' })
  const { pages, problems } = await practice.print(printer, document, rendered.value)
  expect(problems).toEqual([])
  expect(pages).toHaveLength(3)
  const codes = await readCodes(pngOf(pages[0]?.imageUrl ?? ''))
  expect(codes.join(' ')).toContain(goods.barcode ?? goods.sku)
})
