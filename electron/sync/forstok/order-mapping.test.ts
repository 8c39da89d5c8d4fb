import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideCreateOrder } from '../../practice/forstok/forstok-create-order.ts'
import { applyForstokEvent, seedForstokState, type ForstokState } from '../../practice/forstok/forstok-state.ts'
import { orderView } from '../../practice/forstok/forstok-views.ts'
import { forstokOrderSchema } from '../../../shared/api/forstok.ts'
import { rupiah } from '../../../shared/domain/money.ts'
import { documentTypeOf, saleParts, soldLines } from '../../../shared/domain/sale-sums.ts'
import { saleLineSchema, type Sale } from '../../../shared/domain/sale.ts'
import { propertyRuns, propertyTimeoutMs } from '../../../shared/domain/testing/property-runs.ts'
import { randomSale } from '../../../shared/domain/testing/random-basket.ts'
import { randomSaleWithReturns } from '../../../shared/domain/testing/random-returns.ts'
import { SAMPLE_DELIVERY, sampleSale } from '../testing/sample-sale.ts'
import { orderBody, orderTotal } from './order-mapping.ts'
import { orderRows } from './order-rows.ts'

const directory = { warehouseId: 701, storeId: 9001, channelId: 21 }

const simulatorFor = (sale: Sale): ForstokState =>
  seedForstokState({
    atMs: 0,
    items: [...new Set(sale.lines.map((line) => line.sku))].map((sku) => ({
      sku,
      barcode: null,
      name: sku,
      category: '',
      price: 1,
      costPrice: null,
      stock: 0,
    })),
  })

/** What the simulator says the order comes to, read as Konter reads it. */
const totalAtSimulator = (sale: Sale): number | null => {
  const state = simulatorFor(sale)
  const wire: unknown = JSON.parse(JSON.stringify(orderBody(sale, directory)))
  const decided = decideCreateOrder(state, wire, 0)
  if (!decided.ok) throw new Error(decided.error.join('; '))
  applyForstokEvent(state, decided.value)
  const held = state.orders.get(decided.value.order.id)
  if (held === undefined) throw new Error('The simulator lost the order')
  const seen: unknown = JSON.parse(JSON.stringify(orderView(state, held)))
  return orderTotal(forstokOrderSchema.parse(seen))
}

/** A hundred thousand rows of one order are as good as a hundred, and take a thousand times as long. */
const isHandful = (sale: Sale): boolean => soldLines(sale).every((each) => each.quantity <= 100)

/** Whole, none below 0, one row a unit. */
const holdsFor = (sale: Sale): void => {
  const { rows, discount } = orderRows(sale)
  expect(discount).toBeGreaterThanOrEqual(0)
  for (const { price, sale_price: salePrice } of rows) {
    expect(Number.isInteger(price) && Number.isInteger(salePrice)).toBe(true)
    expect(Math.min(price, salePrice)).toBeGreaterThanOrEqual(0)
  }
  const units = soldLines(sale).map((line) => (line.soldBy === 'weight' ? 1 : line.quantity))
  expect(rows).toHaveLength(units.reduce((sum, count) => sum + count, 0))
}

const line = (changes: Readonly<Record<string, unknown>>) =>
  saleLineSchema.parse({
    sku: 'GULA',
    name: 'Gula',
    barcode: null,
    quantity: 1,
    regularPrice: rupiah(10_000),
    unitPrice: rupiah(10_000),
    amount: rupiah(10_000),
    ...changes,
  })

