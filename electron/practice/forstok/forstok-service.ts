import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import type { Result } from '../../../shared/domain/result.ts'
import type { EventLog } from '../event-log.ts'
import { pageOf, wholeFrom } from '../paging.ts'
import { PRACTICE_CREDENTIALS } from '../practice-credentials.ts'
import { bodyOf, headerOf, LARGEST_BODY_BYTES, parseJson, queryOf, readBodiesAsText } from '../request-parts.ts'
import { type Answering, committedAnswer, type Handle, jsonAnswer, type ServiceAnswer } from '../service-answer.ts'
import { createSlidingLimit } from '../sliding-limit.ts'
import { decideCreateOrder, type ForstokRefusal } from './forstok-create-order.ts'
import type { ForstokEvent, ForstokStatus } from './forstok-events.ts'
import { decideMoveOrder } from './forstok-move-order.ts'
import { FORSTOK_STORES, FORSTOK_WAREHOUSES } from './forstok-places.ts'
import { decideSetStock } from './forstok-set-stock.ts'
import { applyForstokEvent, type ForstokState } from './forstok-state.ts'
import { isForstokTokenValid, mintForstokToken } from './forstok-token.ts'
import { orderView, variantView } from './forstok-views.ts'

/** Forstok's words for what stands outside a single call. */
export const FORSTOK_REFUSALS = {
  unavailable: jsonAnswer(503, { errors: ['Service Unavailable'] }),
  'too-many-requests': jsonAnswer(429, { errors: ['Too Many Requests'] }, { 'retry-after': '1' }),
  credentials: jsonAnswer(401, { error: 'invalid token' }),
} as const

/** Stock calls, reading and writing together, that pass in a minute ("disarankan 50 request per menit"). */
const STOCK_CALLS_PER_MINUTE = 50
const LARGEST_PAGE = 100
const LARGEST_NUMBER = Number.MAX_SAFE_INTEGER

type Service = {
  readonly state: ForstokState
  readonly log: EventLog<ForstokEvent>
  readonly handle: Handle
  readonly now: () => number
}

/** Forstok's simulator as routes: the auth host and the seller host in one. Nothing listens yet. */
export const createForstokService = ({ state, log, handle, now }: Service): FastifyInstance => {
  const { id, secretKey } = PRACTICE_CREDENTIALS.forstok
  const stockLimit = createSlidingLimit(STOCK_CALLS_PER_MINUTE, 60_000)
  const app = fastify({ bodyLimit: LARGEST_BODY_BYTES })
  readBodiesAsText(app)

  const commit = <Event extends ForstokEvent>(
    decided: Result<Event, ForstokRefusal>,
    answerOf: (event: Event) => unknown,
  ): ServiceAnswer => {
    if (!decided.ok) return jsonAnswer(422, { errors: decided.error })
    log.append(decided.value)
    applyForstokEvent(state, decided.value)
    return committedAnswer(answerOf(decided.value))
  }
  const authorized = (answering: Answering) =>
    handle((request, reply) => {
      const query = queryOf(request)
      const [scheme, token = ''] = (headerOf(request, 'authorization') ?? '').split(' ')
      const isLetIn =
        scheme === 'Bearer' &&
        query.get('user_id') === id &&
        query.get('auth_type') === 'jwt' &&
        isForstokTokenValid(token, secretKey, now())
      return isLetIn ? answering(request, reply) : FORSTOK_REFUSALS.credentials
    })
  const moves = (status: ForstokStatus) =>
    authorized((request) => commit(decideMoveOrder(state, orderIdOf(request), status, now()), () => ({ status: 'OK' })))
  const stockCall =
    (answering: Answering): Answering =>
    (request, reply) => {
      const waitMs = stockLimit.take(now())
      if (waitMs === null) return answering(request, reply)
      return jsonAnswer(
        429,
        { errors: ['Too Many Requests'] },
        { 'retry-after': String(Math.max(1, Math.ceil(waitMs / 1000))) },
      )
    }
  const setStock = stockCall((request) =>
    commit(decideSetStock(state, parseJson(bodyOf(request))?.value, now()), () => ({ status: 'OK' })),
  )

  app.post(
    '/api/v2/auth',
    handle((request) => {
      const query = queryOf(request)
      const isKnown = query.get('id') === id && query.get('secret_key') === secretKey && query.get('type') === 'seller'
      return isKnown
        ? jsonAnswer(200, { data: { token: mintForstokToken(secretKey, now()) } })
        : jsonAnswer(401, { error: 'invalid credentials' })
    }),
  )
  app.get(
    '/api/v1/warehouses.json',
    authorized(() => jsonAnswer(200, { warehouses: FORSTOK_WAREHOUSES })),
  )
  app.get(
    '/api/v1/stores.json',
    authorized(() => jsonAnswer(200, { stores: FORSTOK_STORES })),
  )
  app.get('/api/v2/variants.json', authorized(stockCall((request) => listVariants(state, queryOf(request)))))
  app.get(
    '/api/v2/orders.json',
    authorized((request) => listOrders(state, queryOf(request))),
  )
  app.post(
    '/api/v2/orders.json',
    authorized((request) =>
      commit(decideCreateOrder(state, parseJson(bodyOf(request))?.value, now()), (event) => {
        const held = state.orders.get(event.order.id)
        return { order: held === undefined ? null : orderView(state, held) }
      }),
    ),
  )
  app.post('/api/v1/orders/confirm.json', moves('Not Shipped'))
  app.post('/api/v2/orders/fulfills_seller.json', moves('Ready to ship'))
  app.post('/api/v2/orders/delivered.json', moves('Delivered'))
  app.post('/api/v2/orders/cancel.json', moves('Cancelled'))
  app.patch('/api/v2/variants/quantities.json', authorized(setStock))
  app.post(
    '/api/v2/variants/quantities.json',
    authorized((request, reply) =>
      headerOf(request, 'x-http-method-override')?.toUpperCase() === 'PATCH' ? setStock(request, reply) : NOT_FOUND,
    ),
  )
  app.setNotFoundHandler(handle(() => NOT_FOUND))
  return app
}

