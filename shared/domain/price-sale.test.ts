import { describe, expect, test } from 'vitest'
import { setDelivery, setKind, setReturns } from './basket-rules.ts'
import type { Basket } from './basket.ts'
import { rupiah } from './money.ts'
import { priceSale, type SaleContext } from './price-sale.ts'
import { returnLine, returnOf, type SaleHistory } from './return-line.ts'
import type { Sale } from './sale.ts'
import type { EnteredTender } from './settle-payment.ts'
import { PPN_RATES } from './tax.ts'
import { SAMPLE_DELIVERY } from './testing/random-terms.ts'
import { SAMPLE_CONTEXT, SAMPLE_ID, sampleBasket, sampleTender } from './testing/sample-sale-parts.ts'

const sell = (basket: Basket, tenders: readonly EnteredTender[], context: SaleContext = SAMPLE_CONTEXT) => {
  const priced = priceSale(basket, tenders, context)
  if (!priced.ok) throw new Error(priced.error.code)
  return priced.value
}
const codeOf = (basket: Basket, tenders: readonly EnteredTender[], context: SaleContext = SAMPLE_CONTEXT): string => {
  const priced = priceSale(basket, tenders, context)
  return priced.ok ? 'ok' : priced.error.code
}

describe('a sale', () => {
  test('gives change from cash and records what of each payment applies', () => {
    const sale = sell(sampleBasket([12_800, 2]), [sampleTender('qris', 5_000), sampleTender('cash', 50_000)])
    expect(sale.tenders.map((each) => each.applied)).toEqual([5_000, 20_600])
    expect(sale.change).toBe(29_400)
  })

  test('is refused when empty, short, negative, or over-paid by anything but cash', () => {
    const one = sampleBasket([500, 1])
    expect(codeOf(sampleBasket(), [])).toBe('sale.empty')
    expect(codeOf(one, [sampleTender('card', 501)])).toBe('sale.tender-too-large')
    expect(codeOf(one, [sampleTender('cash', -1)])).toBe('sale.tender-negative')
    expect(codeOf(one, [sampleTender('cash', 999_999_999_999), sampleTender('cash', 1)])).toBe(
      'sale.tender-out-of-range',
    )
    const short = priceSale(sampleBasket([12_800, 1]), [sampleTender('cash', 10_000)], SAMPLE_CONTEXT)
    expect(short.ok ? null : short.error).toMatchObject({ code: 'sale.short', detail: '2800' })
    expect(short.ok ? '' : short.error.message.id).toContain('Rp 2.800')
  })

  test('of zero needs no payment', () => {
    expect(sell(sampleBasket([0, 3]), [])).toMatchObject({ total: 0, tenders: [], change: 0 })
  })

  test('that is delivered needs every part of the address and names what is missing', () => {
    const basket = sampleBasket([500, 1])
    const cash = [sampleTender('cash', 500)]
    expect(codeOf(setKind(basket, 'delivery'), cash)).toBe('sale.address-incomplete')
    const partial = setDelivery(basket, { ...SAMPLE_DELIVERY, postalCode: '401', district: '' })
    const refused = priceSale(partial, cash, SAMPLE_CONTEXT)
    expect(refused.ok ? '' : refused.error.detail).toBe('district,postalCode')
    expect(codeOf(setDelivery(basket, SAMPLE_DELIVERY), cash)).toBe('ok')
  })

  test('that is walked in carries no address even when one was typed before', () => {
    const basket = setKind(setDelivery(sampleBasket([500, 1]), SAMPLE_DELIVERY), 'walk-in')
    expect(sell(basket, [sampleTender('cash', 500)]).delivery).toBeNull()
  })

  test('takes its rate of tax from the day at the register, not from that in Greenwich', () => {
    const tax = { isCharged: true, pricesIncludeTax: true, rates: PPN_RATES }
    const at = (paidAtMs: number) =>
      sell(sampleBasket([111_000, 1]), [sampleTender('cash', 111_000)], { ...SAMPLE_CONTEXT, tax, paidAtMs })
    expect(at(Date.UTC(2024, 11, 31, 16, 59)).tax).toMatchObject({ amount: 11_000, base: 100_000 })
    expect(at(Date.UTC(2024, 11, 31, 17)).tax).toMatchObject({ amount: 11_000, base: 91_667 })
  })
})

