import { z } from 'zod'
import { wireAmountSchema, wireCountSchema, wireIdAsWrittenSchema, wireIdSchema } from './wire.ts'

/** Answer of the login: the token for the calls that follow. */
export const forstokLoginSchema = z.object({ data: z.object({ token: z.string().min(1) }) })

export const forstokWarehouseSchema = z.object({
  id: wireIdAsWrittenSchema,
  code: z.string().nullish(),
  name: z.string(),
  default: z.boolean().nullish(),
  active: z.boolean().nullish(),
})
export type ForstokWarehouse = z.infer<typeof forstokWarehouseSchema>
export const forstokWarehousesSchema = z.object({ warehouses: z.array(forstokWarehouseSchema) })

export const forstokStoreSchema = z.object({
  id: wireIdAsWrittenSchema,
  channel_id: wireIdAsWrittenSchema.nullish(),
  name: z.string(),
  active: z.boolean().nullish(),
})
export type ForstokStore = z.infer<typeof forstokStoreSchema>
export const forstokStoresSchema = z.object({ stores: z.array(forstokStoreSchema) })

/** One page of variants with their stock per warehouse. */
export const forstokVariantsSchema = z.object({
  variants: z.array(
    z.object({
      /** Empty for an import that nobody has given a SKU yet. */
      sku: z
        .string()
        .nullish()
        .transform((sku) => sku ?? ''),
      /** None for a variant that never had stock anywhere. */
      quantities: z
        .array(
          z.object({
            warehouse_id: wireIdSchema,
            on_hand: wireCountSchema,
            reserved: wireCountSchema,
            available: wireCountSchema,
          }),
        )
        .nullish()
        .transform((quantities) => quantities ?? []),
    }),
  ),
  page: wireCountSchema,
  total_pages: wireCountSchema,
})
export type ForstokVariants = z.infer<typeof forstokVariantsSchema>

/** A part that only helps to compare: one that cannot be read is as one that is not shown. */
const namedSchema = z.object({ name: z.string().nullish() }).nullish().catch(null)

/** One unit; without a sale price of its own it was sold at its price. */
const orderRowSchema = z
  .object({
    sku: z.string().nullish(),
    sale_price: wireAmountSchema.nullish(),
    total_price: wireAmountSchema.nullish(),
    price: wireAmountSchema.nullish(),
  })
  .transform((row, context) => {
    const soldAt = row.sale_price ?? row.total_price ?? row.price
    if (soldAt !== null && soldAt !== undefined) return { sku: row.sku, sale_price: soldAt }
    context.addIssue({ code: 'custom', message: 'a row without any price' })
    return z.NEVER
  })

/** An order; each row of `item_lines` is one unit. */
export const forstokOrderSchema = z.object({
  id: wireIdSchema,
  local_id: z.string().nullish(),
  local_name: z.string().nullish(),
  status: z.string(),
  item_lines: z.array(orderRowSchema).nullish(),
  discount_amount: wireAmountSchema.nullish(),
  shipping_price: wireAmountSchema.nullish(),
  customer: namedSchema,
  address: namedSchema,
})
export type ForstokOrder = z.infer<typeof forstokOrderSchema>
export const forstokOrderAnswerSchema = z.object({ order: forstokOrderSchema })
export const forstokOrdersSchema = z.object({ orders: z.array(forstokOrderSchema) })

/** A page of orders of which only the references matter. */
export const forstokReferencesSchema = z.object({
  orders: z.array(z.object({ local_id: z.string().nullish(), local_name: z.string().nullish() })),
  /** Not shown by a service that answers everything at once. */
  total_pages: wireCountSchema.nullish(),
})
export type ForstokReferences = z.infer<typeof forstokReferencesSchema>

/** Answer of ready to ship, delivered and cancel. */
export const forstokStatusSchema = z.object({ status: z.string() })

/** A refusal: `{"errors":["…"]}`, or `{"error":"…"}` for credentials. */
export const forstokErrorsSchema = z.union([
  z.object({ errors: z.array(z.string()).min(1) }).transform((answer) => answer.errors.join('; ')),
  z.object({ error: z.string() }).transform((answer) => answer.error),
])
