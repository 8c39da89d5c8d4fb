import { markDots, type DotMark } from '../../shared/documents/dot-marks.ts'
import type { DocumentLayout } from '../../shared/documents/layout.ts'
import { dotsPerMmOf, type Printer } from '../../shared/domain/printer.ts'
import { createMonoPicture, fillDots, inkStencil, type MonoPicture } from './mono-picture.ts'
import { loadPrinterFonts } from './printer-fonts.ts'
import { rememberingStencils } from './text-stencil.ts'

/** The density of a print head: what was measured, or the nominal one. */
export type PrintHead = Pick<Printer, 'dpi' | 'dotsPerMm'>

/** Some thousand lines of receipts and labels. */
const KEPT_STENCIL_BYTES = 2_000_000

const textStencil = rememberingStencils(KEPT_STENCIL_BYTES)

/** Draws a layout as dots. Everything lies on whole dots; text is drawn with the fonts in `fontDirectory`. Ink beyond the page is cut off. */
export const rasterizeLayout = (layout: DocumentLayout, head: PrintHead, fontDirectory: string): MonoPicture => {
  loadPrinterFonts(fontDirectory)
  const { widthDots, heightDots, marks } = markDots(layout, dotsPerMmOf(head))
  const picture = createMonoPicture(widthDots, heightDots)
  for (const mark of marks) inkMark(picture, mark)
  return picture
}

const inkMark = (picture: MonoPicture, mark: DotMark): void => {
  if (mark.type === 'rectangles') {
    for (const { x, y, width, height } of mark.rectangles) fillDots(picture, x, y, width, height)
    return
  }
  const { dots, left, top } = textStencil(mark)
  inkStencil(picture, dots, { xDots: mark.x + left, yDots: mark.baseline + top, ink: mark.ink })
}
