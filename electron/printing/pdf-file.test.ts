import { jsPDF } from 'jspdf'
import { describe, expect, test } from 'vitest'
import { LARGEST_PDF_BYTES } from '../../shared/domain/print-trouble.ts'
import { readPdf } from './pdf-file.ts'
import { drawPdfPage } from './pdf-page.ts'
import { previewPdf } from './pdf-preview.ts'
import { courierPdf } from './testing/courier-pdf.ts'

const LABEL = { widthMm: 100, heightMm: 150, awb: 'JP8812345678' }
const PAPER = { widthMm: 100, heightMm: 150 }
const HEAD = { dpi: 203, dotsPerMm: null } as const
const UPRIGHT = { turnDegrees: 0, fits: 'page' } as const
const text = (words: string): Uint8Array => new TextEncoder().encode(words)

describe('a PDF from elsewhere', () => {
  test('tells its pages and their sizes', async () => {
    const read = await readPdf(courierPdf(LABEL, { ...LABEL, widthMm: 210, heightMm: 148 }))
    if (!read.ok) throw new Error(read.error.detail)
    expect(read.value.pages.map(({ widthMm, heightMm }) => [Math.round(widthMm), Math.round(heightMm)])).toEqual([
      [100, 150],
      [210, 148],
    ])
  })

  test.each([
    ['pdf-locked', 'locked with a password', () => courierPdf({ ...LABEL, password: 'rahasia' })],
    ['pdf-damaged', 'of no bytes', () => new Uint8Array()],
    ['pdf-damaged', 'that is something else', () => text('<html>Not found</html>')],
    ['pdf-damaged', 'cut off after its head', () => courierPdf(LABEL).subarray(0, 400)],
    ['pdf-too-large', 'larger than is read', () => new Uint8Array(LARGEST_PDF_BYTES + 1)],
  ] as const)('is refused as %s: one %s', async (code, _what, make) => {
    const bytes = make()
    const answers = [await readPdf(bytes), await drawPdfPage(bytes, 1, UPRIGHT, PAPER, HEAD), await previewPdf(bytes)]
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code } })
  })

  test('refuses a page that it has not, and a blank one whose margins are to be cut', async () => {
    expect(await drawPdfPage(courierPdf(LABEL), 2, UPRIGHT, PAPER, HEAD)).toMatchObject({
      error: { code: 'pdf-empty' },
    })
    const blank = new Uint8Array(new jsPDF().output('arraybuffer'))
    const cropped = await drawPdfPage(blank, 1, { turnDegrees: 0, fits: 'content' }, PAPER, HEAD)
    expect(cropped).toMatchObject({ error: { code: 'pdf-empty' } })
  })

  test('leaves the bytes that it was given as they are', async () => {
    const pdf = courierPdf(LABEL)
    const before = Buffer.from(pdf)
    await readPdf(pdf)
    expect(before.equals(pdf)).toBe(true)
  })

  test('serves two that are asked for at once', async () => {
    const pdfs = [courierPdf(LABEL), courierPdf(LABEL, LABEL)]
    const read = await Promise.all(pdfs.map(readPdf))
    expect(read.map((one) => one.ok && one.value.pages.length)).toEqual([1, 2])
  })

  test('is shown in small pictures of at most 50 pages', async () => {
    const preview = await previewPdf(courierPdf(...Array.from({ length: 52 }, () => LABEL)))
    if (!preview.ok) throw new Error(preview.error.detail)
    expect(preview.value.pageCount).toBe(52)
    expect(preview.value.pages).toHaveLength(50)
    const [first] = preview.value.pages
    const png = Buffer.from(first?.pngBase64 ?? '', 'base64')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([320, 480])
    expect(png.length).toBeLessThan(40_000)
  })
})