describe('the order of a sale at Forstok', () => {
  test(
    "comes to the receipt's sold part, by the simulator's own arithmetic, for every sale on every route",
    () => {
      const sales = randomSale().filter(isHandful)
      fc.assert(
        fc.property(sales, (sale) => {
          expect(totalAtSimulator(sale)).toBe(saleParts(sale).sold)
          holdsFor(sale)
        }),
        { numRuns: propertyRuns(2_000) },
      )
    },
    propertyTimeoutMs(),
  )

  test(
    "comes to an exchange's sold part, whatever comes back with it",
    () => {
      fc.assert(
        fc.property(randomSaleWithReturns(), ({ returns }) => {
          for (const back of returns.filter((each) => documentTypeOf(each) === 'exchange' && isHandful(each))) {
            expect(totalAtSimulator(back)).toBe(saleParts(back).sold)
            holdsFor(back)
          }
        }),
        { numRuns: propertyRuns(2_000) },
      )
    },
    propertyTimeoutMs(),
  )

  test('a line that comes back is not part of it', () => {
    const sale = sampleSale({ sequence: 1 })
    const returned = line({
      quantity: -1,
      amount: rupiah(-10_000),
      returned: { lineIndex: 0, received: 1, restocked: 1, reason: 'Barang Rusak' },
    })
    const exchange: Sale = {
      ...sale,
      lines: [...sale.lines, returned],
      returnNumber: 'K1-R261121-0001',
      returnOf: { saleId: sale.id, number: 'K1-261120-0004', kind: 'walk-in', route: 'forstok-only' },
    }
    const body = orderBody(exchange, directory)
    expect(body.item_lines.map((row) => row.sku)).toEqual(['AIRM-0001', 'AIRM-0001'])
    expect(body.paid).toMatchObject({ type: 'Cash + Retur', amount: 1_000 })
    expect(body.note).toBe('Tukar barang: retur K1-R261121-0001 dari K1-261120-0004')
  })

  test('a weighed line is one row at its whole amount, with its weight in the note', () => {
    const sale = {
      ...sampleSale({ sequence: 1 }),
      lines: [line({ quantity: 1.25, soldBy: 'weight', amount: rupiah(12_500) })],
    }
    const body = orderBody({ ...sale, total: rupiah(12_500) }, directory)
    expect(body.item_lines).toEqual([{ sku: 'GULA', price: 12_500, sale_price: 12_500 }])
    expect(body.note).toBe('GULA 1,25 kg')
  })

  test('shares an amount over the units so that no rupiah is lost, and adds tax that stands on top', () => {
    const three = line({ quantity: 3, amount: rupiah(9_999), tax: rupiah(1_101), isTaxed: true })
    const { rows } = orderRows({ lines: [three], rounding: rupiah(0) })
    expect(rows.map((row) => row.sale_price)).toEqual([3_700, 3_700, 3_700])
    const uneven = orderRows({ lines: [line({ quantity: 3, amount: rupiah(10_000) })], rounding: rupiah(0) })
    expect(uneven.rows.map((row) => row.sale_price)).toEqual([3_334, 3_333, 3_333])
  })

  test.each([
    { rounding: -50, basketDiscount: 1_000, discount: 1_050, prices: [10_000] },
    { rounding: 50, basketDiscount: 1_000, discount: 950, prices: [10_000] },
    { rounding: 50, basketDiscount: 0, discount: 0, prices: [10_050] },
    { rounding: 50, basketDiscount: 20, discount: 0, prices: [10_030] },
  ])(
    'rounding of $rounding with a basket discount of $basketDiscount',
    ({ rounding, basketDiscount, discount, prices }) => {
      const amount = rupiah(10_000 - basketDiscount)
      const order = orderRows({
        lines: [line({ amount, basketDiscount: rupiah(basketDiscount) })],
        rounding: rupiah(rounding),
      })
      expect(order.discount).toBe(discount)
      expect(order.rows.map((row) => row.sale_price)).toEqual(prices)
    },
  )

  test('a walk-in order is for Pelanggan Umum, carries no address, and gives Forstok its ids back as it wrote them', () => {
    const body = orderBody(sampleSale({ sequence: 1, firstShare: 0.5 }), { ...directory, storeId: '0901' })
    expect(body.customer.name).toBe('Pelanggan Umum')
    expect(body).not.toHaveProperty('shipping_address')
    expect(body).toMatchObject({ channel_id: 21, store_id: '0901', warehouse_id: 701, paid: { type: 'Cash + QRIS' } })
    expect(body.ordered_at).toBe('2026-11-21T09:15:00+07:00')
  })

  test('a delivery carries the whole address, the courier and the AWB', () => {
    const body = orderBody(sampleSale({ sequence: 1, kind: 'delivery', note: 'bungkus kado' }), directory)
    expect(body.customer).toMatchObject({ name: SAMPLE_DELIVERY.recipientName, phone: SAMPLE_DELIVERY.phone })
    expect(body.shipping_address).toEqual({
      name: 'Siti Rahma',
      phone: '081234567890',
      address_1: 'Jl. Melati 5',
      province: 'Jawa Barat',
      city: 'Bandung',
      district: 'Coblong',
      sub_district: 'Dago',
      postal_code: '40135',
    })
    expect(body.note).toBe('Kurir: JNE, resi JNE0001 | titip satpam | bungkus kado')
  })
})
