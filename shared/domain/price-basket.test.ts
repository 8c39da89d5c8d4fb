import { describe, expect, test } from 'vitest'
import { addItem, openBasket, overridePrice, setBasketDiscount, setLineDiscount, setReturns } from './basket-rules.ts'
import { rupiah } from './money.ts'
import { lineAmount, priceBasket } from './price-basket.ts'
import { PPN_RATES, type TaxRules } from './tax.ts'
import { SAMPLE_ID, sampleBasket, sampleItem, sampleReturnedLine } from './testing/sample-sale-parts.ts'

const off: TaxRules = { isCharged: false, pricesIncludeTax: true, rates: PPN_RATES }
const included: TaxRules = { ...off, isCharged: true }
const onTop: TaxRules = { ...included, pricesIncludeTax: false }
const TODAY = '2026-11-21'

describe('pricing a basket', () => {
  test('applies override, line discount, basket discount and tax in this order', () => {
    let basket = addItem(openBasket(SAMPLE_ID, 1), sampleItem('A', 12_000, { regularPrice: rupiah(15_000) }), 2)
    basket = overridePrice(basket, '1', { unitPrice: rupiah(10_000), approval: { by: 'S', atMs: 1, reason: 'r' } })
    basket = setLineDiscount(basket, '1', { type: 'percent', basisPoints: 1_000 })
    basket = setBasketDiscount(basket, { type: 'rupiah', amount: rupiah(3_000) })
    const priced = priceBasket(basket, onTop, TODAY)
    // 2 x 10,000 = 20,000; - 10 % = 18,000; - 3,000 = 15,000; base x 11/12 = 13,750; tax 12 % = 1,650.
    expect(priced).toMatchObject({ subtotal: 18_000, discount: 3_000, payable: 16_650 })
    expect(priced.lines[0]).toMatchObject({
      regularPrice: 15_000,
      unitPrice: 10_000,
      lineDiscount: 2_000,
      basketDiscount: 3_000,
      amount: 15_000,
      taxBase: 13_750,
      tax: 1_650,
    })
    expect(priced.tax).toMatchObject({ base: 13_750, amount: 1_650 })
  })

  test('shares one tax over the taxed lines; a line outside tax and a free one get none', () => {
    let basket = sampleBasket([50, 1], [50, 1], [0, 1])
    basket = addItem(basket, sampleItem('X', 1_000, { isTaxed: false }))
    const priced = priceBasket(basket, onTop, TODAY)
    // 100 x 0.11 = 11 on the sum; each line by itself would have rounded 5.5 up to 6.
    expect(priced.lines.map((line) => line.tax)).toEqual([6, 5, 0, 0])
    expect(priced.lines.map((line) => line.isTaxed)).toEqual([true, true, true, false])
    expect(priced.payable).toBe(1_111)
  })

  test('shows a tax of 0 where tax is charged but nothing is taxed, and none where none is charged', () => {
    expect(priceBasket(sampleBasket([0, 1]), included, TODAY).tax).toMatchObject({ base: 0, amount: 0 })
    expect(priceBasket(sampleBasket([100, 1]), off, TODAY).tax).toBeNull()
    expect(priceBasket(sampleBasket([100, 1]), included, '2009-01-01').tax).toBeNull()
  })

  test('a discount of more than there is takes all of it and nothing more', () => {
    const basket = setBasketDiscount(sampleBasket([700, 1], [300, 1], [0, 2]), {
      type: 'rupiah',
      amount: rupiah(5_000),
    })
    const priced = priceBasket(basket, included, TODAY)
    expect(priced).toMatchObject({ subtotal: 1_000, discount: 1_000, payable: 0 })
    expect(priced.lines.map((line) => line.basketDiscount)).toEqual([700, 300, 0])
  })

  test('an empty basket comes to nothing', () => {
    expect(priceBasket(sampleBasket(), off, TODAY)).toEqual({
      lines: [],
      subtotal: 0,
      discount: 0,
      tax: null,
      payable: 0,
    })
  })

  test('a line alone is price times quantity less its discount', () => {
    expect(
      lineAmount({ quantity: 1.5, unitPrice: rupiah(333), discount: { type: 'percent', basisPoints: 5_000 } }),
    ).toBe(250)
  })
})

describe('what comes back', () => {
  const of = { saleId: SAMPLE_ID, number: 'K1-261120-0001', kind: 'walk-in', route: 'linked' } as const
  const taxed = sampleReturnedLine({
    amount: rupiah(-10_000),
    isTaxed: true,
    isTaxIncluded: false,
    taxBase: rupiah(-10_000),
    tax: rupiah(-1_100),
  })
  const rate2024 = PPN_RATES[1]
  if (rate2024 === undefined) throw new Error('the rate of 2022 stands second')
  const tax = { rate: rate2024, base: rupiah(10_000), amount: rupiah(1_100) }

  test('keeps the tax of its day in a shop that charges none any more', () => {
    const priced = priceBasket(setReturns(sampleBasket(), { of, tax, lines: [taxed] }), off, TODAY)
    expect(priced).toMatchObject({ payable: -11_100, tax: { rate: rate2024, base: -10_000, amount: -1_100 } })
  })

  test('stays untaxed in a shop that charges tax only now, while what is sold beside it is taxed', () => {
    const untaxed = sampleReturnedLine({ isTaxed: false })
    const priced = priceBasket(setReturns(sampleBasket([20_000, 1]), { of, tax: null, lines: [untaxed] }), onTop, TODAY)
    expect(priced.payable).toBe(20_000 + 2_200 - 10_000)
    expect(priced.tax).toMatchObject({ rate: { basisPoints: 1_200 }, amount: 2_200 })
    expect(priceBasket(setReturns(sampleBasket(), { of, tax: null, lines: [untaxed] }), onTop, TODAY).payable).toBe(
      -10_000,
    )
  })

  test('had its tax on top although prices include it now', () => {
    const priced = priceBasket(setReturns(sampleBasket([11_100, 1]), { of, tax, lines: [taxed] }), included, TODAY)
    expect(priced.payable).toBe(0)
    expect(priced.tax?.amount).toBe(1_100 - 1_100)
  })

  test('is outside the discount of the basket', () => {
    const basket = setBasketDiscount(
      setReturns(sampleBasket([20_000, 1]), { of, tax: null, lines: [sampleReturnedLine()] }),
      {
        type: 'percent',
        basisPoints: 5_000,
      },
    )
    expect(priceBasket(basket, off, TODAY)).toMatchObject({ subtotal: 20_000, discount: 10_000, payable: 0 })
  })
})