const NOT_FOUND = jsonAnswer(404, { errors: ['Not Found'] })

const listVariants = (state: ForstokState, query: URLSearchParams): ServiceAnswer => {
  const since = sinceOf(query)
  if (since === 'invalid') return jsonAnswer(422, { errors: ['updated_since is invalid'] })
  const rows = since === null ? state.variants : state.variants.filter((variant) => variant.updatedAtMs >= since)
  const page = pageFor(rows, query)
  return jsonAnswer(200, { variants: page.rows.map(variantView), page: page.page, total_pages: page.pageCount })
}

const listOrders = (state: ForstokState, query: URLSearchParams): ServiceAnswer => {
  const since = sinceOf(query)
  if (since === 'invalid') return jsonAnswer(422, { errors: ['updated_since is invalid'] })
  const reference = query.get('reference')
  const known =
    reference === null
      ? [...state.orders.values()]
      : (state.orderIdsByReference.get(reference) ?? []).flatMap((id) => state.orders.get(id) ?? [])
  const rows = since === null ? known : known.filter((held) => held.updatedAtMs >= since)
  const page = pageFor(rows, query)
  return jsonAnswer(200, {
    orders: page.rows.map((held) => orderView(state, held)),
    page: page.page,
    total_pages: page.pageCount,
  })
}

const pageFor = <Row>(rows: readonly Row[], query: URLSearchParams) =>
  pageOf(
    rows,
    wholeFrom(query.get('page'), 1, LARGEST_NUMBER),
    wholeFrom(query.get('per_page'), LARGEST_PAGE, LARGEST_PAGE),
  )

/** `updated_since` as epoch milliseconds: ISO 8601, or Unix seconds. */
const sinceOf = (query: URLSearchParams): number | null | 'invalid' => {
  const text = query.get('updated_since') ?? ''
  if (text === '') return null
  const sinceMs = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text)
  return Number.isNaN(sinceMs) ? 'invalid' : sinceMs
}

/** `order_id` from the query, or from the body as the confirm call sends it. */
const orderIdOf = (request: FastifyRequest): string => {
  const fromQuery = queryOf(request).get('order_id')
  if (fromQuery !== null) return fromQuery
  const body = parseJson(bodyOf(request))?.value
  return typeof body === 'object' && body !== null && 'order_id' in body ? String(body.order_id) : ''
}
