/** Where a call is known from: `client code` = third parties call it so; `assumed` = no public source shows it, to be corrected here. */
export type Provenance = 'client code' | 'assumed'

export type ForstokEndpoint = {
  /** The login stands on a host of its own. */
  readonly host: 'auth' | 'seller'
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly provenance: Provenance
}

/** Every Forstok call that Konter makes. Field names of bodies stand in order-mapping.ts, of answers in shared/api/forstok.ts. */
export const FORSTOK_ENDPOINTS = {
  login: { host: 'auth', method: 'POST', path: '/api/v2/auth', provenance: 'client code' },
  listWarehouses: { host: 'seller', method: 'GET', path: '/api/v1/warehouses.json', provenance: 'assumed' },
  listStores: { host: 'seller', method: 'GET', path: '/api/v1/stores.json', provenance: 'assumed' },
  listVariants: { host: 'seller', method: 'GET', path: '/api/v2/variants.json', provenance: 'assumed' },
  /** Absolute On Hand figures; no call that takes a difference is known. The body with a warehouse, at most 20 rows. */
  setQuantities: {
    host: 'seller',
    method: 'PATCH',
    path: '/api/v2/variants/quantities.json',
    provenance: 'client code',
  },
  createOrder: { host: 'seller', method: 'POST', path: '/api/v2/orders.json', provenance: 'assumed' },
  findOrdersByReference: { host: 'seller', method: 'GET', path: '/api/v2/orders.json', provenance: 'assumed' },
  listOrders: { host: 'seller', method: 'GET', path: '/api/v2/orders.json', provenance: 'assumed' },
  /** Called by others when goods are shipped; their variable is named "ReadytoShip". */
  readyToShip: {
    host: 'seller',
    method: 'POST',
    path: '/api/v2/orders/fulfills_seller.json',
    provenance: 'client code',
  },
  markDelivered: { host: 'seller', method: 'POST', path: '/api/v2/orders/delivered.json', provenance: 'assumed' },
} as const satisfies Record<string, ForstokEndpoint>

/** The channel of orders that a seller enters by hand ("Sales Order / Manual SO"); Forstok lists none for points of sale. */
export const MANUAL_SALES_ORDER_CHANNEL_ID = 21

/** An address as set up (`https://accounts.forstok.com`, with or without `/api`) and an endpoint's path as one URL. */
export const forstokUrl = (baseUrl: string, path: string, query: Readonly<Record<string, string>>): string => {
  const base = baseUrl.replace(/\/+$/, '').replace(/\/api(\/v\d+(\/auth)?)?$/, '')
  const parameters = new URLSearchParams(query).toString()
  return `${base}${path}${parameters === '' ? '' : `?${parameters}`}`
}
