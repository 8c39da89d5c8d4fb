import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { markDots, type DotMark } from '../../shared/documents/dot-marks.ts'
import type { DocumentLayout } from '../../shared/documents/layout.ts'
import { dotsPerMmOf, type Printer } from '../../shared/domain/printer.ts'
import { createMonoPicture, type MonoPicture } from './mono-picture.ts'
import { canvasFont, loadPrinterFonts } from './printer-fonts.ts'
import { inkPixels } from './rasterize-pixels.ts'

/**
 * A page is drawn in bands, so that memory does not grow with a long receipt. Each one's pixels are fetched anew from the
 * system, which took twice as long for bands of 1,024 dots as for these (`npm run bench`).
 */
const BAND_DOTS = 128
/** Grey at and below this is black. A little above the middle, since thin strokes burn thinner than they are drawn. */
const DARKEST_GREY = 144

/**
 * Leans a glyph by a thousandth of its height, which is never a dot: only what stands exactly straight is hinted, which would
 * move strokes by up to a dot and a half from where the screen and other systems draw them.
 */
const UNHINTED_SHEAR = 1e-3

/** The density of a print head: what was measured, or the nominal one. */
export type PrintHead = Pick<Printer, 'dpi' | 'dotsPerMm'>

/** Draws a layout as dots. Everything lies on whole dots; text is drawn with the fonts in `fontDirectory`. Ink beyond the page is cut off. */
export const rasterizeLayout = (layout: DocumentLayout, head: PrintHead, fontDirectory: string): MonoPicture => {
  loadPrinterFonts(fontDirectory)
  const { widthDots, heightDots, marks } = markDots(layout, dotsPerMmOf(head))
  const picture = createMonoPicture(widthDots, heightDots)
  const bandHeight = Math.min(BAND_DOTS, heightDots)
  const canvas = createCanvas(widthDots, bandHeight)
  const context = canvas.getContext('2d')
  context.fontKerning = 'none'
  // Any letter spacing turns ligatures off; widths then are the sums of the font's advances, as the layout measured them.
  context.letterSpacing = '0.001px'
  for (let top = 0; top < heightDots; top += bandHeight) {
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.fillStyle = 'white'
    context.fillRect(0, 0, widthDots, bandHeight)
    for (const mark of marks) drawMark(context, mark, top, bandHeight)
    inkPixels(canvas.data(), picture, { top, rows: Math.min(bandHeight, heightDots - top), darkestGrey: DARKEST_GREY })
  }
  return picture
}

const drawMark = (context: SKRSContext2D, mark: DotMark, top: number, bandHeight: number): void => {
  if (mark.type === 'rectangles') {
    context.setTransform(1, 0, 0, 1, 0, -top)
    context.fillStyle = 'black'
    for (const { x, y, width, height } of mark.rectangles) {
      if (y < top + bandHeight && y + height > top) context.fillRect(x, y, width, height)
    }
    return
  }
  const isBeyond = mark.baseline + mark.size < top || mark.baseline - mark.size > top + bandHeight
  if (mark.turnDegrees === 0 && isBeyond) return
  context.setTransform(1, 0, 0, 1, mark.x, mark.baseline - top)
  context.rotate((mark.turnDegrees * Math.PI) / 180)
  context.transform(1, 0, UNHINTED_SHEAR, 1, 0, 0)
  context.font = canvasFont(mark.weight, mark.size)
  context.textAlign = mark.align
  context.fillStyle = mark.ink
  context.fillText(mark.text, 0, 0)
}
