import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addItem,
  approveStock,
  basketUnitCount,
  clearBasket,
  isEmptyBasket,
  LARGEST_GOODS,
  openBasket,
  overridePrice,
  removeLine,
  setBasketDiscount,
  setDelivery,
  setKind,
  setLineDiscount,
  setNote,
  setQuantity,
  setReturns,
} from './basket-rules.ts'
import type { Basket } from './basket.ts'
import { isRupiah, LARGEST_RUPIAH, rupiah } from './money.ts'
import { isQuantity, LARGEST_QUANTITY, priceTimes } from './quantity.ts'
import { propertyRuns, propertyTimeoutMs } from './testing/property-runs.ts'
import { SAMPLE_DELIVERY } from './testing/random-terms.ts'
import { SAMPLE_ID, sampleItem } from './testing/sample-sale-parts.ts'

const empty = openBasket(SAMPLE_ID, 1)
const approval = { by: 'Sari', atMs: 5, reason: 'cacat' }
const grossOf = (basket: Basket): number =>
  basket.lines.reduce((sum, line) => sum + priceTimes(line.unitPrice, line.quantity), 0)

describe('basket', () => {
  test('joins the same SKU at the same price and keeps another price apart', () => {
    const soap = sampleItem('A', 500)
    const basket = addItem(addItem(addItem(empty, soap), soap, 2), soap, 1, rupiah(400))
    expect(basket.lines.map((line) => [line.id, line.item.sku, line.quantity, line.unitPrice])).toEqual([
      ['1', 'A', 3, 500],
      ['2', 'A', 1, 400],
    ])
    expect(basketUnitCount(basket)).toBe(4)
  })

  test('a scan joins no row that has a discount or a changed price', () => {
    const soap = sampleItem('A', 500)
    const reduced = setLineDiscount(addItem(empty, soap), '1', { type: 'rupiah', amount: rupiah(100) })
    const beside = addItem(reduced, soap)
    expect(beside.lines.map((line) => [line.id, line.quantity])).toEqual([
      ['1', 1],
      ['2', 1],
    ])
    const changed = overridePrice(beside, '2', { unitPrice: rupiah(500), approval })
    expect(addItem(changed, soap).lines).toHaveLength(3)
    expect(addItem(overridePrice(changed, '2', null), soap).lines).toHaveLength(2)
  })

  test('a changed price keeps who allowed it and goes back to the catalogue’s', () => {
    const basket = overridePrice(addItem(empty, sampleItem('A', 500), 2), '1', { unitPrice: rupiah(450), approval })
    expect(basket.lines[0]).toMatchObject({ unitPrice: 450, priceOverride: approval, quantity: 2 })
    expect(overridePrice(basket, '1', null).lines[0]).toMatchObject({ unitPrice: 500, priceOverride: null })
    expect(overridePrice(basket, '9', null)).toBe(basket)
    expect(() => overridePrice(basket, '1', { unitPrice: rupiah(-1), approval })).toThrow(RangeError)
  })

  test('a changed price that no sale could carry changes nothing, and takes no line away', () => {
    const basket = addItem(empty, sampleItem('A', 500), 2)
    expect(overridePrice(basket, '1', { unitPrice: rupiah(LARGEST_RUPIAH), approval })).toBe(basket)
    expect(overridePrice(basket, '1', { unitPrice: LARGEST_GOODS, approval }).lines[0]?.quantity).toBe(1)
  })

  test('a quantity of zero removes the line, as removing does', () => {
    const basket = addItem(empty, sampleItem('A', 500), 3)
    expect(setQuantity(basket, '1', 0).lines).toEqual([])
    expect(removeLine(basket, '1').lines).toEqual([])
    expect(removeLine(basket, '2')).toEqual(basket)
    expect(setQuantity(basket, '2', 5)).toBe(basket)
  })

  test('pieces are whole and above zero, weights have three decimals', () => {
    for (const quantity of [0, -1, 1.5, Number.NaN, Infinity]) {
      expect(() => addItem(empty, sampleItem('A', 500), quantity)).toThrow(RangeError)
    }
    const rice = sampleItem('R', 12_500, { soldBy: 'weight' })
    for (const quantity of [0, -0.5, 0.0005, Number.NaN])
      expect(() => addItem(empty, rice, quantity)).toThrow(RangeError)
    const basket = addItem(addItem(empty, rice, 0.1), rice, 0.2)
    expect(basket.lines[0]?.quantity).toBe(0.3)
    expect(basketUnitCount(basket)).toBe(1)
    expect(() => addItem(empty, rice, 1, rupiah(-1))).toThrow(RangeError)
  })

  test('caps a quantity that a scanned barcode would make absurd', () => {
    const basket = setQuantity(addItem(empty, sampleItem('A', 500)), '1', 8_997_228_440_010)
    expect(basket.lines[0]?.quantity).toBe(LARGEST_QUANTITY)
  })

  test('clearing keeps the id and takes everything else, so that a cleared basket is still one sale', () => {
    const full = approveStock(
      setBasketDiscount(setNote(setKind(addItem(empty, sampleItem('A', 500)), 'delivery'), 'fragile'), {
        type: 'percent',
        basisPoints: 1_000,
      }),
      approval,
    )
    expect(clearBasket(full)).toEqual(empty)
  })

  test('keeps the address while the cashier goes back to walk-in and again to delivery', () => {
    const basket = setKind(setKind(setDelivery(empty, SAMPLE_DELIVERY), 'walk-in'), 'delivery')
    expect(basket.delivery).toEqual(SAMPLE_DELIVERY)
  })

  test('is empty until something is sold or comes back; returns without lines are none', () => {
    expect(isEmptyBasket(empty)).toBe(true)
    expect(isEmptyBasket(addItem(empty, sampleItem('A', 0)))).toBe(false)
    const of = { saleId: SAMPLE_ID, number: 'K1-261121-0001', kind: 'walk-in', route: 'linked' } as const
    expect(setReturns(empty, { of, tax: null, lines: [] }).returns).toBeNull()
  })

  test(
    'any sequence of commands keeps rows apart, quantities sound, and the sum within what a sale may be',
    () => {
      const command = fc.record({
        sku: fc.constantFrom('A', 'B', 'C'),
        price: fc.oneof(fc.constantFrom(0, 1, 500, 12_800), fc.constantFrom(LARGEST_RUPIAH, LARGEST_GOODS)),
        quantity: fc.integer({ min: 0, max: 200_000_000 }),
        does: fc.constantFrom('add', 'weigh', 'set', 'override', 'discount'),
      })
      fc.assert(
        fc.property(fc.array(command, { maxLength: 20 }), (commands) => {
          let basket = empty
          for (const { sku, price, quantity, does } of commands) {
            const line = basket.lines.at(quantity % Math.max(1, basket.lines.length))
            if (does === 'weigh')
              basket = addItem(basket, sampleItem(`${sku}-W`, price, { soldBy: 'weight' }), (quantity + 1) / 1_000)
            else if (does === 'add' || line === undefined)
              basket = addItem(basket, sampleItem(sku, price), quantity + 1)
            else if (does === 'set') basket = setQuantity(basket, line.id, quantity)
            else if (does === 'override')
              basket = overridePrice(basket, line.id, { unitPrice: rupiah(price), approval })
            else basket = setLineDiscount(basket, line.id, { type: 'percent', basisPoints: 1_000 })
          }
          const ids = basket.lines.map((line) => line.id)
          expect(new Set(ids).size).toBe(ids.length)
          for (const line of basket.lines) {
            expect(line.quantity > 0 && line.quantity <= LARGEST_QUANTITY && isQuantity(line.quantity)).toBe(true)
            expect(line.item.soldBy === 'weight' || Number.isInteger(line.quantity)).toBe(true)
          }
          expect(isRupiah(grossOf(basket)) && grossOf(basket) <= LARGEST_GOODS).toBe(true)
        }),
        { numRuns: propertyRuns(500) },
      )
    },
    propertyTimeoutMs(),
  )
})
