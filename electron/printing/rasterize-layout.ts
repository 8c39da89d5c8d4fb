import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { barModules, type DocumentLayout, type LayoutPrimitive } from '../../shared/documents/layout.ts'
import { createMonoPicture, fillDots, type MonoPicture } from './mono-picture.ts'
import { canvasFont, loadPrinterFonts } from './printer-fonts.ts'

/** Dots a millimetre. 203 dpi heads have 8 exactly; 300 dpi ones 11.8 to 12, and the smaller never runs off the paper. */
export const DOTS_PER_MM: Readonly<Record<203 | 300, number>> = { 203: 8, 300: 300 / 25.4 }

/** A long receipt is drawn in bands, so that memory does not grow with it. */
const BAND_DOTS = 1024
/** Grey at and below this is black. A little above the middle, since thin strokes burn thinner than they are drawn. */
const DARKEST_GREY = 144

/** Draws a layout as dots. Edges of rules, boxes and symbols lie on whole dots; text is drawn with the fonts in `fontDirectory`. */
export const rasterizeLayout = (layout: DocumentLayout, dpi: 203 | 300, fontDirectory: string): MonoPicture => {
  loadPrinterFonts(fontDirectory)
  const dotsPerMm = DOTS_PER_MM[dpi]
  const picture = createMonoPicture(Math.round(layout.widthMm * dotsPerMm), Math.ceil(layout.heightMm * dotsPerMm))
  const bandHeight = Math.min(BAND_DOTS, picture.heightDots)
  const canvas = createCanvas(picture.widthDots, bandHeight)
  const context = canvas.getContext('2d')
  context.fontKerning = 'none'
  // Any letter spacing turns ligatures off; widths then are the sums of the font's advances, as the layout measured them.
  context.letterSpacing = '0.001px'
  for (let top = 0; top < picture.heightDots; top += bandHeight) {
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.fillStyle = 'white'
    context.fillRect(0, 0, picture.widthDots, bandHeight)
    context.translate(0, -top)
    for (const primitive of layout.primitives) drawInk(context, primitive, dotsPerMm, top, bandHeight)
    copyBand(canvas.data(), picture, top, bandHeight)
  }
  for (const primitive of layout.primitives) drawSymbol(picture, primitive, dotsPerMm)
  return picture
}

const drawInk = (
  context: SKRSContext2D,
  primitive: LayoutPrimitive,
  dotsPerMm: number,
  top: number,
  bandHeight: number,
): void => {
  const dots = (mm: number): number => Math.round(mm * dotsPerMm)
  const thick = (mm: number): number => Math.max(1, dots(mm))
  context.fillStyle = 'black'
  if (primitive.type === 'text') {
    const baseline = dots(primitive.baselineMm)
    const sizeDots = primitive.sizeMm * dotsPerMm
    if (baseline + sizeDots < top || baseline - sizeDots > top + bandHeight) return
    context.font = canvasFont(primitive.weight, sizeDots)
    context.textAlign = primitive.align
    if (primitive.ink === 'white') context.fillStyle = 'white'
    context.fillText(primitive.text, dots(primitive.xMm), baseline)
  } else if (primitive.type === 'line') {
    const long = thick(primitive.lengthMm)
    const wide = thick(primitive.strokeMm)
    const [width, height] = primitive.direction === 'horizontal' ? [long, wide] : [wide, long]
    context.fillRect(dots(primitive.xMm), dots(primitive.yMm), width, height)
  } else if (primitive.type === 'box') {
    const [x, y, width, height] = [
      dots(primitive.xMm),
      dots(primitive.yMm),
      thick(primitive.widthMm),
      thick(primitive.heightMm),
    ]
    context.fillRect(x, y, width, height)
    if (primitive.strokeMm === null) return
    const stroke = thick(primitive.strokeMm)
    context.fillStyle = 'white'
    context.fillRect(x + stroke, y + stroke, width - stroke * 2, height - stroke * 2)
  }
}

/** Turns the band's grey into dots. Red stands for grey: everything is drawn in black and white. */
const copyBand = (pixels: Uint8Array, picture: MonoPicture, top: number, bandHeight: number): void => {
  const { widthDots, bytesPerRow, bits } = picture
  const rows = Math.min(bandHeight, picture.heightDots - top)
  for (let row = 0; row < rows; row += 1) {
    let pixel = row * widthDots * 4
    const rowStart = (top + row) * bytesPerRow
    for (let x = 0; x < widthDots; x += 1) {
      if ((pixels[pixel] ?? 255) <= DARKEST_GREY) {
        const index = rowStart + (x >> 3)
        bits[index] = (bits[index] ?? 0) | (0x80 >> (x & 7))
      }
      pixel += 4
    }
  }
}

const drawSymbol = (picture: MonoPicture, primitive: LayoutPrimitive, dotsPerMm: number): void => {
  if (primitive.type !== 'barcode' && primitive.type !== 'qr') return
  const moduleDots = Math.max(1, Math.round(primitive.moduleMm * dotsPerMm))
  const dots = (mm: number): number => Math.round(mm * dotsPerMm)
  const modules = primitive.type === 'barcode' ? barModules(primitive.bars) : primitive.size
  const left = dots(primitive.xMm) + Math.floor((dots(primitive.widthMm) - modules * moduleDots) / 2)
  if (primitive.type === 'barcode') {
    let x = left
    primitive.bars.forEach((width, index) => {
      if (index % 2 === 0) fillDots(picture, x, dots(primitive.yMm), width * moduleDots, dots(primitive.heightMm))
      x += width * moduleDots
    })
    return
  }
  const top = dots(primitive.yMm) + Math.floor((dots(primitive.heightMm) - modules * moduleDots) / 2)
  primitive.cells.forEach((cell, index) => {
    if (cell === 0) return
    const column = index % primitive.size
    const row = Math.floor(index / primitive.size)
    fillDots(picture, left + column * moduleDots, top + row * moduleDots, moduleDots, moduleDots)
  })
}
