import {
  ASCENT_EM,
  LINE_EM,
  type BarcodePrimitive,
  type DocumentLayout,
  type ImagePrimitive,
  type LayoutPrimitive,
  type QrPrimitive,
  type TextPrimitive,
} from '../../shared/documents/layout.ts'
import { SIDE_MM, type PaperWidthMm } from '../../shared/documents/receipt-faces.ts'
import { cellMm, cellsAtSize, cellsHighAtSize, COLUMNS } from './text-receipt-measure.ts'

/** A run of characters in a line. `cells` is the width of each, `cellsHigh` the height. */
export type TextPiece = {
  readonly text: string
  readonly startCell: number
  readonly cells: 1 | 2
  readonly cellsHigh: 1 | 2
  readonly isBold: boolean
  readonly isInverted: boolean
}

/** What a printer with its own fonts prints from top to bottom. `hasRoomAbove`: the layout sets the text apart from the one above. */
export type ReceiptRow =
  | { readonly type: 'text'; readonly pieces: readonly TextPiece[]; readonly hasRoomAbove: boolean }
  | { readonly type: 'rule' }
  | BarcodePrimitive
  | QrPrimitive
  | ImagePrimitive

const SAME_BASELINE_MM = 0.2
/** From this on, room between two texts is a line; items of a list stand closer to each other. */
const ROOM_MM = 1.25

/**
 * The rows of a receipt that was laid out with `printerFontMeasure`. Null when something on it is beyond a printer's own
 * fonts: text that is turned or too wide, frames, vertical rules.
 */
export const receiptRows = (layout: DocumentLayout, paper: PaperWidthMm): readonly ReceiptRow[] | null => {
  const rows: ReceiptRow[] = []
  let baselineMm = Number.NEGATIVE_INFINITY
  let bottomMm = Number.POSITIVE_INFINITY
  for (const primitive of [...layout.primitives].sort((one, other) => placeOf(one) - placeOf(other))) {
    if (primitive.type === 'text') {
      const piece = pieceOf(primitive, paper)
      if (piece === null) return null
      const last = rows.at(-1)
      const isBeside = last?.type === 'text' && primitive.baselineMm - baselineMm < SAME_BASELINE_MM
      const joined = isBeside ? joinPieces(last.pieces, piece) : null
      if (joined === null) {
        const topMm = primitive.baselineMm - primitive.sizeMm * ASCENT_EM
        const hasRoomAbove = last?.type === 'text' && topMm - bottomMm > ROOM_MM
        rows.push({ type: 'text', pieces: [piece], hasRoomAbove })
        bottomMm = topMm + primitive.sizeMm * LINE_EM
      } else if (last?.type === 'text') rows[rows.length - 1] = { ...last, pieces: joined }
      baselineMm = primitive.baselineMm
    } else if (primitive.type === 'line') {
      if (primitive.direction === 'vertical') return null
      rows.push({ type: 'rule' })
    } else if (primitive.type === 'box') {
      // A filled box is the ground of white letters, which are printed inverted.
      if (primitive.strokeMm !== null) return null
    } else if (primitive.type === 'barcode' && primitive.isTurned === true) return null
    else rows.push(primitive)
  }
  return rows
}

const placeOf = (primitive: LayoutPrimitive): number =>
  primitive.type === 'text' ? primitive.baselineMm : primitive.yMm

const pieceOf = (primitive: TextPrimitive, paper: PaperWidthMm): TextPiece | null => {
  const { text, xMm, align, sizeMm, weight, ink } = primitive
  const cells = cellsAtSize(paper, sizeMm)
  const width = Array.from(text).length * cells
  if (primitive.turnDegrees !== undefined || width > COLUMNS[paper]) return null
  const anchor = (xMm - SIDE_MM) / cellMm(paper)
  const wanted = { left: anchor + 0.01, center: anchor - width / 2 + 0.01, right: Math.round(anchor) - width }[align]
  const startCell = Math.max(0, Math.min(COLUMNS[paper] - width, Math.floor(wanted)))
  return {
    text,
    startCell,
    cells,
    cellsHigh: cellsHighAtSize(paper, sizeMm),
    isBold: weight === 'bold',
    isInverted: ink === 'white',
  }
}

/** Both in one line, from left to right with a blank between them; null when there is no room for that. */
const joinPieces = (pieces: readonly TextPiece[], piece: TextPiece): readonly TextPiece[] | null => {
  const joined = [...pieces, piece].sort((one, other) => one.startCell - other.startCell)
  const fits = joined.every((each, index) => {
    const before = joined[index - 1]
    return before === undefined || before.startCell + Array.from(before.text).length * before.cells < each.startCell
  })
  return fits ? joined : null
}
