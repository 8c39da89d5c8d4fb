import { describe, expect, test } from 'vitest'
import { PRACTICE_CREDENTIALS } from '../practice-credentials.ts'
import { call, createOrder, openPracticeShop, urlOf } from '../testing/practice-shop.ts'
import { stockOf } from '../testing/shop-calls.ts'

const { id, secretKey } = PRACTICE_CREDENTIALS.forstok

const seedOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    sku: `SKU-${String(index)}`,
    barcode: null,
    name: `Barang ${String(index)}`,
    category: 'Lain',
    price: 1000,
    costPrice: null,
    stock: index,
  }))

describe('Forstok login', () => {
  test('gives a token for the right id, key and type, and 401 otherwise', async () => {
    const shop = await openPracticeShop()
    const login = (query: Record<string, string>) =>
      call('POST', urlOf(shop.services.forstokAuthUrl, '/api/v2/auth', query), {})
    expect((await login({ id, secret_key: secretKey, type: 'seller' })).status).toBe(200)
    const wrongs = [
      { id, secret_key: 'wrong', type: 'seller' },
      { id: 'wrong', secret_key: secretKey, type: 'seller' },
      { id, secret_key: secretKey, type: 'channel' },
      {},
    ]
    for (const wrong of wrongs) expect((await login(wrong)).status).toBe(401)
  })

  test('lets calls in only with bearer, user_id and auth_type, until the token ends after an hour', async () => {
    const shop = await openPracticeShop()
    const token = await shop.logIn()
    const stores = (query: Record<string, string>, authorization: string) =>
      call('GET', urlOf(shop.services.forstokSellerUrl, '/api/v1/stores.json', query), { authorization })
    const known = { user_id: id, auth_type: 'jwt' }
    expect((await stores(known, `Bearer ${token}`)).status).toBe(200)
    const refusals = [
      await stores({ auth_type: 'jwt' }, `Bearer ${token}`),
      await stores({ user_id: id }, `Bearer ${token}`),
      await stores(known, token),
      await stores(known, `Bearer ${token}x`),
      await stores(known, 'Bearer 9999999999999.forged'),
    ]
    shop.clock.ms += 3_600_000
    refusals.push(await stores(known, `Bearer ${token}`))
    for (const refusal of refusals) {
      expect(refusal.status).toBe(401)
      expect(refusal.json).toEqual({ error: 'invalid token' })
    }
  })

  test('answers 404 for a path that it does not have', async () => {
    const shop = await openPracticeShop()
    expect((await shop.forstok('GET', '/api/v2/nothing.json')).status).toBe(404)
  })
})

