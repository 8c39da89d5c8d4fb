import * as fc from 'fast-check'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { DEFAULT_DESIGNS, type DocumentDesigns } from '../../shared/documents/document-design.ts'
import { layoutDocument, type LayoutRequest } from '../../shared/documents/layout-document.ts'
import { sampleExchange, sampleReturn, sampleTaxedSale } from '../../shared/documents/sample-documents.ts'
import { sampleLine, sampleSale } from '../../shared/documents/sample-sale.ts'
import type { Printer } from '../../shared/domain/printer.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { propertyRuns, propertyTimeoutMs } from '../../shared/domain/testing/property-runs.ts'
import { createPracticePrinter } from '../practice/printer/practice-printer.ts'
import { receiptPrinter, rollMedia } from '../../shared/domain/usual-printers.ts'
import { pngOf, readCodes } from './printed-codes.ts'
import { documentMeasure, renderDocument } from './render-document.ts'
import { COLUMNS, printerFontMeasure } from './text-receipt-measure.ts'
import { receiptRows } from './text-receipt-rows.ts'
import { wildSale } from './wild-sale.ts'

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))
const PAPERS = [58, 80] as const
const RASTER = Buffer.from([0x1d, 0x76, 0x30])

const printerOn = (paperWidthMm: 58 | 80, changes: Partial<Printer> = {}): Printer => ({
  ...receiptPrinter('roll', 'Struk', { type: 'practice' }),
  media: { ...rollMedia(paperWidthMm), opensDrawer: true },
  receiptFonts: 'printer',
  ...changes,
})

/** A second copy of a receipt. */
const copyOf = (sale: Sale, printer: Printer): LayoutRequest => ({
  content: { type: 'sale', sale },
  document: 'receipt',
  isCopy: true,
  printer,
  designs: DEFAULT_DESIGNS,
})

type Made = { readonly bytes: Buffer; readonly isText: boolean; readonly codes: readonly string[] }

const make = async (
  sale: Sale,
  printer: Printer,
  {
    isCopy = false,
    qrisPayload,
    designs = DEFAULT_DESIGNS,
  }: { isCopy?: boolean; qrisPayload?: string; designs?: DocumentDesigns } = {},
): Promise<Made> => {
  const content = { type: 'sale', sale, ...(qrisPayload === undefined ? {} : { qrisPayload }) } as const
  const rendered = await renderDocument({ content, document: 'receipt', isCopy, printer, designs }, FONTS)
  if (!rendered.ok) throw new Error(rendered.error.detail)
  const practice = createPracticePrinter({
    onPage: () => undefined,
    now: () => 0,
    mintId: () => 'x',
    fontDirectory: FONTS,
  })
  const { pages, problems } = await practice.print(printer, 'receipt', rendered.value)
  expect(problems).toEqual([])
  expect(pages).toHaveLength(1)
  const bytes = Buffer.from(rendered.value)
  return { bytes, isText: !bytes.includes(RASTER), codes: await readCodes(pngOf(pages[0]?.imageUrl ?? '')) }
}

const [ESC, GS] = ['\u001b', '\u001d']
const STYLE_COMMANDS = new RegExp(`${ESC}[Ea][^]|${GS}[!B][^]`, 'g')
/** The printed words, commands left out. */
const wordsOf = (bytes: Buffer): string =>
  bytes
    .toString('latin1')
    .replaceAll(STYLE_COMMANDS, '')
    .replaceAll(/[^ -~\n]/g, '')

