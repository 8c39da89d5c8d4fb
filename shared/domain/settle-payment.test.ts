import { describe, expect, test } from 'vitest'
import type { CashRounding } from './cash-rounding.ts'
import { LARGEST_RUPIAH, rupiah } from './money.ts'
import type { TenderMethod } from './sale.ts'
import { isRefund, remainingFor, roundingIf, settlePayment, type PaymentTerms } from './settle-payment.ts'
import { sampleTender } from './testing/sample-sale-parts.ts'

type Given = readonly (readonly [TenderMethod, number])[]

const NOTHING = { cash: 0, qris: 0, card: 0, transfer: 0, deposit: 0 }
const byMethod = (given: Partial<Record<TenderMethod, number>>): NonNullable<PaymentTerms['refund']>['byMethod'] => {
  const all = { ...NOTHING, ...given }
  return {
    cash: rupiah(all.cash),
    qris: rupiah(all.qris),
    card: rupiah(all.card),
    transfer: rupiah(all.transfer),
    deposit: rupiah(all.deposit),
  }
}
const selling = (mode: CashRounding['mode'] = 'nearest', unit: CashRounding['unit'] = 100): PaymentTerms => ({
  rounding: { mode, unit },
  refund: null,
})
const refunding = (
  limit: number,
  closing: number | null,
  given: Partial<Record<TenderMethod, number>> = {},
): PaymentTerms => ({
  rounding: { mode: 'nearest', unit: 100 },
  refund: {
    limit: rupiah(limit),
    closingRounding: closing === null ? null : rupiah(closing),
    byMethod: byMethod(given),
  },
})
const entered = (given: Given) => given.map(([method, amount]) => sampleTender(method, amount))
const settle = (payable: number, given: Given, terms: PaymentTerms) =>
  settlePayment(rupiah(payable), entered(given), terms)
const codeOf = (payable: number, given: Given, terms: PaymentTerms): string => {
  const settled = settle(payable, given, terms)
  return settled.ok ? 'ok' : settled.error.code
}
const figures = (payable: number, given: Given, terms: PaymentTerms): readonly number[] => {
  const settled = settle(payable, given, terms)
  if (!settled.ok) throw new Error(settled.error.message.en)
  return [settled.value.rounding, settled.value.total, settled.value.change]
}
const left = (method: TenderMethod, payable: number, given: Given, terms: PaymentTerms): number =>
  remainingFor(method, rupiah(payable), entered(given), terms)

describe('paying', () => {
  test.each([
    ['cash, rounded', 10_230, [['cash', 20_000]], [-30, 10_200, 9_800]],
    ['cash, rounded up from a half', 10_250, [['cash', 10_300]], [50, 10_300, 0]],
    ['card, to the rupiah', 10_230, [['card', 10_230]], [0, 10_230, 0]],
    [
      'card and then cash: only the cash part is rounded',
      10_230,
      [
        ['card', 5_115],
        ['cash', 5_100],
      ],
      [-15, 10_215, 0],
    ],
    [
      'cash and then card: the same',
      10_230,
      [
        ['cash', 5_100],
        ['card', 5_115],
      ],
      [-15, 10_215, 0],
    ],
    [
      'card for all, with cash handed over as well',
      10_230,
      [
        ['card', 10_230],
        ['cash', 5_000],
      ],
      [0, 10_230, 5_000],
    ],
    ['cash below the unit, which is not rounded to nothing', 40, [['cash', 40]], [0, 40, 0]],
    ['nothing to pay', 0, [], [0, 0, 0]],
  ] as const)('%s', (_, payable, given, expected) => {
    expect(figures(payable, given, selling())).toEqual(expected)
  })

  test('leaves out tenders of nothing, and shares what applies over cash in the order it came', () => {
    const settled = settle(
      10_000,
      [
        ['cash', 0],
        ['cash', 8_000],
        ['cash', 5_000],
        ['card', 0],
      ],
      selling(),
    )
    expect(settled.ok && settled.value.tenders.map((each) => [each.amount, each.applied])).toEqual([
      [8_000, 8_000],
      [5_000, 2_000],
    ])
  })

  test('is refused beyond what a sale can be, not with an exception', () => {
    const most: Given = [
      ['cash', LARGEST_RUPIAH],
      ['cash', LARGEST_RUPIAH],
      ['card', LARGEST_RUPIAH],
    ]
    expect(codeOf(10_000, most, selling())).toBe('sale.tender-out-of-range')
    expect(left('cash', 10_000, most, selling())).toBe(0)
    expect(left('card', 10_000, most, selling())).toBe(0)
    expect(roundingIf('cash', rupiah(10_000), entered(most), selling())).toBe(0)
  })

  test('names what is short after rounding', () => {
    const short = settle(10_250, [['cash', 10_250]], selling())
    expect(short.ok ? '' : short.error.detail).toBe('50')
  })
})

