import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import { labelPrinter } from '../../shared/domain/usual-printers.ts'
import { interpretTspl } from '../practice/printer/interpret-tspl.ts'
import { courierPdf } from './testing/courier-pdf.ts'
import { renderDocument, type RenderRequest } from './render-document.ts'

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))
const printer = labelPrinter('l', 'L', { type: 'practice' })

const pageOf = async (isCopy: boolean) => {
  const content: RenderRequest['content'] = {
    type: 'pdf',
    fileName: 'resi.pdf',
    pageNumber: 1,
    pdfBase64: Buffer.from(courierPdf({ widthMm: 100, heightMm: 150, awb: 'JP8812345678' })).toString('base64'),
    placement: { turnDegrees: 0, fits: 'page' },
  }
  const drawn = await renderDocument({ content, document: 'pdf', isCopy, printer, designs: DEFAULT_DESIGNS }, FONTS)
  if (!drawn.ok) throw new Error(drawn.error.code)
  const [page] = interpretTspl(drawn.value, 8).pages
  if (page === undefined) throw new Error('nothing was printed')
  return page
}

const inkIn = ({ dots, widthDots }: Awaited<ReturnType<typeof pageOf>>, fromRow: number, toRow: number): number =>
  dots.subarray(fromRow * widthDots, toRow * widthDots).reduce((sum, dot) => sum + dot, 0)

test('a second copy of a courier’s label says so in a strip of its own, on a label of the same size', async () => {
  const [first, copy] = [await pageOf(false), await pageOf(true)]
  expect([copy.widthDots, copy.heightDots]).toEqual([first.widthDots, first.heightDots])
  expect(inkIn(copy, 0, 48)).toBeGreaterThan(500)
  expect(inkIn(first, 0, 48)).not.toBe(inkIn(copy, 0, 48))
})
