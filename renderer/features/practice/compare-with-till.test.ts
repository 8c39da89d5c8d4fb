import { array, assert, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleLine, sampleSale } from '../../../shared/documents/sample-sale.ts'
import { rupiah } from '../../../shared/domain/money.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import { EMPTY_BOOKS, type HeldInvoice, type HeldOrder } from '../../../shared/ipc/practice.ts'
import { compareWithTill, judgeComparison } from './compare-with-till.ts'
import { clampWhole, isUndisturbed } from './fault-summary.ts'
import { NO_FAULTS } from '../../../shared/ipc/practice.ts'

const sale = (number: string, total: number, changes: Partial<Sale> = {}): Sale =>
  sampleSale({ number, total: rupiah(total), lines: [sampleLine('A', 'A', 1, total)], ...changes })
const order = (reference: string, total: number): HeldOrder => ({
  id: reference,
  reference,
  status: 'delivered',
  customerName: '',
  createdAtMs: 0,
  lines: [],
  total: rupiah(total),
})
const invoice = (number: string, total: number): HeldInvoice => ({
  id: number,
  number,
  customerNo: 'C',
  transDate: '',
  lines: [],
  total: rupiah(total),
  outstanding: rupiah(0),
  discounted: rupiah(0),
  receipts: [],
})

describe('comparing the till with the services', () => {
  test('is exact when each sale stands once at both with its total', () => {
    const comparison = compareWithTill([sale('K1-1', 5000), sale('K1-2', 700)], {
      orders: [order('K1-2', 700), order('K1-1', 5000)],
      invoices: [invoice('K1-1', 5000), invoice('K1-2', 700)],
      stock: [],
      books: EMPTY_BOOKS,
    })
    expect(comparison.saleTotal).toBe(5700)
    expect(comparison.forstok.heldTotal).toBe(5700)
    expect(judgeComparison(comparison.forstok)).toBe('exact')
    expect(judgeComparison(comparison.accurate)).toBe('exact')
  })

  test('calls a doubled reference wrong even while other sales wait', () => {
    const { forstok } = compareWithTill([sale('K1-1', 5), sale('K1-2', 6)], {
      orders: [order('K1-1', 5), order('K1-1', 5)],
      invoices: [],
      stock: [],
      books: EMPTY_BOOKS,
    })
    expect(forstok).toMatchObject({ doubled: ['K1-1'], missing: ['K1-2'], arrivedCount: 1, heldCount: 2 })
    expect(judgeComparison(forstok)).toBe('wrong')
  })

  test('names other totals and numbers that the till does not know', () => {
    const { accurate } = compareWithTill([sale('K1-1', 5)], {
      orders: [],
      invoices: [invoice('K1-1', 4), invoice('X', 1)],
      stock: [],
      books: EMPTY_BOOKS,
    })
    expect(accurate).toMatchObject({ different: ['K1-1'], foreign: ['X'], missing: [] })
  })

  test('compares what was sold with orders and invoices, and what came back with returns', () => {
    const back = { lineIndex: 0, received: 1, restocked: 1, reason: 'Barang Rusak' }
    const [bought, line] = [sale('K1-1', 5_000, { rounding: rupiah(-50) }), sampleLine('A', 'A', 1, 2_000)]
    const returned = sale('K1-R1', -2_000, {
      number: 'K1-R1',
      returnNumber: 'K1-R1',
      lines: [{ ...line, quantity: -1, amount: rupiah(-2_000), returned: back }],
      returnOf: { saleId: bought.id, number: 'K1-1', kind: 'walk-in', route: 'both-not-linked' },
    })
    const held = {
      id: '1',
      number: 'K1-R1',
      invoiceNumber: 'K1-1',
      customerNo: 'C',
      transDate: '',
      lines: [],
      total: rupiah(2_000),
      outstanding: rupiah(0),
      refunds: [],
    }
    const comparison = compareWithTill([bought, returned], {
      orders: [order('K1-1', 4_950)],
      invoices: [{ ...invoice('K1-1', 5_000), discounted: rupiah(50) }],
      stock: [],
      books: { ...EMPTY_BOOKS, returns: [held] },
    })
    expect(comparison).toMatchObject({ sold: 4_950, returned: -2_000, rounding: -50 })
    const { forstok, accurate, accurateReturns } = comparison
    expect([forstok, accurate, accurateReturns].map(judgeComparison)).toEqual(['exact', 'exact', 'exact'])
    const wrong = compareWithTill([bought, returned], {
      orders: [],
      invoices: [invoice('K1-1', 5_000)],
      stock: [],
      books: { ...EMPTY_BOOKS, returns: [{ ...held, total: rupiah(1_999) }] },
    })
    expect([wrong.forstok, wrong.accurate, wrong.accurateReturns].map(judgeComparison)).toEqual([
      'waiting',
      'wrong',
      'wrong',
    ])
  })

  test('counts every sale as arrived or missing, never both, for any deliveries', () => {
    assert(
      property(array(nat(3), { maxLength: 30 }), (copies) => {
        const sales = copies.map((_, index) => sale(`K1-${index}`, 10))
        const orders = copies.flatMap((count, index) => Array.from({ length: count }, () => order(`K1-${index}`, 10)))
        const { forstok } = compareWithTill(sales, { orders, invoices: [], stock: [], books: EMPTY_BOOKS })
        expect(forstok.arrivedCount + forstok.missing.length).toBe(sales.length)
        expect(forstok.doubled).toHaveLength(copies.filter((count) => count > 1).length)
        expect(forstok.foreign).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('switches of the practice services', () => {
  test('any single fault disturbs', () => {
    expect(isUndisturbed(NO_FAULTS)).toBe(true)
    expect(isUndisturbed({ ...NO_FAULTS, isCut: true })).toBe(false)
    expect(isUndisturbed({ ...NO_FAULTS, answerTwiceNext: 1 })).toBe(false)
  })

  test('takes what is no number as the least value and keeps numbers in range', () => {
    expect(clampWhole(Number.NaN, 0, 9)).toBe(0)
    expect(clampWhole(12.4, 0, 9)).toBe(9)
    expect(clampWhole(-3, 0, 9)).toBe(0)
    expect(clampWhole(2.6, 0, 9)).toBe(3)
  })
})
