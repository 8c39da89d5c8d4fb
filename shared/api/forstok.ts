import { z } from 'zod'
import { wireAmountSchema, wireIdSchema } from './wire.ts'

/** Answer of the login: the token for the calls that follow. */
export const forstokLoginSchema = z.object({ data: z.object({ token: z.string().min(1) }) })

export const forstokWarehouseSchema = z.object({
  id: wireIdSchema,
  code: z.string().nullish(),
  name: z.string(),
  default: z.boolean().nullish(),
  active: z.boolean().nullish(),
})
export type ForstokWarehouse = z.infer<typeof forstokWarehouseSchema>
export const forstokWarehousesSchema = z.object({ warehouses: z.array(forstokWarehouseSchema) })

export const forstokStoreSchema = z.object({
  id: wireIdSchema,
  channel_id: wireIdSchema.nullish(),
  name: z.string(),
  active: z.boolean().nullish(),
})
export type ForstokStore = z.infer<typeof forstokStoreSchema>
export const forstokStoresSchema = z.object({ stores: z.array(forstokStoreSchema) })

/** One page of variants with their stock per warehouse. */
export const forstokVariantsSchema = z.object({
  variants: z.array(
    z.object({
      sku: z.string(),
      quantities: z.array(
        z.object({
          warehouse_id: wireIdSchema,
          on_hand: z.number().int(),
          reserved: z.number().int(),
          available: z.number().int(),
        }),
      ),
    }),
  ),
  page: z.number().int(),
  total_pages: z.number().int(),
})
export type ForstokVariants = z.infer<typeof forstokVariantsSchema>

/** An order; each row of `item_lines` is one unit. */
export const forstokOrderSchema = z.object({
  id: wireIdSchema,
  local_id: z.string().nullish(),
  local_name: z.string().nullish(),
  status: z.string(),
  item_lines: z.array(z.object({ sku: z.string().nullish(), sale_price: wireAmountSchema })).nullish(),
  discount_amount: wireAmountSchema.nullish(),
  shipping_price: wireAmountSchema.nullish(),
  customer: z.object({ name: z.string().nullish() }).nullish(),
  address: z.object({ name: z.string().nullish() }).nullish(),
})
export type ForstokOrder = z.infer<typeof forstokOrderSchema>
export const forstokOrderAnswerSchema = z.object({ order: forstokOrderSchema })
export const forstokOrdersSchema = z.object({ orders: z.array(forstokOrderSchema) })

/** Answer of ready to ship, delivered and cancel. */
export const forstokStatusSchema = z.object({ status: z.string() })

/** A refusal: `{"errors":["…"]}`, or `{"error":"…"}` for credentials. */
export const forstokErrorsSchema = z.union([
  z.object({ errors: z.array(z.string()).min(1) }).transform((answer) => answer.errors.join('; ')),
  z.object({ error: z.string() }).transform((answer) => answer.error),
])
