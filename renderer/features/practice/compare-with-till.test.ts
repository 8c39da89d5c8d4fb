import { array, assert, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rupiah } from '../../../shared/domain/money.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import type { HeldInvoice, HeldOrder } from '../../../shared/ipc/practice.ts'
import { compareWithTill, judgeComparison } from './compare-with-till.ts'
import { clampWhole, isUndisturbed } from './fault-summary.ts'
import { NO_FAULTS } from '../../../shared/ipc/practice.ts'

const sale = (number: string, total: number): Sale => ({
  id: '00000000-0000-4000-8000-000000000000',
  number,
  register: 'K1',
  cashier: 'Sari',
  kind: 'walk-in',
  openedAtMs: 0,
  paidAtMs: 0,
  utcOffsetMinutes: 420,
  shop: { name: 'Toko', address: [], phone: '' },
  lines: [],
  total: rupiah(total),
  tenders: [],
  change: rupiah(0),
  delivery: null,
  note: '',
  route: 'both-not-linked',
})
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
  receipts: [],
})

describe('comparing the till with the services', () => {
  test('is exact when each sale stands once at both with its total', () => {
    const comparison = compareWithTill([sale('K1-1', 5000), sale('K1-2', 700)], {
      orders: [order('K1-2', 700), order('K1-1', 5000)],
      invoices: [invoice('K1-1', 5000), invoice('K1-2', 700)],
      stock: [],
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
    })
    expect(forstok).toMatchObject({ doubled: ['K1-1'], missing: ['K1-2'], arrivedCount: 1, heldCount: 2 })
    expect(judgeComparison(forstok)).toBe('wrong')
  })

  test('names other totals and numbers that the till does not know', () => {
    const { accurate } = compareWithTill([sale('K1-1', 5)], {
      orders: [],
      invoices: [invoice('K1-1', 4), invoice('X', 1)],
      stock: [],
    })
    expect(accurate).toMatchObject({ different: ['K1-1'], foreign: ['X'], missing: [] })
  })

  test('counts every sale as arrived or missing, never both, for any deliveries', () => {
    assert(
      property(array(nat(3), { maxLength: 30 }), (copies) => {
        const sales = copies.map((_, index) => sale(`K1-${index}`, 10))
        const orders = copies.flatMap((count, index) => Array.from({ length: count }, () => order(`K1-${index}`, 10)))
        const { forstok } = compareWithTill(sales, { orders, invoices: [], stock: [] })
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
