import * as fc from 'fast-check'
import { addItem, openBasket, overridePrice, setBasketDiscount, setDelivery, setLineDiscount } from '../basket-rules.ts'
import type { Basket } from '../basket.ts'
import type { Discount } from '../discount.ts'
import type { Item } from '../item.ts'
import { formatLocalDay } from '../local-time.ts'
import type { Rupiah } from '../money.ts'
import { priceBasket } from '../price-basket.ts'
import { paymentTermsOf, priceSale, type SaleContext } from '../price-sale.ts'
import { documentTypeOf } from '../sale-sums.ts'
import { formatSaleNumber } from '../sale-number.ts'
import type { Sale } from '../sale.ts'
import { randomDiscount, randomItem, randomPrice, randomQuantity } from './random-item.ts'
import { randomPaymentPlan, tendersOf, type PaymentPlan } from './random-payment.ts'
import { randomContext, SAMPLE_DELIVERY } from './random-terms.ts'

type LinePlan = {
  readonly item: Item
  readonly quantity: number
  readonly discount: Discount | null
  readonly price: Rupiah | null
}

const APPROVAL = { by: 'Sari', atMs: 1, reason: 'Harga lama di rak' }

const randomLinePlan = (sku: string): fc.Arbitrary<LinePlan> =>
  randomItem(sku).chain((item) =>
    fc.record({
      item: fc.constant(item),
      quantity: randomQuantity(item.soldBy),
      discount: fc.option(randomDiscount(), { freq: 2 }),
      price: fc.option(randomPrice(), { freq: 2 }),
    }),
  )

const randomLinePlans = (maxLength: number): fc.Arbitrary<readonly LinePlan[]> =>
  fc
    .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength })
    .chain((numbers) => fc.tuple(...numbers.map((number, index) => randomLinePlan(`BRG-${index}${number}`))))

const ringUp = (id: string, plans: readonly LinePlan[], discount: Discount | null): Basket =>
  plans.reduce<Basket>(
    (basket, { item, quantity, discount: lineDiscount, price }) => {
      const lineId = String(basket.nextLineNumber)
      const added = addItem(basket, item, quantity)
      const priced = price === null ? added : overridePrice(added, lineId, { unitPrice: price, approval: APPROVAL })
      return setLineDiscount(priced, lineId, lineDiscount)
    },
    setBasketDiscount(openBasket(id, 1), discount),
  )

/** A basket with lines (up to `maxLines`) and the discounts of lines and basket; never empty. */
export const randomBasket = (maxLines: number = 6): fc.Arbitrary<Basket> =>
  fc
    .record({
      id: fc.uuid({ version: 4 }),
      plans: randomLinePlans(maxLines),
      discount: fc.option(randomDiscount(), { freq: 2 }),
      isDelivery: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    })
    .map(({ id, plans, discount, isDelivery }) => {
      const basket = ringUp(id, plans, discount)
      return isDelivery ? setDelivery(basket, SAMPLE_DELIVERY) : basket
    })
    .filter((basket) => basket.lines.length > 0)

/**
 * Prices, pays and numbers a basket as the till and its journal do. Throws when the domain refuses what it must take: the
 * payments are worked out from what it says is left.
 */
export const paidSale = (basket: Basket, plan: PaymentPlan, context: SaleContext, sequence: number): Sale => {
  const day = formatLocalDay(context.paidAtMs, context.utcOffsetMinutes)
  const priced = priceBasket(basket, context.tax, day)
  const terms = paymentTermsOf(priced, context.cashRounding, context.history)
  const tenders = tendersOf(priced.payable, plan, terms)
  const sale = priceSale(basket, tenders, context)
  if (!sale.ok) throw new Error(`${sale.error.message.en} (${sale.error.code}, ${JSON.stringify(tenders)})`)
  const numberOf = (series: 'sale' | 'return'): string =>
    formatSaleNumber({ register: context.register, series, day, sequence })
  const type = documentTypeOf(sale.value)
  return {
    ...sale.value,
    number: numberOf(type === 'return' ? 'return' : 'sale'),
    returnNumber: type === 'sale' ? null : numberOf('return'),
  }
}

/** A complete sale: items, discounts, overrides, tax, rounding and payments of every kind, priced by the till's own code. */
export const randomSale = (maxLines: number = 6): fc.Arbitrary<Sale> =>
  fc
    .record({
      basket: randomBasket(maxLines),
      plan: randomPaymentPlan(),
      context: randomContext(),
      sequence: fc.integer({ min: 1, max: 12_345 }),
    })
    .map(({ basket, plan, context, sequence }) => paidSale(basket, plan, context, sequence))
