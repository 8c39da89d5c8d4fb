import type { DocumentMeasure } from './document-measure.ts'
import { ASCENT_EM, LINE_EM, type LayoutPrimitive, type TextAlign } from './layout.ts'
import { fitTexts, wrapText, type FittedText, type TextFace } from './text-fitting.ts'

/** Text that is set line under line. */
export type ParagraphStyle = TextFace & { readonly align?: TextAlign; readonly maxLines?: number }

export type ShrinkingStyle = {
  readonly weight: TextFace['weight']
  /** Largest first. */
  readonly sizesMm: readonly number[]
  readonly maxLines: number | ((sizeMm: number) => number)
  readonly align?: TextAlign
  readonly breaks?: TextFace['breaks']
}

/** A strip of the page that is filled from top to bottom. */
export type Column = {
  readonly xMm: number
  readonly widthMm: number
  /** Where the next thing begins. */
  readonly yMm: () => number
  readonly primitives: () => readonly LayoutPrimitive[]
  readonly add: (primitive: LayoutPrimitive) => void
  readonly gap: (heightMm: number) => void
  readonly rule: (strokeMm: number) => void
  /** Wraps at one size, at most `maxLines` lines. */
  readonly paragraph: (text: string, style: ParagraphStyle) => void
  /** Takes the largest size at which the text fits its lines, or each of several texts that share one size. Gives the size. */
  readonly shrinking: (text: string | readonly string[], style: ShrinkingStyle) => number
  /** Left and right text on one baseline; where they do not fit side by side, the right one goes under the left one. */
  readonly pair: (left: string, right: string, style: TextFace & { readonly indentMm?: number }) => void
}

const PAIR_GAP_MM = 2

/** An empty column that begins at `yMm`. */
export const createColumn = (xMm: number, yMm: number, widthMm: number, measure: DocumentMeasure): Column => {
  const primitives: LayoutPrimitive[] = []
  let cursorMm = yMm

  const line = (text: string, face: TextFace, align: TextAlign, leftMm: number, roomMm: number): void => {
    const anchorMm = { left: leftMm, center: leftMm + roomMm / 2, right: leftMm + roomMm }[align]
    const baselineMm = cursorMm + face.sizeMm * ASCENT_EM
    primitives.push({
      type: 'text',
      text,
      xMm: anchorMm,
      baselineMm,
      sizeMm: face.sizeMm,
      weight: face.weight,
      align,
      maxWidthMm: roomMm,
      ink: 'black',
    })
  }

  const lines = (fitted: FittedText, weight: TextFace['weight'], align: TextAlign): void => {
    for (const text of fitted.lines) {
      line(text, { sizeMm: fitted.sizeMm, weight }, align, xMm, widthMm)
      cursorMm += fitted.sizeMm * LINE_EM
    }
  }

  return {
    xMm,
    widthMm,
    yMm: () => cursorMm,
    primitives: () => primitives,
    add: (primitive) => primitives.push(primitive),
    gap: (heightMm) => {
      cursorMm += heightMm
    },
    rule: (strokeMm) => {
      primitives.push({ type: 'line', direction: 'horizontal', xMm, yMm: cursorMm, lengthMm: widthMm, strokeMm })
      cursorMm += strokeMm
    },
    paragraph: (text, style) => {
      const wrapped = wrapText(text, widthMm, style, style.maxLines ?? Number.POSITIVE_INFINITY, measure)
      lines({ lines: wrapped, sizeMm: style.sizeMm }, style.weight, style.align ?? 'left')
    },
    shrinking: (text, style) => {
      const { maxLines, weight, sizesMm, breaks = 'plain' } = style
      const maxLinesAt = typeof maxLines === 'number' ? () => maxLines : maxLines
      const texts = typeof text === 'string' ? [text] : text
      const fitted = fitTexts(texts, widthMm, { weight, sizesMm, maxLinesAt, breaks }, measure)
      lines(fitted, weight, style.align ?? 'left')
      return fitted.sizeMm
    },
    pair: (left, right, style) => {
      const indentMm = style.indentMm ?? 0
      const rightMm = measure.textWidthMm(right, style.sizeMm, style.weight)
      const besideMm = widthMm - indentMm - rightMm - PAIR_GAP_MM
      const wrapped = wrapText(left, widthMm - indentMm, style, 3, measure)
      const [first] = wrapped
      const isBeside =
        wrapped.length === 1 &&
        first !== undefined &&
        measure.textWidthMm(first, style.sizeMm, style.weight) <= besideMm
      for (const text of wrapped) {
        line(text, style, 'left', xMm + indentMm, isBeside ? besideMm : widthMm - indentMm)
        if (!isBeside) cursorMm += style.sizeMm * LINE_EM
      }
      if (right !== '') line(right, style, 'right', xMm, widthMm)
      if (right !== '' || isBeside) cursorMm += style.sizeMm * LINE_EM
    },
  }
}
