import type { DotRectangle } from './dot-rectangle.ts'

/** Without the last digits of a floating product, which would take or add a dot. */
const ROUNDING_DOTS = 1e-6

/**
 * How many whole dots lie on so much paper. Rounded down everywhere alike (page, sheet, screen): a printer that is told the
 * millimetres does the same, and a dot that is only half on the paper is lost.
 */
export const paperDots = (mm: number, dotsPerMm: number): number => Math.floor(mm * dotsPerMm + ROUNDING_DOTS)

/** Place and length rounded up, and a stroke made a whole dot thick: no more than this beyond the page. */
const MOST_OVER_DOTS = 2

/** A length and its place along one axis, moved back by the dots that rounding took beyond the end of the page. */
const heldBack = (at: number, length: number, pageDots: number): readonly [at: number, length: number] => {
  const over = at + length - pageDots
  if (over <= 0 || over > MOST_OVER_DOTS) return [at, length]
  return at >= over ? [at - over, length] : [0, pageDots]
}

/** A rectangle that reaches a dot beyond the page by rounding, moved onto it; cut where it is as long as the page. Any other stays as it is. */
export const heldOnPage = (
  rectangle: DotRectangle,
  page: { readonly widthDots: number; readonly heightDots: number },
): DotRectangle => {
  const [x, width] = heldBack(rectangle.x, rectangle.width, page.widthDots)
  const [y, height] = heldBack(rectangle.y, rectangle.height, page.heightDots)
  return { x, y, width, height }
}
