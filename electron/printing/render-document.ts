import { createDocumentMeasure } from '../../shared/documents/document-measure.ts'
import { layoutShippingLabel } from '../../shared/documents/label-layout.ts'
import { layoutReceipt } from '../../shared/documents/receipt-layout.ts'
import { layoutShiftReport } from '../../shared/documents/shift-report-layout.ts'
import type { ClaimedPrintJob, DocumentKind } from '../../shared/domain/print-job.ts'
import type { PrinterSettings } from '../../shared/ipc/printer-settings.ts'
import { bwipSymbols } from './bwip-symbols.ts'
import { encodeEscpos } from './escpos-encoder.ts'
import { rasterizeLayout } from './rasterize-layout.ts'
import { encodeTspl } from './tspl-encoder.ts'

/** All that the bytes of one document depend on; plain data, so that it can be handed to a worker. */
export type RenderRequest = {
  readonly content: ClaimedPrintJob['content']
  readonly document: DocumentKind
  readonly isCopy: boolean
  readonly settings: PrinterSettings
}

/** Turns a document into what its printer is sent. Rejects when it cannot be drawn. */
export type RenderDocument = (request: RenderRequest) => Promise<Uint8Array>

/** The size of measurements in both documents: the shipped font and bwip-js. */
export const documentMeasure = createDocumentMeasure(bwipSymbols)

/** Layout, dots, bytes: tens of milliseconds of computing. Throws when the document cannot be drawn. */
export const renderDocument = ({ content, ...request }: RenderRequest, fontDirectory: string): Uint8Array => {
  const { document, isCopy, settings } = request
  if (content.type === 'shift-report') {
    const { paperWidthMm } = settings.receipt
    const layout = layoutShiftReport(content.report, { paperWidthMm, isCopy }, documentMeasure)
    return encodeEscpos(rasterizeLayout(layout, 203, fontDirectory), { opensDrawer: false })
  }
  const { sale, qrisPayload = null } = content
  if (document === 'receipt') {
    const { paperWidthMm, opensDrawer } = settings.receipt
    const layout = layoutReceipt(sale, { paperWidthMm, isCopy, qrisPayload }, documentMeasure)
    const movesCash = sale.tenders.some((tender) => tender.method === 'cash')
    // The drawer opens for money that changes hands, not for a copy printed later.
    return encodeEscpos(rasterizeLayout(layout, 203, fontDirectory), {
      opensDrawer: opensDrawer && movesCash && !isCopy,
    })
  }
  const { dpi, gapMm, darkness, speedInchesPerSecond } = settings.label
  const layout = layoutShippingLabel(sale, { isCopy }, documentMeasure)
  const { widthMm, heightMm } = layout
  const page = { widthMm, heightMm, gapMm, darkness, speedInchesPerSecond }
  return encodeTspl(rasterizeLayout(layout, dpi, fontDirectory), page)
}

/** Loads fonts, symbols and canvas, so that the first document is as fast as the next. Throws when the fonts are missing. */
export const warmUpRendering = (fontDirectory: string): void => {
  const bars = documentMeasure.code128('0')
  const box = { xMm: 0, yMm: 0, widthMm: 20, heightMm: 1 }
  const barcode = { type: 'barcode', text: '0', bars, moduleMm: 0.25, ...box } as const
  rasterizeLayout({ widthMm: 20, heightMm: 1, primitives: [barcode] }, 203, fontDirectory)
}
