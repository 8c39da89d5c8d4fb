import { describe, expect, test } from 'vitest'
import { createOrder, openPracticeShop, orderOf } from '../testing/practice-shop.ts'
import { stockOf } from '../testing/shop-calls.ts'

describe('Forstok orders', () => {
  test('creates an open order in the form that the middleware reads, one line a unit', async () => {
    const shop = await openPracticeShop()
    const body = orderOf('K1-261121-0001', ['TEH-01', 'TEH-01', 'ROTI-01'])
    const { status, json } = await shop.forstok('POST', '/api/v2/orders.json', {}, body)
    expect(status).toBe(200)
    expect(json).toMatchObject({
      order: {
        local_id: 'K1-261121-0001',
        local_name: 'K1-261121-0001',
        status: 'Open',
        channel: 21,
        store_id: 9001,
        store_name: 'Toko Konter',
        warehouse_id: 701,
        ordered_at: '2026-11-21T10:00:00+07:00',
        cashless: false,
        shipping_price: 0,
        discount_amount: 0,
        address: { name: 'Pelanggan Umum', address_1: '' },
        item_lines: [
          { sku: 'TEH-01', name: 'Teh Botol', price: 5000, sale_price: 4500, total_price: 4500, bundle_info: [] },
          { sku: 'TEH-01' },
          { sku: 'ROTI-01' },
        ],
      },
    })
    expect(shop.services.readHoldings().orders).toMatchObject([
      {
        reference: 'K1-261121-0001',
        status: 'Open',
        total: 13_500,
        lines: [
          { sku: 'TEH-01', quantity: 2, amount: 9000 },
          { sku: 'ROTI-01', quantity: 1, amount: 4500 },
        ],
      },
    ])
  })

  test('makes a second order of a repeated reference, and finds both by it', async () => {
    const shop = await openPracticeShop()
    const first = await createOrder(shop, 'K1-1', ['TEH-01'])
    const second = await createOrder(shop, 'K1-1', ['TEH-01'])
    expect(second).not.toBe(first)
    const found = await shop.forstok('GET', '/api/v2/orders.json', { reference: 'K1-1' })
    expect(found.json).toMatchObject({ orders: [{ id: Number(first) }, { id: Number(second) }] })
    expect((await shop.forstok('GET', '/api/v2/orders.json', { reference: 'K1-2' })).json).toMatchObject({ orders: [] })
    expect(stockOf(shop, 'TEH-01')).toEqual([10, 2, 8])
  })

  test('refuses unknown SKUs, places, empty orders and half addresses with words, and holds nothing of them', async () => {
    const shop = await openPracticeShop()
    const order = orderOf('K1-1', ['TEH-01'])
    const address = {
      name: 'Budi',
      phone: '0812',
      address_1: 'Jl. Mawar 1',
      province: 'Jawa Barat',
      city: 'Bandung',
      district: 'Coblong',
      sub_district: '',
    }
    const cases: readonly (readonly [unknown, readonly string[]])[] = [
      [orderOf('K1-1', ['TEH-01', 'NO-SUCH', 'NO-SUCH']), ['SKU NO-SUCH not found']],
      [orderOf('K1-1', []), ["item_lines can't be blank"]],
      [{ ...order, store_id: 9003 }, ['Store 9003 not found']],
      [{ ...order, store_id: 9002 }, ['Store 9002 not found']],
      [{ ...order, warehouse_id: 703 }, ['Warehouse 703 not found']],
      [{ ...order, customer: { name: '' } }, ["customer.name can't be blank"]],
      [
        { ...order, shipping_address: address },
        ["shipping_address.sub_district can't be blank", "shipping_address.postal_code can't be blank"],
      ],
      [
        { ...order, item_lines: [{ sku: 'TEH-01', price: 5000, sale_price: '4500' }] },
        ['item_lines.0.sale_price is invalid'],
      ],
    ]
    for (const [body, errors] of cases) {
      const answer = await shop.forstok('POST', '/api/v2/orders.json', {}, body)
      expect(answer.json).toEqual({ errors })
      expect(answer.status).toBe(422)
    }
    expect((await shop.forstok('POST', '/api/v2/orders.json', {}, 'not json')).status).toBe(422)
    expect(shop.services.readHoldings().orders).toEqual([])
    expect(stockOf(shop, 'TEH-01')).toEqual([10, 0, 10])
  })

  test('reserves at creation, cuts on hand at ready to ship, and lets available fall below zero', async () => {
    const shop = await openPracticeShop()
    const order = await createOrder(shop, 'K1-1', ['GULA-01', 'GULA-01'])
    expect(stockOf(shop, 'GULA-01')).toEqual([-2, 2, -4])
    const shipped = await shop.forstok('POST', '/api/v2/orders/fulfills_seller.json', { order_id: order })
    expect(shipped.json).toEqual({ status: 'OK' })
    expect(stockOf(shop, 'GULA-01')).toEqual([-4, 0, -4])
    await shop.forstok('POST', '/api/v2/orders/delivered.json', { order_id: order })
    expect(stockOf(shop, 'GULA-01')).toEqual([-4, 0, -4])
    expect(shop.services.readHoldings().orders[0]?.status).toBe('Delivered')
  })

  test('releases the reserved stock of a cancelled order', async () => {
    const shop = await openPracticeShop()
    const order = await createOrder(shop, 'K1-1', ['TEH-01'])
    expect((await shop.forstok('POST', '/api/v2/orders/cancel.json', { order_id: order })).status).toBe(200)
    expect(stockOf(shop, 'TEH-01')).toEqual([10, 0, 10])
    const late = await shop.forstok('POST', '/api/v2/orders/fulfills_seller.json', { order_id: order })
    expect(late.json).toEqual({ errors: [`Order ${order} is Cancelled and can not become Ready to ship`] })
  })

  test('refuses moves out of turn and moves that were made already', async () => {
    const shop = await openPracticeShop()
    const order = await createOrder(shop, 'K1-1', ['TEH-01'])
    const move = (action: string, orderId = order) =>
      shop.forstok('POST', `/api/v2/orders/${action}.json`, { order_id: orderId })
    expect((await move('delivered')).json).toEqual({ errors: [`Order ${order} is Open and can not become Delivered`] })
    const confirmed = await shop.forstok('POST', '/api/v1/orders/confirm.json', {}, { order_id: Number(order) })
    expect(confirmed.json).toEqual({ status: 'OK' })
    expect((await move('fulfills_seller')).status).toBe(200)
    const repeated = await move('fulfills_seller')
    expect(repeated.status).toBe(422)
    expect(repeated.json).toEqual({ errors: [`Order ${order} is already Ready to ship`] })
    expect((await move('cancel')).status).toBe(422)
    expect((await move('fulfills_seller', '1')).json).toEqual({ errors: ['Order 1 not found'] })
    expect(stockOf(shop, 'TEH-01')).toEqual([9, 0, 9])
  })

  test('lists orders in pages, and those that changed since a time', async () => {
    const shop = await openPracticeShop()
    const first = await createOrder(shop, 'K1-1', ['TEH-01'])
    await createOrder(shop, 'K1-2', ['TEH-01'])
    const second = await shop.forstok('GET', '/api/v2/orders.json', { page: '2', per_page: '1' })
    expect(second.json).toMatchObject({ orders: [{ local_id: 'K1-2' }], page: 2, total_pages: 2 })
    shop.clock.ms += 5000
    await shop.forstok('POST', '/api/v2/orders/fulfills_seller.json', { order_id: first })
    const since = new Date(shop.clock.ms).toISOString()
    const changed = await shop.forstok('GET', '/api/v2/orders.json', { updated_since: since })
    expect(changed.json).toMatchObject({ orders: [{ local_id: 'K1-1', status: 'Ready to ship' }], total_pages: 1 })
    expect(changed.json).toHaveProperty('orders.length', 1)
  })

  test('a bundle has no stock of its own: its sale cuts its parts, and setting its figure is refused', async () => {
    const seed = { barcode: null, category: '', price: 1000, costPrice: null }
    const shop = await openPracticeShop({
      items: [
        { ...seed, sku: 'TEH-01', name: 'Teh', stock: 10 },
        { ...seed, sku: 'ROTI-01', name: 'Roti', stock: 3 },
        {
          ...seed,
          sku: 'PAKET-01',
          name: 'Paket',
          stock: 0,
          components: [
            { sku: 'TEH-01', quantity: 2 },
            { sku: 'ROTI-01', quantity: 1 },
          ],
        },
      ],
    })
    const order = await createOrder(shop, 'K1-1', ['PAKET-01', 'TEH-01'])
    expect(stockOf(shop, 'TEH-01')).toEqual([10, 3, 7])
    await shop.forstok('POST', '/api/v2/orders/fulfills_seller.json', { order_id: order })
    expect([stockOf(shop, 'TEH-01'), stockOf(shop, 'ROTI-01')]).toEqual([
      [7, 0, 7],
      [2, 0, 2],
    ])
    const { json } = await shop.forstok('GET', '/api/v2/variants.json')
    expect(json).toHaveProperty('variants.2.quantities', [])
    const body = { variants: [{ sku: 'PAKET-01', quantity_hand: 5 }] }
    const refused = await shop.forstok('PATCH', '/api/v2/variants/quantities.json', {}, body)
    expect(refused.json).toEqual({ errors: ['SKU PAKET-01 is a bundle'] })
  })

  test('takes the discount of an order off its total', async () => {
    const shop = await openPracticeShop()
    const body = { ...orderOf('K1-9', ['TEH-01', 'TEH-01']), discount_amount: 1_050 }
    const { json } = await shop.forstok('POST', '/api/v2/orders.json', {}, body)
    expect(json).toHaveProperty('order.discount_amount', 1_050)
    expect(shop.services.readHoldings().orders[0]?.total).toBe(9_000 - 1_050)
  })
})
