import { createFontCells } from '../electron/practice/printer/font-cells.ts'
import type { DotPage } from '../electron/practice/printer/dot-page.ts'
import { interpretEscpos } from '../electron/practice/printer/interpret-escpos.ts'
import { sheetDots } from '../electron/printing/label-sheet.ts'
import { PAPER_DOCUMENTS, requestFor, type PaperDocument } from '../tests/paper/paper-documents.ts'
import { FONTS, interpret, sentBytes } from '../tests/paper/sent-pages.ts'
import { courierPictures, savedPdfPictures } from './paper-pdf-pictures.ts'

/** A picture of what is not among the documents that are drawn at 203 dpi: its name, what it is on, and its PNG or dots. */
export type OtherPicture = { readonly name: string; readonly paper: string } & (
  | { readonly type: 'dots'; readonly page: DotPage }
  | { readonly type: 'png'; readonly png: Uint8Array }
)

/** The receipts that go in a printer's own fonts; the long one does not, since no code page has all of its characters. */
const receiptsInPrinterFonts = (): readonly PaperDocument[] =>
  PAPER_DOCUMENTS.flatMap((paperDocument) => {
    if (!/^(receipt|receipt-qris|return|exchange)-\d+$/.test(paperDocument.name)) return []
    const copy = { ...paperDocument, name: paperDocument.name.replace('receipt', 'receipt-copy'), isCopy: true }
    return /^receipt-\d/.test(paperDocument.name) ? [paperDocument, copy] : [paperDocument]
  })

/** Receipts in a printer's own fonts; the letters of a real printer look different, their places are these. */
const textReceipts = async (language: 'id' | 'en'): Promise<readonly OtherPicture[]> => {
  const made: OtherPicture[] = []
  for (const paperDocument of receiptsInPrinterFonts()) {
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

/** The usual shipping label on a finer head. */
const fineLabel = async (language: 'id' | 'en'): Promise<readonly OtherPicture[]> => {
  const label = PAPER_DOCUMENTS.find(({ name }) => name === 'label-100x150')
  if (label === undefined) throw new Error('There is no usual label')
  const request = requestFor(label, { language, dpi: 300, printerLanguage: 'tspl' })
  const { pages } = interpret(await sentBytes(request), request.printer)
  const paper = '100 x 150 mm labels at 300 dpi'
  return pages.map((page) => ({ type: 'dots', name: 'label-100x150-300-dpi', paper, page }))
}

/** What is not printed as a picture of 203 dpi, or not printed at all. Rejects without pdftoppm. */
export const otherPictures = async (language: 'id' | 'en'): Promise<readonly OtherPicture[]> => [
  ...(await fineLabel(language)),
  ...(await courierPictures(language)),
  ...(await textReceipts(language)),
  ...(await savedPdfPictures(language)),
]
