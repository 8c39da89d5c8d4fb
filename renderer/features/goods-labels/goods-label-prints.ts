import { canBeSymbol } from '../../../shared/documents/document-measure.ts'
import { goodsText } from '../../../shared/documents/goods-text.ts'
import type { GoodsLabel } from '../../../shared/domain/goods-label.ts'
import type { Item } from '../../../shared/domain/item.ts'
import type { LoosePrint } from '../../storage/print-job-store.ts'

/** Labels of one item in one go: beyond this a slip of the fingers is likelier than a need. */
export const MOST_COPIES = 2000
/** More labels than this are asked about first. */
export const MANY_LABELS = 500

/** An item and how many labels of it are wanted. */
export type WantedLabels = { readonly item: Item; readonly copies: number }

/** What a label says of an item: its first barcode that can be drawn, with its price of today, and whose shop it is. */
export const toGoodsLabel = (
  { sku, name, barcodes, price, regularPrice, soldBy }: Item,
  shopName: string,
): GoodsLabel => ({
  sku,
  name,
  barcode: barcodes.find(canBeSymbol) ?? null,
  price,
  regularPrice,
  soldBy,
  ...(shopName.trim() === '' ? {} : { shopName }),
})

/** True when the name of an item, as it is, will not stand on its label: it has characters that no label can print, or shows nothing. */
export const isNameNotWhole = ({ name }: Pick<Item, 'name'>): boolean => {
  const { text, leftOut } = goodsText(name)
  return text === '' || leftOut.length > 0
}

/** The wanted list with one more of an item, which comes first when it is new. */
export const addWanted = (wanted: readonly WantedLabels[], item: Item, copies = 1): readonly WantedLabels[] => {
  const known = wanted.find((each) => each.item.sku === item.sku)
  if (known === undefined) return [{ item, copies: Math.min(MOST_COPIES, Math.max(1, copies)) }, ...wanted]
  const more = Math.min(MOST_COPIES, known.copies + copies)
  return wanted.map((each) => (each === known ? { item, copies: more } : each))
}

/** How many labels are wanted in all. */
export const countWanted = (wanted: readonly WantedLabels[]): number =>
  wanted.reduce((sum, { copies }) => sum + copies, 0)

/** One print job an item, in the order of the list. */
export const toPrints = (
  wanted: readonly WantedLabels[],
  document: 'product-label' | 'shelf-tag',
  printerId: string | null,
  shopName: string,
): readonly LoosePrint[] =>
  wanted.map(({ item, copies }) => ({
    document,
    subject: { type: 'goods', goods: toGoodsLabel(item, shopName), copies },
    printerId,
  }))
