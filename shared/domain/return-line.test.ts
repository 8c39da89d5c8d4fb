import { describe, expect, test } from 'vitest'
import { addItem, openBasket, setBasketDiscount, setLineDiscount } from './basket-rules.ts'
import { rupiah } from './money.ts'
import {
  closingRounding,
  refundableByMethod,
  refundableTotal,
  returnableLines,
  returnLine,
  returnOf,
  RETURN_REASONS,
  type ReturnRequest,
  type SaleHistory,
} from './return-line.ts'
import type { Sale, SaleLine } from './sale.ts'
import { PPN_RATES } from './tax.ts'
import { paidSale } from './testing/random-basket.ts'
import { SAMPLE_CONTEXT, SAMPLE_ID, sampleItem } from './testing/sample-sale-parts.ts'

const plan = { parts: [], last: 'cash', over: 0, turn: 0, isConfirmed: true } as const
const context = {
  ...SAMPLE_CONTEXT,
  tax: { isCharged: true, pricesIncludeTax: true, rates: PPN_RATES },
  cashRounding: { mode: 'nearest', unit: 1_000 },
} as const
const rice = sampleItem('R', 12_345, { soldBy: 'weight' })
const basket = setBasketDiscount(
  setLineDiscount(
    addItem(addItem(addItem(openBasket(SAMPLE_ID, 1), sampleItem('A', 3_333), 3), rice, 1.234), sampleItem('F', 0), 2),
    '1',
    { type: 'percent', basisPoints: 1_000 },
  ),
  { type: 'rupiah', amount: rupiah(1_000) },
)
const sale = paidSale(basket, plan, context, 1)
const fresh: SaleHistory = { sale, returns: [] }
const request = (other: Partial<ReturnRequest> = {}): ReturnRequest => ({
  lineIndex: 0,
  quantity: 1,
  received: 1,
  restocked: 1,
  reason: 'Barang Rusak',
  ...other,
})
const back = (history: SaleHistory, other: Partial<ReturnRequest>): SaleLine => {
  const line = returnLine(history, request({ received: 0, restocked: 0, ...other }))
  if (!line.ok) throw new Error(line.error.code)
  return line.value
}
const codeOf = (other: Partial<ReturnRequest>, history: SaleHistory = fresh): string => {
  const line = returnLine(history, request(other))
  return line.ok ? 'ok' : line.error.code
}
const returning = (lines: readonly SaleLine[], rounding: number, total: number): Sale => ({
  ...sale,
  id: 'b5e1c7a0-0f7e-4d0c-9a53-0f1f4f3e0002',
  lines,
  rounding: rupiah(rounding),
  total: rupiah(total),
  tenders: [{ method: 'cash', amount: rupiah(total), applied: rupiah(total), reference: null, isConfirmed: true }],
  change: rupiah(0),
  returnOf: returnOf(sale),
})