describe('Forstok places and variants', () => {
  test('lists warehouses with one default, and stores with one active of channel 21', async () => {
    const shop = await openPracticeShop()
    const warehouses = await shop.forstok('GET', '/api/v1/warehouses.json')
    expect(warehouses.json).toMatchObject({
      warehouses: [
        { id: 701, code: '701', name: 'Gudang-Utama', default: true, active: true },
        { default: false, active: true },
        { active: false },
      ],
    })
    const stores = await shop.forstok('GET', '/api/v1/stores.json')
    expect(stores.json).toMatchObject({
      stores: [{ id: 9001, channel_id: 21, active: true }, { channel_id: 12 }, { channel_id: 21, active: false }],
    })
  })

  test('shows a variant with its listings and its stock per warehouse', async () => {
    const shop = await openPracticeShop()
    const { json } = await shop.forstok('GET', '/api/v2/variants.json')
    expect(json).toMatchObject({ page: 1, total_pages: 1 })
    expect(json).toHaveProperty('variants.0', {
      id: 500_001,
      item_id: 500_001,
      sku: 'TEH-01',
      name: 'Teh Botol',
      variant_name: '',
      barcode: '8991',
      price: 5000,
      regular_price: 5000,
      weight: 0,
      updated_at: '2026-11-21T03:00:00.000Z',
      pending_action: null,
      listings: [
        { store_id: 9001, channel_id: 21, linked: true },
        { store_id: 9002, channel_id: 12, linked: true },
      ],
      quantities: [{ warehouse_id: 701, on_hand: 10, reserved: 0, available: 10 }],
    })
    expect(json).toHaveProperty('variants.2.quantities', [
      { warehouse_id: 701, on_hand: -2, reserved: 0, available: -2 },
    ])
  })

  test('pages variants, at most 100 a page, and gives an empty page past the end', async () => {
    const shop = await openPracticeShop({ items: seedOf(250) })
    const page = (query: Record<string, string>) => shop.forstok('GET', '/api/v2/variants.json', query)
    const last = await page({ page: '3', per_page: '100' })
    expect(last.json).toMatchObject({ page: 3, total_pages: 3 })
    expect(last.json).toHaveProperty('variants.length', 50)
    expect(last.json).toHaveProperty('variants.0.sku', 'SKU-200')
    expect((await page({ per_page: '5000' })).json).toHaveProperty('variants.length', 100)
    expect((await page({ page: '4' })).json).toHaveProperty('variants', [])
  })

  test('gives only variants that changed since a time', async () => {
    const shop = await openPracticeShop()
    shop.clock.ms += 60_000
    const since = new Date(shop.clock.ms).toISOString()
    await createOrder(shop, 'K1-1', ['ROTI-01'])
    const changed = await shop.forstok('GET', '/api/v2/variants.json', { updated_since: since })
    expect(changed.json).toHaveProperty('variants.length', 1)
    expect(changed.json).toHaveProperty('variants.0.sku', 'ROTI-01')
    expect((await shop.forstok('GET', '/api/v2/variants.json', { updated_since: 'yesterday' })).status).toBe(422)
  })

  test('sets on hand by either body, and refuses unknown SKUs, warehouses and figures below zero as a whole', async () => {
    const shop = await openPracticeShop()
    const set = (variants: unknown) => shop.forstok('PATCH', '/api/v2/variants/quantities.json', {}, { variants })
    expect((await set([{ sku: 'TEH-01', quantity_hand: 7 }])).json).toEqual({ status: 'OK' })
    expect((await set([{ sku: 'TEH-01', warehouse_id: 702, quantity: 4 }])).status).toBe(200)
    expect(stockOf(shop, 'TEH-01')).toEqual([7, 0, 7])
    const { json } = await shop.forstok('GET', '/api/v2/variants.json')
    expect(json).toHaveProperty('variants.0.quantities.1', { warehouse_id: 702, on_hand: 4, reserved: 0, available: 4 })
    const refused = await set([
      { sku: 'TEH-01', quantity_hand: 1 },
      { sku: 'NO-SUCH', quantity_hand: 1 },
    ])
    expect(refused.status).toBe(422)
    expect(refused.json).toEqual({ errors: ['SKU NO-SUCH not found'] })
    expect((await set([{ sku: 'TEH-01', quantity_hand: -1 }])).status).toBe(422)
    expect((await set([{ sku: 'TEH-01', warehouse_id: 703, quantity: 1 }])).status).toBe(422)
    expect(stockOf(shop, 'TEH-01')).toEqual([7, 0, 7])
  })

  test('takes a POST with the override header for a PATCH, and only that', async () => {
    const shop = await openPracticeShop()
    const query = { user_id: id, auth_type: 'jwt' }
    const url = urlOf(shop.services.forstokSellerUrl, '/api/v2/variants/quantities.json', query)
    const authorization = `Bearer ${await shop.logIn()}`
    const body = { variants: [{ sku: 'TEH-01', quantity_hand: 1 }] }
    expect((await call('POST', url, { authorization }, body)).status).toBe(404)
    expect(stockOf(shop, 'TEH-01')).toEqual([10, 0, 10])
    expect((await call('POST', url, { authorization, 'x-http-method-override': 'PATCH' }, body)).status).toBe(200)
    expect(stockOf(shop, 'TEH-01')).toEqual([1, 0, 1])
  })

  test('answers the 51st stock call of a minute with 429 and when to come back', async () => {
    const shop = await openPracticeShop()
    const pull = () => shop.forstok('GET', '/api/v2/variants.json')
    for (let count = 0; count < 50; count += 1) expect((await pull()).status).toBe(200)
    shop.clock.ms += 40_000
    const limited = await pull()
    expect(limited.status).toBe(429)
    expect(limited.headers.get('retry-after')).toBe('20')
    expect((await shop.forstok('GET', '/api/v1/stores.json')).status).toBe(200)
    shop.clock.ms += 20_000
    expect((await pull()).status).toBe(200)
  })
})
