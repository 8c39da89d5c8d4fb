import type { HeldForstokOrder, ForstokState, ForstokVariant } from './forstok-state.ts'
import { FORSTOK_STORES, LISTED_STORES } from './forstok-places.ts'

/** A variant in the form of the assumed variants call. */
export const variantView = (variant: ForstokVariant) => ({
  id: variant.id,
  item_id: variant.id,
  sku: variant.sku,
  name: variant.name,
  variant_name: '',
  barcode: variant.barcode,
  price: variant.price,
  regular_price: variant.price,
  weight: 0,
  updated_at: new Date(variant.updatedAtMs).toISOString(),
  pending_action: null,
  listings: LISTED_STORES.map((store) => ({ store_id: store.id, channel_id: store.channel_id, linked: true })),
  quantities: variant.quantities.map((quantity) => ({
    warehouse_id: quantity.warehouseId,
    on_hand: quantity.onHand,
    reserved: quantity.reserved,
    available: quantity.onHand - quantity.reserved,
  })),
})

const PROFILE_ID = 4711

/** An order in the form that Forstok's own Accurate middleware reads, plus its status. Lines carry no quantity. */
export const orderView = (state: ForstokState, held: HeldForstokOrder) => {
  const { order } = held
  return {
    id: order.id,
    profile_id: PROFILE_ID,
    local_id: order.reference,
    local_name: order.reference,
    status: held.status,
    channel: order.channelId,
    store_id: order.storeId,
    store_name: FORSTOK_STORES.find((store) => store.id === order.storeId)?.name ?? '',
    warehouse_id: order.warehouseId,
    ordered_at: order.orderedAt,
    updated_at: new Date(held.updatedAtMs).toISOString(),
    cashless: false,
    shipping_price: order.shippingPrice,
    shipping_provider: '',
    shipping_courier: { awb: null, booking_code: null, providers: [] },
    voucher_amount: 0,
    discount_amount: order.discountAmount,
    address: { name: order.address?.name ?? order.customerName, address_1: order.address?.address_1 ?? '' },
    item_lines: order.lines.map((line) => ({
      id: line.id,
      sku: line.sku,
      name: state.variantsBySku.get(line.sku)?.name ?? '',
      variant_name: '',
      price: line.price,
      sale_price: line.salePrice,
      total_price: line.salePrice,
      note: '',
      discount_amount: line.price - line.salePrice,
      voucher_amount: 0,
      shipping_provider: '',
      bundle_info: [],
    })),
  }
}
