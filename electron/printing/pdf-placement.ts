import type { PdfPlacement } from '../../shared/domain/print-job.ts'

/** A width and a height in the same unit, whichever that is. */
export type Size = { readonly width: number; readonly height: number }
/** A part of a page, in the page's unit. */
export type Area = Size & { readonly left: number; readonly top: number }

/** A page as it lies after turning. */
export const turned = ({ width, height }: Size, degrees: PdfPlacement['turnDegrees']): Size =>
  degrees === 90 || degrees === 270 ? { width: height, height: width } : { width, height }

/** How often a page fits into the paper, both ways together; below 1 it is made smaller. */
export const fittingScale = (page: Size, paper: Size): number =>
  Math.min(paper.width / page.width, paper.height / page.height)

/** The turn with which a page comes out larger on the paper; none when there is no difference. Which side is up, nobody can tell. */
export const bestTurn = (page: Size, paper: Size): 0 | 90 =>
  fittingScale(turned(page, 90), paper) > fittingScale(page, paper) * 1.001 ? 90 : 0

/** Small things are not blown up beyond this. */
const LARGEST_SCALE = 2

/** How an area of a page lies in the middle of the paper: the scale, and where the page's own corner then is, in dots. */
export const placeOn = (
  area: Area,
  paperDots: Size,
  dotsPerUnit: number,
): { readonly scale: number; readonly left: number; readonly top: number } => {
  const scale = Math.min(fittingScale(area, paperDots), dotsPerUnit * LARGEST_SCALE)
  return {
    scale,
    left: (paperDots.width - area.width * scale) / 2 - area.left * scale,
    top: (paperDots.height - area.height * scale) / 2 - area.top * scale,
  }
}
