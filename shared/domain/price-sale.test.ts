import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Basket } from './basket.ts'
import { addItem, openBasket, setDelivery, setKind } from './basket-rules.ts'
import { rupiah } from './money.ts'
import { priceSale, type EnteredTender } from './price-sale.ts'
import { TENDER_METHODS, unnumberedSaleSchema, type Delivery } from './sale.ts'

const must = (holds: boolean, law: string): void => {
  if (!holds) throw new Error(law)
}

const context = {
  register: 'K1',
  cashier: 'Kasir',
  shop: { name: 'Toko', address: [], phone: '' },
  utcOffsetMinutes: 420,
  route: 'both-not-linked',
  paidAtMs: 2,
} as const
const basketOf = (...lines: readonly (readonly [number, number])[]): Basket =>
  lines.reduce(
    (basket, [price, quantity], index) =>
      addItem(
        basket,
        { sku: `S${index}`, barcodes: ['8991'], name: 'N', category: '', price: rupiah(price), costPrice: null },
        quantity,
      ),
    openBasket('b5e1c7a0-0f7e-4d0c-9a53-0f1f4f3e0001', 1),
  )
const tender = (method: EnteredTender['method'], amount: number): EnteredTender => ({
  method,
  amount: rupiah(amount),
  reference: null,
})
const delivery: Delivery = {
  recipientName: 'Siti',
  phone: '08123',
  address: 'Jl. Melati 1',
  province: 'Jawa Barat',
  city: 'Bandung',
  district: 'Coblong',
  subDistrict: 'Dago',
  postalCode: '40135',
  courier: 'JNE',
  awb: null,
  note: '',
}
const codeOf = (basket: Basket, ...tenders: readonly EnteredTender[]): string => {
  const priced = priceSale(basket, tenders, context)
  return priced.ok ? 'ok' : priced.error.code
}

test('gives change from cash and records what of each payment applies', () => {
  const priced = priceSale(basketOf([12_800, 2]), [tender('qris', 5_000), tender('cash', 50_000)], context)
  expect(priced.ok && priced.value.tenders.map((each) => each.applied)).toEqual([5_000, 20_600])
  expect(priced.ok && priced.value.change).toBe(29_400)
})

test('refuses an empty basket, a short payment and a non-cash payment above what is left', () => {
  expect(codeOf(basketOf())).toBe('sale.empty')
  expect(codeOf(basketOf([500, 1]), tender('card', 501))).toBe('sale.tender-too-large')
  expect(codeOf(basketOf([500, 1]), tender('cash', -1))).toBe('sale.tender-negative')
  const short = priceSale(basketOf([12_800, 1]), [tender('cash', 10_000)], context)
  expect(short.ok ? null : short.error).toMatchObject({ code: 'sale.short', detail: '2800' })
  expect(short.ok ? '' : short.error.message.id).toContain('Rp 2.800')
})

test('a total of zero needs no payment', () => {
  expect(codeOf(basketOf([0, 3]))).toBe('ok')
})

test('a delivery needs every part of the address and names what is missing', () => {
  const basket = basketOf([500, 1])
  expect(codeOf(setKind(basket, 'delivery'), tender('cash', 500))).toBe('sale.address-incomplete')
  const partial = priceSale(
    setDelivery(basket, { ...delivery, postalCode: '401', district: '' }),
    [tender('cash', 500)],
    context,
  )
  expect(partial.ok ? '' : partial.error.detail).toBe('district,postalCode')
  expect(codeOf(setDelivery(basket, delivery), tender('cash', 500))).toBe('ok')
})

test('a walk-in sale carries no address even when one was typed before', () => {
  const priced = priceSale(
    setKind(setDelivery(basketOf([500, 1]), delivery), 'walk-in'),
    [tender('cash', 500)],
    context,
  )
  expect(priced.ok && priced.value.delivery).toBeNull()
})

test('every accepted sale balances and satisfies the schema; every refusal is for a reason', () => {
  const lines = fc.array(fc.tuple(fc.nat(5_000_000), fc.integer({ min: 1, max: 300 })), { minLength: 1, maxLength: 8 })
  const tenders = fc.array(fc.tuple(fc.constantFrom(...TENDER_METHODS), fc.nat(2_000_000_000)), { maxLength: 4 })
  fc.assert(
    fc.property(lines, tenders, fc.boolean(), (priceAndQuantity, entered, topsUp) => {
      const basket = basketOf(...priceAndQuantity)
      const total = priceAndQuantity.reduce((sum, [price, quantity]) => sum + price * quantity, 0)
      const all = entered.map(([method, amount]) => tender(method, amount))
      if (topsUp) all.push(tender('cash', total))
      const priced = priceSale(basket, all, context)
      if (!priced.ok) {
        must(['sale.short', 'sale.tender-too-large'].includes(priced.error.code), priced.error.code)
        return
      }
      const sale = unnumberedSaleSchema.parse(priced.value)
      const sum = (numbers: readonly number[]): number => numbers.reduce((left, right) => left + right, 0)
      expect(sale.total).toBe(total)
      expect(sum(sale.lines.map((line) => line.amount))).toBe(total)
      expect(sum(sale.tenders.map((each) => each.applied))).toBe(total)
      expect(sum(sale.tenders.map((each) => each.amount)) - sale.change).toBe(total)
      const overpaid = sale.tenders.filter((each) => each.amount !== each.applied)
      expect(overpaid.every((each) => each.method === 'cash')).toBe(true)
      expect(sale.change).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 1_000 },
  )
})
