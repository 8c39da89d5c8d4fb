import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cashRoundingOf } from './cash-rounding.ts'
import { discountOn } from './discount.ts'
import { rupiah } from './money.ts'
import { lineAmount, priceBasket } from './price-basket.ts'
import { saleSchema } from './sale.ts'
import { settlePayment } from './settle-payment.ts'
import { PPN_RATES } from './tax.ts'
import { propertyRuns, propertyTimeoutMs } from './testing/property-runs.ts'
import { randomBasket, randomSale } from './testing/random-basket.ts'
import { randomPaymentPlan, tendersOf } from './testing/random-payment.ts'
import { randomCashRounding, randomTaxRules } from './testing/random-terms.ts'
import { saleFaults } from './testing/sale-faults.ts'

const must = (holds: boolean, law: string): void => {
  if (!holds) throw new Error(law)
}
const numRuns = propertyRuns(2_000)
const timeout = propertyTimeoutMs()
const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

test('lines + tax + rounding = total = tenders - change, in whole rupiah, for every sale', { timeout }, () => {
  fc.assert(
    fc.property(randomSale(), (sale) => {
      expect(saleFaults(sale)).toEqual([])
      must(
        sale.lines.every((line) => line.amount >= 0),
        'no discount makes a line negative',
      )
      must(sale.change === 0 || sale.tenders.some((each) => each.method === 'cash'), 'only cash gives change')
      const others = sumOf(sale.tenders.filter((each) => each.method !== 'cash').map((each) => each.applied))
      must(sale.rounding === 0 || sale.tenders.some((each) => each.method === 'cash'), 'only cash is rounded')
      must(sale.rounding === 0 || (sale.total - others) % 50 === 0, 'what cash pays is payable in coins')
    }),
    { numRuns },
  )
})

test('a sale reads back from its stored form as it was', () => {
  fc.assert(
    fc.property(randomSale(), (sale) => {
      expect(saleSchema.parse(structuredClone(sale))).toEqual(sale)
    }),
    { numRuns: 300 },
  )
})

test('tax is that of the whole sale, by the plain formula, and lines carry all of it', { timeout }, () => {
  const days = { '2021-06-01': 0.1, '2024-12-31': 0.11, '2025-01-01': 0.11, '2026-11-21': 0.11 } as const
  const day = fc.constantFrom<keyof typeof days>('2021-06-01', '2024-12-31', '2025-01-01', '2026-11-21')
  fc.assert(
    fc.property(randomBasket(), randomTaxRules(), day, (basket, rules, today) => {
      const priced = priceBasket(basket, rules, today)
      const taxed = sumOf(priced.lines.filter((line) => line.isTaxed).map((line) => line.amount))
      const rate = days[today]
      const onTop = taxed * rate
      const exact = rules.isCharged ? (rules.pricesIncludeTax ? onTop / (1 + rate) : onTop) : 0
      must(Math.abs(exact - (priced.tax?.amount ?? 0)) <= 0.501, 'within half a rupiah of the exact tax')
      for (const line of priced.lines) {
        const share = taxed === 0 ? 0 : ((priced.tax?.amount ?? 0) * line.amount) / taxed
        must(!line.isTaxed || Math.abs(line.tax - share) < 1.001, 'each line within a rupiah of its share')
      }
      expect(priced.tax === null).toBe(!rules.isCharged)
    }),
    { numRuns },
  )
})

test('the discounts of the lines and the basket are all that is taken off', { timeout }, () => {
  fc.assert(
    fc.property(randomBasket(), (basket) => {
      const priced = priceBasket(basket, { isCharged: false, pricesIncludeTax: true, rates: PPN_RATES }, '2026-11-21')
      const amounts = basket.lines.map(lineAmount)
      expect(priced.subtotal).toBe(sumOf(amounts))
      must(priced.discount === discountOn(priced.subtotal, basket.discount), 'the discount is on the subtotal')
      must(sumOf(priced.lines.map((line) => line.basketDiscount)) === priced.discount, 'lines share all of it')
      must(priced.payable === priced.subtotal - priced.discount && priced.payable >= 0, 'what is left is to be paid')
      for (const [index, line] of priced.lines.entries()) {
        const [net, own] = [line.amount, amounts[index] ?? 0]
        const share = priced.subtotal === 0 ? 0 : (priced.discount * own) / priced.subtotal
        must(Math.abs(own - net - share) < 1, 'each line bears its share to within a rupiah')
      }
    }),
    { numRuns },
  )
})

test('the order in which payments are entered changes neither total, rounding nor change', { timeout }, () => {
  fc.assert(
    fc.property(fc.nat(5_000_000), randomPaymentPlan(), randomCashRounding(), (payable, plan, rounding) => {
      const terms = { rounding, refund: null }
      const entered = tendersOf(rupiah(payable), plan, terms)
      const one = settlePayment(rupiah(payable), entered, terms)
      const other = settlePayment(rupiah(payable), entered.toReversed(), terms)
      must(one.ok && other.ok, 'what the till says is left settles the sale')
      if (!one.ok || !other.ok) return
      must(one.value.total === other.value.total, 'total')
      must(one.value.rounding === other.value.rounding, 'rounding')
      must(one.value.change === other.value.change, 'change')
      const others = sumOf(entered.filter((each) => each.method !== 'cash').map((each) => each.amount))
      const hasCash = others !== sumOf(entered.map((each) => each.amount))
      const expected = hasCash ? cashRoundingOf(rupiah(payable - others), rounding) : 0
      expect(one.value.rounding).toBe(expected)
    }),
    { numRuns },
  )
})

test('any payments at all are settled or refused, never an exception', { timeout }, () => {
  const anything = fc.array(
    fc.record({
      method: fc.constantFrom('cash' as const, 'card' as const, 'qris' as const),
      amount: fc
        .oneof(fc.integer({ min: -10_000, max: 10_000 }), fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }))
        .map(rupiah),
      reference: fc.constant(null),
      isConfirmed: fc.boolean(),
    }),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(
      fc.oneof(fc.integer({ min: -20_000, max: 20_000 }), fc.integer({ min: -500_000_000_000, max: 500_000_000_000 })),
      anything,
      randomCashRounding(),
      (payable, entered, rounding) => {
        const settled = settlePayment(rupiah(payable), entered, { rounding, refund: null })
        if (!settled.ok) return
        const { total, tenders, change } = settled.value
        expect(total).toBe(payable + settled.value.rounding)
        must(sumOf(tenders.map((each) => each.applied)) === total, 'applied')
        must(sumOf(tenders.map((each) => each.amount)) - change === total, 'tenders - change')
      },
    ),
    { numRuns },
  )
})
