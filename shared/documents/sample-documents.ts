import { addItem, openBasket, setBasketDiscount, setLineDiscount, setReturns } from '../domain/basket-rules.ts'
import type { Basket } from '../domain/basket.ts'
import { rupiah } from '../domain/money.ts'
import type { Sale } from '../domain/sale.ts'
import { PPN_RATES } from '../domain/tax.ts'
import {
  paidSample,
  SAMPLE_ITEMS,
  SAMPLE_PAID_AT_MS,
  sampleContext,
  sampleReturns,
  sampleTender,
} from './sample-till.ts'

const ONE_DAY_MS = 86_400_000
const { coffee, rice, soap } = SAMPLE_ITEMS

/** A sale with everything on it: weighed and untaxed goods, discounts, PPN, cash rounding, two ways to pay. */
export const sampleTaxedSale = ({ pricesIncludeTax = true }: { readonly pricesIncludeTax?: boolean } = {}): Sale => {
  const empty = openBasket('6b1f6f0e-6a52-4b8e-9c7e-0d6f3a2b1c4d', SAMPLE_PAID_AT_MS - 60_000)
  const filled = addItem(addItem(addItem(empty, coffee, 2), rice, 1.25), soap, 6)
  const discounted = setLineDiscount(filled, '1', { type: 'percent', basisPoints: 1_000 })
  const basket = setBasketDiscount(discounted, { type: 'rupiah', amount: rupiah(5_000) })
  const tenders = [sampleTender('qris', 50_000, false), sampleTender('cash', 100_000)]
  const context = sampleContext({ tax: { isCharged: true, pricesIncludeTax, rates: PPN_RATES } })
  return paidSample(basket, tenders, context, { number: 'K1-261121-0012', returnNumber: null })
}

const returnsOf = (sale: Sale): NonNullable<Basket['returns']> =>
  sampleReturns(sale, [
    { lineIndex: 0, quantity: 1, received: 1, restocked: 0, reason: 'Barang Rusak' },
    { lineIndex: 2, quantity: 2, received: 2, restocked: 2, reason: 'Berubah Pikiran' },
  ])

/** The next day two lines of {@link sampleTaxedSale} come back, paid back in cash. */
export const sampleReturn = (): Sale => {
  const sale = sampleTaxedSale()
  const basket = setReturns(openBasket('7b1f6f0e-6a52-4b8e-9c7e-0d6f3a2b1c4d', SAMPLE_PAID_AT_MS), returnsOf(sale))
  const context = sampleContext({ paidAtMs: SAMPLE_PAID_AT_MS + ONE_DAY_MS, history: { sale, returns: [] } })
  const number = 'K1-R261122-0001'
  return paidSample(basket, [sampleTender('cash', -41_200)], context, { number, returnNumber: number })
}

/** The same goods come back, but others go out for them. */
export const sampleExchange = (): Sale => {
  const sale = sampleTaxedSale()
  const empty = openBasket('8b1f6f0e-6a52-4b8e-9c7e-0d6f3a2b1c4d', SAMPLE_PAID_AT_MS)
  const basket = setReturns(addItem(addItem(empty, rice, 2.5), soap, 3), returnsOf(sale))
  const context = sampleContext({ paidAtMs: SAMPLE_PAID_AT_MS + ONE_DAY_MS, history: { sale, returns: [] } })
  return paidSample(basket, [sampleTender('cash', 50_000)], context, {
    number: 'K1-261122-0003',
    returnNumber: 'K1-R261122-0001',
  })
}
