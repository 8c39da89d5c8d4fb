import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DEFAULT_DESIGNS, type DocumentDesigns } from '../../shared/documents/document-design.ts'
import { extentOf } from '../../shared/documents/layout-geometry.ts'
import { createDocumentMeasure } from '../../shared/documents/document-measure.ts'
import { layoutInvoice } from '../../shared/documents/invoice-layout.ts'
import { sampleTaxedSale } from '../../shared/documents/sample-documents.ts'
import { SAMPLE_DELIVERY, sampleLine, sampleSale } from '../../shared/documents/sample-sale.ts'
import { documentPdfSheets } from './document-pdf-sheets.ts'
import { labelsOnA4 } from './pdf-sheets.ts'
import { saveDocumentPdfRequestSchema, type DocumentPdf, type LabelSheet } from '../../shared/ipc/document-pdf.ts'
import { bwipSymbols } from '../printing/bwip-symbols.ts'
import { readCodes } from '../printing/printed-codes.ts'
import { sampleGoods } from '../printing/testing/goods-samples.ts'
import { makePdf } from './make-pdf.ts'
import type { MakePdf } from './pdf-order.ts'
import { saveDocumentPdf } from './save-document-pdf.ts'

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))
const run = promisify(execFile)
const measure = createDocumentMeasure(bwipSymbols)
const SHEET = { marginXMm: 5, marginYMm: 10, columnGapMm: 2, rowGapMm: 0, usedLabels: 0 }

const makePdfWith =
  (fontFolder: string): MakePdf =>
  (order) =>
    makePdf(order, fontFolder)

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'konter-pdf-'))
})
afterEach(() => rm(folder, { recursive: true }))

const save = (what: DocumentPdf, designs: DocumentDesigns = DEFAULT_DESIGNS, name = 'K1-261121-0007') =>
  saveDocumentPdf(
    { folder, askPath: async (path) => path, makePdf: makePdfWith(FONTS), now: () => 1_795_269_900_000 },
    saveDocumentPdfRequestSchema.parse({ name, what, designs }),
  )

const pathOf = async (what: DocumentPdf, designs?: DocumentDesigns): Promise<string> => {
  const saved = await save(what, designs)
  if (!saved.ok || saved.value.path === null) throw new Error(JSON.stringify(saved))
  return saved.value.path
}

/** The words that pdftotext, a reader from outside the project, finds. */
const wordsOf = async (path: string): Promise<string> => {
  const { stdout } = await run('pdftotext', ['-layout', path, '-'])
  return stdout.replaceAll(/\s+/g, ' ')
}
const pageSizes = async (path: string): Promise<readonly string[]> => {
  const { stdout } = await run('pdfinfo', ['-l', '99', path])
  return [...stdout.matchAll(/size:\s+([\d.]+) x ([\d.]+) pts/g)].map((match) =>
    [match[1], match[2]].map((points) => String(Math.round((Number(points) * 25.4) / 72))).join('x'),
  )
}
/** What zbar reads from a page as pdftoppm draws it. */
const codesOf = async (path: string, page: number): Promise<readonly string[]> => {
  const png = join(folder, 'page')
  await run('pdftoppm', ['-r', '300', '-png', '-singlefile', '-f', String(page), '-l', String(page), path, png])
  return readCodes(await readFile(`${png}.png`))
}

