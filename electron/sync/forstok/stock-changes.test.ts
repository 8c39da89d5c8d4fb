import { describe, expect, test } from 'vitest'
import { stockDocumentSchema } from '../../../shared/domain/stock-document.ts'
import { decideStockChange, stockChangesOf, type StockChange } from './stock-changes.ts'

const difference = (quantity: number): StockChange => ({
  sku: 'A',
  warehouseId: '701',
  wanted: { type: 'difference', quantity },
})
const count = (counted: number, basis: { pulledOnHand: number; ownUnsent: number } | null): StockChange => ({
  sku: 'A',
  warehouseId: '701',
  wanted: { type: 'count', counted, basis },
})

describe('the figure that a change of stock comes to', () => {
  test.each([
    { what: 'goods in', change: difference(5), onHand: 10, target: 15 },
    { what: 'goods in where it was below zero', change: difference(5), onHand: -2, target: 3 },
    { what: 'goods out', change: difference(-4), onHand: 10, target: 6 },
    { what: 'a count nobody sold from', change: count(8, { pulledOnHand: 10, ownUnsent: 0 }), onHand: 10, target: 8 },
    // Pulled 10, two sold and not sent, eight expected and seven found.
    { what: 'own sales on their way', change: count(7, { pulledOnHand: 10, ownUnsent: -2 }), onHand: 10, target: 9 },
    { what: 'own sales that arrived', change: count(7, { pulledOnHand: 10, ownUnsent: -2 }), onHand: 8, target: 7 },
    // Two sold and not sent, yet ten found: two more than the service knows of once they arrive.
    { what: 'found again', change: count(10, { pulledOnHand: 10, ownUnsent: -2 }), onHand: 10, target: 12 },
  ])('$what', ({ change, onHand, target }) => {
    expect(decideStockChange(change, onHand)).toEqual({
      type: 'set',
      setting: { sku: 'A', warehouseId: '701', base: onHand, target },
    })
  })

  test.each([
    { change: count(8, { pulledOnHand: 10, ownUnsent: 0 }), onHand: 9, kind: 'stock-moved' },
    { change: count(7, { pulledOnHand: 10, ownUnsent: -2 }), onHand: 11, kind: 'stock-moved' },
    { change: count(8, null), onHand: 9, kind: 'stock-moved' },
    { change: difference(-4), onHand: 3, kind: 'stock-below-zero' },
    { change: difference(0.5), onHand: 3, kind: 'stock-not-whole' },
    { change: difference(1), onHand: null, kind: 'unknown-item' },
  ])('$kind at $onHand is left to a person', ({ change, onHand, kind }) => {
    expect(decideStockChange(change, onHand)).toMatchObject({ type: 'problem', problem: { kind, onHand } })
  })

  test('a figure between what was pulled and what was expected waits for the own sales that are on their way', () => {
    const decision = decideStockChange(count(7, { pulledOnHand: 10, ownUnsent: -2 }), 9)
    expect(decision).toMatchObject({ type: 'wait', problem: { kind: 'stock-moved', onHand: 9 } })
    expect(decideStockChange(count(7, { pulledOnHand: 10, ownUnsent: 3 }), 9).type).toBe('problem')
  })

  test('a count is compared with what the till expected when it was approved', () => {
    const [change] = stockChangesOf(
      stockDocumentSchema.parse({
        id: '7b2f5c8e-54a0-4f2e-9d7b-0a1b2c3d4e5f',
        number: 'K1-S261121-0001',
        kind: 'count',
        register: 'K1',
        by: 'Ayu',
        approval: null,
        atMs: 1,
        utcOffsetMinutes: 420,
        warehouseId: '701',
        toWarehouseId: null,
        pulledAtMs: 1,
        reason: 'Stock Opname',
        note: '',
        // Pulled 10, two sold and not sent when 7 were counted, one more sold until the approval.
        lines: [
          {
            sku: 'A',
            name: 'A',
            quantity: -1,
            counted: 7,
            expected: 8,
            pulledOnHand: 10,
            serviceExpected: 7,
            serviceQuantity: -1,
          },
        ],
        route: 'both-not-linked',
      }),
      '701',
    )
    expect(change?.wanted).toEqual({ type: 'count', counted: 6, basis: { pulledOnHand: 10, ownUnsent: -3 } })
  })

  test('a figure that is right already is left alone', () => {
    expect(decideStockChange(count(8, null), 8)).toEqual({ type: 'done' })
    expect(decideStockChange(count(8, { pulledOnHand: 10, ownUnsent: 0 }), 8)).toEqual({ type: 'done' })
  })
})
