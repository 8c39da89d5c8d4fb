import { createDocumentMeasure } from '../../shared/documents/document-measure.ts'
import type { DocumentDesigns } from '../../shared/documents/document-design.ts'
import { layoutDocument } from '../../shared/documents/layout-document.ts'
import { PRINTABLE_WIDTH_MM } from '../../shared/documents/receipt-faces.ts'
import type { DocumentKind } from '../../shared/domain/document-kind.ts'
import type { PrintContent } from '../../shared/domain/print-job.ts'
import type { PrintTrouble } from '../../shared/domain/print-trouble.ts'
import type { Printer } from '../../shared/domain/printer.ts'
import { success, type Result } from '../../shared/domain/result.ts'
import { bwipSymbols } from './bwip-symbols.ts'
import { COPY_BANNER_MM, withBannerInWhite, withCopyBanner } from './copy-banner.ts'
import { encodeJob } from './encode-job.ts'
import type { MonoPicture } from './mono-picture.ts'
import { drawPdfPage } from './pdf-page.ts'
import { rasterizeLayout } from './rasterize-layout.ts'
import { printerFontMeasure } from './text-receipt-measure.ts'
import { printsTextReceipts, textReceipt } from './text-receipt.ts'

/** All that the bytes of one document depend on; plain data, so that it can be handed to a worker. */
export type RenderRequest = {
  readonly content: PrintContent
  readonly document: DocumentKind
  readonly isCopy: boolean
  readonly printer: Printer
  readonly designs: DocumentDesigns
}

/** Turns a document into what its printer is sent, or says what is in the way. Rejects only for faults of the program. */
export type RenderDocument = (request: RenderRequest) => Promise<Result<Uint8Array, PrintTrouble>>

/** The size of measurements in all documents: the shipped font and bwip-js. */
export const documentMeasure = createDocumentMeasure(bwipSymbols)

/** The drawer opens for money that changes hands, not for a copy printed later. */
const opensDrawer = ({ content, document, isCopy, printer }: RenderRequest): boolean =>
  printer.media.type === 'roll' &&
  printer.media.opensDrawer &&
  document === 'receipt' &&
  !isCopy &&
  content.type === 'sale' &&
  content.sale.tenders.some((tender) => tender.method === 'cash')

const renderPdf = async (
  { pdfBase64, pageNumber, placement }: Extract<PrintContent, { type: 'pdf' }>,
  { printer, isCopy, designs }: RenderRequest,
  fontDirectory: string,
): Promise<Result<Uint8Array, PrintTrouble>> => {
  const { media } = printer
  const paper = media.type === 'roll' ? { widthMm: PRINTABLE_WIDTH_MM[media.paperWidthMm], heightMm: null } : media
  const { widthMm, heightMm } = paper
  const pdf = Buffer.from(pdfBase64, 'base64')
  const drawn = await drawPdfPage(pdf, pageNumber, placement, paper, printer)
  if (!drawn.ok) return drawn
  const encode = (picture: MonoPicture) => success(encodeJob([{ picture, copies: 1 }], printer, { opensDrawer: false }))
  if (!isCopy) return encode(drawn.value)
  const bannerPaper = { widthMm, language: designs.language }
  // A roll gets longer by the banner.
  if (heightMm === null) return encode(withCopyBanner(drawn.value, bannerPaper, printer, fontDirectory))
  const marked = withBannerInWhite(drawn.value, bannerPaper, printer, fontDirectory)
  if (marked !== null) return encode(marked)
  const room = { widthMm, heightMm: heightMm - COPY_BANNER_MM }
  const smaller = await drawPdfPage(pdf, pageNumber, placement, room, printer)
  return smaller.ok ? encode(withCopyBanner(smaller.value, bannerPaper, printer, fontDirectory)) : smaller
}

/** A receipt in the printer's own fonts; null when it must be a picture. */
const renderText = (request: RenderRequest, fontDirectory: string): Uint8Array | null => {
  const { content, document, printer } = request
  if (content.type !== 'sale' || document !== 'receipt' || printer.media.type !== 'roll') return null
  if (!printsTextReceipts(printer)) return null
  const pages = layoutDocument({ ...request, content }, printerFontMeasure(printer.media.paperWidthMm, documentMeasure))
  const [page] = pages.ok ? pages.value : []
  if (page === undefined) return null
  return textReceipt(page.layout, printer, { opensDrawer: opensDrawer(request), fontDirectory })
}

/** Layout, dots, bytes: tens of milliseconds of computing. */
export const renderDocument = async (
  request: RenderRequest,
  fontDirectory: string,
): Promise<Result<Uint8Array, PrintTrouble>> => {
  const { content, printer } = request
  if (content.type === 'pdf') return renderPdf(content, request, fontDirectory)
  const text = renderText(request, fontDirectory)
  if (text !== null) return success(text)
  const pages = layoutDocument({ ...request, content }, documentMeasure)
  if (!pages.ok) return pages
  const pictures = pages.value.map(({ layout, copies }) => ({
    picture: rasterizeLayout(layout, printer, fontDirectory),
    copies,
  }))
  return success(encodeJob(pictures, printer, { opensDrawer: opensDrawer(request) }))
}

/** Loads fonts, symbols and canvas, so that the first document is as fast as the next. Throws when the fonts are missing. */
export const warmUpRendering = (fontDirectory: string): void => {
  const bars = documentMeasure.code128('0')
  const box = { xMm: 0, yMm: 0, widthMm: 20, heightMm: 1 }
  const barcode = { type: 'barcode', text: '0', bars, moduleMm: 0.25, ...box } as const
  const layout = { widthMm: 20, heightMm: 1, primitives: [barcode] }
  rasterizeLayout(layout, { dpi: 203, dotsPerMm: null }, fontDirectory)
}
