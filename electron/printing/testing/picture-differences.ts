import type { DotPage } from '../../practice/printer/dot-page.ts'
import { isBlack, type MonoPicture } from '../mono-picture.ts'

/** Dots that differ between what was drawn and what came out of the printer, from row `fromRow` of the page on; the page may be longer by white feed. */
export const pictureDifferences = (picture: MonoPicture, page: DotPage | undefined, fromRow = 0): number => {
  if (page === undefined) return Number.POSITIVE_INFINITY
  let count = 0
  const rows = Math.max(picture.heightDots, page.heightDots - fromRow)
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < Math.max(page.widthDots, picture.widthDots); x += 1) {
      const isInside = y + fromRow < page.heightDots && x < page.widthDots
      const dot = isInside ? page.dots[(y + fromRow) * page.widthDots + x] : 0
      if ((dot === 1) !== isBlack(picture, x, y)) count += 1
    }
  }
  return count
}
