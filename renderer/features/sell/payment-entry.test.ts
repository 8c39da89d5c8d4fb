import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addRupiah, rupiah, type Rupiah } from '../../../shared/domain/money.ts'
import { TENDER_METHODS, type TenderMethod } from '../../../shared/domain/sale.ts'
import type { PaymentTerms } from '../../../shared/domain/settle-payment.ts'
import {
  type Bill,
  canUseMethod,
  changeOf,
  chooseMethod,
  deadlockOf,
  EMPTY_PAYMENT,
  figuresOf,
  isCovered,
  openPayment,
  type PaymentEntry,
  previewedChange,
  recordTender,
  remainingOf,
  removeTender,
  settlementOf,
  typeAmount,
  typeReference,
} from './payment-entry.ts'

const exact: PaymentTerms = { rounding: { mode: 'off', unit: 100 }, refund: null }
const toHundreds: PaymentTerms = { rounding: { mode: 'nearest', unit: 100 }, refund: null }
const billOf = (payable: number, terms: PaymentTerms = exact): Bill => ({ payable: rupiah(payable), terms })
const refundOf = (payable: number, paid: Partial<Record<TenderMethod, number>>, unit: 100 | null = null): Bill => ({
  payable: rupiah(payable),
  terms: {
    rounding: { mode: unit === null ? 'off' : 'nearest', unit: 100 },
    refund: {
      closingRounding: null,
      limit: rupiah(1_000_000),
      byMethod: {
        cash: rupiah(paid.cash ?? 0),
        qris: rupiah(paid.qris ?? 0),
        card: rupiah(paid.card ?? 0),
        transfer: rupiah(paid.transfer ?? 0),
        deposit: rupiah(paid.deposit ?? 0),
      },
    },
  },
})
const bill = billOf(75_000)

describe('entering a payment', () => {
  test('records all that remains when no amount was typed', () => {
    const entry = recordTender(EMPTY_PAYMENT, bill)
    expect(entry.tenders).toMatchObject([{ method: 'cash', amount: 75_000, reference: null, isConfirmed: true }])
    expect(isCovered(entry, bill)).toBe(true)
    expect(changeOf(entry, bill)).toBe(0)
  })

  test('gives change on cash, and shows it while the amount is being typed', () => {
    const typing = typeAmount(EMPTY_PAYMENT, '100.000')
    expect(previewedChange(typing, bill)).toBe(25_000)
    const entry = recordTender(typing, bill)
    expect(changeOf(entry, bill)).toBe(25_000)
    expect(entry.amountText).toBe('')
  })

  test('refuses more than what remains on anything but cash, and keeps what was typed', () => {
    for (const method of ['qris', 'card', 'transfer', 'deposit'] as const) {
      const entry = recordTender(typeAmount(chooseMethod(EMPTY_PAYMENT, method), '75001'), bill)
      expect(entry).toMatchObject({ tenders: [], amountText: '75001', problem: 'more-than-remaining' })
    }
  })

  test.each([
    ['abc', 'not-a-number'],
    ['12,5', 'not-a-number'],
    ['-5000', 'not-a-number'],
    ['0', 'zero'],
  ] as const)('refuses the amount %s and says why', (text, problem) => {
    expect(recordTender(typeAmount(EMPTY_PAYMENT, text), bill).problem).toBe(problem)
  })

  test('refuses a further tender once the bill is covered', () => {
    const covered = recordTender(EMPTY_PAYMENT, bill)
    expect(recordTender(covered, bill)).toMatchObject({ problem: 'already-paid', tenders: covered.tenders })
  })

  test('splits over several tenders and keeps the reference of a non-cash one', () => {
    const first = recordTender(typeAmount(EMPTY_PAYMENT, '50000'), bill)
    const second = recordTender(typeReference(chooseMethod(first, 'qris'), ' TRX-9 '), bill)
    expect(second.tenders).toMatchObject([
      { method: 'cash', amount: 50_000, reference: null },
      { method: 'qris', amount: 25_000, reference: 'TRX-9' },
    ])
    expect(remainingOf(removeTender(second, 1), bill)).toBe(50_000)
  })

  test('records QRIS that nobody has seen arrive as unconfirmed, and nothing else', () => {
    const qris = recordTender(chooseMethod(EMPTY_PAYMENT, 'qris'), bill, null, false)
    expect(qris.tenders).toMatchObject([{ method: 'qris', isConfirmed: false }])
    const card = recordTender(chooseMethod(EMPTY_PAYMENT, 'card'), bill, null, false)
    expect(card.tenders).toMatchObject([{ method: 'card', isConfirmed: true }])
  })

  test('needs no tender for a bill of zero', () => {
    expect(isCovered(EMPTY_PAYMENT, billOf(0))).toBe(true)
  })
})

