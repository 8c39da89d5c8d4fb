import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addItem,
  basketTotal,
  basketUnitCount,
  clearBasket,
  LARGEST_QUANTITY,
  openBasket,
  removeLine,
  setDelivery,
  setKind,
  setNote,
  setQuantity,
} from './basket-rules.ts'
import type { Item } from './item.ts'
import { isRupiah, LARGEST_RUPIAH, rupiah } from './money.ts'

const item = (sku: string, price: number): Item => ({
  sku,
  barcodes: [],
  name: `Item ${sku}`,
  category: '',
  price: rupiah(price),
  costPrice: null,
})
const empty = openBasket('b5e1c7a0-0f7e-4d0c-9a53-0f1f4f3e0001', 1)

describe('basket', () => {
  test('joins the same SKU at the same price and keeps another price apart', () => {
    const basket = addItem(addItem(addItem(empty, item('A', 500)), item('A', 500), 2), item('A', 500), 1, rupiah(400))
    expect(basket.lines.map((line) => [line.item.sku, line.quantity, line.unitPrice])).toEqual([
      ['A', 3, 500],
      ['A', 1, 400],
    ])
    expect(basketTotal(basket)).toBe(1_900)
    expect(basketUnitCount(basket)).toBe(4)
  })

  test('a quantity of zero removes the line, as removing does', () => {
    const basket = addItem(empty, item('A', 500), 3)
    expect(setQuantity(basket, 'A', rupiah(500), 0).lines).toEqual([])
    expect(removeLine(basket, 'A', rupiah(500)).lines).toEqual([])
    expect(removeLine(basket, 'B', rupiah(500))).toBe(basket)
  })

  test('throws on fractions, negatives and zero when adding', () => {
    for (const quantity of [0, -1, 1.5, Number.NaN, Infinity]) {
      expect(() => addItem(empty, item('A', 500), quantity)).toThrow(RangeError)
    }
    expect(() => addItem(empty, item('A', 500), 1, rupiah(-1))).toThrow(RangeError)
  })

  test('caps a quantity that a scanned barcode would make absurd', () => {
    const basket = setQuantity(addItem(empty, item('A', 500)), 'A', rupiah(500), 8_997_228_440_010)
    expect(basket.lines[0]?.quantity).toBe(LARGEST_QUANTITY)
  })

  test('clearing keeps the id, so that the next sale of a cleared basket is still one sale', () => {
    const cleared = clearBasket(setNote(setKind(addItem(empty, item('A', 500)), 'delivery'), 'fragile'))
    expect(cleared).toEqual(empty)
  })

  test('keeps the address while the cashier goes back to walk-in and again to delivery', () => {
    const delivery = {
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
    const basket = setKind(setKind(setDelivery(empty, delivery), 'walk-in'), 'delivery')
    expect(basket.delivery).toEqual(delivery)
  })

  test('any sequence of commands keeps lines unique, quantities whole, and the total the exact sum', () => {
    const command = fc.record({
      sku: fc.constantFrom('A', 'B', 'C'),
      price: fc.oneof(fc.constantFrom(0, 1, 500, 12_800), fc.constant(LARGEST_RUPIAH)),
      quantity: fc.integer({ min: 0, max: 200_000 }),
      sets: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20 }), (commands) => {
        let basket = empty
        for (const { sku, price, quantity, sets } of commands) {
          if (sets || quantity === 0) basket = setQuantity(basket, sku, rupiah(price), quantity)
          else basket = addItem(basket, item(sku, price), quantity)
        }
        const keys = basket.lines.map((line) => `${line.item.sku}@${line.unitPrice}`)
        expect(new Set(keys).size).toBe(keys.length)
        for (const line of basket.lines) {
          expect(Number.isInteger(line.quantity) && line.quantity > 0 && line.quantity <= LARGEST_QUANTITY).toBe(true)
        }
        const exact = basket.lines.reduce((sum, line) => sum + BigInt(line.quantity) * BigInt(line.unitPrice), 0n)
        expect(BigInt(basketTotal(basket))).toBe(exact)
        expect(isRupiah(basketTotal(basket))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