describe('a return', () => {
  const sold: Sale = {
    ...sell(sampleBasket([10_000, 3], [2_500, 1]), [sampleTender('card', 20_000), sampleTender('cash', 12_500)]),
    number: 'K1-261121-0001',
    returnNumber: null,
  }
  const history: SaleHistory = { sale: sold, returns: [] }
  const backWith = (quantity: number, lineIndex = 0, from: SaleHistory = history): Basket => {
    const line = returnLine(from, {
      lineIndex,
      quantity,
      received: quantity,
      restocked: quantity,
      reason: 'Barang Rusak',
    })
    if (!line.ok) throw new Error(line.error.code)
    const id = 'b5e1c7a0-0f7e-4d0c-9a53-0f1f4f3e0002'
    return setReturns({ ...sampleBasket(), id }, { of: returnOf(sold), tax: null, lines: [line.value] })
  }
  const context = { ...SAMPLE_CONTEXT, history }

  test('gives money back exactly, names its sale, and has lines below zero', () => {
    const back = sell(backWith(2), [sampleTender('card', -20_000)], context)
    expect(back).toMatchObject({ total: -20_000, change: 0, returnOf: { saleId: SAMPLE_ID, number: sold.number } })
    expect(back.lines[0]).toMatchObject({ quantity: -2, amount: -20_000, returned: { lineIndex: 0, restocked: 2 } })
  })

  test('is refused when the refund is short, too much, the wrong way round, or more by card than the card paid', () => {
    expect(codeOf(backWith(2), [sampleTender('cash', -19_999)], context)).toBe('sale.refund-differs')
    expect(codeOf(backWith(2), [sampleTender('cash', -20_001)], context)).toBe('sale.refund-differs')
    expect(codeOf(backWith(2), [], context)).toBe('sale.refund-differs')
    expect(codeOf(backWith(2), [sampleTender('cash', 20_000)], context)).toBe('sale.refund-positive')
    expect(codeOf(backWith(3), [sampleTender('card', -30_000)], context)).toBe('sale.refund-method')
    expect(codeOf(backWith(1), [sampleTender('qris', -10_000)], context)).toBe('sale.refund-method')
    expect(codeOf(backWith(3), [sampleTender('card', -10_000), sampleTender('card', -10_001)], context)).toBe(
      'sale.refund-method',
    )
  })

  test('is judged again at payment: another window may have taken the same goods back meanwhile', () => {
    const first = sell(backWith(2), [sampleTender('cash', -20_000)], context)
    const meanwhile = {
      ...history,
      returns: [{ ...first, number: 'K1-R261121-0001', returnNumber: 'K1-R261121-0001' }],
    }
    expect(codeOf(backWith(2), [sampleTender('cash', -20_000)], { ...context, history: meanwhile })).toBe(
      'return.too-many',
    )
    expect(codeOf(backWith(2), [sampleTender('cash', -20_000)])).toBe('return.no-sale')
  })

  test('names each line once, and takes sale and tax from the history', () => {
    const basket = backWith(1)
    const lines = basket.returns?.lines ?? []
    const doubled = setReturns(basket, { of: returnOf(sold), tax: null, lines: [...lines, ...lines] })
    expect(codeOf(doubled, [sampleTender('cash', -20_000)], context)).toBe('return.doubled')
    const misnamed = setReturns(basket, { of: { ...returnOf(sold), number: 'X' }, tax: null, lines })
    expect(sell(misnamed, [sampleTender('cash', -10_000)], context).returnOf?.number).toBe(sold.number)
  })

  test('exchanged for something of the same price costs nothing', () => {
    const basket = { ...backWith(1), lines: sampleBasket([10_000, 1]).lines }
    expect(sell(basket, [], context)).toMatchObject({ total: 0, tenders: [], change: 0, rounding: 0 })
    expect(codeOf(basket, [sampleTender('card', 1)], context)).toBe('sale.tender-too-large')
  })

  test('exchanged for something dearer pays the difference, for something cheaper gives it back', () => {
    const dearer = { ...backWith(1), lines: sampleBasket([12_000, 1]).lines }
    expect(sell(dearer, [sampleTender('cash', 5_000)], context)).toMatchObject({ total: 2_000, change: 3_000 })
    const cheaper = { ...backWith(1), lines: sampleBasket([7_500, 1]).lines }
    expect(sell(cheaper, [sampleTender('cash', -2_500)], context)).toMatchObject({ total: rupiah(-2_500), change: 0 })
  })

  test('of goods got in an exchange pays back what they cost, although little money moved then', () => {
    const exchange: Sale = {
      ...sell({ ...backWith(3), lines: sampleBasket([30_000, 1]).lines }, [], context),
      number: 'K1-261121-0002',
      returnNumber: 'K1-R261121-0001',
    }
    const from = { sale: exchange, returns: [] }
    const line = returnLine(from, { lineIndex: 0, quantity: 1, received: 1, restocked: 0, reason: 'Barang Rusak' })
    if (!line.ok) throw new Error(line.error.code)
    const basket = setReturns(sampleBasket(), { of: returnOf(exchange), tax: null, lines: [line.value] })
    expect(sell(basket, [sampleTender('cash', -30_000)], { ...SAMPLE_CONTEXT, history: from }).total).toBe(-30_000)
  })
})
