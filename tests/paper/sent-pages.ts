import { fileURLToPath } from 'node:url'
import { interpretEscpos } from '../../electron/practice/printer/interpret-escpos.ts'
import { interpretTspl } from '../../electron/practice/printer/interpret-tspl.ts'
import { interpretZpl } from '../../electron/practice/printer/interpret-zpl.ts'
import type { Interpretation } from '../../electron/practice/printer/printed-sheet.ts'
import { sheetDots } from '../../electron/printing/label-sheet.ts'
import type { MonoPicture } from '../../electron/printing/mono-picture.ts'
import { rasterizeLayout } from '../../electron/printing/rasterize-layout.ts'
import { documentMeasure, renderDocument, type RenderRequest } from '../../electron/printing/render-document.ts'
import { layoutDocument, type LaidOutPage } from '../../shared/documents/layout-document.ts'
import { dotsPerMmOf, type Printer } from '../../shared/domain/printer.ts'
import type { PaperDocument } from './paper-documents.ts'

/** The shipped fonts. */
export const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))

type PaperRequest = RenderRequest & { readonly content: PaperDocument['content'] }

/** The pages of a document in millimetres. Throws when it is refused. */
export const layoutsOf = (request: PaperRequest): readonly LaidOutPage[] => {
  const pages = layoutDocument(request, documentMeasure)
  if (!pages.ok) throw new Error(`${request.document} is refused: ${pages.error.code} ${pages.error.detail}`)
  return pages.value
}

/** The pages of a document as the layout alone draws them. */
export const drawnPages = (request: PaperRequest): readonly MonoPicture[] =>
  layoutsOf(request).map(({ layout }) => rasterizeLayout(layout, request.printer, FONTS))

/** The bytes that the printer is sent. Throws when the document is refused. */
export const sentBytes = async (request: PaperRequest): Promise<Uint8Array> => {
  const rendered = await renderDocument(request, FONTS)
  if (!rendered.ok) throw new Error(`${request.document} is refused: ${rendered.error.code} ${rendered.error.detail}`)
  return rendered.value
}

/** What a printer of the bytes' language makes of them; written apart from the encoders. */
export const interpret = (bytes: Uint8Array, printer: Printer): Interpretation => {
  if (printer.language === 'tspl') return interpretTspl(bytes, dotsPerMmOf(printer))
  return printer.language === 'zpl' ? interpretZpl(bytes) : interpretEscpos(bytes, sheetDots(printer).widthDots)
}
