import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addRupiah, rupiah } from '../../../shared/domain/money.ts'
import { TENDER_METHODS } from '../../../shared/domain/sale.ts'
import {
  changeOf,
  chooseMethod,
  EMPTY_PAYMENT,
  isCovered,
  type PaymentEntry,
  previewedChange,
  recordTender,
  remainingOf,
  removeTender,
  typeAmount,
  typeReference,
} from './payment-entry.ts'

const total = rupiah(75_000)

describe('entering a payment', () => {
  test('records all that remains when no amount was typed', () => {
    const entry = recordTender(EMPTY_PAYMENT, total)
    expect(entry.tenders).toMatchObject([{ method: 'cash', amount: 75_000, reference: null }])
    expect(isCovered(entry, total)).toBe(true)
    expect(changeOf(entry, total)).toBe(0)
  })

  test('gives change on cash, and shows it while the amount is being typed', () => {
    const typing = typeAmount(EMPTY_PAYMENT, '100.000')
    expect(previewedChange(typing, total)).toBe(25_000)
    const entry = recordTender(typing, total)
    expect(changeOf(entry, total)).toBe(25_000)
    expect(entry.amountText).toBe('')
  })

  test('refuses more than what remains on anything but cash, and keeps what was typed', () => {
    for (const method of ['qris', 'card', 'transfer'] as const) {
      const entry = recordTender(typeAmount(chooseMethod(EMPTY_PAYMENT, method), '75001'), total)
      expect(entry).toMatchObject({ tenders: [], amountText: '75001', problem: 'more-than-remaining' })
    }
  })

  test.each([
    ['abc', 'not-a-number'],
    ['12,5', 'not-a-number'],
    ['-5000', 'not-a-number'],
    ['0', 'zero'],
  ] as const)('refuses the amount %s and says why', (text, problem) => {
    expect(recordTender(typeAmount(EMPTY_PAYMENT, text), total).problem).toBe(problem)
  })

  test('refuses a further tender once the total is covered', () => {
    const covered = recordTender(EMPTY_PAYMENT, total)
    expect(recordTender(covered, total)).toMatchObject({ problem: 'already-paid', tenders: covered.tenders })
  })

  test('splits over several tenders and keeps the reference of a non-cash one', () => {
    const first = recordTender(typeAmount(EMPTY_PAYMENT, '50000'), total)
    const second = recordTender(typeReference(chooseMethod(first, 'qris'), ' TRX-9 '), total)
    expect(second.tenders).toMatchObject([
      { method: 'cash', amount: 50_000, reference: null },
      { method: 'qris', amount: 25_000, reference: 'TRX-9' },
    ])
    expect(remainingOf(removeTender(second, 1), total)).toBe(50_000)
  })

  test('needs no tender for a total of zero', () => {
    expect(isCovered(EMPTY_PAYMENT, rupiah(0))).toBe(true)
  })

  test('never lets change arise from anything but cash, and always balances', () => {
    const step = fc.record({
      method: fc.constantFrom(...TENDER_METHODS),
      text: fc.oneof(fc.constant(''), fc.nat({ max: 300_000 }).map(String), fc.string({ maxLength: 6 })),
      removes: fc.option(fc.nat({ max: 4 })),
    })
    fc.assert(
      fc.property(fc.nat({ max: 500_000 }), fc.array(step, { maxLength: 12 }), (amount, steps) => {
        const sum = rupiah(amount)
        let entry: PaymentEntry = EMPTY_PAYMENT
        for (const { method, text, removes } of steps) {
          entry = recordTender(typeAmount(chooseMethod(entry, method), text), sum)
          if (removes !== null) entry = removeTender(entry, removes)
        }
        const handed = entry.tenders.reduce((sofar, tender) => addRupiah(sofar, tender.amount), rupiah(0))
        expect(handed + remainingOf(entry, sum) - changeOf(entry, sum)).toBe(amount)
        const cash = entry.tenders.filter((tender) => tender.method === 'cash')
        expect(changeOf(entry, sum)).toBeLessThanOrEqual(cash.reduce((sofar, tender) => sofar + tender.amount, 0))
      }),
      { numRuns: 800 },
    )
  })
})
