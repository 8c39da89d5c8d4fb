import { afterEach, describe, expect, test } from 'vitest'
import { createAbsenceTrust } from '../absence-trust.ts'
import { createHttpClient } from '../http/http-client.ts'
import type { Gateway } from '../step-report.ts'
import { claimedStep } from '../testing/claimed-step.ts'
import { sampleSale } from '../testing/sample-sale.ts'
import {
  startScriptedServer,
  type ScriptedReply,
  type ScriptedServer,
  type SeenRequest,
} from '../testing/scripted-server.ts'
import { createForstokClient } from './forstok-client.ts'
import { createForstokDestination } from './forstok-destination.ts'
import { createForstokGateway } from './forstok-gateway.ts'
import { createVariantReader } from './variant-reader.ts'

const sale = sampleSale({ sequence: 1 })
const order = (change: Readonly<Record<string, unknown>> = {}) => ({
  id: 77,
  local_id: sale.number,
  status: 'Open',
  item_lines: [
    { sku: 'AIRM-0001', sale_price: 500 },
    { sku: 'AIRM-0001', sale_price: '500.00' },
  ],
  customer: { name: 'Pelanggan Umum' },
  ...change,
})
const always = (): boolean => true

describe('Forstok as a destination', () => {
  let server: ScriptedServer | null = null
  let wallMs = 1_000_000
  let monotonicMs = 0

  const start = async (answer: (request: SeenRequest) => ScriptedReply): Promise<Gateway> => {
    const started = await startScriptedServer((request) => {
      if (request.path === '/api/v2/auth') return { json: { data: { token: `token-${countOf('/api/v2/auth')}` } } }
      if (request.path === '/api/v1/warehouses.json')
        return { json: { warehouses: [{ id: 701, name: 'Utama', default: true, active: true }] } }
      if (request.path === '/api/v1/stores.json')
        return { json: { stores: [{ id: 9, channel_id: 21, name: 'Toko', active: true }] } }
      return answer(request)
    })
    server = started
    wallMs = 1_000_000
    monotonicMs = 0
    const client = createForstokClient({
      access: {
        authUrl: started.origin,
        sellerUrl: `${started.origin}/api`,
        id: 'a@b.test',
        secretKey: 'rahasia-kunci',
      },
      http: (secrets) => createHttpClient({ requestTimeoutMs: 1_000, connectTimeoutMs: 800, secrets }),
      now: () => wallMs,
    })
    const destination = createForstokDestination({
      gateway: createForstokGateway(client),
      variants: createVariantReader({
        client,
        limiter: { takeTurn: () => Promise.resolve() },
        now: () => wallMs,
        retryPauseMs: 1,
      }),
      trust: createAbsenceTrust(10_000, { now: () => wallMs, monotonicNow: () => monotonicMs }),
      now: () => wallMs,
      close: client.close,
    })
    // Up for a while: what an earlier run sent has long arrived.
    monotonicMs += 60_000
    return destination
  }
  const countOf = (path: string, method?: string): number =>
    server?.seen.filter((one) => one.path === path && (method === undefined || one.method === method)).length ?? 0
  const ORDERS = '/api/v2/orders.json'

  afterEach(async () => {
    await server?.stop()
    server = null
  })

  const doubtful: readonly (readonly [string, ScriptedReply])[] = [
    ['a connection that breaks without an answer', { reset: 'without-answer' }],
    ['an answer that is cut off', { reset: 'within-answer' }],
    ['no answer in time', { hang: true }],
    ['500', { json: { errors: ['oops'] }, status: 500 }],
    ['503', { text: '<html>busy</html>', status: 503 }],
    ['a page of HTML', { text: '<html>login</html>' }],
    ['JSON of another form', { json: { hello: 'world' } }],
    ['an order with another reference', { json: { order: order({ local_id: 'K9-000000-0001' }) } }],
    ['an order without a reference', { json: { order: order({ local_id: null }) } }],
    ['302', { text: '', status: 302 }],
  ]
  test.each(doubtful)('a create that meets %s is unknown, and is not sent a second time', async (_, reply) => {
    const gateway = await start(() => reply)
    const { outcome, news } = await gateway.carryOut(claimedStep(sale, 'forstok.order'), always)
    expect(outcome.type).toBe('unknown')
    expect(news?.type).toBe('troubled')
    expect(countOf(ORDERS, 'POST')).toBe(1)
  })

  test.each(doubtful)('a look-up that meets %s proves nothing and is tried again later', async (_, reply) => {
    const gateway = await start(() => reply)
    const { outcome } = await gateway.carryOut(claimedStep(sale, 'forstok.order', { mode: 'resolve' }), always)
    expect(outcome.type).toBe('retry')
    expect(countOf(ORDERS, 'POST')).toBe(0)
  })

  test('a refused connection is a retry and takes the line down', async () => {
    const gateway = await start(() => ({ json: { order: order() } }))
    await gateway.connect()
    await server?.stop()
    const { outcome, news } = await gateway.carryOut(claimedStep(sale, 'forstok.order'), always)
    expect(outcome.type).toBe('retry')
    expect(news).toMatchObject({ type: 'down' })
  })

  test('429 is a retry that honours Retry-After and leaves the line up', async () => {
    const gateway = await start(() => ({ json: { errors: ['slow'] }, status: 429, headers: { 'retry-after': '7' } }))
    const { outcome, news } = await gateway.carryOut(claimedStep(sale, 'forstok.order'), always)
    expect(outcome).toMatchObject({ type: 'retry', httpStatus: 429, notBeforeMs: wallMs + 7_000 })
    expect(news).toEqual({ type: 'slowed', untilMs: wallMs + 7_000 })
  })

  test('an expired token is renewed once and the call made again', async () => {
    const gateway = await start((request) =>
      request.headers.authorization === 'Bearer token-1'
        ? { json: { error: 'invalid token' }, status: 401 }
        : { json: { order: order() } },
    )
    // The reading of warehouse and store already meets token 1; both are served, only orders refuse it.
    const { outcome } = await gateway.carryOut(claimedStep(sale, 'forstok.order'), always)
    expect(outcome).toMatchObject({ type: 'sent', remote: { id: '77', number: sale.number, total: 1_000 } })
    expect(countOf('/api/v2/auth')).toBe(2)
  })

  test('a second 401 gives the step back and says that the line is refused', async () => {
    const gateway = await start(() => ({ json: { error: 'invalid token rahasia-kunci' }, status: 401 }))
    const { outcome, news } = await gateway.carryOut(claimedStep(sale, 'forstok.order'), always)
    expect(outcome).toEqual({ type: 'released' })
    expect(news).toMatchObject({ type: 'refused', reason: 'invalid token •••' })
    expect(countOf(ORDERS, 'POST')).toBe(2)
  })

  test('422 needs attention with the words of Forstok and a remedy', async () => {
    const gateway = await start(() => ({ json: { errors: ['SKU AIRM-0001 not found'] }, status: 422 }))
    const { outcome } = await gateway.carryOut(claimedStep(sale, 'forstok.order'), always)
    expect(outcome).toMatchObject({
      type: 'attention',
      attention: { code: 'unknown-item', message: 'SKU AIRM-0001 not found', httpStatus: 422 },
      remote: null,
    })
  })

  test('another total than the receipt needs attention, with what Forstok holds', async () => {
    const gateway = await start(() => ({ json: { order: order({ discount_amount: 100 }) } }))
    const { outcome } = await gateway.carryOut(claimedStep(sale, 'forstok.order'), always)
    expect(outcome).toMatchObject({
      type: 'attention',
      attention: { code: 'total-differs', message: 'Forstok: Rp 900, Konter: Rp 1.000' },
      remote: { id: '77', total: 900 },
    })
  })

  test('a create that answers without rows is read back before it counts as sent', async () => {
    const gateway = await start((request) =>
      request.method === 'POST'
        ? { json: { order: order({ item_lines: undefined }) } }
        : { json: { orders: [order()] } },
    )
    const { outcome } = await gateway.carryOut(claimedStep(sale, 'forstok.order'), always)
    expect(outcome).toMatchObject({ type: 'sent', remote: { total: 1_000 } })
    expect(countOf(ORDERS, 'GET')).toBe(1)
  })

  test('an order of ours that lists no rows anywhere counts as sent, with nothing compared', async () => {
    const bare = order({ item_lines: undefined, customer: 'Pelanggan Umum' })
    const gateway = await start((request) =>
      request.method === 'POST' ? { json: { order: bare } } : { json: { orders: [bare] } },
    )
    const { outcome } = await gateway.carryOut(claimedStep(sale, 'forstok.order'), always)
    expect(outcome).toMatchObject({ type: 'sent', remote: { total: null } })
  })

  test('nothing is sent when the lease is too short by the time the call would leave', async () => {
    const gateway = await start(() => ({ json: { order: order() } }))
    const { outcome } = await gateway.carryOut(claimedStep(sale, 'forstok.order'), () => false)
    expect(outcome).toEqual({ type: 'released' })
    expect(countOf(ORDERS)).toBe(0)
  })

  test('a found order of ours is sent; one of another customer or total needs attention', async () => {
    const answers = [
      order(),
      order({ customer: { name: 'Budi' } }),
      order({ item_lines: [] }),
      order({ customer: { name: 'P*** U***' } }),
    ]
    const gateway = await start(() => ({ json: { orders: answers.splice(0, 1) } }))
    const look = async () =>
      (await gateway.carryOut(claimedStep(sale, 'forstok.order', { mode: 'resolve' }), always)).outcome
    expect(await look()).toMatchObject({ type: 'sent' })
    expect(await look()).toMatchObject({
      type: 'attention',
      attention: { code: 'customer-differs' },
      remote: { id: '77' },
    })
    expect(await look()).toMatchObject({
      type: 'attention',
      attention: { code: 'total-differs' },
      remote: { total: 0 },
    })
    expect(await look()).toMatchObject({ type: 'sent' })
  })

  test('two orders with one reference need attention, name both, and none is cancelled', async () => {
    const gateway = await start(() => ({ json: { orders: [order(), order({ id: 78 })] } }))
    const { outcome } = await gateway.carryOut(claimedStep(sale, 'forstok.order', { mode: 'resolve' }), always)
    expect(outcome).toMatchObject({ type: 'attention', attention: { code: 'doubled-order' } })
    expect(JSON.stringify(outcome)).toContain('77, 78')
    expect(server?.seen.every((one) => one.method === 'GET' || one.path === '/api/v2/auth')).toBe(true)
  })

  test('a surplus order that was cancelled by hand no longer counts as doubled', async () => {
    const gateway = await start(() => ({ json: { orders: [order({ status: 'Cancelled' }), order({ id: 78 })] } }))
    const { outcome } = await gateway.carryOut(claimedStep(sale, 'forstok.order', { mode: 'resolve' }), always)
    expect(outcome).toMatchObject({ type: 'sent', remote: { id: '78' } })
  })

  test('an order that was cancelled at Forstok is neither taken for sent nor made again', async () => {
    const gateway = await start(() => ({ json: { orders: [order({ status: 'Cancelled' })] } }))
    wallMs += 60_000
    const { outcome } = await gateway.carryOut(claimedStep(sale, 'forstok.order', { mode: 'resolve' }), always)
    expect(outcome).toMatchObject({ type: 'attention', attention: { code: 'order-cancelled' }, remote: { id: '77' } })
  })

  test('a search by the beginning of the reference finds ours among the longer ones', async () => {
    const longer = order({ id: 79, local_id: `${sale.number}0` })
    const gateway = await start(() => ({ json: { orders: [longer, order()] } }))
    const { outcome } = await gateway.carryOut(claimedStep(sale, 'forstok.order', { mode: 'resolve' }), always)
    expect(outcome).toMatchObject({ type: 'sent', remote: { id: '77' } })
  })

  test('a search that answers with orders of others is not taken for "none"', async () => {
    const gateway = await start(() => ({ json: { orders: [order({ local_id: 'LAIN' })] } }))
    wallMs += 60_000
    const { outcome } = await gateway.carryOut(claimedStep(sale, 'forstok.order', { mode: 'resolve' }), always)
    expect(outcome.type).toBe('retry')
  })

  test('"none" soon after a sending is looked at again; later it is believed', async () => {
    const gateway = await start(() => ({ json: { orders: [] } }))
    const look = async (lastSendAtMs: number) =>
      (await gateway.carryOut(claimedStep(sale, 'forstok.order', { mode: 'resolve', lastSendAtMs }), always)).outcome
    expect(await look(wallMs - 4_000)).toMatchObject({ type: 'retry', notBeforeMs: wallMs + 6_000 })
    expect(await look(wallMs - 10_000)).toMatchObject({ type: 'absent' })
  })

  test('"none" is not believed right after a sending of this run, even when the clock jumped ahead', async () => {
    const gateway = await start((request) =>
      request.method === 'POST' ? { reset: 'without-answer' } : { json: { orders: [] } },
    )
    await gateway.carryOut(claimedStep(sale, 'forstok.order'), always)
    wallMs += 3_600_000
    const look = async () =>
      (await gateway.carryOut(claimedStep(sale, 'forstok.order', { mode: 'resolve', lastSendAtMs: 1_000_000 }), always))
        .outcome
    expect(await look()).toMatchObject({ type: 'retry' })
    monotonicMs += 10_000
    expect(await look()).toMatchObject({ type: 'absent' })
  })

  test('ready to ship and delivered use the id of the order and read its status when in doubt', async () => {
    let status = 'Open'
    const gateway = await start((request) =>
      request.path === ORDERS ? { json: { orders: [order({ status })] } } : { json: { status: 'OK' } },
    )
    const previous = [{ id: '77', number: sale.number, total: null }]
    const send = await gateway.carryOut(claimedStep(sale, 'forstok.ready-to-ship', { previous }), always)
    expect(send.outcome).toMatchObject({ type: 'sent', remote: { id: '77' } })
    expect(server?.seen.find((one) => one.path.endsWith('fulfills_seller.json'))?.query.get('order_id')).toBe('77')

    const look = async (kind: 'forstok.ready-to-ship' | 'forstok.delivered') =>
      (await gateway.carryOut(claimedStep(sale, kind, { previous, mode: 'resolve' }), always)).outcome
    expect((await look('forstok.ready-to-ship')).type).toBe('absent')
    status = 'Ready to ship'
    expect((await look('forstok.ready-to-ship')).type).toBe('sent')
    expect((await look('forstok.delivered')).type).toBe('absent')
    status = 'Completed'
    expect((await look('forstok.delivered')).type).toBe('sent')
    status = 'Cancelled'
    expect(await look('forstok.delivered')).toMatchObject({ attention: { code: 'order-cancelled' } })
  })

  test('a refused move of an order that is already there counts as sent', async () => {
    const gateway = await start((request) =>
      request.path === ORDERS
        ? { json: { orders: [order({ status: 'Shipped' })] } }
        : { json: { errors: ['Order 77 is already Ready to ship'] }, status: 422 },
    )
    const previous = [{ id: '77', number: sale.number, total: null }]
    const { outcome } = await gateway.carryOut(claimedStep(sale, 'forstok.ready-to-ship', { previous }), always)
    expect(outcome.type).toBe('sent')
  })

  test('without a store that takes its orders the line is refused and says what to create', async () => {
    const started = await startScriptedServer((request) =>
      request.path === '/api/v2/auth'
        ? { json: { data: { token: 'token-1' } } }
        : request.path === '/api/v1/stores.json'
          ? { json: { stores: [{ id: 1, channel_id: 12, name: 'Shopee', active: true }] } }
          : { json: { warehouses: [{ id: 701, name: 'Utama' }] } },
    )
    server = started
    const client = createForstokClient({
      access: { authUrl: started.origin, sellerUrl: started.origin, id: 'a', secretKey: 'b' },
      http: (secrets) => createHttpClient({ requestTimeoutMs: 1_000, connectTimeoutMs: 800, secrets }),
      now: () => 0,
    })
    const gateway = createForstokDestination({
      gateway: createForstokGateway(client),
      variants: createVariantReader({
        client,
        limiter: { takeTurn: () => Promise.resolve() },
        now: () => 0,
        retryPauseMs: 1,
      }),
      trust: createAbsenceTrust(0, { now: () => 0, monotonicNow: () => 0 }),
      now: () => 0,
      close: client.close,
    })
    const { news } = await gateway.connect()
    expect(news).toMatchObject({ type: 'refused' })
    expect(JSON.stringify(news)).toContain('channel 21')
    const { outcome } = await gateway.carryOut(claimedStep(sale, 'forstok.order'), always)
    expect(outcome).toEqual({ type: 'released' })
  })
})
