import type { GoodsLabel } from '../domain/goods-label.ts'
import { goodsText } from './goods-text.ts'

/** The texts that a label of goods shows of an item, prices and what is scanned apart. */
export type GoodsTexts = { readonly shop: string; readonly name: string; readonly sku: string }

/** One way to say which item it is. */
export type GoodsNaming = {
  readonly texts: GoodsTexts
  /** Must stand on the label whole, because the name alone does not tell which item it is; null when the name is complete. */
  readonly identity: string | null
  /** Stands where the name would: the name (whole, or without what cannot be printed), or what tells instead of it. */
  readonly nameIs: 'whole' | 'shortened' | 'replaced'
}

/**
 * The ways to name an item, the best first, empty when there is none. A name that is printed whole needs nothing else. One
 * of which something had to be left out, so that another item's could look the same, needs the SKU beside it; where that
 * finds no room, and where nothing readable is left of the name, the SKU stands in the name's place. A barcode does so for
 * an SKU that cannot be printed either.
 */
export const goodsNamings = (
  goods: Pick<GoodsLabel, 'sku' | 'name' | 'barcode' | 'shopName'>,
): readonly GoodsNaming[] => {
  const name = goodsText(goods.name)
  const shop = goodsText(goods.shopName ?? '').text
  if (name.text !== '' && name.leftOut.length === 0) {
    const texts = { shop, name: name.text, sku: goodsText(goods.sku).text }
    return [{ texts, identity: null, nameIs: 'whole' }]
  }
  const identity = wholeText(goods.sku) ?? wholeText(goods.barcode ?? '')
  if (identity === null) return []
  const replaced: GoodsNaming = { texts: { shop, name: identity, sku: '' }, identity, nameIs: 'replaced' }
  if (name.text === '') return [replaced]
  return [{ texts: { shop, name: name.text, sku: identity }, identity, nameIs: 'shortened' }, replaced]
}

const wholeText = (text: string): string | null => {
  const whole = goodsText(text)
  return whole.text === '' || whole.leftOut.length > 0 ? null : whole.text
}
