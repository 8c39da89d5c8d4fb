import type { GoodsLabel } from '../domain/goods-label.ts'
import { placeGoodsBarcode, placeQr } from './code-primitive.ts'
import type { DocumentMeasure } from './document-measure.ts'
import type { GoodsFace, GoodsLabelSize } from './goods-face.ts'
import type { BarcodePrimitive, QrPrimitive } from './layout.ts'

/** What is scanned: the barcode, or the SKU of an item without one. */
export const scannedText = ({ barcode, sku }: Pick<GoodsLabel, 'barcode' | 'sku'>): string =>
  barcode === null || barcode.trim() === '' ? sku : barcode

/** The symbol of goods on a label: bars that stand anywhere between its edges, or a QR symbol that stands beside the text. */
export type GoodsCode =
  | { readonly type: 'bars'; readonly place: (yMm: number, heightMm: number) => BarcodePrimitive | null }
  | { readonly type: 'qr'; readonly symbol: QrPrimitive }

/** White paper that is left between a quiet zone and the label's edge. */
const EDGE_MM = 0.1
/** A QR symbol leaves at least this part of the label to the text. */
const TEXT_PART = 0.48

/** EAN or Code 128 as wide as the label allows; a code too long for bars becomes a QR symbol. Null when that does not fit either. */
export const codeFor = (
  text: string,
  label: GoodsLabelSize,
  face: GoodsFace,
  measure: DocumentMeasure,
): GoodsCode | null => {
  const { marginMm, largestModuleMm, largestQrModuleMm } = face
  const rules = { largestModuleMm, paperMarginMm: marginMm - EDGE_MM }
  const place = (yMm: number, heightMm: number): BarcodePrimitive | null =>
    placeGoodsBarcode(text, { xMm: marginMm, yMm, widthMm: label.widthMm - marginMm * 2, heightMm }, rules, measure)
  if (place(0, 1) !== null) return { type: 'bars', place }
  const [wideMm, tallMm] = [label.widthMm - EDGE_MM * 2, label.heightMm - EDGE_MM * 2]
  const roomMm =
    label.widthMm >= label.heightMm ? [wideMm * (1 - TEXT_PART), tallMm] : [wideMm, tallMm * (1 - TEXT_PART)]
  const [widthMm = 0, heightMm = 0] = roomMm
  const symbol = placeQr(text, { xMm: 0, yMm: 0, widthMm, heightMm }, largestQrModuleMm, measure)
  return symbol === null ? null : { type: 'qr', symbol }
}
