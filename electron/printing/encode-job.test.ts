import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import { layoutDocument } from '../../shared/documents/layout-document.ts'
import { longSampleSale, SAMPLE_DELIVERY, sampleSale } from '../../shared/documents/sample-sale.ts'
import type { DocumentKind } from '../../shared/domain/document-kind.ts'
import type { Printer, PrinterLanguage } from '../../shared/domain/printer.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { interpretEscpos } from '../practice/printer/interpret-escpos.ts'
import { interpretTspl } from '../practice/printer/interpret-tspl.ts'
import { interpretZpl } from '../practice/printer/interpret-zpl.ts'
import { createPracticePrinter } from '../practice/printer/practice-printer.ts'
import { labelPrinter, receiptPrinter } from '../../shared/domain/usual-printers.ts'
import { encodeJob } from './encode-job.ts'
import type { MonoPicture } from './mono-picture.ts'
import { pngOf, readCodes } from './printed-codes.ts'
import { rasterizeLayout } from './rasterize-layout.ts'
import { withoutRealTimeSequences } from './real-time-sequences.ts'
import { documentMeasure, renderDocument } from './render-document.ts'
import { pictureDifferences } from './testing/picture-differences.ts'

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))
const LANGUAGES: readonly PrinterLanguage[] = ['tspl', 'zpl', 'escpos']
const DPIS = [203, 300] as const
const delivered = sampleSale({ kind: 'delivery', delivery: SAMPLE_DELIVERY })

const labelsIn = (language: PrinterLanguage, dpi: 203 | 300): Printer => ({
  ...labelPrinter('label', 'Label', { type: 'practice' }),
  language,
  dpi,
})
const rollIn = (language: PrinterLanguage, paperWidthMm: 58 | 80): Printer => ({
  ...receiptPrinter('roll', 'Struk', { type: 'practice' }),
  language,
  media: { type: 'roll', paperWidthMm, cuts: true, opensDrawer: true },
})
const CASES: readonly (readonly [PrinterLanguage, DocumentKind, string, Printer])[] = LANGUAGES.flatMap((language) => [
  ...DPIS.map((dpi) => [language, 'label', `${String(dpi)} dpi`, labelsIn(language, dpi)] as const),
  ...([58, 80] as const).map((mm) => [language, 'receipt', `${String(mm)} mm`, rollIn(language, mm)] as const),
])

const requestOf = (sale: Sale, document: DocumentKind, printer: Printer) =>
  ({ content: { type: 'sale', sale }, document, isCopy: false, printer, designs: DEFAULT_DESIGNS }) as const

const pictureOf = (sale: Sale, document: DocumentKind, printer: Printer): MonoPicture => {
  const pages = layoutDocument(requestOf(sale, document, printer), documentMeasure)
  if (!pages.ok || pages.value[0] === undefined) throw new Error('Not laid out')
  const picture = rasterizeLayout(pages.value[0].layout, printer, FONTS)
  return printer.language === 'escpos' ? withoutRealTimeSequences(picture) : picture
}

const interpret = (bytes: Uint8Array, { language, dpi }: Printer) => {
  if (language === 'escpos') return interpretEscpos(bytes, 1300)
  return language === 'tspl' ? interpretTspl(bytes, dpi === 203 ? 8 : 300 / 25.4) : interpretZpl(bytes)
}

const printCodes = async (sale: Sale, document: DocumentKind, printer: Printer): Promise<readonly string[]> => {
  const rendered = await renderDocument(requestOf(sale, document, printer), FONTS)
  if (!rendered.ok) throw new Error(rendered.error.detail)
  const practice = createPracticePrinter({ onPage: () => undefined, now: () => 0, mintId: () => 'page' })
  const { pages, problems } = await practice.print(printer, document, rendered.value)
  expect(problems).toEqual([])
  return readCodes(pngOf(pages[0]?.imageUrl ?? ''))
}

describe.each(CASES)('%s: a %s, %s', (_language, document, _size, printer) => {
  test('prints exactly the dots that were drawn', () => {
    const picture = pictureOf(document === 'label' ? delivered : longSampleSale(), document, printer)
    const bytes = encodeJob([{ picture, copies: 1 }], printer, { opensDrawer: false })
    const { pages, problems } = interpret(bytes, printer)
    expect(problems).toEqual([])
    expect(pages).toHaveLength(1)
    expect(picture.bits.some((byte) => byte !== 0)).toBe(true)
    expect(pictureDifferences(picture, pages[0])).toBe(0)
  })

  test('is read by a decoder from outside the project', async () => {
    const codes = await printCodes(delivered, document, printer)
    const wanted = ['CODE-128:K1-261121-0007', ...(document === 'label' ? ['CODE-128:JP8812345678'] : [])]
    expect(codes).toEqual(expect.arrayContaining(wanted))
  })
})

test('opens the drawer for cash where the language can, not for a copy', async () => {
  const kicks = async (language: PrinterLanguage, isCopy: boolean): Promise<number> => {
    const printer = rollIn(language, 80)
    const rendered = await renderDocument({ ...requestOf(sampleSale(), 'receipt', printer), isCopy }, FONTS)
    return rendered.ok ? interpret(rendered.value, printer).drawerKicks : -1
  }
  expect([await kicks('escpos', false), await kicks('escpos', true), await kicks('tspl', false)]).toEqual([1, 0, 0])
})
