import { z } from 'zod'
import { rupiahSchema } from './money.ts'
import { quantitySchema } from './quantity.ts'

/** A part of a bundle: how much of it goes with one of the bundle. */
export const componentSchema = z.object({
  sku: z.string().min(1),
  quantity: quantitySchema.refine((quantity) => quantity > 0, { message: 'must be above 0' }),
})
export type Component = z.infer<typeof componentSchema>

/** What the shop sells. Stock stands apart (see stock-level.ts), so that a sale never rewrites an item. */
export const itemSchema = z.object({
  sku: z.string().min(1),
  barcodes: z.array(z.string().min(1)).readonly(),
  name: z.string().min(1),
  category: z.string(),
  /** The selling price of one piece or one kilogram. */
  price: rupiahSchema,
  /** The price before a reduction that the catalogue itself gives; null when there is none. Never charged. */
  regularPrice: rupiahSchema.nullable().default(null),
  costPrice: rupiahSchema.nullable(),
  soldBy: z.enum(['piece', 'weight']).default('piece'),
  /** Within the scope of PPN; only looked at by shops that charge it. */
  isTaxed: z.boolean().default(true),
  /** The parts whose stock moves when a bundle is sold; none for an ordinary item. */
  components: z.array(componentSchema).readonly().default([]),
})
export type Item = z.infer<typeof itemSchema>
