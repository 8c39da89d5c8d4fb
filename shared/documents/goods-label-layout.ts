import type { GoodsLabel } from '../domain/goods-label.ts'
import { printTrouble, type PrintTrouble } from '../domain/print-trouble.ts'
import { failure, success, type Result } from '../domain/result.ts'
import type { DocumentDesigns } from './document-design.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { codeFor, scannedText, type GoodsCode } from './goods-code.ts'
import { productLabelFace, shelfTagFace, type GoodsFace, type GoodsPart, type GoodsLabelSize } from './goods-face.ts'
import { goodsNamings, type GoodsNaming } from './goods-name.ts'
import { drawPiece, pieceHeightMm } from './goods-pieces.ts'
import { stackGoods, type GoodsStack, type ShownPart } from './goods-stack.ts'
import { goodsText } from './goods-text.ts'
import { GOODS_WORDS, type GoodsWords } from './goods-words.ts'
import type { LayoutPrimitive } from './layout.ts'

/** The two documents of goods. */
export type GoodsDocument = 'product-label' | 'shelf-tag'

/** What one label says and how. */
export type GoodsLabelRequest = {
  readonly goods: GoodsLabel
  readonly document: GoodsDocument
  readonly designs: DocumentDesigns
}

/** A label of goods, drawn from its upper left corner, and how its item is named on it. */
export type DrawnGoodsLabel = {
  readonly primitives: readonly LayoutPrimitive[]
  readonly naming: GoodsNaming
}

/**
 * One label of goods, named in the best way that finds room (see {@link goodsNamings}): there is never a box for a
 * character that cannot be printed. Refused, with the SKU and the reason in the documents' language, when its code cannot
 * be read at this size, when nothing printable tells which item it is, or when not everything fits.
 */
export const layoutGoodsLabel = (
  { goods, document, designs }: GoodsLabelRequest,
  label: GoodsLabelSize,
  measure: DocumentMeasure,
): Result<DrawnGoodsLabel, PrintTrouble> => {
  const words = GOODS_WORDS[designs.language]
  const face = document === 'shelf-tag' ? shelfTagFace(label) : productLabelFace(label)
  const shown = designs[document].parts.filter(({ isShown }) => isShown)
  const hasCode = shown.some(({ part }) => part === 'barcode')
  const code = hasCode ? codeFor(scannedText(goods), label, face, measure) : null
  const refuse = (reason: keyof GoodsWords) => failure(printTrouble('not-drawable', `${goods.sku}: ${words[reason]}`))
  if (hasCode && code === null) return refuse('noCode')
  const strip = stripBeside(code, label, face)
  let reason: keyof GoodsWords = 'noName'
  for (const naming of goodsNamings(goods)) {
    const { parts, mayLeaveOff } = partsFor(naming, hasCode ? goodsText(scannedText(goods)).text : null, shown)
    const stack = stackGoods({ goods, naming, parts, face, code, ...strip }, mayLeaveOff, measure)
    if (stack.ok) {
      return success({ primitives: [...drawStack(stack.value, strip, code, measure), ...drawQr(code, label)], naming })
    }
    reason = stack.error === 'price' ? 'noPrice' : 'noRoom'
  }
  return refuse(reason)
}

/** The shown parts, with the SKU once: beside a shortened name in any case, but not where it stands as the name or under its code. */
const partsFor = (
  { texts, nameIs }: GoodsNaming,
  underCode: string | null,
  shown: readonly ShownPart[],
): { readonly parts: readonly ShownPart[]; readonly mayLeaveOff: readonly GoodsPart[] } => {
  const others = shown.filter(({ part }) => part !== 'sku')
  if (nameIs === 'replaced' || underCode === texts.sku) return { parts: others, mayLeaveOff: ['shop'] }
  if (nameIs === 'whole') return { parts: shown, mayLeaveOff: ['shop', 'sku'] }
  if (others.length < shown.length) return { parts: shown, mayLeaveOff: ['shop'] }
  // Small labels have a line less than before: the name gets what the SKU can spare.
  const sku: ShownPart = { part: 'sku', size: 'small' }
  const afterName = others.findIndex(({ part }) => part === 'name') + 1
  return { parts: [...others.slice(0, afterName), sku, ...others.slice(afterName)], mayLeaveOff: ['shop'] }
}

type Strip = { readonly xMm: number; readonly yMm: number; readonly widthMm: number; readonly heightMm: number }

/** Where the texts (and bars) go: the whole label, or what a QR symbol on the right, of upright labels below, leaves. */
const stripBeside = (code: GoodsCode | null, label: GoodsLabelSize, { marginMm }: GoodsFace): Strip => {
  const [widthMm, heightMm] = [label.widthMm - marginMm * 2, label.heightMm - marginMm * 2]
  const strip = { xMm: marginMm, yMm: marginMm, widthMm, heightMm }
  if (code?.type !== 'qr') return strip
  const takenMm = code.symbol.widthMm + QR_EDGE_MM - marginMm
  return label.widthMm >= label.heightMm
    ? { ...strip, widthMm: widthMm - Math.max(0, takenMm) }
    : { ...strip, heightMm: heightMm - Math.max(0, takenMm) }
}

const QR_EDGE_MM = 0.1

const drawQr = (code: GoodsCode | null, label: GoodsLabelSize): readonly LayoutPrimitive[] => {
  if (code?.type !== 'qr') return []
  const { symbol } = code
  const isBeside = label.widthMm >= label.heightMm
  const xMm = isBeside ? label.widthMm - symbol.widthMm - QR_EDGE_MM : (label.widthMm - symbol.widthMm) / 2
  const yMm = isBeside ? (label.heightMm - symbol.heightMm) / 2 : label.heightMm - symbol.heightMm - QR_EDGE_MM
  return [{ ...symbol, xMm, yMm }]
}

const drawStack = (
  { pieces, barsMm, gapMm, aboveBarsMm }: GoodsStack,
  strip: Strip,
  code: GoodsCode | null,
  measure: DocumentMeasure,
): readonly LayoutPrimitive[] => {
  const textMm = pieces.reduce((sum, piece) => sum + pieceHeightMm(piece), 0)
  const gaps = pieces.length - 1 + (barsMm > 0 ? 1 : 0)
  const leftMm = strip.heightMm - textMm - barsMm - aboveBarsMm - gaps * gapMm
  // A stack higher than the strip begins in the margin above it.
  let yMm = strip.yMm + (leftMm < 0 ? leftMm : leftMm / 2)
  const primitives: LayoutPrimitive[] = []
  for (const piece of pieces) {
    if (piece.part === 'barcode' && code?.type === 'bars') {
      yMm += aboveBarsMm
      const bars = code.place(yMm, barsMm)
      if (bars !== null) primitives.push(bars)
      yMm += barsMm + gapMm
    }
    primitives.push(...drawPiece(piece, strip.xMm + strip.widthMm / 2, yMm, strip.widthMm, measure))
    yMm += pieceHeightMm(piece) + gapMm
  }
  return primitives
}