describe('a line that comes back', () => {
  test('mirrors its part of every amount, cut so that the parts sum to the line', () => {
    const sold = sale.lines[0]
    const first = back(fresh, { quantity: 1 })
    const rest = back({ sale, returns: [returning([first], 0, -1)] }, { quantity: 2 })
    expect(first.quantity + rest.quantity).toBe(-3)
    for (const figure of ['amount', 'lineDiscount', 'basketDiscount', 'taxBase', 'tax'] as const) {
      expect(first[figure] + rest[figure] + (sold?.[figure] ?? Number.NaN)).toBe(0)
    }
    expect(first).toMatchObject({ sku: 'A', unitPrice: 3_333, isTaxIncluded: true, discount: sold?.discount })
  })

  test('sums to the line also when an earlier part was called off again', () => {
    const line = sale.lines[0]
    if (line === undefined) throw new Error('no line')
    const odd: Sale = { ...sale, lines: [{ ...line, amount: rupiah(200), lineDiscount: rupiah(10), tax: rupiah(20) }] }
    const first = returning([back({ sale: odd, returns: [] }, {})], 0, 0)
    const second = returning([back({ sale: odd, returns: [first] }, {})], 0, 0)
    // The first one is void: what it took is to be had again, and no more.
    const third = returning([back({ sale: odd, returns: [second] }, {})], 0, 0)
    const fourth = returning([back({ sale: odd, returns: [second, third] }, {})], 0, 0)
    const lines = [second, third, fourth].flatMap((each) => each.lines)
    const sumOf = (figure: 'amount' | 'lineDiscount' | 'tax') => lines.reduce((sum, each) => sum + each[figure], 0)
    expect([sumOf('amount'), sumOf('lineDiscount'), sumOf('tax')]).toEqual([-200, -10, -20])
  })

  test('may be weighed in any part, down to a gram', () => {
    const gram = back(fresh, { lineIndex: 1, quantity: 0.001 })
    const rest = back({ sale, returns: [returning([gram], 0, 0)] }, { lineIndex: 1, quantity: 1.233 })
    expect(gram.amount + rest.amount + (sale.lines[1]?.amount ?? 0)).toBe(0)
    expect([gram.quantity, rest.quantity]).toEqual([-0.001, -1.233])
  })

  test('may be free: it moves stock and no money', () => {
    expect(back(fresh, { lineIndex: 2, quantity: 2 })).toMatchObject({ quantity: -2, amount: 0, tax: 0 })
    expect(Object.is(back(fresh, { lineIndex: 2, quantity: 2 }).amount, -0)).toBe(false)
  })

  test.each([
    ['a line that is not there', { lineIndex: 3 }, 'return.no-line'],
    ['nothing', { quantity: 0, received: 0, restocked: 0 }, 'return.quantity'],
    ['less than nothing', { quantity: -1 }, 'return.quantity'],
    ['half a piece', { quantity: 0.5, received: 0, restocked: 0 }, 'return.quantity'],
    ['half a piece on the shelf', { restocked: 0.5 }, 'return.quantity'],
    ['a ten-thousandth', { lineIndex: 1, quantity: 0.0001, received: 0, restocked: 0 }, 'return.quantity'],
    ['more than was sold', { quantity: 4, received: 4 }, 'return.too-many'],
    ['more received than comes back', { received: 2 }, 'return.received'],
    ['more on the shelf than received', { received: 0 }, 'return.received'],
    ['no reason', { reason: '  ' }, 'return.reason'],
  ])('is refused with %s', (_, other, code) => {
    expect(codeOf(other)).toBe(code)
  })

  test('is refused beyond sold minus returned, and names what is left', () => {
    const history = { sale, returns: [returning([back(fresh, { quantity: 2 })], 0, 0)] }
    expect(codeOf({ quantity: 2 }, history)).toBe('return.too-many')
    const refused = returnLine(history, request({ quantity: 2 }))
    expect(refused.ok ? '' : refused.error.message.id).toContain('paling banyak 1')
    expect(returnableLines(history).map((each) => each.leftQuantity)).toEqual([1, 1.234, 2])
  })
})

describe('what may still be paid back', () => {
  test('is the total less what went back, and never below zero', () => {
    expect(refundableTotal(fresh)).toBe(sale.total)
    const first = returning([back(fresh, { quantity: 1 })], 0, 0)
    const went = first.lines.reduce((sum, line) => sum + line.amount, 0)
    expect(refundableTotal({ sale, returns: [first] })).toBe(sale.total + went)
    expect(refundableTotal({ sale: { ...sale, lines: [] }, returns: [first] })).toBe(0)
  })

  test('by each way is what it paid less what went back by it', () => {
    const paid: Sale = {
      ...sale,
      tenders: [
        { method: 'card', amount: rupiah(9_000), applied: rupiah(9_000), reference: null, isConfirmed: true },
        { method: 'cash', amount: rupiah(50_000), applied: rupiah(14_000), reference: null, isConfirmed: true },
      ],
    }
    const wentBack = {
      ...returning([], 0, -1),
      tenders: [
        {
          method: 'card' as const,
          amount: rupiah(-2_000),
          applied: rupiah(-2_000),
          reference: null,
          isConfirmed: true,
        },
      ],
    }
    expect(refundableByMethod({ sale: paid, returns: [wentBack] })).toEqual({
      cash: 14_000,
      qris: 0,
      card: 7_000,
      transfer: 0,
      deposit: 0,
    })
  })
})

describe('the closing rounding', () => {
  const all = sale.lines.map((line, lineIndex) => back(fresh, { lineIndex, quantity: line.quantity }))

  test('is the opposite of all rounding so far once everything has come back, and none before', () => {
    expect(sale.rounding).not.toBe(0)
    expect(closingRounding(fresh, all)).toBe(0 - sale.rounding)
    expect(closingRounding(fresh, all.slice(1))).toBeNull()
    const history = { sale, returns: [returning(all.slice(0, 1), 7, 0)] }
    expect(closingRounding(history, all.slice(1))).toBe(0 - sale.rounding - 7)
  })

  test('reasons are bilingual and Forstok’s own six', () => {
    expect(RETURN_REASONS).toHaveLength(6)
    expect(returnOf(sale)).toEqual({
      saleId: SAMPLE_ID,
      number: sale.number,
      kind: 'walk-in',
      route: 'both-not-linked',
    })
  })
})
