import { z } from 'zod'
import { rupiahSchema } from './money.ts'

/** What a product label or a shelf tag says of an item, as it was when the label was ordered. */
export const goodsLabelSchema = z.object({
  sku: z.string().min(1),
  name: z.string().min(1),
  /** What is scanned; null when the item has no barcode: its SKU then is the code. */
  barcode: z.string().nullable(),
  price: rupiahSchema,
  regularPrice: rupiahSchema.nullable(),
  soldBy: z.enum(['piece', 'weight']),
  /** The shop's name as it stands on its labels, where their design shows it. */
  shopName: z.string().optional(),
})
export type GoodsLabel = z.infer<typeof goodsLabelSchema>
