import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import { labelMedia, labelPrinter } from '../../shared/domain/usual-printers.ts'
import type { DotPage } from '../practice/printer/dot-page.ts'
import { interpretTspl } from '../practice/printer/interpret-tspl.ts'
import { createMonoPicture, fillDots, type MonoPicture } from './mono-picture.ts'
import { pictureToPng } from './mono-png.ts'
import { readCodes } from './printed-codes.ts'
import { courierPdf, type CourierLabel } from './testing/courier-pdf.ts'
import { renderDocument, type RenderRequest } from './render-document.ts'

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))
const printer = labelPrinter('l', 'L', { type: 'practice' })
const STRIP_DOTS = 48
const EDGE_DOTS = 16
const pictureOf = ({ widthDots, heightDots, dots }: DotPage): MonoPicture => {
  const picture = createMonoPicture(widthDots, heightDots)
  dots.forEach((dot, index) => {
    if (dot === 1) fillDots(picture, index % widthDots, Math.floor(index / widthDots), 1, 1)
  })
  return picture
}

const pageOf = async (isCopy: boolean, label: Partial<CourierLabel> = {}, media = labelMedia(100, 150)) => {
  const pdf = courierPdf({ widthMm: 100, heightMm: 150, awb: 'JP8812345678', ...label })
  const content: RenderRequest['content'] = {
    type: 'pdf',
    fileName: 'resi.pdf',
    pageNumber: 1,
    pdfBase64: Buffer.from(pdf).toString('base64'),
    placement: { turnDegrees: 0, fits: 'page' },
  }
  const request = {
    content,
    document: 'pdf',
    isCopy,
    printer: { ...printer, media },
    designs: DEFAULT_DESIGNS,
  } as const
  const drawn = await renderDocument(request, FONTS)
  if (!drawn.ok) throw new Error(drawn.error.code)
  const [page] = interpretTspl(drawn.value, 8).pages
  if (page === undefined) throw new Error('nothing was printed')
  return page
}

const inkIn = ({ dots, widthDots }: DotPage, fromRow: number, toRow: number): number =>
  dots.subarray(fromRow * widthDots, toRow * widthDots).reduce((sum, dot) => sum + dot, 0)
const holdsAll = (copy: DotPage, first: DotPage): boolean =>
  first.dots.every((dot, index) => dot <= (copy.dots[index] ?? 0))
/** From the first line with a black dot to the last. */
const inkedRows = ({ dots, widthDots }: DotPage): Uint8Array => {
  const [first, last] = [dots.indexOf(1), dots.lastIndexOf(1)]
  return dots.slice(first - (first % widthDots), last - (last % widthDots) + widthDots)
}
const codesOf = (page: DotPage) => readCodes(pictureToPng(pictureOf(page)))

describe('a second copy of a courier’s label', () => {
  test('says so where the page itself has room, and no other dot differs', async () => {
    const [first, copy] = [await pageOf(false), await pageOf(true)]
    expect([copy.widthDots, copy.heightDots]).toEqual([first.widthDots, first.heightDots])
    expect(holdsAll(copy, first)).toBe(true)
    expect(inkIn(copy, 0, copy.heightDots) - inkIn(first, 0, first.heightDots)).toBeGreaterThan(500)
    expect(await codesOf(copy)).toEqual(await codesOf(first))
  })

  test('says so in a strip of its own where the page is full, on a label of the same size', async () => {
    const [first, copy] = [await pageOf(false, { isFull: true }), await pageOf(true, { isFull: true })]
    expect([copy.widthDots, copy.heightDots]).toEqual([first.widthDots, first.heightDots])
    expect(inkIn(copy, 0, STRIP_DOTS)).toBeGreaterThan(500)
    expect(holdsAll(copy, first)).toBe(false)
    expect(await codesOf(copy)).toEqual(await codesOf(first))
  })

  test.each([
    { white: 'above', topMm: 10, heightMm: 160, stripAt: EDGE_DOTS },
    { white: 'below', topMm: 0, heightMm: 160, stripAt: 160 * 8 - STRIP_DOTS - EDGE_DOTS },
    { white: 'on both sides together', topMm: 2.5, heightMm: 155, stripAt: 0 },
  ])('is drawn in its own dots where it has white $white', async ({ topMm, heightMm, stripAt }) => {
    const label = { topMm, heightMm }
    const media = labelMedia(100, heightMm)
    const [first, copy] = [await pageOf(false, label, media), await pageOf(true, label, media)]
    expect(copy.dots).toHaveLength(first.dots.length)
    expect(inkIn(copy, stripAt, stripAt + STRIP_DOTS)).toBeGreaterThan(500)
    const { widthDots } = copy
    const unmarked = { ...copy, dots: copy.dots.slice() }
    unmarked.dots.fill(0, stripAt * widthDots, (stripAt + STRIP_DOTS) * widthDots)
    expect(Buffer.compare(inkedRows(unmarked), inkedRows(first))).toBe(0)
    expect(await codesOf(copy)).toEqual(['CODE-128:JP8812345678', 'QR-Code:https://kurir.example/JP8812345678'])
  })
})
