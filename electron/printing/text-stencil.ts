import { createCanvas } from '@napi-rs/canvas'
import { advanceOf } from '../../shared/documents/document-measure.ts'
import type { DotMark } from '../../shared/documents/dot-marks.ts'
import { createMonoPicture, type MonoPicture } from './mono-picture.ts'
import { canvasFont } from './printer-fonts.ts'
import { inkPixels } from './rasterize-pixels.ts'

/** A text to draw; where its anchor stands does not change its dots. */
export type TextMark = Omit<Extract<DotMark, { type: 'text' }>, 'type' | 'x' | 'baseline'>

/** The dots that a text inks, and where they lie from its anchor. */
export type TextStencil = { readonly dots: MonoPicture; readonly left: number; readonly top: number }

/** Grey at and below this is black. A little above the middle, since thin strokes burn thinner than they are drawn. */
const DARKEST_GREY = 144

/**
 * Leans a glyph by a thousandth of its height, which is never a dot: only what stands exactly straight is hinted, which would
 * move strokes by up to a dot and a half from where the screen and other systems draw them.
 */
const UNHINTED_SHEAR = 1e-3

/** How far glyphs of the shipped fonts reach, in sizes (their `head` tables): above and below the baseline, and beside their place. */
const REACH = { above: 1.3, below: 0.5, beside: 1 } as const
/** No glyph that another font lends is wider, in sizes. */
const WIDEST = 2

/** The area around the anchor in which a text lies, before it is turned. */
const areaOf = ({ text, weight, size, align }: TextMark) => {
  let width = 0
  for (const character of text) width += (advanceOf(character, weight) ?? WIDEST) * size
  const before = { left: 0, center: width / 2, right: width }[align]
  return {
    left: -before - size * REACH.beside,
    right: width - before + size * REACH.beside,
    top: -size * REACH.above,
    bottom: size * REACH.below,
  }
}

/** The same area with the text turned clockwise around its anchor, on whole dots. */
const turnedAreaOf = (mark: TextMark) => {
  const { left, right, top, bottom } = areaOf(mark)
  const turned = {
    0: { left, right, top, bottom },
    90: { left: -bottom, right: -top, top: left, bottom: right },
    270: { left: top, right: bottom, top: -right, bottom: -left },
  }[mark.turnDegrees]
  const [x, y] = [Math.floor(turned.left), Math.floor(turned.top)]
  return { x, y, width: Math.ceil(turned.right) - x, height: Math.ceil(turned.bottom) - y }
}

const invert = ({ bits }: MonoPicture): void => {
  for (let index = 0; index < bits.length; index += 1) bits[index] = ~(bits[index] ?? 0)
}

/** Only the rows and bytes with ink: most of the area has none. */
const trimmed = (dots: MonoPicture, x: number, y: number): TextStencil => {
  const { bytesPerRow, bits } = dots
  let [first, last, top, bottom] = [Infinity, -1, Infinity, -1]
  for (let index = 0; index < bits.length; index += 1) {
    if (bits[index] === 0) continue
    const column = index % bytesPerRow
    const row = (index - column) / bytesPerRow
    first = Math.min(first, column)
    last = Math.max(last, column)
    top = Math.min(top, row)
    bottom = row
  }
  if (last < 0) return { dots: createMonoPicture(0, 0), left: 0, top: 0 }
  const kept = createMonoPicture((last - first + 1) * 8, bottom - top + 1)
  for (let row = 0; row < kept.heightDots; row += 1) {
    const from = (top + row) * bytesPerRow + first
    kept.bits.set(bits.subarray(from, from + kept.bytesPerRow), row * kept.bytesPerRow)
  }
  return { dots: kept, left: x + first * 8, top: y + top }
}

/**
 * Draws a text with the shipped fonts, which must be loaded. White text is drawn on black, since edges are not drawn alike in
 * both; its stencil holds the dots that stay free.
 */
export const drawTextStencil = (mark: TextMark): TextStencil => {
  const { x, y, width, height } = turnedAreaOf(mark)
  const dots = createMonoPicture(Math.ceil(width / 8) * 8, height)
  const canvas = createCanvas(dots.widthDots, height)
  const context = canvas.getContext('2d')
  context.fontKerning = 'none'
  // Any letter spacing turns ligatures off; widths then are the sums of the font's advances, as the layout measured them.
  context.letterSpacing = '0.001px'
  context.fillStyle = mark.ink === 'black' ? 'white' : 'black'
  context.fillRect(0, 0, dots.widthDots, height)
  context.setTransform(1, 0, 0, 1, -x, -y)
  context.rotate((mark.turnDegrees * Math.PI) / 180)
  context.transform(1, 0, UNHINTED_SHEAR, 1, 0, 0)
  context.font = canvasFont(mark.weight, mark.size)
  context.textAlign = mark.align
  context.fillStyle = mark.ink
  context.fillText(mark.text, 0, 0)
  inkPixels(canvas.data(), dots, DARKEST_GREY)
  if (mark.ink === 'white') invert(dots)
  return trimmed(dots, x, y)
}

/** A stencil is not kept when it alone is larger than this part of what may be kept. */
const LARGEST_SHARE = 8

/**
 * Draws texts, and keeps the dots of those that were used last, up to so many bytes: most lines of a receipt stand on the next
 * one too.
 */
export const rememberingStencils = (
  limitBytes: number,
  draw: (mark: TextMark) => TextStencil = drawTextStencil,
): ((mark: TextMark) => TextStencil) => {
  const kept = new Map<string, TextStencil>()
  let keptBytes = 0
  const sizeOf = (key: string, { dots }: TextStencil): number => dots.bits.length + key.length * 2
  return ({ text, size, weight, align, ink, turnDegrees }) => {
    const key = JSON.stringify([text, size, weight, align, ink, turnDegrees])
    const known = kept.get(key)
    if (known !== undefined) {
      // Used last, dropped last.
      kept.delete(key)
      kept.set(key, known)
      return known
    }
    const stencil = draw({ text, size, weight, align, ink, turnDegrees })
    if (sizeOf(key, stencil) * LARGEST_SHARE > limitBytes) return stencil
    kept.set(key, stencil)
    keptBytes += sizeOf(key, stencil)
    for (const [oldKey, old] of kept) {
      if (keptBytes <= limitBytes) break
      kept.delete(oldKey)
      keptBytes -= sizeOf(oldKey, old)
    }
    return stencil
  }
}
