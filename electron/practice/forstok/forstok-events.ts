import { z } from 'zod'

/** The order statuses that the simulator knows, in the words of the "API Seller" page. */
export const forstokStatusSchema = z.enum(['Open', 'Not Shipped', 'Ready to ship', 'Delivered', 'Cancelled'])
export type ForstokStatus = z.infer<typeof forstokStatusSchema>

/** An address as the assumed create call takes it; Forstok's form requires every part. */
export const forstokAddressSchema = z.object({
  name: z.string(),
  phone: z.string(),
  address_1: z.string(),
  province: z.string(),
  city: z.string(),
  district: z.string(),
  sub_district: z.string(),
  postal_code: z.string(),
})

const forstokOrderSchema = z.object({
  id: z.number().int(),
  reference: z.string(),
  channelId: z.number().int(),
  storeId: z.number().int(),
  warehouseId: z.number().int(),
  orderedAt: z.string(),
  customerName: z.string(),
  address: forstokAddressSchema.nullable(),
  /** One line a unit: Forstok's lines carry no quantity. */
  lines: z.array(z.object({ id: z.number().int(), sku: z.string(), price: z.number(), salePrice: z.number() })),
  discountAmount: z.number(),
  shippingPrice: z.number(),
  note: z.string(),
})

/** An order as it was created; what happens to it afterwards stands in later events. */
export type ForstokOrder = z.infer<typeof forstokOrderSchema>

/** Everything that can happen to Forstok's simulator, as its log keeps it. Times are epoch milliseconds. */
export const forstokEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('order-created'), atMs: z.number(), order: forstokOrderSchema }),
  z.object({
    type: z.literal('order-moved'),
    atMs: z.number(),
    orderId: z.number().int(),
    status: forstokStatusSchema,
  }),
  z.object({
    type: z.literal('stock-set'),
    atMs: z.number(),
    rows: z.array(z.object({ sku: z.string(), warehouseId: z.number().int(), onHand: z.number().int() })),
  }),
])
export type ForstokEvent = z.infer<typeof forstokEventSchema>
