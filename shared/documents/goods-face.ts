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
  Math.min(widthMm, heightMm) < 20 ? 0.375 : largestModuleOf({ widthMm: widthMm + 20, heightMm })

const nameLinesOf = ({ heightMm }: GoodsLabelSize): number => {
  if (heightMm >= 25) return 4
  return heightMm >= 14 ? 3 : 2
}

/** A product label: its barcode takes whatever room is left. Sizes are those of the usual 33 x 15 mm, grown with the label. */
export const productLabelFace = (size: GoodsLabelSize): GoodsFace => {
  const grown = between(0.7, Math.sqrt((size.widthMm * size.heightMm) / (33 * 15)), 2.6)
  const tall = size.heightMm
  return {
    sizesMm: {
      shop: between(LEAST_SIZE_MM, 1.7 * grown, 3),
      name: 2.25 * grown,
      barcode: between(LEAST_SIZE_MM, 1.75 * grown, 2.75),
      price: 3.1 * grown,
      'regular-price': 2 * grown,
      sku: between(LEAST_SIZE_MM, 1.75 * grown, 3),
    },
    nameLines: nameLinesOf(size),
    leastBarsMm: between(3, tall * 0.22, 8),
    mostBarsMm: between(4, tall * 0.4, 22),
    largestModuleMm: largestModuleOf(size),
    largestQrModuleMm: largestQrModuleOf(size),
    marginMm: marginOf(size),
  }
}

/** A shelf tag: its price is read from a metre away. Sizes are those of 50 x 30 mm, grown with the tag. */
export const shelfTagFace = (size: GoodsLabelSize): GoodsFace => {
  const grown = between(0.5, Math.sqrt((size.widthMm * size.heightMm) / (50 * 30)), 2)
  const tall = size.heightMm
  return {
    sizesMm: {
      shop: between(LEAST_SIZE_MM, 2.2 * grown, 3.5),
      name: 3.1 * grown,
      barcode: between(LEAST_SIZE_MM, 1.9 * grown, 2.75),
      price: 9 * grown,
      'regular-price': 3.2 * grown,
      sku: between(LEAST_SIZE_MM, 2 * grown, 3),
    },
    nameLines: nameLinesOf(size),
    leastBarsMm: between(3, tall * 0.14, 7),
    mostBarsMm: between(4, tall * 0.22, 12),
    largestModuleMm: largestModuleOf(size),
    largestQrModuleMm: largestQrModuleOf(size),
    marginMm: marginOf(size),
  }
}
