import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { courierPdf } from '../electron/printing/testing/courier-pdf.ts'
import { documentMeasure, renderDocument } from '../electron/printing/render-document.ts'
import { documentPdfSheets } from '../electron/reports/document-pdf-sheets.ts'
import { layoutsToPdf } from '../electron/reports/layouts-to-pdf.ts'
import { shiftReportPdf } from '../electron/reports/shift-report-pdf.ts'
import { DEFAULT_DESIGNS } from '../shared/documents/document-design.ts'
import { sampleTaxedSale } from '../shared/documents/sample-documents.ts'
import { longSampleSale, SAMPLE_DELIVERY, sampleSale } from '../shared/documents/sample-sale.ts'
import { sampleShiftReport } from '../shared/documents/sample-shift-report.ts'
import { rupiah } from '../shared/domain/money.ts'
import { labelMedia, labelPrinter } from '../shared/domain/usual-printers.ts'
import type { DocumentPdf } from '../shared/ipc/document-pdf.ts'
import { PAPER_GOODS } from '../tests/paper/paper-documents.ts'
import { sampleLogo } from '../tests/paper/sample-logo.ts'
import { FONTS, interpret } from '../tests/paper/sent-pages.ts'
import type { OtherPicture } from './paper-other-pictures.ts'

const run = promisify(execFile)
const PDF_DPI = 100

const DELIVERED = sampleSale({ kind: 'delivery', delivery: SAMPLE_DELIVERY })

/** What hangs on shelves: reduced, by weight with its SKU as code, and at its ordinary price. */
const SHELF_GOODS = [
  { goods: PAPER_GOODS, copies: 2 },
  {
    goods: {
      ...PAPER_GOODS,
      sku: 'CURA-0001',
      name: 'Beras Pandan Wangi Curah',
      barcode: null,
      soldBy: 'weight' as const,
    },
    copies: 1,
  },
  {
    goods: {
      ...PAPER_GOODS,
      sku: 'KERI-0012',
      barcode: '8997204302141',
      name: 'Keripik Singkong Balado Pedas Manis Khas Padang Kemasan Ekonomis Isi Ulang 1.000 g',
      price: rupiah(1_238_500),
      regularPrice: null,
    },
    copies: 2,
  },
]

const saved: readonly { readonly name: string; readonly paper: string; readonly what: DocumentPdf }[] = [
  { name: 'invoice', paper: 'A4', what: { type: 'invoice', sale: sampleTaxedSale() } },
  { name: 'invoice-long', paper: 'A4', what: { type: 'invoice', sale: longSampleSale() } },
  {
    name: 'pdf-receipt-80',
    paper: '80 mm wide',
    what: { type: 'receipt', sale: sampleTaxedSale(), paperWidthMm: 80 },
  },
  {
    name: 'pdf-labels-a4',
    paper: 'A4, four labels of 100 x 150 mm',
    what: { type: 'labels', sales: [DELIVERED, DELIVERED, DELIVERED], perSheet: 'a4' },
  },
  {
    name: 'pdf-product-labels-a4',
    paper: 'A4, three by eight labels, two used up',
    what: {
      type: 'goods',
      document: 'product-label',
      goods: [{ goods: PAPER_GOODS, copies: 10 }],
      columns: 3,
      rows: 8,
      marginXMm: 0,
      marginYMm: 0,
      columnGapMm: 0,
      rowGapMm: 0,
      usedLabels: 2,
    },
  },
  {
    name: 'pdf-shelf-tags-a4',
    paper: 'A4, two by six tags, white around each',
    what: {
      type: 'goods',
      document: 'shelf-tag',
      goods: SHELF_GOODS,
      columns: 2,
      rows: 6,
      marginXMm: 8,
      marginYMm: 12,
      columnGapMm: 4,
      rowGapMm: 3,
      usedLabels: 0,
    },
  },
]

/** The pages of the PDFs that Konter saves, as another program (poppler) draws them. Rejects without pdftoppm. */
export const savedPdfPictures = async (language: 'id' | 'en'): Promise<readonly OtherPicture[]> => {
  const designs = { ...DEFAULT_DESIGNS, language, logo: sampleLogo() }
  const made: OtherPicture[] = []
  for (const { name, paper, what } of saved) {
    const sheets = documentPdfSheets(what, designs, documentMeasure)
    if (!sheets.ok) throw new Error(`${name}: ${sheets.error.detail}`)
    made.push(
      ...(await pagePictures(
        name,
        paper,
        await layoutsToPdf(sheets.value, { title: name, madeAtMs: 0, fontFolder: FONTS }),
      )),
    )
  }
  for (const kind of ['x', 'z'] as const) {
    made.push(
      ...(await pagePictures(
        `pdf-${kind}-report`,
        'A4',
        await shiftReportPdf(sampleShiftReport({ kind }), FONTS, language),
      )),
    )
  }
  return made
}

/** One picture for each page of a PDF. */
const pagePictures = async (name: string, paper: string, pdf: Uint8Array): Promise<readonly OtherPicture[]> =>
  (await pngsOf(pdf)).map((png, page) => ({
    type: 'png',
    name: page === 0 ? name : `${name}-${String(page + 1)}`,
    paper: `${paper}, PDF at ${String(PDF_DPI)} dpi`,
    png,
  }))

const pngsOf = async (pdf: Uint8Array): Promise<readonly Uint8Array[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'konter-paper-'))
  try {
    const path = join(folder, 'document.pdf')
    await writeFile(path, pdf)
    await run('pdftoppm', ['-png', '-gray', '-r', String(PDF_DPI), path, join(folder, 'page')])
    const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).toSorted()
    return await Promise.all(names.map((name) => readFile(join(folder, name))))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A courier's label, self-made, as a label printer prints it: once as it came, once as a copy, whose banner knows languages. */
export const courierPictures = async (language: 'id' | 'en'): Promise<readonly OtherPicture[]> => {
  const pdf = courierPdf({ widthMm: 100, heightMm: 150, awb: 'JP8812345678' })
  const printer = { ...labelPrinter('paper', 'Uji', { type: 'practice' }), media: labelMedia(100, 150) }
  const content = {
    type: 'pdf',
    fileName: 'kurir.pdf',
    pdfBase64: Buffer.from(pdf).toString('base64'),
    pageNumber: 1,
    placement: { turnDegrees: 0, fits: 'page' },
  } as const
  const made: OtherPicture[] = []
  for (const isCopy of language === 'id' ? [false, true] : [true]) {
    const request = { content, document: 'pdf', isCopy, printer, designs: { ...DEFAULT_DESIGNS, language } } as const
    const bytes = await renderDocument(request, FONTS)
    if (!bytes.ok) throw new Error(`A courier's PDF is refused: ${bytes.error.detail}`)
    const [page] = interpret(bytes.value, printer).pages
    const name = isCopy ? 'courier-pdf-copy' : 'courier-pdf'
    const paper = `100 x 150 mm labels, ${isCopy ? 'printed again' : 'the same in both languages'}`
    if (page !== undefined) made.push({ type: 'dots', name, paper, page })
  }
  return made
}
