import { createMonoPicture, fillDots, isBlack, type MonoPicture } from '../../electron/printing/mono-picture.ts'
import type { DotRectangle } from '../../shared/documents/dot-rectangle.ts'

/** A part of a picture; white where it goes beyond. */
export const partOf = (picture: MonoPicture, { x, y, width, height }: DotRectangle): MonoPicture => {
  const part = createMonoPicture(width, height)
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (isBlack(picture, x + column, y + row)) fillDots(part, column, row, 1, 1)
    }
  }
  return part
}
