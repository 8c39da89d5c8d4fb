import * as fc from 'fast-check'
import { rupiah, type Rupiah } from '../money.ts'
import { TENDER_METHODS, type TenderMethod } from '../sale.ts'
import { remainingFor, type EnteredTender, type PaymentTerms } from '../settle-payment.ts'

/** How a buyer pays, before the amount is known: shares of what is left, then the rest. */
export type PaymentPlan = {
  readonly parts: readonly { readonly method: TenderMethod; readonly permille: number }[]
  readonly last: TenderMethod
  /** Cash handed over beyond what was asked, where the last part is cash. */
  readonly over: number
  /** Where the row of payments is cut and turned round, so that the last is not always entered last. */
  readonly turn: number
  readonly isConfirmed: boolean
}

const randomMethod = (): fc.Arbitrary<TenderMethod> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<TenderMethod>('cash') },
    { weight: 4, arbitrary: fc.constantFrom(...TENDER_METHODS) },
  )

/** Up to four payments by any method in any order, exact or over in cash. */
export const randomPaymentPlan = (): fc.Arbitrary<PaymentPlan> =>
  fc.record({
    parts: fc.array(fc.record({ method: randomMethod(), permille: fc.integer({ min: 0, max: 1_000 }) }), {
      maxLength: 3,
    }),
    last: randomMethod(),
    over: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 200_000 })),
    turn: fc.nat(3),
    isConfirmed: fc.boolean(),
  })

/** The payments of a plan for this amount. They settle it: whatever the plan, `settlePayment` must take them. */
export const tendersOf = (payable: Rupiah, plan: PaymentPlan, terms: PaymentTerms): readonly EnteredTender[] => {
  const entered: EnteredTender[] = []
  const enter = (method: TenderMethod, amount: number): void => {
    if (amount === 0) return
    const isConfirmed = method !== 'qris' || plan.isConfirmed
    entered.push({ method, amount: rupiah(amount), reference: method === 'card' ? '123456' : null, isConfirmed })
  }
  /** What a method may still take of what is left; refunds by other ways than cash are limited. */
  const leftFor = (method: TenderMethod): number => {
    const left = remainingFor(method, payable, entered, terms)
    if (left >= 0 || method === 'cash') return left
    const gone = entered.filter((each) => each.method === method).reduce((sum, each) => sum + each.amount, 0)
    return Math.max(left, 0 - (terms.refund?.byMethod[method] ?? 0) - gone)
  }
  // Money goes back in cash in one piece: what the notes of a refund come to is known only at its end.
  const isRefund = remainingFor('cash', payable, [], terms) < 0
  for (const { method, permille } of plan.parts) {
    if (isRefund && method === 'cash') continue
    enter(method, Math.trunc((leftFor(method) * permille) / 1_000))
  }
  enter(plan.last, leftFor(plan.last))
  if (isRefund && plan.last !== 'cash') enter('cash', leftFor('cash'))
  if (!isRefund && plan.last === 'cash' && entered.length > 0) enter('cash', plan.over)
  const cut = entered.length === 0 ? 0 : plan.turn % entered.length
  return [...entered.slice(cut), ...entered.slice(0, cut)]
}
