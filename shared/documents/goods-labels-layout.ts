import { printTrouble, type PrintTrouble } from '../domain/print-trouble.ts'
import type { PrinterMedia } from '../domain/printer.ts'
import { failure, success, type Result } from '../domain/result.ts'
import type { DocumentMeasure } from './document-measure.ts'
import type { GoodsLabelSize } from './goods-face.ts'
import {
  layoutGoodsLabel,
  type DrawnGoodsLabel,
  type GoodsDocument,
  type GoodsLabelRequest,
} from './goods-label-layout.ts'
import { GOODS_WORDS } from './goods-words.ts'
import type { LaidOutPage } from './layout-document.ts'
import type { DocumentLayout, LayoutPrimitive } from './layout.ts'
import { PRINTABLE_WIDTH_MM } from './receipt-faces.ts'

/** The liner that labels come on: how large they are and how many lie beside each other. */
export type LabelRow = GoodsLabelSize & { readonly across: number; readonly columnGapMm: number }

/** Smaller labels hold no code that can be scanned. */
const LEAST_LABEL: GoodsLabelSize = { widthMm: 18, heightMm: 9 }
/** What is printed on a roll of paper, to be cut off. */
const PAPER_HEIGHTS_MM: Readonly<Record<GoodsDocument, number>> = { 'product-label': 30, 'shelf-tag': 40 }

/** The labels of a printer; on a roll of paper one below the other, as wide as it prints. */
export const labelRowOf = (media: PrinterMedia, document: GoodsDocument): LabelRow =>
  media.type === 'labels'
    ? media
    : {
        widthMm: PRINTABLE_WIDTH_MM[media.paperWidthMm],
        heightMm: PAPER_HEIGHTS_MM[document],
        across: 1,
        columnGapMm: 0,
      }

/** One label of the kind that lies in the printer. Refused when it could not be drawn rightly (see {@link layoutGoodsLabel}). */
export const layoutOneGoodsLabel = (
  request: GoodsLabelRequest & { readonly media: PrinterMedia },
  measure: DocumentMeasure,
): Result<DrawnGoodsLabel, PrintTrouble> => {
  const { goods, document, media, designs } = request
  const row = labelRowOf(media, document)
  return row.widthMm < LEAST_LABEL.widthMm || row.heightMm < LEAST_LABEL.heightMm
    ? failure(printTrouble('not-drawable', `${goods.sku}: ${GOODS_WORDS[designs.language].noRoom}`))
    : layoutGoodsLabel(request, row, measure)
}

/**
 * `copies` labels of one item (1 or more) as rows of the liner: the full rows as one page that is printed so many times,
 * then one with the rest. Refused when a single label is.
 */
export const layoutGoodsLabels = (
  request: GoodsLabelRequest & { readonly copies: number; readonly media: PrinterMedia },
  measure: DocumentMeasure,
): Result<readonly LaidOutPage[], PrintTrouble> => {
  const { document, copies, media } = request
  const label = layoutOneGoodsLabel(request, measure)
  if (!label.ok) return label
  const { primitives } = label.value
  const row = labelRowOf(media, document)
  const fullRows = Math.floor(copies / row.across)
  const rest = copies % row.across
  return success([
    ...(fullRows > 0 ? [{ layout: rowOf(primitives, row, row.across), copies: fullRows }] : []),
    ...(rest > 0 ? [{ layout: rowOf(primitives, row, rest), copies: 1 }] : []),
  ])
}

const rowOf = (label: readonly LayoutPrimitive[], row: LabelRow, filled: number): DocumentLayout => {
  const stepMm = row.widthMm + row.columnGapMm
  const primitives = Array.from({ length: filled }, (_, column) =>
    label.map((primitive) => ({ ...primitive, xMm: primitive.xMm + column * stepMm })),
  ).flat()
  return { widthMm: stepMm * row.across - row.columnGapMm, heightMm: row.heightMm, primitives }
}