describe.each(PAPERS)('a receipt in the printer’s own fonts on %i mm paper', (paperWidthMm) => {
  const printer = printerOn(paperWidthMm)

  test.each([
    ['sale', sampleSale()],
    ['taxed sale', sampleTaxedSale()],
    ['return', sampleReturn()],
    ['exchange', sampleExchange()],
  ])('prints a %s as text with its barcode', async (_name, sale) => {
    const { bytes, isText, codes } = await make(sale, printer)
    expect(isText).toBe(true)
    expect(bytes.length).toBeLessThan(4000)
    expect(codes).toEqual([`CODE-128:${sale.number}`])
    for (const line of sale.lines) expect(wordsOf(bytes)).toContain(line.name.slice(0, 12))
  })

  test('says the same words in the same order as the picture', async () => {
    const sale = sampleTaxedSale()
    const pictured = layoutDocument(copyOf(sale, printer), documentMeasure)
    if (!pictured.ok) throw new Error(pictured.error.detail)
    const joined = (text: string): string => text.replaceAll(/\s+/g, '')
    const texts = (pictured.value[0]?.layout.primitives ?? []).flatMap((each) =>
      each.type === 'text' ? [each.text] : [],
    )
    const { bytes } = await make(sale, printer, { isCopy: true })
    const printed = joined(wordsOf(bytes))
    let at = 0
    for (const text of texts) {
      at = printed.indexOf(joined(text), at)
      expect([text, at]).not.toEqual([text, -1])
      at += 1
    }
    expect(texts).toContain('SALINAN')
  })

  test('carries the QRIS code of a payment that nobody has seen', async () => {
    const payload = `00020101021226${'A1b2C3d4'.repeat(16)}6304ABCD`
    const { codes, isText } = await make(sampleTaxedSale(), printer, { qrisPayload: payload })
    expect(isText).toBe(true)
    expect(codes).toContain(`QR-Code:${payload}`)
  })

  test('opens the drawer for cash, not for a copy', async () => {
    const cash = sampleSale()
    const pulse = Buffer.from([0x1b, 0x70, 0, 0x19, 0xfa])
    expect((await make(cash, printer)).bytes.includes(pulse)).toBe(true)
    expect((await make(cash, printer, { isCopy: true })).bytes.includes(pulse)).toBe(false)
  })

  test('becomes a picture when a character is outside the printer’s code page', async () => {
    const sale = { ...sampleSale(), note: 'Untuk Ibu Nguyễn' }
    expect((await make(sale, printer)).isText).toBe(false)
    expect((await make({ ...sale, note: 'Café “Ibu” – 50 %…' }, printer)).isText).toBe(true)
  })

  test(
    'never has a row wider than the paper, nor loses text, whatever the sale holds',
    { timeout: propertyTimeoutMs() },
    () => {
      fc.assert(
        fc.property(wildSale('any'), (sale) => {
          const pages = layoutDocument(copyOf(sale, printer), printerFontMeasure(paperWidthMm, documentMeasure))
          if (!pages.ok) return
          const layout = pages.value[0]?.layout
          const rows = layout === undefined ? null : receiptRows(layout, paperWidthMm)
          // A text too wide for its line makes the receipt a picture; no other row may.
          if (rows === null || layout === undefined) return
          const pieces = rows.flatMap((row) => (row.type === 'text' ? row.pieces : []))
          const ends = pieces.map((piece) => piece.startCell + Array.from(piece.text).length * piece.cells)
          expect(Math.max(0, ...ends)).toBeLessThanOrEqual(COLUMNS[paperWidthMm])
          expect(pieces.map(({ text }) => text).sort()).toEqual(
            layout.primitives.flatMap((each) => (each.type === 'text' ? [each.text] : [])).sort(),
          )
        }),
        { numRuns: propertyRuns(40) },
      )
    },
  )
})

test(
  'prints whatever Latin text a sale holds without a byte that the printer does not know',
  { timeout: propertyTimeoutMs() },
  async () => {
    const latin = fc.string({
      minLength: 1,
      maxLength: 60,
      unit: fc.constantFrom(...Array.from(' {}\\^~abcXYZ0129%é€“…'), 'W'),
    })
    const number = fc.stringMatching(/^[A-Z0-9{-]{1,24}$/)
    await fc.assert(
      fc.asyncProperty(latin, latin, number, fc.constantFrom(...PAPERS), async (name, note, saleNumber, paper) => {
        const sale = sampleSale({ lines: [sampleLine('A', name, 3, 1500)], note, number: saleNumber })
        const { isText, codes } = await make(sale, printerOn(paper))
        const readable = ['picture', `CODE-128:${saleNumber}`, `QR-Code:${saleNumber}`]
        expect(readable).toContain(isText ? codes[0] : 'picture')
      }),
      { numRuns: propertyRuns(12) },
    )
  },
)

test('carries the shop’s logo as a picture above the text', async () => {
  const grey = Uint8Array.from({ length: 40 * 20 }, (_, index) => (index % 3 === 0 ? 0 : 255))
  const logo = { widthPx: 40, heightPx: 20, greyBase64: Buffer.from(grey).toString('base64') }
  const { bytes, codes } = await make(sampleSale(), printerOn(80), {
    designs: { ...DEFAULT_DESIGNS, logo, language: 'en' },
  })
  expect(codes).toEqual(['CODE-128:K1-261121-0007'])
  expect(bytes.indexOf(RASTER)).toBeLessThan(bytes.indexOf('Toko Sumber Rejeki'))
  expect(bytes.indexOf(RASTER)).toBeGreaterThan(-1)
  expect(wordsOf(bytes)).toContain('Cash')
})

test('is a picture on printers that are turned or shifted, in other languages and for other documents', async () => {
  for (const changes of [
    { isTurned: true },
    { offsetXMm: 2 },
    { offsetYMm: -1 },
    { receiptFonts: 'picture' },
  ] as const) {
    const { isText } = await make(sampleSale(), printerOn(80, changes))
    expect([changes, isText]).toEqual([changes, false])
  }
})
