import type { DotRectangle } from './dot-rectangle.ts'
import { barModules, type BarcodePrimitive, type QrPrimitive } from './layout.ts'

/** The bars of a symbol centred in its box, each a whole number of dots wide; one under the other when it is turned. */
export const barRectangles = (
  { bars, isTurned = false }: BarcodePrimitive,
  box: DotRectangle,
  moduleDots: number,
): readonly DotRectangle[] => {
  const rectangles: DotRectangle[] = []
  let at = Math.floor(((isTurned ? box.height : box.width) - barModules(bars) * moduleDots) / 2)
  bars.forEach((modules, index) => {
    const dots = modules * moduleDots
    if (index % 2 === 0) {
      rectangles.push(
        isTurned
          ? { x: box.x, y: box.y + at, width: box.width, height: dots }
          : { x: box.x + at, y: box.y, width: dots, height: box.height },
      )
    }
    at += dots
  })
  return rectangles
}

/** The dark cells of a QR symbol centred in its box; neighbours in a row are one rectangle. */
export const cellRectangles = (
  { size, cells }: QrPrimitive,
  box: DotRectangle,
  moduleDots: number,
): readonly DotRectangle[] => {
  const left = box.x + Math.floor((box.width - size * moduleDots) / 2)
  const top = box.y + Math.floor((box.height - size * moduleDots) / 2)
  const rectangles: DotRectangle[] = []
  for (let row = 0; row < size; row += 1) {
    let column = 0
    while (column < size) {
      const from = column
      while (column < size && cells[row * size + column] === 1) column += 1
      const dark = column - from
      if (dark > 0) {
        rectangles.push({
          x: left + from * moduleDots,
          y: top + row * moduleDots,
          width: dark * moduleDots,
          height: moduleDots,
        })
      }
      column += 1
    }
  }
  return rectangles
}
