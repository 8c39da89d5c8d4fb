import type { PrintTrouble } from '../../shared/domain/print-trouble.ts'
import { success, type Result } from '../../shared/domain/result.ts'
import { millimetres, withPdf, type PdfPageSize } from './pdf-file.ts'
import { drawOnCanvas } from './pdf-page.ts'

/** Nobody looks through more pages on the screen; those after them are printed without having been shown. */
export const MOST_PREVIEWED_PAGES = 50
/** The longer side of a page's picture. */
const PREVIEW_PX = 480

/** A page of a PDF for the screen. */
export type PreviewedPage = PdfPageSize & { readonly pngBase64: string }

/** Small pictures of the first {@link MOST_PREVIEWED_PAGES} pages, each at most 480 pixels long; `pageCount` counts all. */
export const previewPdf = (
  bytes: Uint8Array,
): Promise<Result<{ readonly pages: readonly PreviewedPage[]; readonly pageCount: number }, PrintTrouble>> =>
  withPdf(bytes, async (file) => {
    const pages: PreviewedPage[] = []
    for (let number = 1; number <= Math.min(file.numPages, MOST_PREVIEWED_PAGES); number += 1) {
      const page = await file.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const scale = PREVIEW_PX / Math.max(width, height)
      const size = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) }
      const canvas = await drawOnCanvas(page, size, { scale, turnDegrees: 0, left: 0, top: 0 })
      const pngBase64 = (await canvas.encode('png')).toString('base64')
      pages.push({ widthMm: millimetres(width), heightMm: millimetres(height), pngBase64 })
      page.cleanup()
    }
    return success({ pages, pageCount: file.numPages })
  })
