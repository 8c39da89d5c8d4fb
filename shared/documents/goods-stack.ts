import type { GoodsLabel } from '../domain/goods-label.ts'
import { failure, success, type Result } from '../domain/result.ts'
import type { TextSize } from './document-design.ts'
import type { DocumentMeasure } from './document-measure.ts'
import type { GoodsCode } from './goods-code.ts'
import { SIZE_FACTORS, type GoodsFace, type GoodsPart } from './goods-face.ts'
import type { GoodsNaming } from './goods-name.ts'
import { pieceHeightMm, setPiece, type GoodsPiece, type PieceRoom } from './goods-pieces.ts'
import { ASCENT_EM, DESCENT_EM, LINE_EM } from './layout.ts'

/** A part that is shown, and how large the shop wants it. */
export type ShownPart = { readonly part: GoodsPart; readonly size: TextSize }

/** What is set in a strip of the label. */
export type StackRequest = {
  readonly goods: GoodsLabel
  readonly naming: GoodsNaming
  /** In their order on the label. */
  readonly parts: readonly ShownPart[]
  readonly face: GoodsFace
  /** Bars stand in the strip itself, a QR symbol beside it. */
  readonly code: GoodsCode | null
  readonly widthMm: number
  readonly heightMm: number
}

/** The pieces in their order, the bars above the characters of `barcode`, and the white between all of them. */
export type GoodsStack = {
  readonly pieces: readonly GoodsPiece[]
  readonly barsMm: number
  readonly gapMm: number
  /** So much more white above the bars, where descenders would stand close to them. */
  readonly aboveBarsMm: number
}

const FACTORS = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42]
/** Everything else shrinks no further than this for the sake of a long name. */
const LEAST_WHOLE_FACTOR = 0.8
const NAME_FACTORS = [1, 0.88, 0.76, 0.65]
/** White between two pieces: at least this much, and at most when there is room. */
const LEAST_GAP_MM = 0.125
const MOST_GAP_MM = 1.5
/** White between the descenders of a text and the bars under it: five dots at 203 dpi. */
const ABOVE_BARS_MM = 0.7
/** White above capitals, which is taken from the label's margin where room is short; and below descenders, in em. */
const ABOVE_CAPITALS_EM = 0.15
const BELOW_DESCENDERS_EM = LINE_EM - ASCENT_EM - DESCENT_EM
/** Accents on capitals stay so far inside the label. */
const LEAST_EDGE_MM = 0.25

/**
 * Makes everything fit the strip: first the name becomes smaller, then all texts a little, then the name is shortened,
 * then all texts become as small as can be read, and last the shop's name and the SKU are left off. Fails when not even
 * that fits: `price` when a price would have to be shortened. What tells which item it is, where that is more than the
 * name, is never shortened.
 */
export const stackGoods = (
  request: StackRequest,
  mayLeaveOff: readonly GoodsPart[],
  measure: DocumentMeasure,
): Result<GoodsStack, 'price' | 'room'> => {
  const whole = fitWhole(request, measure)
  if (whole !== null) return whole
  for (let nameLines = request.face.nameLines; nameLines >= 1; nameLines -= 1) {
    for (const factor of FACTORS) {
      const found = tryStack(request, { factor, nameFactor: NAME_FACTORS.at(-1) ?? 1, nameLines }, measure)
      if (found !== null) return found
    }
  }
  const [leftOff, ...others] = mayLeaveOff.filter((part) => request.parts.some((shown) => shown.part === part))
  if (leftOff === undefined) return failure('room')
  const parts = request.parts.filter(({ part }) => part !== leftOff)
  return stackGoods({ ...request, parts }, others, measure)
}

/** The largest sizes at which the whole name fits; null when it never does. */
const fitWhole = (request: StackRequest, measure: DocumentMeasure): Result<GoodsStack, 'price'> | null => {
  const { nameLines } = request.face
  for (const factor of FACTORS.filter((each) => each >= LEAST_WHOLE_FACTOR)) {
    for (const nameFactor of NAME_FACTORS) {
      const found = tryStack(request, { factor, nameFactor, nameLines }, measure)
      if (found !== null && (!found.ok || found.value.pieces.every((piece) => piece.isWhole))) return found
    }
  }
  return null
}

const tryStack = (
  request: StackRequest,
  sizes: Pick<PieceRoom, 'factor' | 'nameFactor' | 'nameLines'>,
  measure: DocumentMeasure,
): Result<GoodsStack, 'price'> | null => {
  const { face, widthMm, code } = request
  const pieces: GoodsPiece[] = []
  for (const { part, size } of request.parts) {
    const room = { face, widthMm, ...sizes, sizeFactor: SIZE_FACTORS[size] }
    const piece = setPiece(part, request.goods, request.naming.texts, room, measure)
    if (piece === 'no-room') return failure('price')
    if (piece !== null) pieces.push(piece)
  }
  if (!saysWhole(pieces, request.naming.identity)) return null
  const textMm = pieces.reduce((sum, piece) => sum + pieceHeightMm(piece), 0)
  const hasBars = code?.type === 'bars'
  const gaps = Math.max(1, pieces.length - 1 + (hasBars ? 1 : 0))
  const leastMm = textMm + (hasBars ? face.leastBarsMm : 0) + gaps * LEAST_GAP_MM
  if (leastMm > request.heightMm) return null
  const restMm = request.heightMm - textMm - gaps * LEAST_GAP_MM
  const barsMm = hasBars ? Math.min(restMm, face.mostBarsMm) : 0
  const gapMm = Math.min(MOST_GAP_MM, LEAST_GAP_MM + (restMm - barsMm) / gaps)
  const white = hasBars ? whiteAboveBars(pieces, gapMm, barsMm, face) : { aboveBarsMm: 0, fromBarsMm: 0 }
  return success({ pieces, barsMm: barsMm - white.fromBarsMm, gapMm, aboveBarsMm: white.aboveBarsMm })
}

const withoutSpaces = (text: string): string => text.replaceAll(' ', '')

/** True when one of the pieces is this text, unshortened. */
const saysWhole = (pieces: readonly GoodsPiece[], text: string | null): boolean =>
  text === null || pieces.some(({ lines }) => withoutSpaces(lines.join('')) === withoutSpaces(text))

/** What the bars stand lower so that no descender touches them: the label's upper margin gives it, then the bars do. */
const whiteAboveBars = (
  pieces: readonly GoodsPiece[],
  gapMm: number,
  barsMm: number,
  { marginMm, leastBarsMm }: GoodsFace,
): { readonly aboveBarsMm: number; readonly fromBarsMm: number } => {
  const [first] = pieces
  const above = pieces[pieces.findIndex(({ part }) => part === 'barcode') - 1]
  if (first === undefined || above === undefined) return { aboveBarsMm: 0, fromBarsMm: 0 }
  const wantedMm = Math.max(0, ABOVE_BARS_MM - above.sizeMm * BELOW_DESCENDERS_EM - gapMm)
  const marginLeftMm = Math.max(0, Math.min(marginMm - LEAST_EDGE_MM, first.sizeMm * ABOVE_CAPITALS_EM))
  const fromMarginMm = Math.min(wantedMm, marginLeftMm)
  const fromBarsMm = Math.min(wantedMm - fromMarginMm, Math.max(0, barsMm - leastBarsMm))
  return { aboveBarsMm: fromMarginMm + fromBarsMm, fromBarsMm }
}
