import {
  forstokStoresSchema,
  forstokWarehousesSchema,
  type ForstokStore,
  type ForstokWarehouse,
} from '../../../shared/api/forstok.ts'
import { FORSTOK_ENDPOINTS, MANUAL_SALES_ORDER_CHANNEL_ID } from './endpoints.ts'
import type { ForstokAnswer, ForstokClient } from './forstok-client.ts'
import type { ForstokDirectory } from './order-mapping.ts'

/** The default active warehouse, else the first active one; null when there is none. */
export const chooseWarehouse = (warehouses: readonly ForstokWarehouse[]): ForstokWarehouse | null => {
  const active = warehouses.filter((warehouse) => warehouse.active !== false)
  return active.find((warehouse) => warehouse.default === true) ?? active[0] ?? null
}

/** The active store that takes a till's orders: one named POS, else one of the manual sales order channel; null when there is none. */
export const chooseStore = (stores: readonly ForstokStore[]): ForstokStore | null => {
  const active = stores.filter((store) => store.active !== false)
  return (
    active.find((store) => /\b(pos|point of sales?)\b/i.test(store.name)) ??
    active.find((store) => Number(store.channel_id) === MANUAL_SALES_ORDER_CHANNEL_ID) ??
    null
  )
}

const NO_WAREHOUSE =
  'Forstok tidak punya gudang aktif: buat atau aktifkan satu gudang. / Forstok has no active warehouse: create or activate one.'
const NO_STORE =
  'Forstok tidak punya toko POS atau Sales Order (channel 21) yang aktif: buat satu. / Forstok has no active POS or Sales Order (channel 21) store: create one.'

/** Reads where orders go. A set-up that lacks something is `unauthorised` with what to create: no step can be carried out. */
export const readForstokDirectory = async (client: ForstokClient): Promise<ForstokAnswer<ForstokDirectory>> => {
  const reading = { query: {}, purpose: 'read', connection: 'shared' } as const
  const warehouses = await client.call({
    ...reading,
    endpoint: FORSTOK_ENDPOINTS.listWarehouses,
    schema: forstokWarehousesSchema,
  })
  if (warehouses.type !== 'ok') return warehouses
  const stores = await client.call({ ...reading, endpoint: FORSTOK_ENDPOINTS.listStores, schema: forstokStoresSchema })
  if (stores.type !== 'ok') return stores
  const warehouse = chooseWarehouse(warehouses.value.warehouses)
  if (warehouse === null) return { type: 'unauthorised', message: NO_WAREHOUSE }
  const store = chooseStore(stores.value.stores)
  if (store === null) return { type: 'unauthorised', message: NO_STORE }
  const channelId = store.channel_id ?? MANUAL_SALES_ORDER_CHANNEL_ID
  return {
    type: 'ok',
    value: { warehouseId: warehouse.id, storeId: store.id, channelId },
    status: stores.status,
  }
}
