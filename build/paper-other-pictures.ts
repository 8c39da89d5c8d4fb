import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createFontCells } from '../electron/practice/printer/font-cells.ts'
import { interpretEscpos } from '../electron/practice/printer/interpret-escpos.ts'
import type { DotPage } from '../electron/practice/printer/dot-page.ts'
import { sheetDots } from '../electron/printing/label-sheet.ts'
import { documentMeasure } from '../electron/printing/render-document.ts'
import { documentPdfSheets } from '../electron/reports/document-pdf-sheets.ts'
import { layoutsToPdf } from '../electron/reports/layouts-to-pdf.ts'
import { longSampleSale } from '../shared/documents/sample-sale.ts'
import { sampleTaxedSale } from '../shared/documents/sample-documents.ts'
import { PAPER_DOCUMENTS, requestFor } from '../tests/paper/paper-documents.ts'
import { FONTS, sentBytes } from '../tests/paper/sent-pages.ts'

const run = promisify(execFile)
const INVOICE_DPI = 100

/** A picture that no printer's raster bytes give: its name, what it is on, and its PNG or dots. */
export type OtherPicture = { readonly name: string; readonly paper: string } & (
  | { readonly type: 'dots'; readonly page: DotPage }
  | { readonly type: 'png'; readonly png: Uint8Array }
)

/** Receipts in a printer's own fonts; the letters of a real printer look different, their places are these. */
const textReceipts = async (language: 'id' | 'en'): Promise<readonly OtherPicture[]> => {
  const receipts = PAPER_DOCUMENTS.filter(({ name }) => /^(receipt|receipt-qris|return)-\d+$/.test(name))
  const made: OtherPicture[] = []
  for (const paperDocument of receipts) {
    const request = requestFor(paperDocument, { language, dpi: 203, printerLanguage: 'escpos' })
    const printer = { ...request.printer, receiptFonts: 'printer' as const }
    const bytes = await sentBytes({ ...request, printer })
    const { pages, problems } = interpretEscpos(bytes, sheetDots(printer).widthDots, createFontCells(FONTS))
    if (problems.length > 0) throw new Error(`${paperDocument.name}: ${problems.join('; ')}`)
    const [page] = pages
    const paper = `${paperDocument.name.slice(-2)} mm roll, printer's own fonts`
    if (page !== undefined) made.push({ type: 'dots', name: `text-${paperDocument.name}`, paper, page })
  }
  return made
}

/** The pages of an A4 invoice as another program (poppler) draws the PDF. */
const invoices = async (language: 'id' | 'en'): Promise<readonly OtherPicture[]> => {
  const { designs } = requestFor(PAPER_DOCUMENTS[0] ?? failWithoutDocuments(), {
    language,
    dpi: 203,
    printerLanguage: 'escpos',
  })
  const made: OtherPicture[] = []
  for (const [name, sale] of [
    ['invoice', sampleTaxedSale()],
    ['invoice-long', longSampleSale()],
  ] as const) {
    const sheets = documentPdfSheets({ type: 'invoice', sale }, designs, documentMeasure)
    if (!sheets.ok) throw new Error(`${name}: ${sheets.error.detail}`)
    const pdf = await layoutsToPdf(sheets.value, { title: name, madeAtMs: 0, fontFolder: FONTS })
    for (const [page, png] of (await pngsOf(pdf)).entries()) {
      const paper = `A4, PDF at ${String(INVOICE_DPI)} dpi`
      made.push({ type: 'png', name: page === 0 ? name : `${name}-${String(page + 1)}`, paper, png })
    }
  }
  return made
}

const failWithoutDocuments = (): never => {
  throw new Error('There are no documents')
}

const pngsOf = async (pdf: Uint8Array): Promise<readonly Uint8Array[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'konter-invoice-'))
  try {
    const path = join(folder, 'invoice.pdf')
    await writeFile(path, pdf)
    await run('pdftoppm', ['-png', '-gray', '-r', String(INVOICE_DPI), path, join(folder, 'page')])
    const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).toSorted()
    return await Promise.all(names.map((name) => readFile(join(folder, name))))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** What is printed neither from a picture nor to dots. Rejects without pdftoppm. */
export const otherPictures = async (language: 'id' | 'en'): Promise<readonly OtherPicture[]> => [
  ...(await textReceipts(language)),
  ...(await invoices(language)),
]
