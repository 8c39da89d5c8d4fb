import { addItem, openBasket, setBasketDiscount, setLineDiscount, setReturns } from '../domain/basket-rules.ts'
import type { Basket } from '../domain/basket.ts'
import type { Item } from '../domain/item.ts'
import type { ShiftSale } from '../domain/make-shift-report.ts'
import { rupiah } from '../domain/money.ts'
import type { SaleContext } from '../domain/price-sale.ts'
import { formatSaleNumber } from '../domain/sale-number.ts'
import type { Sale, TenderMethod } from '../domain/sale.ts'
import {
  paidSample,
  SAMPLE_ITEMS,
  SAMPLE_PAID_AT_MS,
  sampleContext,
  sampleReturns,
  sampleTender,
} from './sample-till.ts'

/** How many sales the sample shift has, the voided one among them: it keeps its number. */
const SALES = 65
const VOIDED = 23
/** Their QRIS payments nobody has seen arrive. */
const UNCONFIRMED: ReadonlySet<number> = new Set([28, 58])
/** What came back of which sale. */
const RETURNED: readonly number[] = [17, 41]
const FIFTY_THOUSAND = 50_000
const PLENTY = 10_000_000

const numberOf = (series: 'sale' | 'return', sequence: number): string =>
  formatSaleNumber({ register: 'K1', series, day: '2026-11-21', sequence })

const idOf = (place: number): string => `6b1f6f0e-6a52-4b8e-9c7e-0d6f3a2b${String(place).padStart(4, '0')}`

const methodOf = (place: number): TenderMethod => {
  if (place % 16 === 0) return 'card'
  return [2, 5, 8].includes(place % 10) ? 'qris' : 'cash'
}

/** Baskets of ordinary sizes, each a little different. */
const basketOf = (place: number): Basket => {
  const { coffee, rice, soap, oil } = SAMPLE_ITEMS
  const goods: readonly (readonly [Item, number])[] = [
    [soap, 2 + ((place * 7) % 4)],
    [coffee, place % 3],
    [oil, (place * 5) % 3],
    [rice, place % 4 === 0 ? 2.5 : 0],
  ]
  const filled = goods.reduce(
    (basket, [item, quantity]) => (quantity === 0 ? basket : addItem(basket, item, quantity)),
    openBasket(idOf(place), SAMPLE_PAID_AT_MS),
  )
  const discounted = place % 9 === 4 ? setLineDiscount(filled, '1', { type: 'percent', basisPoints: 1_000 }) : filled
  return place % 13 === 6 ? setBasketDiscount(discounted, { type: 'rupiah', amount: rupiah(5_000) }) : discounted
}

const soldAt = (place: number, shiftId: string): Sale => {
  const context = sampleContext({ cashier: place % 4 === 3 ? 'Bagas' : 'Sari', shiftId })
  const [basket, numbers] = [basketOf(place), { number: numberOf('sale', place), returnNumber: null }]
  // What there is to pay is known once it is priced: cash is handed over in large notes, everything else to the rupiah.
  const { total, rounding } = paidSample(basket, [sampleTender('cash', PLENTY)], context, numbers)
  const method = methodOf(place)
  const amount = method === 'cash' ? Math.ceil(total / FIFTY_THOUSAND) * FIFTY_THOUSAND : total - rounding
  return paidSample(basket, [sampleTender(method, amount, !UNCONFIRMED.has(place))], context, numbers)
}

/** Two bars of soap of it come back for cash. */
const returnedOf = (sale: Sale, sequence: number, context: SaleContext): Sale => {
  const request = { lineIndex: 0, quantity: 2, received: 2, restocked: 2, reason: 'Berubah Pikiran' }
  const basket = setReturns(openBasket(idOf(SALES + sequence), SAMPLE_PAID_AT_MS), sampleReturns(sale, [request]))
  const number = numberOf('return', sequence)
  return paidSample(basket, [sampleTender('cash', -8_500)], context, { number, returnNumber: number })
}

/** The sales and returns of a sample shift: numbered without a hole, one of them voided, two not confirmed. */
export const sampleShiftSales = (shiftId: string): readonly ShiftSale[] => {
  const sales = Array.from({ length: SALES }, (_, index) => soldAt(index + 1, shiftId))
  const returns = RETURNED.flatMap((place, index) => {
    const sale = sales[place - 1]
    if (sale === undefined) return []
    return [returnedOf(sale, index + 1, sampleContext({ shiftId, history: { sale, returns: [] } }))]
  })
  return [...sales, ...returns].map((sale, index) => ({
    sale,
    voiding: index + 1 === VOIDED ? { saleId: sale.id } : null,
    confirmations: [],
  }))
}