describe('what is left', () => {
  test('is rounded for cash, to the rupiah for all else, and 0 when cash covers the rounded total', () => {
    expect(left('cash', 10_230, [], selling())).toBe(10_200)
    expect(left('card', 10_230, [], selling())).toBe(10_230)
    expect(left('card', 10_230, [['cash', 10_200]], selling())).toBe(0)
    expect(left('cash', 10_230, [['card', 5_115]], selling())).toBe(5_100)
  })

  test('settles when paid, also where odd cash was entered first that rounding up would leave short', () => {
    for (const mode of ['nearest', 'up', 'down', 'off'] as const) {
      for (const cash of [20, 60, 99, 5_020, 5_060]) {
        const card = left('card', 10_230, [['cash', cash]], selling(mode))
        expect(
          codeOf(
            10_230,
            [
              ['cash', cash],
              ['card', card],
            ],
            selling(mode),
          ),
        ).toBe('ok')
      }
    }
    expect(left('card', 10_230, [['cash', 5_060]], selling('up'))).toBe(5_230)
  })

  test('shows the rounding and total that paying it brings', () => {
    const at = (method: TenderMethod, given: Given): number =>
      roundingIf(method, rupiah(10_230), entered(given), selling())
    expect(at('cash', [])).toBe(-30)
    expect(at('card', [])).toBe(0)
    expect(at('card', [['cash', 10_200]])).toBe(-30)
    expect(at('card', [['cash', 5_000]])).toBe(0)
  })
})

describe('giving back', () => {
  test('in cash is rounded like paying, never beyond what was paid', () => {
    expect(figures(-10_230, [['cash', -10_200]], refunding(50_000, null))).toEqual([30, -10_200, 0])
    expect(figures(-10_260, [['cash', -10_300]], refunding(50_000, null))).toEqual([-40, -10_300, 0])
    expect(figures(-10_260, [['cash', -10_260]], refunding(10_260, null))).toEqual([0, -10_260, 0])
    expect(figures(-1_499, [['cash', -1_000]], refunding(1_000, null))).toEqual([499, -1_000, 0])
    expect(figures(-500, [], refunding(0, null))).toEqual([500, 0, 0])
  })

  test('by card is to the rupiah, and no more than the card paid', () => {
    expect(figures(-10_230, [['card', -10_230]], refunding(50_000, null, { card: 20_000 }))).toEqual([0, -10_230, 0])
    expect(codeOf(-10_230, [['card', -10_230]], refunding(50_000, null, { card: 10_229 }))).toBe('sale.refund-method')
    expect(left('cash', -10_230, [['card', -5_115]], refunding(50_000, null, { card: 5_115 }))).toBe(-5_100)
  })

  test('of all that is left carries the rounding that brings every sum to zero, however it is paid', () => {
    expect(figures(-10_230, [['cash', -10_200]], refunding(10_200, 30))).toEqual([30, -10_200, 0])
    expect(figures(-10_230, [['card', -10_200]], refunding(10_200, 30, { card: 10_200 }))).toEqual([30, -10_200, 0])
  })

  test('of a free item can still owe the rounding of what came back before', () => {
    const terms = refunding(400, -400)
    expect(isRefund(rupiah(0), terms)).toBe(true)
    expect(left('cash', 0, [], terms)).toBe(-400)
    expect(figures(0, [['cash', -400]], terms)).toEqual([-400, -400, 0])
    expect(codeOf(0, [], terms)).toBe('sale.refund-differs')
  })

  test('never asks the buyer for money because an exchange let rounding go', () => {
    expect(figures(-99, [], refunding(0, 499))).toEqual([99, 0, 0])
    expect(isRefund(rupiah(0), refunding(0, 30))).toBe(false)
    expect(figures(0, [], refunding(0, 30))).toEqual([0, 0, 0])
  })

  test('takes no payment and no odd amount', () => {
    expect(codeOf(-10_000, [['cash', 10_000]], refunding(50_000, null))).toBe('sale.refund-positive')
    expect(codeOf(-10_000, [['cash', -10_100]], refunding(50_000, null))).toBe('sale.refund-differs')
  })
})
