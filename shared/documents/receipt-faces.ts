import type { TextSize } from './document-design.ts'
import type { TextFace } from './text-fitting.ts'

/** The paper widths that receipt printers take. */
export type PaperWidthMm = 58 | 80

/** What is printed of the paper's width (Epson TM series, Xprinter: 384 and 576 dots at 203 dpi). */
export const PRINTABLE_WIDTH_MM: Readonly<Record<PaperWidthMm, number>> = { 58: 48, 80: 72 }

/** The faces of one paper width. */
export type ReceiptFaces = {
  readonly body: TextFace
  readonly strong: TextFace
  readonly small: TextFace
  readonly shopSizesMm: readonly number[]
  readonly totalSizesMm: readonly number[]
  readonly indentMm: number
}

/** How text is set on each paper, at the usual size. */
const NORMAL_FACES: Readonly<Record<PaperWidthMm, ReceiptFaces>> = {
  58: {
    body: { sizeMm: 2.75, weight: 'regular' },
    strong: { sizeMm: 2.75, weight: 'bold' },
    small: { sizeMm: 2.5, weight: 'regular' },
    shopSizesMm: [4.5, 4, 3.5],
    totalSizesMm: [5, 4.5, 4, 3.5, 3],
    indentMm: 3,
  },
  80: {
    body: { sizeMm: 3.125, weight: 'regular' },
    strong: { sizeMm: 3.125, weight: 'bold' },
    small: { sizeMm: 2.75, weight: 'regular' },
    shopSizesMm: [5.5, 4.75, 4],
    totalSizesMm: [6, 5.25, 4.5, 4],
    indentMm: 3,
  },
}

const SCALES: Readonly<Record<TextSize, number>> = { small: 0.88, normal: 1, large: 1.2 }
/** At 8 dots a millimetre; sizes stay whole dots. */
const DOT_MM = 0.125
/** Below 17 dots an em the shipped font is hard to read. */
export const SMALLEST_TEXT_MM = 2.125

/** How text of a part is set on a paper. */
export const receiptFaces = (paper: PaperWidthMm, size: TextSize): ReceiptFaces => {
  const faces = NORMAL_FACES[paper]
  const scaled = (mm: number): number => Math.max(SMALLEST_TEXT_MM, Math.round((mm * SCALES[size]) / DOT_MM) * DOT_MM)
  const face = ({ sizeMm, weight }: TextFace): TextFace => ({ sizeMm: scaled(sizeMm), weight })
  // However large the name is wished, a long one is still printed whole.
  const smallestName = size === 'large' ? faces.shopSizesMm.slice(-1) : []
  const shopSizes = [...new Set([...faces.shopSizesMm.map(scaled), ...smallestName])]
  return {
    body: face(faces.body),
    strong: face(faces.strong),
    small: face(faces.small),
    shopSizesMm: shopSizes,
    totalSizesMm: faces.totalSizesMm.map(scaled),
    indentMm: faces.indentMm,
  }
}

/** Some letters reach a little to the left of where they stand. */
export const SIDE_MM = 0.5
/** Even where the cutter is close to the head, the last line is not cut. */
export const FOOT_MM = 2
