import { type Item, itemSchema } from '../../../shared/domain/item.ts'

/** An item for tests of the sell screen. */
export const itemOf = (sku: string, price: number, rest: Partial<Item> = {}): Item => ({
  ...itemSchema.parse({ sku, barcodes: [`899${sku}`], name: `Barang ${sku}`, category: '', price, costPrice: null }),
  ...rest,
})
