import { describe, expect, test } from 'vitest'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import type { PdfPlacement } from '../../shared/domain/print-job.ts'
import { interpretTspl } from '../practice/printer/interpret-tspl.ts'
import { labelPrinter, receiptPrinter } from '../../shared/domain/usual-printers.ts'
import type { MonoPicture } from './mono-picture.ts'
import { pictureToPng } from './mono-png.ts'
import { drawPdfPage, type PdfPaper } from './pdf-page.ts'
import { readCodes } from './printed-codes.ts'
import { renderDocument } from './render-document.ts'
import { inkedDots } from './testing/inked-dots.ts'
import { courierPdf } from './testing/courier-pdf.ts'

const AWB = 'JP8812345678'
const CODES = [`CODE-128:${AWB}`, `QR-Code:https://kurir.example/${AWB}`]
const LABEL_MM = { widthMm: 100, heightMm: 150 }
const LABEL = { ...LABEL_MM, awb: AWB }
const UPRIGHT: PdfPlacement = { turnDegrees: 0, fits: 'page' }

const draw = async (
  pdf: Uint8Array,
  placement: PdfPlacement,
  paper: PdfPaper = LABEL_MM,
  dpi: 203 | 300 = 203,
): Promise<MonoPicture> => {
  const drawn = await drawPdfPage(pdf, 1, placement, paper, { dpi, dotsPerMm: null })
  if (!drawn.ok) throw new Error(drawn.error.detail)
  return drawn.value
}

describe('a courier’s label from a PDF', () => {
  test.each([
    { dpi: 203, page: '100 x 150 mm', label: LABEL, placement: UPRIGHT },
    { dpi: 300, page: '100 x 150 mm', label: LABEL, placement: UPRIGHT },
    { dpi: 203, page: 'A6', label: { ...LABEL, widthMm: 105, heightMm: 148 }, placement: UPRIGHT },
    { dpi: 203, page: '4 x 6 inches', label: { ...LABEL, widthMm: 101.6, heightMm: 152.4 }, placement: UPRIGHT },
    { dpi: 300, page: '4 x 6 inches', label: { ...LABEL, widthMm: 101.6, heightMm: 152.4 }, placement: UPRIGHT },
    {
      dpi: 203,
      page: 'a corner of A4',
      label: { ...LABEL, widthMm: 210, heightMm: 297, leftMm: 90, topMm: 20 },
      placement: { turnDegrees: 0, fits: 'content' },
    },
    {
      dpi: 300,
      page: 'a corner of A4, on its side',
      label: { ...LABEL, widthMm: 297, heightMm: 210, leftMm: 150, topMm: 40 },
      placement: { turnDegrees: 180, fits: 'content' },
    },
  ] as const)('is read by zbar at $dpi dpi from $page', async ({ dpi, label, placement }) => {
    const picture = await draw(courierPdf(label), placement, LABEL_MM, dpi)
    expect([picture.widthDots, picture.heightDots]).toEqual(dpi === 203 ? [800, 1200] : [1181, 1771])
    expect(await readCodes(pictureToPng(picture))).toEqual(CODES)
  })

  test('is read from the last of 120 pages as well', async () => {
    const pageNumber = 120
    const pdf = courierPdf(
      ...Array.from({ length: pageNumber }, (_, index) => ({ ...LABEL, awb: `JP${String(index + 1)}` })),
    )
    const drawn = await drawPdfPage(pdf, pageNumber, UPRIGHT, LABEL_MM, { dpi: 203, dotsPerMm: null })
    if (!drawn.ok) throw new Error(drawn.error.detail)
    expect(await readCodes(pictureToPng(drawn.value))).toContain(`CODE-128:JP${String(pageNumber)}`)
  })

  test.each([90, 180, 270] as const)('is the same, turned by %i degrees', async (turnDegrees) => {
    const square = { widthMm: 100, heightMm: 100 }
    const pdf = courierPdf({ ...LABEL, ...square })
    const upright = await draw(pdf, UPRIGHT, square)
    const turned = await draw(pdf, { turnDegrees, fits: 'page' }, square)
    const last = upright.widthDots - 1
    const expected = inkedDots(upright).map(([x, y]) => {
      if (turnDegrees === 90) return [last - y, x]
      return turnDegrees === 180 ? [last - x, last - y] : [y, last - x]
    })
    // Edges that fall in the middle of a dot may round to its other side.
    const inked = new Set(inkedDots(turned).map(String))
    const missing = expected.filter((dot) => !inked.has(String(dot)))
    expect(missing.length).toBeLessThan(expected.length * 0.02)
  })

  test('fills the label with what is printed on the page, whatever the margins', async () => {
    const a4 = courierPdf({ ...LABEL, widthMm: 210, heightMm: 297, leftMm: 60, topMm: 90 })
    const dots = inkedDots(await draw(a4, { turnDegrees: 0, fits: 'content' }))
    const rows = dots.map(([, y]) => y)
    // The frame is 96 by 146 mm; about a millimetre stays white on either side.
    expect(rows.reduce((least, y) => Math.min(least, y), Infinity)).toBeLessThan(15)
    expect(rows.reduce((most, y) => Math.max(most, y), 0)).toBeGreaterThan(1185)
  })

  test('takes the length that it needs on a roll of paper', async () => {
    const picture = await draw(courierPdf(LABEL), UPRIGHT, { widthMm: 72, heightMm: null })
    expect([picture.widthDots, picture.heightDots]).toEqual([576, 864])
    expect(await readCodes(pictureToPng(picture))).toEqual(CODES)
  })

  test('is refused on a roll where it would be longer than two metres', async () => {
    const lengthy = courierPdf({ ...LABEL, widthMm: 10, heightMm: 1000 })
    const drawn = await drawPdfPage(lengthy, 1, UPRIGHT, { widthMm: 72, heightMm: null }, { dpi: 203, dotsPerMm: null })
    expect(drawn).toMatchObject({ ok: false, error: { code: 'not-drawable', detail: '7200 mm' } })
  })

  test('comes out of a label printer’s bytes dot by dot', async () => {
    const pdf = courierPdf(LABEL)
    const printer = labelPrinter('p', 'Label', { type: 'practice' })
    const content = {
      type: 'pdf',
      fileName: 'resi.pdf',
      pageNumber: 1,
      pdfBase64: Buffer.from(pdf).toString('base64'),
      placement: UPRIGHT,
    } as const
    const request = { content, document: 'pdf', isCopy: false, designs: DEFAULT_DESIGNS } as const
    const rendered = await renderDocument({ ...request, printer }, '')
    if (!rendered.ok) throw new Error(rendered.error.detail)
    const { pages, problems } = interpretTspl(rendered.value, 8)
    expect(problems).toEqual([])
    expect(pages).toHaveLength(1)
    const black = pages[0]?.dots.reduce((sum, dot) => sum + dot, 0)
    expect(black).toBe(inkedDots(await draw(pdf, UPRIGHT)).length)
    const roll = await renderDocument({ ...request, printer: receiptPrinter('r', 'Struk', { type: 'practice' }) }, '')
    expect(roll.ok).toBe(true)
  })
})
