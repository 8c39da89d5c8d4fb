import type { GoodsLabel } from '../domain/goods-label.ts'
import { formatRupiah, type Rupiah } from '../domain/money.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { scannedText } from './goods-code.ts'
import { LEAST_REGULAR_MM, LEAST_SIZE_MM, type GoodsFace, type GoodsPart } from './goods-face.ts'
import type { GoodsTexts } from './goods-name.ts'
import { ASCENT_EM, LINE_EM, type FontWeight, type LayoutPrimitive } from './layout.ts'
import { printableText } from './printable-text.ts'
import { ellipsize, wrapText, type TextFace } from './text-fitting.ts'

/** A part set in the width it has: lines of one size under each other. */
export type GoodsPiece = {
  readonly part: GoodsPart
  readonly lines: readonly string[]
  readonly sizeMm: number
  readonly weight: FontWeight
  readonly isStruck: boolean
  /** False when words were broken or left out to make it fit. */
  readonly isWhole: boolean
}

/** What a piece is set with: the label's face, how much smaller than that, and the room. */
export type PieceRoom = {
  readonly face: GoodsFace
  readonly factor: number
  readonly nameFactor: number
  readonly nameLines: number
  readonly widthMm: number
}

/** A price as it stands on labels: `Rp 12.800`, of weighed goods `Rp 14.500/kg`. */
export const priceWords = (price: Rupiah, soldBy: GoodsLabel['soldBy']): string =>
  `${formatRupiah(price)}${soldBy === 'weight' ? '/kg' : ''}`

/** Down to a whole dot of the font's size, so that one size looks the same on every label. */
const wholeDots = (sizeMm: number): number => Math.max(LEAST_SIZE_MM, Math.floor(sizeMm * 8 + 0.001) / 8)

/** A part of the label as text; null when nothing is to be said, `no-room` when a price does not fit whole. */
export const setPiece = (
  part: GoodsPart,
  goods: GoodsLabel,
  texts: GoodsTexts,
  room: PieceRoom & { readonly sizeFactor: number },
  measure: DocumentMeasure,
): GoodsPiece | null | 'no-room' => {
  const { face, factor, widthMm } = room
  const sizeMm = wholeDots(face.sizesMm[part] * factor * room.sizeFactor)
  if (part === 'name') return setName(texts.name, { ...room, sizeMm: wholeDots(sizeMm * room.nameFactor) }, measure)
  if (part === 'price') return setAmount(part, priceWords(goods.price, goods.soldBy), sizeMm, widthMm, measure)
  if (part === 'regular-price') {
    const { regularPrice } = goods
    if (regularPrice === null || regularPrice <= goods.price) return null
    return setAmount(part, priceWords(regularPrice, goods.soldBy), sizeMm, widthMm, measure)
  }
  const text = part === 'barcode' ? scannedText(goods) : texts[part]
  return setLine(part, text, sizeMm, widthMm, measure)
}

const setName = (
  name: string,
  { sizeMm, nameLines, widthMm }: PieceRoom & { readonly sizeMm: number },
  measure: DocumentMeasure,
): GoodsPiece => {
  const face = { sizeMm, weight: 'bold' } as const
  const whole = wrapText(name, widthMm, face, nameLines + 1, measure)
  const isWhole = whole.length <= nameLines && whole.join(' ') === name
  const lines = isWhole ? whole : wrapText(name, widthMm, face, nameLines, measure).map(withOneEllipsis)
  return { part: 'name', lines, ...face, isStruck: false, isWhole }
}

/** A line that was cut right after what stood for left out characters. */
const withOneEllipsis = (line: string): string => line.replace(/…[ …]*…$/, '…')

/** An amount is made smaller, never shorter. */
const setAmount = (
  part: 'price' | 'regular-price',
  text: string,
  sizeMm: number,
  widthMm: number,
  measure: DocumentMeasure,
): GoodsPiece | 'no-room' => {
  const face =
    part === 'price'
      ? { sizeMm: sizeThatFits(text, sizeMm, 'bold', widthMm, measure), weight: 'bold' as const }
      : smallFace(text, sizeMm, widthMm, measure)
  if (measure.textWidthMm(text, face.sizeMm, face.weight) > widthMm) return 'no-room'
  return { part, lines: [text], ...face, isStruck: part === 'regular-price', isWhole: true }
}

/** One line, made smaller and at last shortened. */
const setLine = (
  part: 'shop' | 'sku' | 'barcode',
  text: string,
  sizeMm: number,
  widthMm: number,
  measure: DocumentMeasure,
): GoodsPiece | null => {
  const face = smallFace(text, sizeMm, widthMm, measure)
  const line = ellipsize(text, widthMm, face, measure)
  return line === '' ? null : { part, lines: [line], ...face, isStruck: false, isWhole: true }
}

/** Regular while it is large enough for that, else bold. */
const smallFace = (text: string, sizeMm: number, widthMm: number, measure: DocumentMeasure): TextFace => {
  const regularMm = sizeThatFits(text, sizeMm, 'regular', widthMm, measure)
  if (regularMm >= LEAST_REGULAR_MM) return { sizeMm: regularMm, weight: 'regular' }
  return { sizeMm: sizeThatFits(text, sizeMm, 'bold', widthMm, measure), weight: 'bold' }
}

const sizeThatFits = (
  text: string,
  sizeMm: number,
  weight: FontWeight,
  widthMm: number,
  measure: DocumentMeasure,
): number => {
  const atOneMm = measure.textWidthMm(printableText(text), 1, weight)
  return atOneMm === 0 ? sizeMm : wholeDots(Math.min(sizeMm, widthMm / atOneMm))
}

/** How high a piece stands. */
export const pieceHeightMm = ({ lines, sizeMm }: GoodsPiece): number => lines.length * sizeMm * LINE_EM

const STRIKE_EM = 0.28

/** The piece, its lines centred on `middleMm`, from `yMm` down. */
export const drawPiece = (
  piece: GoodsPiece,
  middleMm: number,
  yMm: number,
  widthMm: number,
  measure: DocumentMeasure,
): readonly LayoutPrimitive[] => {
  const { lines, sizeMm, weight } = piece
  return lines.flatMap((text, index): readonly LayoutPrimitive[] => {
    const baselineMm = yMm + index * sizeMm * LINE_EM + sizeMm * ASCENT_EM
    const words = {
      type: 'text',
      text,
      xMm: middleMm,
      baselineMm,
      sizeMm,
      weight,
      align: 'center',
      maxWidthMm: widthMm,
      ink: 'black',
    } as const
    if (!piece.isStruck) return [words]
    const lengthMm = measure.textWidthMm(text, sizeMm, weight)
    const strokeMm = Math.max(0.25, sizeMm * 0.07)
    const place = { xMm: middleMm - lengthMm / 2, yMm: baselineMm - sizeMm * STRIKE_EM - strokeMm / 2 }
    return [words, { type: 'line', direction: 'horizontal', ...place, lengthMm, strokeMm }]
  })
}
