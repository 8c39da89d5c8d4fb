import { z } from 'zod'
import { rupiahSchema } from './money.ts'

/** What the shop sells. Stock stands apart (see stock-level.ts), so that a sale never rewrites an item. */
export const itemSchema = z.object({
  sku: z.string().min(1),
  barcodes: z.array(z.string().min(1)).readonly(),
  name: z.string().min(1),
  category: z.string(),
  price: rupiahSchema,
  costPrice: rupiahSchema.nullable(),
})
export type Item = z.infer<typeof itemSchema>
