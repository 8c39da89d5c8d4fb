import type { PRODUCT_LABEL_PARTS, SHELF_TAG_PARTS, TextSize } from './document-design.ts'

/** Everything that a product label or a shelf tag can show. */
export type GoodsPart = (typeof PRODUCT_LABEL_PARTS)[number] | (typeof SHELF_TAG_PARTS)[number]

/** How a document of goods is set on a label of one size, before it is made to fit. */
export type GoodsFace = {
  /** Size of the text of each part; of `barcode`, of the characters under it. */
  readonly sizesMm: Readonly<Record<GoodsPart, number>>
  readonly nameLines: number
  readonly leastBarsMm: number
  readonly mostBarsMm: number
  readonly largestModuleMm: number
  readonly largestQrModuleMm: number
  readonly marginMm: number
}

/** The label itself, one of those that may lie beside each other. */
export type GoodsLabelSize = { readonly widthMm: number; readonly heightMm: number }

/** How much larger or smaller than usual the shop wants a part. */
export const SIZE_FACTORS: Readonly<Record<TextSize, number>> = { small: 0.85, normal: 1, large: 1.25 }

/** Thin letters below this size lose their stems at 203 dpi: they are set bold. */
export const LEAST_REGULAR_MM = 2.5
/** Smallest text that is still read from thermal paper: 12 dots at 203 dpi. */
export const LEAST_SIZE_MM = 1.5

const between = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value))

const marginOf = ({ widthMm, heightMm }: GoodsLabelSize): number => between(0.75, Math.min(widthMm, heightMm) * 0.05, 2)

const largestModuleOf = ({ widthMm }: GoodsLabelSize): number => {
  if (widthMm >= 60) return 0.5
  return widthMm >= 48 ? 0.375 : 0.25
}

const largestQrModuleOf = ({ widthMm, heightMm }: GoodsLabelSize): number =>
  Math.min(widthMm, heightMm) < 20 ? 0.5 : largestModuleOf({ widthMm: widthMm + 20, heightMm })

const nameLinesOf = ({ heightMm }: GoodsLabelSize): number => {
  if (heightMm >= 25) return 4
  return heightMm >= 14 ? 3 : 2
}

type Range = readonly [least: number, most: number]
/** A size on the usual label, and the largest on any. */
type Caption = readonly [usualMm: number, mostMm: number]

/** What sets the two documents of goods apart. Sizes are those on the usual label, and grow with it. */
type FaceDesign = {
  readonly usual: GoodsLabelSize
  readonly growth: Range
  readonly nameMm: number
  readonly priceMm: number
  readonly regularPriceMm: number
  /** These are never smaller than what can be read. */
  readonly shopMm: Caption
  /** The characters under the barcode and the SKU: they stand under each other, alike. */
  readonly codeMm: Caption
  /** Parts of the label's height that the bars have, within so many millimetres. */
  readonly leastBars: { readonly part: number; readonly mm: Range }
  readonly mostBars: { readonly part: number; readonly mm: Range }
}

const faceOf = (design: FaceDesign, size: GoodsLabelSize): GoodsFace => {
  const { usual, growth, leastBars, mostBars } = design
  const [leastGrown, mostGrown] = growth
  const ratio = (size.widthMm * size.heightMm) / (usual.widthMm * usual.heightMm)
  const grown = between(leastGrown, Math.sqrt(ratio), mostGrown)
  const caption = ([usualMm, mostMm]: Caption): number => between(LEAST_SIZE_MM, usualMm * grown, mostMm)
  const bars = ({ part, mm: [leastMm, mostMm] }: FaceDesign['leastBars']): number =>
    between(leastMm, size.heightMm * part, mostMm)
  return {
    sizesMm: {
      shop: caption(design.shopMm),
      name: design.nameMm * grown,
      barcode: caption(design.codeMm),
      price: design.priceMm * grown,
      'regular-price': design.regularPriceMm * grown,
      sku: caption(design.codeMm),
    },
    nameLines: nameLinesOf(size),
    leastBarsMm: bars(leastBars),
    mostBarsMm: bars(mostBars),
    largestModuleMm: largestModuleOf(size),
    largestQrModuleMm: largestQrModuleOf(size),
    marginMm: marginOf(size),
  }
}

const PRODUCT_LABEL: FaceDesign = {
  usual: { widthMm: 33, heightMm: 15 },
  growth: [0.7, 2.6],
  nameMm: 2.25,
  priceMm: 3.1,
  regularPriceMm: 2,
  shopMm: [1.7, 3],
  codeMm: [1.75, 2.75],
  leastBars: { part: 0.22, mm: [3, 8] },
  mostBars: { part: 0.4, mm: [4, 22] },
}

const SHELF_TAG: FaceDesign = {
  usual: { widthMm: 50, heightMm: 30 },
  growth: [0.5, 2],
  nameMm: 3.1,
  priceMm: 9,
  regularPriceMm: 3.2,
  shopMm: [2.2, 3.5],
  codeMm: [1.9, 2.75],
  leastBars: { part: 0.14, mm: [3, 7] },
  mostBars: { part: 0.22, mm: [4, 12] },
}

/** A product label: its barcode takes whatever room is left. */
export const productLabelFace = (size: GoodsLabelSize): GoodsFace => faceOf(PRODUCT_LABEL, size)

/** A shelf tag: its price is read from a metre away. */
export const shelfTagFace = (size: GoodsLabelSize): GoodsFace => faceOf(SHELF_TAG, size)
