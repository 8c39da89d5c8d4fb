/** A warehouse of the practice merchant. */
export type ForstokWarehouse = {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly default: boolean
  readonly active: boolean
}

/** A store (sales channel account) of the practice merchant. */
export type ForstokStore = {
  readonly id: number
  readonly channel_id: number
  readonly name: string
  readonly active: boolean
}

/** Forstok's channel for sales orders made by hand: the one a till can sell through. */
export const SALES_ORDER_CHANNEL_ID = 21

/** The warehouse that holds the opening stock and is meant where a call names none. */
export const DEFAULT_WAREHOUSE: ForstokWarehouse = {
  id: 701,
  code: '701',
  name: 'Gudang-Utama',
  default: true,
  active: true,
}

/** The second warehouse, from and to which goods are moved. No order leaves from it unless it names it. */
export const BACK_WAREHOUSE: ForstokWarehouse = {
  id: 702,
  code: '702',
  name: 'Gudang-Belakang',
  default: false,
  active: true,
}

/** Two active warehouses and one that is no longer used. */
export const FORSTOK_WAREHOUSES: readonly ForstokWarehouse[] = [
  DEFAULT_WAREHOUSE,
  BACK_WAREHOUSE,
  { id: 703, code: '703', name: 'Gudang-Lama', default: false, active: false },
]

/** The till's store, a marketplace store, and a till store that is no longer used. */
export const FORSTOK_STORES: readonly ForstokStore[] = [
  { id: 9001, channel_id: SALES_ORDER_CHANNEL_ID, name: 'Toko Konter', active: true },
  { id: 9002, channel_id: 12, name: 'Toko Konter Shopee', active: true },
  { id: 9003, channel_id: SALES_ORDER_CHANNEL_ID, name: 'Toko Konter Lama', active: false },
]

/** The listing channels of every seeded variant: all stores that are in use. */
export const LISTED_STORES: readonly ForstokStore[] = FORSTOK_STORES.filter((store) => store.active)
