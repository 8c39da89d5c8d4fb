import { describe, expect, test } from 'vitest'
import { addItem, openBasket, overridePrice, setBasketDiscount, setLineDiscount, setReturns } from './basket-rules.ts'
import type { Basket } from './basket.ts'
import type { Discount } from './discount.ts'
import { formatLocalDay } from './local-time.ts'
import { rupiah } from './money.ts'
import { priceBasket, type PricedBasket } from './price-basket.ts'
import { priceSale, type SaleContext } from './price-sale.ts'
import { returnLine, returnOf, type SaleHistory } from './return-line.ts'
import { saleSchema, type Sale } from './sale.ts'
import { PPN_RATES } from './tax.ts'
import { SAMPLE_CONTEXT, sampleItem, sampleTender } from './testing/sample-sale-parts.ts'
import { saleFaults } from './testing/sale-faults.ts'
import type { ExampleVisit } from './testing/worked-example.ts'
import { WORKED_PRICES } from './testing/worked-prices.ts'
import { WORKED_RETURNS } from './testing/worked-returns.ts'
import { WORKED_ROUNDINGS } from './testing/worked-roundings.ts'
import { WORKED_TAXES } from './testing/worked-taxes.ts'

const EXAMPLES = [...WORKED_PRICES, ...WORKED_TAXES, ...WORKED_ROUNDINGS, ...WORKED_RETURNS]

const discountOf = (text: string | undefined): Discount | null => {
  if (text === undefined) return null
  return text.endsWith('%')
    ? { type: 'percent', basisPoints: Math.round(Number(text.slice(0, -1)) * 100) }
    : { type: 'rupiah', amount: rupiah(Number(text)) }
}

type Visited = { readonly sale: Sale; readonly priced: PricedBasket }

const basketOf = (visit: ExampleVisit, history: SaleHistory | null, index: number): Basket => {
  const id = `b5e1c7a0-0f7e-4d0c-9a53-${String(index).padStart(12, '0')}`
  let basket = setBasketDiscount(openBasket(id, 1), discountOf(visit.discount))
  for (const [place, [price, quantity, other = {}]] of (visit.buys ?? []).entries()) {
    const item = sampleItem(`S${place}`, price, {
      soldBy: other.isWeighed === true ? 'weight' : 'piece',
      isTaxed: other.isUntaxed !== true,
      components: other.isBundle === true ? [{ sku: 'PART', quantity: 2 }] : [],
    })
    const lineId = String(basket.nextLineNumber)
    basket = addItem(basket, item, quantity)
    if (other.override !== undefined) {
      const approval = { by: 'Sari', atMs: 1, reason: 'cacat' }
      basket = overridePrice(basket, lineId, { unitPrice: rupiah(other.override), approval })
    }
    basket = setLineDiscount(basket, lineId, discountOf(other.discount))
  }
  if (history === null || visit.brings === undefined) return basket
  const lines = visit.brings.map(([lineIndex, quantity]) => {
    const line = returnLine(history, {
      lineIndex,
      quantity,
      received: quantity,
      restocked: quantity,
      reason: 'Barang Rusak',
    })
    if (!line.ok) throw new Error(line.error.message.en)
    return line.value
  })
  return setReturns(basket, { of: returnOf(history.sale), tax: history.sale.tax, lines })
}

const contextOf = (visit: ExampleVisit, history: SaleHistory | null): SaleContext => ({
  ...SAMPLE_CONTEXT,
  paidAtMs: Date.parse(`${visit.day ?? '2026-11-21'}T10:00:00+07:00`),
  tax: { isCharged: (visit.tax ?? 'off') !== 'off', pricesIncludeTax: visit.tax === 'included', rates: PPN_RATES },
  cashRounding: { mode: visit.rounding?.[0] ?? 'off', unit: visit.rounding?.[1] ?? 100 },
  history: visit.brings === undefined ? null : history,
})

const paidOn = (visit: ExampleVisit, history: SaleHistory | null, index: number): Visited => {
  const context = contextOf(visit, history)
  const basket = basketOf(visit, history, index)
  const tenders = visit.pays.map(([method, amount]) => sampleTender(method, amount))
  const priced = priceBasket(basket, context.tax, formatLocalDay(context.paidAtMs, context.utcOffsetMinutes))
  const settled = priceSale(basket, tenders, context)
  if (!settled.ok) throw new Error(settled.error.message.en)
  const sale = saleSchema.parse({ ...settled.value, number: `K1-261121-000${index}`, returnNumber: null })
  return { sale, priced }
}

/** Pays each visit in turn, each against what came back before it. */
const playedOut = (visits: readonly ExampleVisit[]): readonly Visited[] =>
  visits.reduce<readonly Visited[]>((before, visit, index) => {
    const [first, ...returns] = before.map((each) => each.sale)
    return before.concat(paidOn(visit, first === undefined ? null : { sale: first, returns }, index + 1))
  }, [])

const figuresOf = ({ sale, priced }: Visited) => ({
  lines: sale.lines.map((line) => [line.amount, line.taxBase, line.tax]),
  subtotal: priced.subtotal,
  discount: priced.discount,
  tax: sale.tax === null ? null : [sale.tax.base, sale.tax.amount],
  rounding: sale.rounding,
  total: sale.total,
  change: sale.change,
})

const NOTHING_ELSE = { subtotal: 0, discount: 0, tax: null, rounding: 0, change: 0 }

describe('worked by hand', () => {
  test.each(EXAMPLES)('$name', ({ visits }) => {
    const played = playedOut(visits)
    expect(played.map(figuresOf)).toEqual(visits.map(({ expected }) => ({ ...NOTHING_ELSE, ...expected })))
    expect(played.flatMap(({ sale }) => saleFaults(sale))).toEqual([])
  })

  test('are at least sixty, each with its own name and the arithmetic of its figures', () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(60)
    expect(new Set(EXAMPLES.map((example) => example.name)).size).toBe(EXAMPLES.length)
    expect(EXAMPLES.filter(({ source }) => source.length < 15)).toEqual([])
  })
})