describe('cash rounding', () => {
  const odd = billOf(10_035, toHundreds)

  test('shows as soon as cash is chosen, and goes when another way is', () => {
    expect(figuresOf(EMPTY_PAYMENT, odd)).toEqual({ rounding: -35, total: 10_000 })
    expect(remainingOf(EMPTY_PAYMENT, odd)).toBe(10_000)
    expect(figuresOf(chooseMethod(EMPTY_PAYMENT, 'qris'), odd)).toEqual({ rounding: 0, total: 10_035 })
  })

  test('falls on the cash part only', () => {
    const card = recordTender(typeAmount(chooseMethod(EMPTY_PAYMENT, 'card'), '5.000'), odd)
    const cash = chooseMethod(card, 'cash')
    expect(remainingOf(cash, odd)).toBe(5_000)
    expect(figuresOf(cash, odd)).toEqual({ rounding: -35, total: 10_000 })
    expect(changeOf(recordTender(typeAmount(cash, '10.000'), odd), odd)).toBe(5_000)
  })
})

describe('paying back', () => {
  test('begins with the way that paid all of it, else with cash', () => {
    expect(openPayment(refundOf(-20_000, { card: 50_000 })).method).toBe('card')
    expect(openPayment(refundOf(-20_000, { card: 5_000 })).method).toBe('cash')
  })

  test('offers only the ways that paid, and cash', () => {
    const owed = refundOf(-20_000, { qris: 15_000 })
    expect(TENDER_METHODS.filter((method) => canUseMethod(EMPTY_PAYMENT, owed, method))).toEqual(['cash', 'qris'])
  })

  test('gives back by a way no more than it paid, and goes on to cash for the rest', () => {
    const owed = refundOf(-20_000, { qris: 15_000 })
    const choosing = chooseMethod(EMPTY_PAYMENT, 'qris')
    expect(recordTender(typeAmount(choosing, '16.000'), owed).problem).toBe('more-than-method')
    const qris = recordTender(choosing, owed)
    expect(qris).toMatchObject({ method: 'cash', tenders: [{ method: 'qris', amount: -15_000 }] })
    const done = recordTender(qris, owed)
    expect(done.tenders.map((tender) => tender.amount)).toEqual([-15_000, -5_000])
    expect(settlementOf(done, owed)).toMatchObject({ ok: true, value: { total: -20_000 } })
  })

  test('refuses more cash than is owed, after rounding', () => {
    const owed = refundOf(-10_035, { cash: 20_000 }, 100)
    expect(remainingOf(EMPTY_PAYMENT, owed)).toBe(10_000)
    expect(recordTender(typeAmount(EMPTY_PAYMENT, '10.035'), owed).problem).toBe('more-than-refund')
    expect(isCovered(recordTender(EMPTY_PAYMENT, owed), owed)).toBe(true)
  })

  test('says what is wrong when nothing remains and the sum is still not right', () => {
    const owed = refundOf(-10_035, { card: 10_035 }, 100)
    const cash = recordTender(typeAmount(EMPTY_PAYMENT, '5.060'), owed)
    const both = recordTender(chooseMethod(cash, 'card'), owed)
    expect(isCovered(both, owed) || deadlockOf(both, owed) !== null || remainingOf(both, owed) > 0).toBe(true)
  })
})

test('never lets change arise from anything but cash, and what settles adds up', () => {
  const step = fc.record({
    method: fc.constantFrom(...TENDER_METHODS),
    text: fc.oneof(fc.constant(''), fc.nat({ max: 300_000 }).map(String), fc.string({ maxLength: 6 })),
    removes: fc.option(fc.nat({ max: 4 })),
  })
  const terms = fc.constantFrom(exact, toHundreds)
  fc.assert(
    fc.property(fc.nat({ max: 500_000 }), terms, fc.array(step, { maxLength: 12 }), (amount, how, steps) => {
      const owed = billOf(amount, how)
      let entry: PaymentEntry = EMPTY_PAYMENT
      for (const { method, text, removes } of steps) {
        entry = recordTender(typeAmount(chooseMethod(entry, method), text), owed)
        if (removes !== null) entry = removeTender(entry, removes)
      }
      const sumOf = (tenders: PaymentEntry['tenders']): Rupiah => addRupiah(...tenders.map((tender) => tender.amount))
      const settled = settlementOf(entry, owed)
      const { change, rounding } = settled.ok ? settled.value : { change: 0, rounding: 0 }
      const left = settled.ok ? 0 : amount - sumOf(entry.tenders)
      expect(sumOf(entry.tenders) - change + left).toBe(amount + rounding)
      const cash = entry.tenders.filter((tender) => tender.method === 'cash')
      expect(change).toBeLessThanOrEqual(sumOf(cash))
      expect(sumOf(entry.tenders) - sumOf(cash)).toBeLessThanOrEqual(amount)
    }),
    { numRuns: 800 },
  )
})
