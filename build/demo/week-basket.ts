import {
  addItem,
  setBasketDiscount,
  setDelivery,
  setLineDiscount,
  setReturns,
} from '../../shared/domain/basket-rules.ts'
import type { Basket } from '../../shared/domain/basket.ts'
import type { Discount } from '../../shared/domain/discount.ts'
import type { Item } from '../../shared/domain/item.ts'
import { formatLocalDay } from '../../shared/domain/local-time.ts'
import { rupiah } from '../../shared/domain/money.ts'
import { priceBasket } from '../../shared/domain/price-basket.ts'
import { paymentTermsOf } from '../../shared/domain/price-sale.ts'
import { fromThousandths, thousandthsOf } from '../../shared/domain/quantity.ts'
import {
  RETURN_REASONS,
  returnableLines,
  returnLine,
  returnOf,
  type SaleHistory,
} from '../../shared/domain/return-line.ts'
import type { SaleLine } from '../../shared/domain/sale.ts'
import type { SellingRules } from '../../shared/domain/selling-rules.ts'
import { remainingFor, type EnteredTender } from '../../shared/domain/settle-payment.ts'
import { demoDelivery } from './deliveries.ts'

/** Numbers in [0, 1) of a seeded run. */
export type Random = () => number

/** A whole number from 0 to one below `count`. */
export const pick = (random: Random, count: number): number => Math.floor(random() * count)

const chance = (random: Random, share: number): boolean => random() < share

const discountOf = (random: Random): Discount =>
  chance(random, 0.5)
    ? { type: 'percent', basisPoints: (1 + pick(random, 30)) * 100 }
    : { type: 'rupiah', amount: rupiah((1 + pick(random, 20)) * 250) }

/** What one buyer takes: one to five lines, some weighed, some with a discount, some baskets with one as well, now and then a delivery. */
export const fillBasket = (empty: Basket, items: readonly Item[], random: Random): Basket => {
  let basket = empty
  const lineCount = 1 + pick(random, 5)
  for (let line = 0; line < lineCount; line += 1) {
    const item = items[pick(random, items.length)]
    if (item === undefined) continue
    // One bundle at a time: its parts must last the week.
    const pieces = item.components.length > 0 ? 1 : 1 + pick(random, 4)
    const quantity = item.soldBy === 'weight' ? fromThousandths(125 + pick(random, 3_000)) : pieces
    basket = addItem(basket, item, quantity)
    const added = basket.lines.at(-1)
    if (added !== undefined && chance(random, 0.25)) basket = setLineDiscount(basket, added.id, discountOf(random))
  }
  if (chance(random, 0.25)) basket = setBasketDiscount(basket, discountOf(random))
  return chance(random, 0.1) ? setDelivery(basket, demoDelivery(pick(random, 50))) : basket
}

/** Puts what comes back of an earlier sale into a basket: everything that is left, or a part; null when nothing is left. */
export const bringBack = (basket: Basket, history: SaleHistory, isAll: boolean, random: Random): Basket | null => {
  const left = returnableLines(history).filter((each) => each.leftQuantity > 0)
  const chosen = isAll ? left : left.slice(0, 1 + pick(random, Math.max(1, left.length)))
  const lines = chosen.map(({ lineIndex, line, leftQuantity }): SaleLine => {
    const part = line.soldBy === 'weight' ? thousandthsOf(leftQuantity) : leftQuantity
    const taken = isAll ? part : 1 + pick(random, part)
    const quantity = line.soldBy === 'weight' ? fromThousandths(taken) : taken
    const isRestocked = chance(random, 0.7)
    const reason = RETURN_REASONS[pick(random, RETURN_REASONS.length)]?.id ?? 'Barang Rusak'
    const request = { lineIndex, quantity, received: quantity, restocked: isRestocked ? quantity : 0, reason }
    const returned = returnLine(history, request)
    if (!returned.ok) throw new Error(returned.error.message.en)
    return returned.value
  })
  if (lines.length === 0) return null
  return setReturns(basket, { of: returnOf(history.sale), tax: history.sale.tax, lines })
}

/** How the buyer pays, or is paid back: exact by anything but cash, which may be more; some in two parts. */
export const payFor = (
  basket: Basket,
  selling: SellingRules,
  history: SaleHistory | null,
  atMs: number,
  utcOffsetMinutes: number,
  random: Random,
): readonly EnteredTender[] => {
  const priced = priceBasket(basket, selling.tax, formatLocalDay(atMs, utcOffsetMinutes))
  const terms = paymentTermsOf(priced, selling.cashRounding, history)
  const entered: EnteredTender[] = []
  const enter = (method: EnteredTender['method'], amount: number, isConfirmed = true): void => {
    if (amount === 0) return
    entered.push({ method, amount: rupiah(amount), reference: method === 'card' ? 'EDC1' : null, isConfirmed })
  }
  if (priced.payable < 0) {
    // Money goes back the way it came as far as that goes, the rest in cash.
    for (const method of ['qris', 'card', 'transfer', 'deposit'] as const) {
      const left = remainingFor(method, priced.payable, entered, terms)
      enter(method, Math.max(left, 0 - (terms.refund?.byMethod[method] ?? 0)))
    }
    enter('cash', remainingFor('cash', priced.payable, entered, terms))
    return entered
  }
  const way = pick(random, 8)
  if (way === 5)
    enter('qris', Math.floor(remainingFor('qris', priced.payable, entered, terms) / 2), chance(random, 0.5))
  if (way === 6) enter('deposit', Math.floor(remainingFor('deposit', priced.payable, entered, terms) / 3))
  const last = ([`cash`, 'cash', 'qris', 'card', 'transfer', 'cash', 'cash', 'deposit'] as const)[way] ?? 'cash'
  const left = remainingFor(last, priced.payable, entered, terms)
  enter(last, last === 'cash' ? Math.ceil(left / 5_000) * 5_000 : left, last !== 'qris' || chance(random, 0.5))
  return entered
}
