import { z } from 'zod'
import { failure, type Result, success } from '../../../shared/domain/result.ts'
import type { ForstokEvent, ForstokOrder } from './forstok-events.ts'
import { forstokAddressSchema } from './forstok-events.ts'
import { FORSTOK_STORES, FORSTOK_WAREHOUSES, SALES_ORDER_CHANNEL_ID } from './forstok-places.ts'
import type { ForstokState } from './forstok-state.ts'

/** The words of a refusal, as they stand in `errors`. */
export type ForstokRefusal = readonly string[]

const filled = z.string().trim().min(1)
const wholeAmount = z.number().int()

const addressRequestSchema = z.object({
  name: filled,
  phone: filled,
  address_1: filled,
  province: filled,
  city: filled,
  district: filled,
  sub_district: filled,
  postal_code: filled,
})

const createOrderRequestSchema = z.object({
  reference: z.string().nullish(),
  channel_id: z.number().int(),
  store_id: z.number().int(),
  warehouse_id: z.number().int(),
  ordered_at: z.string().refine((text) => !Number.isNaN(Date.parse(text))),
  customer: z.object({ name: filled, phone: z.string().nullish(), email: z.string().nullish() }),
  shipping_address: addressRequestSchema.nullish(),
  item_lines: z.array(z.object({ sku: filled, price: wholeAmount.min(0), sale_price: wholeAmount.min(0) })).min(1),
  discount_amount: wholeAmount.min(0).nullish(),
  shipping_price: wholeAmount.min(0).nullish(),
  note: z.string().nullish(),
  paid: z.object({ type: filled, amount: wholeAmount, edc_reference: z.string().nullish() }).nullish(),
})
type CreateOrderRequest = z.infer<typeof createOrderRequestSchema>

/**
 * What creating an order does. A repeated reference is not refused: nothing in the public sources says that Forstok
 * would, so it makes a second order. Stock never refuses an order: available may go below zero.
 */
export const decideCreateOrder = (
  state: ForstokState,
  body: unknown,
  atMs: number,
): Result<ForstokEvent & { readonly type: 'order-created' }, ForstokRefusal> => {
  const parsed = createOrderRequestSchema.safeParse(body, { reportInput: true })
  if (!parsed.success) return failure(parsed.error.issues.map(wordsOfIssue))
  const request = parsed.data
  const errors = [...placeErrors(request), ...skuErrors(state, request)]
  if (errors.length > 0) return failure(errors)
  return success({ type: 'order-created', atMs, order: orderOf(state, request) })
}

const orderOf = (state: ForstokState, request: CreateOrderRequest): ForstokOrder => ({
  id: state.nextOrderId,
  reference: request.reference?.trim() ?? '',
  channelId: request.channel_id,
  storeId: request.store_id,
  warehouseId: request.warehouse_id,
  orderedAt: request.ordered_at,
  customerName: request.customer.name,
  address: request.shipping_address ? forstokAddressSchema.parse(request.shipping_address) : null,
  lines: request.item_lines.map((line, index) => ({
    id: state.nextLineId + index,
    sku: line.sku,
    price: line.price,
    salePrice: line.sale_price,
  })),
  discountAmount: request.discount_amount ?? 0,
  shippingPrice: request.shipping_price ?? 0,
  note: request.note ?? '',
})

const placeErrors = (request: CreateOrderRequest): readonly string[] => {
  const store = FORSTOK_STORES.find((candidate) => candidate.id === request.store_id && candidate.active)
  const warehouse = FORSTOK_WAREHOUSES.find((candidate) => candidate.id === request.warehouse_id && candidate.active)
  return [
    ...(request.channel_id === SALES_ORDER_CHANNEL_ID ? [] : [`Channel ${String(request.channel_id)} is not sellable`]),
    ...(store?.channel_id === request.channel_id ? [] : [`Store ${String(request.store_id)} not found`]),
    ...(warehouse === undefined ? [`Warehouse ${String(request.warehouse_id)} not found`] : []),
  ]
}

const skuErrors = (state: ForstokState, request: CreateOrderRequest): readonly string[] =>
  [...new Set(request.item_lines.map((line) => line.sku))]
    .filter((sku) => !state.variantsBySku.has(sku))
    .map((sku) => `SKU ${sku} not found`)

const wordsOfIssue = (issue: z.core.$ZodIssue): string => {
  const field = issue.path.map(String).join('.')
  if (field === '') return 'Request body is not valid'
  const isMissing = issue.code === 'too_small' || (issue.code === 'invalid_type' && issue.input === undefined)
  return isMissing ? `${field} can't be blank` : `${field} is invalid`
}
