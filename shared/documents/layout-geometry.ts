import type { DocumentMeasure } from './document-measure.ts'
import { ASCENT_EM, DESCENT_EM, type DocumentLayout, type LayoutPrimitive } from './layout.ts'

/** The space that a primitive takes. */
export type Extent = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** Where a primitive's ink may be; for symbols, the box with the quiet zones. */
export const extentOf = (primitive: LayoutPrimitive, measure: DocumentMeasure): Extent => {
  if (primitive.type === 'text') {
    const widthMm = measure.textWidthMm(primitive.text, primitive.sizeMm, primitive.weight)
    const left = primitive.xMm - { left: 0, center: widthMm / 2, right: widthMm }[primitive.align]
    const top = primitive.baselineMm - primitive.sizeMm * ASCENT_EM
    return { left, top, right: left + widthMm, bottom: primitive.baselineMm + primitive.sizeMm * DESCENT_EM }
  }
  const { xMm: left, yMm: top } = primitive
  if (primitive.type === 'line') {
    const isFlat = primitive.direction === 'horizontal'
    const right = left + (isFlat ? primitive.lengthMm : primitive.strokeMm)
    return { left, top, right, bottom: top + (isFlat ? primitive.strokeMm : primitive.lengthMm) }
  }
  return { left, top, right: left + primitive.widthMm, bottom: top + primitive.heightMm }
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
    const isTooWide = primitive.type === 'text' && right - left > primitive.maxWidthMm + TOLERANCE_MM
    return isOutside || isTooWide ? [`${primitive.type} ${JSON.stringify({ left, top, right, bottom })}`] : []
  })

/** Pairs that lie on each other: anything on a symbol's box, and texts on texts. */
export const findOverlaps = (layout: DocumentLayout, measure: DocumentMeasure): readonly string[] => {
  const placed = layout.primitives.map((primitive) => ({ primitive, extent: extentOf(primitive, measure) }))
  return placed.flatMap((one, index) =>
    placed.slice(index + 1).flatMap((other) => {
      const isSymbol = [one, other].some(({ primitive }) => primitive.type === 'barcode' || primitive.type === 'qr')
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
