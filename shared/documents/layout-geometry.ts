import type { DocumentMeasure } from './document-measure.ts'
import { ASCENT_EM, DESCENT_EM, type DocumentLayout, type LayoutPrimitive, type TextPrimitive } from './layout.ts'

/** The space that a primitive takes. */
export type Extent = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** Where a primitive's ink may be; for symbols, the box with the quiet zones. */
export const extentOf = (primitive: LayoutPrimitive, measure: DocumentMeasure): Extent => {
  if (primitive.type === 'text') return textExtent(primitive, measure)
  const { xMm: left, yMm: top } = primitive
  if (primitive.type === 'line') {
    const isFlat = primitive.direction === 'horizontal'
    const right = left + (isFlat ? primitive.lengthMm : primitive.strokeMm)
    return { left, top, right, bottom: top + (isFlat ? primitive.strokeMm : primitive.lengthMm) }
  }
  return { left, top, right: left + primitive.widthMm, bottom: top + primitive.heightMm }
}

const textExtent = (text: TextPrimitive, measure: DocumentMeasure): Extent => {
  const { xMm, baselineMm, sizeMm, align, turnDegrees } = text
  const widthMm = measure.textWidthMm(text.text, sizeMm, text.weight)
  const before = { left: 0, center: widthMm / 2, right: widthMm }[align]
  const after = widthMm - before
  const [above, below] = [sizeMm * ASCENT_EM, sizeMm * DESCENT_EM]
  if (turnDegrees === 90) {
    return { left: xMm - below, right: xMm + above, top: baselineMm - before, bottom: baselineMm + after }
  }
  if (turnDegrees === 270) {
    return { left: xMm - above, right: xMm + below, top: baselineMm - after, bottom: baselineMm + before }
  }
  return { left: xMm - before, right: xMm + after, top: baselineMm - above, bottom: baselineMm + below }
}

const TOLERANCE_MM = 0.01

/** Texts, symbols and rules that leave the page, or that are wider than their room; in words, none when all is well. */
export const findOverflows = (layout: DocumentLayout, measure: DocumentMeasure): readonly string[] =>
  layout.primitives.flatMap((primitive) => {
    const { left, top, right, bottom } = extentOf(primitive, measure)
    const isOutside =
      left < -TOLERANCE_MM ||
      top < -TOLERANCE_MM ||
      right > layout.widthMm + TOLERANCE_MM ||
      bottom > layout.heightMm + TOLERANCE_MM
    const isTooWide =
      primitive.type === 'text' &&
      measure.textWidthMm(primitive.text, primitive.sizeMm, primitive.weight) > primitive.maxWidthMm + TOLERANCE_MM
    return isOutside || isTooWide ? [`${primitive.type} ${JSON.stringify({ left, top, right, bottom })}`] : []
  })

const needsFreeRoom = ({ type }: LayoutPrimitive): boolean => type === 'barcode' || type === 'qr' || type === 'image'

/** Pairs that lie on each other: anything on a symbol's box or a picture, and texts on texts. */
export const findOverlaps = (layout: DocumentLayout, measure: DocumentMeasure): readonly string[] => {
  const placed = layout.primitives.map((primitive) => ({ primitive, extent: extentOf(primitive, measure) }))
  return placed.flatMap((one, index) =>
    placed.slice(index + 1).flatMap((other) => {
      const isSymbol = needsFreeRoom(one.primitive) || needsFreeRoom(other.primitive)
      const areTexts = one.primitive.type === 'text' && other.primitive.type === 'text'
      if (!isSymbol && !areTexts) return []
      const doesOverlap =
        one.extent.left < other.extent.right - TOLERANCE_MM &&
        other.extent.left < one.extent.right - TOLERANCE_MM &&
        one.extent.top < other.extent.bottom - TOLERANCE_MM &&
        other.extent.top < one.extent.bottom - TOLERANCE_MM
      return doesOverlap ? [`${JSON.stringify(one.extent)} on ${JSON.stringify(other.extent)}`] : []
    }),
  )
}
