import { createMonoPicture, fillDots, isBlack, type MonoPicture } from '../../electron/printing/mono-picture.ts'
import type { DotRectangle } from '../../shared/documents/dot-rectangle.ts'

const drawnFrom = (widthDots: number, heightDots: number, isDark: (x: number, y: number) => boolean): MonoPicture => {
  const picture = createMonoPicture(widthDots, heightDots)
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) if (isDark(x, y)) fillDots(picture, x, y, 1, 1)
  }
  return picture
}

/** A part of a picture; white where it goes beyond. */
export const partOf = (picture: MonoPicture, { x, y, width, height }: DotRectangle): MonoPicture =>
  drawnFrom(width, height, (column, row) => isBlack(picture, x + column, y + row))

/**
 * The picture with every dot as most of the nine around it are (a median filter): what camera scanners do against specks. Both
 * decoders take a picture's dots as they are, and a single one within a bar breaks that line of Code 128 for them.
 */
export const despeckled = (picture: MonoPicture): MonoPicture =>
  drawnFrom(picture.widthDots, picture.heightDots, (x, y) => {
    let dark = 0
    for (let row = y - 1; row <= y + 1; row += 1) {
      for (let column = x - 1; column <= x + 1; column += 1) dark += isBlack(picture, column, row) ? 1 : 0
    }
    return dark >= 5
  })
