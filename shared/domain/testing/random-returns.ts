import * as fc from 'fast-check'
import { setReturns } from '../basket-rules.ts'
import type { Basket } from '../basket.ts'
import { openBasket } from '../basket-rules.ts'
import { fromThousandths, thousandthsOf } from '../quantity.ts'
import { returnableLines, returnLine, returnOf, RETURN_REASONS, type SaleHistory } from '../return-line.ts'
import type { Sale, SaleLine } from '../sale.ts'
import type { SaleContext } from '../price-sale.ts'
import { paidSale, randomBasket, randomSale } from './random-basket.ts'
import { randomPaymentPlan, type PaymentPlan } from './random-payment.ts'
import { randomContext } from './random-terms.ts'

/** One visit of the buyer with goods to bring back. */
export type ReturnPlan = {
  /** What share of what is left of each line comes back, by the line's place. */
  readonly permilles: readonly number[]
  readonly restockedPermille: number
  readonly reason: string
  /** What is bought in the same visit; null for a pure return. */
  readonly exchangedFor: Basket | null
  readonly plan: PaymentPlan
  readonly context: SaleContext
}

const randomReturnPlan = (withExchange: boolean): fc.Arbitrary<ReturnPlan> =>
  fc.record({
    permilles: fc.array(fc.constantFrom(0, 0, 250, 333, 500, 1_000), { minLength: 1, maxLength: 6 }),
    restockedPermille: fc.integer({ min: 0, max: 1_000 }),
    reason: fc.constantFrom(...RETURN_REASONS.map((reason) => reason.id)),
    exchangedFor: withExchange ? fc.option(randomBasket(2), { freq: 2 }) : fc.constant(null),
    plan: randomPaymentPlan(),
    context: randomContext(),
  })

const portionOf = (soldBy: SaleLine['soldBy'], left: number, permille: number): number =>
  soldBy === 'piece'
    ? Math.floor((left * permille) / 1_000)
    : fromThousandths(Math.floor((thousandthsOf(left) * permille) / 1_000))

const returnedLinesOf = (history: SaleHistory, plan: ReturnPlan): readonly SaleLine[] =>
  returnableLines(history).flatMap(({ line, lineIndex, leftQuantity }) => {
    const quantity = portionOf(line.soldBy, leftQuantity, plan.permilles[lineIndex % plan.permilles.length] ?? 0)
    if (quantity === 0) return []
    const restocked = portionOf(line.soldBy, quantity, plan.restockedPermille)
    const returned = returnLine(history, { lineIndex, quantity, received: quantity, restocked, reason: plan.reason })
    if (!returned.ok) throw new Error(returned.error.message.en)
    return [returned.value]
  })

/**
 * The return (or exchange) that a plan makes of a sale: number and id differ by `index`. Null when nothing comes back.
 * The sale's route and kind stay with what comes back.
 */
export const returnedSale = (history: SaleHistory, plan: ReturnPlan, index: number): Sale | null => {
  const lines = returnedLinesOf(history, plan)
  if (lines.length === 0) return null
  const id = `${history.sale.id.slice(0, 24)}${String(index).padStart(12, '0')}`
  const basket: Basket = { ...(plan.exchangedFor ?? openBasket(id, 1)), id }
  const returns = { of: returnOf(history.sale), tax: history.sale.tax, lines }
  return paidSale(setReturns(basket, returns), plan.plan, { ...plan.context, history }, index)
}

const EVERYTHING: readonly number[] = [1_000]

const withReturns = (sale: Sale, plans: readonly ReturnPlan[], isClosed: boolean): SaleHistory => {
  const lastPlan = plans.at(-1)
  const all =
    isClosed && lastPlan !== undefined ? [...plans, { ...lastPlan, permilles: EVERYTHING, exchangedFor: null }] : plans
  return all.reduce<SaleHistory>(
    (history, plan, index) => {
      const returned = returnedSale(history, plan, index + 1)
      return returned === null ? history : { sale, returns: [...history.returns, returned] }
    },
    { sale, returns: [] },
  )
}

/**
 * A sale and what came back of it in random portions, in the order it came back, each priced against those before.
 * `withExchange`: some visits also buy. `isClosed`: the last visit brings back all that is left.
 */
export const randomSaleWithReturns = (
  options: { readonly withExchange: boolean; readonly isClosed: boolean } = { withExchange: true, isClosed: false },
): fc.Arbitrary<SaleHistory> =>
  fc
    .record({
      sale: randomSale(4),
      plans: fc.array(randomReturnPlan(options.withExchange), { minLength: 1, maxLength: 4 }),
    })
    .map(({ sale, plans }) => withReturns(sale, plans, options.isClosed))