describe('documents as PDF', { timeout: 60_000 }, () => {
  test.each(['id', 'en'] as const)('hold every figure and name of an invoice (%s)', async (language) => {
    const lines = Array.from({ length: 40 }, (_, index) =>
      sampleLine(`SKU-${String(index)}`, `Barang ${String(index)}`, 2, 1_000 + index),
    )
    const designs = { ...DEFAULT_DESIGNS, language }
    for (const sale of [sampleTaxedSale(), sampleSale({ lines, delivery: SAMPLE_DELIVERY })]) {
      const path = await pathOf({ type: 'invoice', sale }, designs)
      const words = await wordsOf(path)
      const pages = layoutInvoice(sale, designs, measure)
      expect(await pageSizes(path)).toEqual(pages.map(() => '210x297'))
      const texts = pages
        .flatMap(({ primitives }) => primitives)
        .flatMap((each) => (each.type === 'text' ? [each] : []))
      for (const { text } of texts) expect(words).toContain(text)
    }
  })

  test('make a receipt as long as it needs to be, its code readable', async () => {
    const sale = sampleTaxedSale()
    const path = await pathOf({ type: 'receipt', sale, paperWidthMm: 80 })
    const words = await wordsOf(path)
    for (const part of ['Toko Sumber Rejeki', 'Kopi Bubuk Gayo Kemasan 250 g', 'Rp 107.900', 'Rp 42.100']) {
      expect(words).toContain(part)
    }
    const [size = ''] = await pageSizes(path)
    expect(size).toMatch(/^80x\d{3}$/)
    expect(await codesOf(path, 1)).toEqual(['CODE-128:K1-261121-0012'])
    const narrow = await pathOf({ type: 'receipt', sale, paperWidthMm: 58 })
    expect(await codesOf(narrow, 1)).toEqual(['CODE-128:K1-261121-0012'])
  })

  test('put shipping labels on pages of their own or four on an A4 sheet, every code readable', async () => {
    const awbs = ['JP8812345678', 'JP8812345679', 'JP8812345680', 'JP8812345681', 'JP8812345682']
    const sales = awbs.map((awb, index) =>
      sampleSale({
        kind: 'delivery',
        delivery: { ...SAMPLE_DELIVERY, awb },
        number: `K1-261121-${String(1000 + index)}`,
      }),
    )
    const codes = (from: number, to: number) =>
      sales.slice(from, to).flatMap(({ number, delivery }) => [`CODE-128:${delivery?.awb ?? ''}`, `CODE-128:${number}`])
    const single = await pathOf({ type: 'labels', sales, perSheet: 'label-page' })
    expect(await pageSizes(single)).toEqual(Array.from({ length: 5 }, () => '100x150'))
    expect(await codesOf(single, 2)).toEqual(codes(1, 2).toSorted())
    const sheets = await pathOf({ type: 'labels', sales, perSheet: 'a4' })
    expect(await pageSizes(sheets)).toEqual(['210x297', '210x297'])
    expect(await codesOf(sheets, 1)).toEqual(codes(0, 4).toSorted())
    expect(await codesOf(sheets, 2)).toEqual(codes(4, 5).toSorted())
  })

  test('stand in the middle of the quarters of an A4 sheet', () => {
    const layout = { widthMm: 100, heightMm: 150, primitives: [] }
    const [sheet] = labelsOnA4([layout, layout, layout, layout])
    const middles = sheet?.placed.map(({ place }) => [place.xMm + 50 * place.scale, place.yMm + 75 * place.scale])
    expect(middles?.flat().map((mm) => Math.round(mm * 100) / 100)).toEqual([
      52.5, 74.25, 157.5, 74.25, 52.5, 222.75, 157.5, 222.75,
    ])
  })

  test('fill sheets of product labels from the first free one, no label more or less', async () => {
    const goods = [
      { goods: sampleGoods({ name: 'Kopi' }), copies: 60 },
      { goods: sampleGoods({ name: 'Teh', barcode: null, sku: 'TEH-1' }), copies: 7 },
    ]
    const sheet = { ...SHEET, columns: 5, rows: 13, usedLabels: 3 }
    const path = await pathOf({ type: 'goods', document: 'product-label', goods, ...sheet })
    expect(await pageSizes(path)).toEqual(['210x297', '210x297'])
    const words = (await wordsOf(path)).split(' ')
    expect(words.filter((word) => word === 'Kopi')).toHaveLength(60)
    expect(words.filter((word) => word === 'Teh')).toHaveLength(7)
    expect(new Set(await codesOf(path, 1))).toEqual(new Set(['EAN-13:8991234567891', 'CODE-128:TEH-1']))
  })

  test.each([
    [3, 8],
    [1, 1],
    [2, 7],
  ])('keep away from the edges of a sheet of %i by %i labels, which office printers leave white', (columns, rows) => {
    const sheet = { columns, rows, marginXMm: 0, marginYMm: 0, columnGapMm: 0, rowGapMm: 0, usedLabels: 0 }
    const goods = [{ goods: sampleGoods(), copies: columns * rows }]
    const what = { type: 'goods', document: 'product-label', goods, ...sheet } as const
    const sheets = documentPdfSheets(what, DEFAULT_DESIGNS, measure)
    if (!sheets.ok) throw new Error(sheets.error.detail)
    const [page, ...others] = sheets.value
    expect([page?.placed.length, others.length]).toEqual([columns * rows, 0])
    const [widthMm, heightMm] = [210 / columns, 297 / rows]
    page?.placed.forEach(({ layout, place: { xMm, yMm } }, index) => {
      const cell = { left: (index % columns) * widthMm, top: Math.floor(index / columns) * heightMm }
      for (const primitive of layout.primitives) {
        const { left, top, right, bottom } = extentOf(primitive, measure)
        expect(xMm + left).toBeGreaterThanOrEqual(Math.max(4.49, cell.left))
        expect(yMm + top).toBeGreaterThanOrEqual(Math.max(4.49, cell.top))
        expect(xMm + right).toBeLessThanOrEqual(Math.min(210 - 4.49, cell.left + widthMm))
        expect(yMm + bottom).toBeLessThanOrEqual(Math.min(297 - 4.49, cell.top + heightMm))
      }
    })
  })

  test('have the whole of their labels where the sheet’s margins are wide, or where they need it', () => {
    const sizeOn = (sheet: LabelSheet) => {
      const goods = [{ goods: sampleGoods(), copies: 1 }]
      const what = { type: 'goods', document: 'product-label', goods, ...sheet } as const
      const sheets = documentPdfSheets(what, DEFAULT_DESIGNS, measure)
      if (!sheets.ok) throw new Error(sheets.error.detail)
      return sheets.value[0]?.placed.map(({ layout }) => [layout.widthMm, layout.heightMm])[0]
    }
    expect(sizeOn({ ...SHEET, columns: 5, rows: 13 })).toEqual([38.4, (297 - 20) / 13])
    const tight = { marginXMm: 0, marginYMm: 0, columnGapMm: 0, rowGapMm: 0, usedLabels: 0, columns: 5, rows: 25 }
    expect(sizeOn(tight)).toEqual([42, 297 / 25])
  })

  test('are refused like a print, before anybody is asked for a place', async () => {
    const sheet = { ...SHEET, marginYMm: 40, columns: 10, rows: 30 }
    const goods = [{ goods: sampleGoods(), copies: 1 }]
    const tooSmall = await save({ type: 'goods', document: 'product-label', goods, ...sheet })
    expect(tooSmall).toMatchObject({ ok: false, error: { code: 'not-drawable' } })
    const many = [1, 2].map(() => ({ goods: sampleGoods(), copies: 2000 }))
    expect(
      await save({ type: 'goods', document: 'product-label', goods: many, ...SHEET, columns: 3, rows: 8 }),
    ).toMatchObject({
      ok: false,
      error: { code: 'not-drawable', detail: '4000 > 3000' },
    })
    const walkIn = await save({ type: 'labels', sales: [sampleSale()], perSheet: 'a4' })
    expect(walkIn).toMatchObject({ ok: false, error: { detail: expect.stringContaining('K1-261121-0007') } })
    expect(await readdir(folder)).toEqual([])
  })

  test('go where the user says under a name that every system takes, and nowhere when they cancel', async () => {
    const what: DocumentPdf = { type: 'invoice', sale: sampleSale() }
    expect(await save(what, DEFAULT_DESIGNS, '../faktur: K1/7?')).toEqual({
      ok: true,
      value: { path: join(folder, '-faktur- K1-7-.pdf') },
    })
    const deps = { folder, askPath: async () => null, makePdf: makePdfWith(FONTS), now: () => 0 }
    const cancelled = await saveDocumentPdf(deps, { name: 'x', what, designs: DEFAULT_DESIGNS })
    expect(cancelled).toEqual({ ok: true, value: { path: null } })
    const broken = { ...deps, askPath: async () => join(folder, 'x.pdf'), makePdf: makePdfWith(join(folder, 'none')) }
    expect(await saveDocumentPdf(broken, { name: 'x', what, designs: DEFAULT_DESIGNS })).toMatchObject({
      ok: false,
      error: { code: 'export-failed' },
    })
  })
})
