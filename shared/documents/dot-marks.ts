import type { DotRectangle } from './dot-rectangle.ts'
import { imageRuns } from './image-dots.ts'
import type { BoxPrimitive, DocumentLayout, LayoutPrimitive, TextPrimitive } from './layout.ts'
import { heldOnPage, paperDots } from './paper-dots.ts'
import { barRectangles, cellRectangles } from './symbol-dots.ts'

/** One thing to draw. Only text is left to a font renderer; everything else is whole dots already. */
export type DotMark =
  | { readonly type: 'rectangles'; readonly rectangles: readonly DotRectangle[] }
  | {
      readonly type: 'text'
      readonly text: string
      /** The anchor, on whole dots. */
      readonly x: number
      readonly baseline: number
      /** Size of the em square in dots; any fraction. */
      readonly size: number
      readonly weight: TextPrimitive['weight']
      readonly align: TextPrimitive['align']
      readonly ink: TextPrimitive['ink']
      /** Clockwise, around the anchor. */
      readonly turnDegrees: 0 | 90 | 270
    }

/** A page in a print head's dots. */
export type MarkedPage = { readonly widthDots: number; readonly heightDots: number; readonly marks: readonly DotMark[] }

/** The page's own measures. */
type PageDots = Pick<MarkedPage, 'widthDots' | 'heightDots'>

/**
 * Puts a layout on the whole dots of a head, in the order of its primitives. The printer's picture and the preview on the screen
 * both begin with this, so that they cannot round differently. What lies on the layout's page lies on the page of dots.
 */
export const markDots = (layout: DocumentLayout, dotsPerMm: number): MarkedPage => {
  const page = {
    widthDots: paperDots(layout.widthMm, dotsPerMm),
    heightDots: paperDots(layout.heightMm, dotsPerMm),
  }
  return { ...page, marks: layout.primitives.map((primitive) => markOf(primitive, dotsPerMm, page)) }
}

const markOf = (primitive: LayoutPrimitive, dotsPerMm: number, page: PageDots): DotMark => {
  const dots = (mm: number): number => Math.round(mm * dotsPerMm)
  if (primitive.type === 'text') {
    const { text, weight, align, ink, turnDegrees = 0 } = primitive
    const [x, baseline] = [dots(primitive.xMm), dots(primitive.baselineMm)]
    return { type: 'text', text, x, baseline, size: primitive.sizeMm * dotsPerMm, weight, align, ink, turnDegrees }
  }
  return { type: 'rectangles', rectangles: rectanglesOf(primitive, dotsPerMm, page) }
}

const rectanglesOf = (
  primitive: Exclude<LayoutPrimitive, TextPrimitive>,
  dotsPerMm: number,
  page: PageDots,
): readonly DotRectangle[] => {
  const dots = (mm: number): number => Math.round(mm * dotsPerMm)
  /** Nothing that was meant to be seen is thinner than a dot. */
  const thick = (mm: number): number => Math.max(1, dots(mm))
  const [x, y] = [dots(primitive.xMm), dots(primitive.yMm)]
  if (primitive.type === 'line') {
    const [long, wide] = [thick(primitive.lengthMm), thick(primitive.strokeMm)]
    const [width, height] = primitive.direction === 'horizontal' ? [long, wide] : [wide, long]
    return [heldOnPage({ x, y, width, height }, page)]
  }
  const box = heldOnPage({ x, y, width: thick(primitive.widthMm), height: thick(primitive.heightMm) }, page)
  if (primitive.type === 'box') return outline(box, primitive, thick)
  if (primitive.type === 'image') return imageRuns(primitive.image, box)
  const moduleDots = thick(primitive.moduleMm)
  return primitive.type === 'barcode'
    ? barRectangles(primitive, box, moduleDots)
    : cellRectangles(primitive, box, moduleDots)
}

const outline = (
  box: DotRectangle,
  { strokeMm }: BoxPrimitive,
  thick: (mm: number) => number,
): readonly DotRectangle[] => {
  const { x, y, width, height } = box
  const stroke = strokeMm === null ? Infinity : thick(strokeMm)
  if (stroke * 2 >= Math.min(width, height)) return [box]
  const sides = { y: y + stroke, width: stroke, height: height - stroke * 2 }
  return [
    { x, y, width, height: stroke },
    { x, y: y + height - stroke, width, height: stroke },
    { x, ...sides },
    { x: x + width - stroke, ...sides },
  ]
}
