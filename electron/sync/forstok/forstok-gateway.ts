import {
  forstokOrderAnswerSchema,
  forstokOrdersSchema,
  forstokReferencesSchema,
  forstokStatusSchema,
  forstokWarehousesSchema,
  type ForstokOrder,
  type ForstokReferences,
  type ForstokWarehouse,
} from '../../../shared/api/forstok.ts'
import type { WireId } from '../../../shared/api/wire.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import { createDirectoryCache } from '../directory-cache.ts'
import { untrusted } from '../http/classify-exchange.ts'
import { FORSTOK_ENDPOINTS } from './endpoints.ts'
import type { ForstokAnswer, ForstokClient } from './forstok-client.ts'
import { readForstokDirectory } from './forstok-directory.ts'
import { orderBody, type ForstokDirectory } from './order-mapping.ts'

/** An On Hand figure to set. */
export type QuantityRow = { readonly sku: string; readonly warehouse_id: WireId; readonly quantity: number }

/** What Konter asks of Forstok. */
export type ForstokGateway = {
  readonly login: () => Promise<ForstokAnswer<string>>
  readonly readDirectory: () => Promise<ForstokAnswer<ForstokDirectory>>
  readonly forgetDirectory: () => void
  /** All warehouses, also those not in use. */
  readonly listWarehouses: () => Promise<ForstokAnswer<readonly ForstokWarehouse[]>>
  /** Sets On Hand to these figures (at most 20 rows; 0 or more): all of them or, when it refuses one, none. */
  readonly setQuantities: (rows: readonly QuantityRow[], mayStart: () => boolean) => Promise<ForstokAnswer<null>>
  /** One page (from 1) of the references of all orders that changed since then. */
  readonly listReferences: (sinceMs: number, page: number) => Promise<ForstokAnswer<ForstokReferences>>
  readonly findOrdersByReference: (reference: string) => Promise<ForstokAnswer<readonly ForstokOrder[]>>
  /** Never call it twice for a sale without a look-up in between: Forstok makes a second order of a repeated reference. */
  readonly createOrder: (
    sale: Sale,
    directory: ForstokDirectory,
    mayStart: () => boolean,
  ) => Promise<ForstokAnswer<ForstokOrder>>
  readonly readyToShip: (orderId: string, mayStart: () => boolean) => Promise<ForstokAnswer<null>>
  readonly markDelivered: (orderId: string, mayStart: () => boolean) => Promise<ForstokAnswer<null>>
}

/** The calls of the gateway over HTTP. An answer that does not carry our reference back is not taken for ours. */
export const createForstokGateway = (client: ForstokClient): ForstokGateway => {
  const directory = createDirectoryCache(
    () => readForstokDirectory(client),
    (answer) => answer.type === 'ok',
  )

  const asDone = (answer: ForstokAnswer<{ readonly status: string }>): ForstokAnswer<null> => {
    if (answer.type !== 'ok') return answer
    if (answer.value.status.toLowerCase() === 'ok') return { ...answer, value: null }
    return { type: 'failed', failure: untrusted('write', `status ${answer.value.status}`, answer.status) }
  }

  const move = async (
    endpoint: typeof FORSTOK_ENDPOINTS.readyToShip | typeof FORSTOK_ENDPOINTS.markDelivered,
    orderId: string,
    mayStart: () => boolean,
  ): Promise<ForstokAnswer<null>> => {
    const answer = await client.call({
      endpoint,
      query: { order_id: orderId },
      purpose: 'write',
      connection: 'own',
      schema: forstokStatusSchema,
      mayStart,
    })
    return asDone(answer)
  }

  return {
    login: client.logIn,
    readDirectory: directory.read,
    forgetDirectory: directory.forget,
    listWarehouses: async () => {
      const answer = await client.call({
        endpoint: FORSTOK_ENDPOINTS.listWarehouses,
        query: {},
        purpose: 'read',
        connection: 'shared',
        schema: forstokWarehousesSchema,
      })
      return answer.type === 'ok' ? { ...answer, value: answer.value.warehouses } : answer
    },
    setQuantities: async (rows, mayStart) =>
      asDone(
        await client.call({
          endpoint: FORSTOK_ENDPOINTS.setQuantities,
          query: {},
          body: { variants: rows },
          purpose: 'write',
          connection: 'own',
          schema: forstokStatusSchema,
          mayStart,
        }),
      ),
    listReferences: async (sinceMs, page) =>
      client.call({
        endpoint: FORSTOK_ENDPOINTS.listOrders,
        query: { updated_since: new Date(sinceMs).toISOString(), page: String(page) },
        purpose: 'read',
        connection: 'own',
        schema: forstokReferencesSchema,
      }),
    findOrdersByReference: async (reference) => {
      const answer = await client.call({
        endpoint: FORSTOK_ENDPOINTS.findOrdersByReference,
        query: { reference },
        purpose: 'read',
        connection: 'own',
        schema: forstokOrdersSchema,
      })
      if (answer.type !== 'ok') return answer
      const { orders } = answer.value
      const carriesOurs = (order: ForstokOrder): boolean =>
        order.local_id === reference || order.local_name === reference
      const ours = orders.filter(carriesOurs)
      // Ours among others were found all the same (a search by the beginning finds -1000 and -10000). Others alone prove nothing: a
      // search that ignored `reference`, or the answer to somebody else's search, is least of all a proof of absence.
      if (ours.length === 0 && orders.length > 0)
        return {
          type: 'failed',
          failure: untrusted('read', 'The order search answered with other orders', answer.status),
        }
      return { ...answer, value: ours }
    },
    createOrder: async (sale, where, mayStart) => {
      const answer = await client.call({
        endpoint: FORSTOK_ENDPOINTS.createOrder,
        query: {},
        body: orderBody(sale, where),
        purpose: 'write',
        connection: 'own',
        schema: forstokOrderAnswerSchema,
        mayStart,
      })
      if (answer.type !== 'ok') return answer
      const { order } = answer.value
      if (order.local_id === sale.number || order.local_name === sale.number) return { ...answer, value: order }
      return { type: 'failed', failure: untrusted('write', 'The answer carries another reference', answer.status) }
    },
    readyToShip: async (orderId, mayStart) => move(FORSTOK_ENDPOINTS.readyToShip, orderId, mayStart),
    markDelivered: async (orderId, mayStart) => move(FORSTOK_ENDPOINTS.markDelivered, orderId, mayStart),
  }
}
