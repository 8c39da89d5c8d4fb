import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleLine, sampleSale } from './sample-sale.ts'
import { shownAmounts } from './shown-amounts.ts'
import { rupiah } from '../domain/money.ts'
import { priceTimes } from '../domain/quantity.ts'
import { returnLine } from '../domain/return-line.ts'

const sold = fc
  .record({
    quantity: fc.integer({ min: 1, max: 500 }),
    price: fc.integer({ min: 100, max: 500_000 }),
    linePercent: fc.nat(60),
    basketPercent: fc.nat(40),
  })
  .map(({ quantity, price, linePercent, basketPercent }) => {
    const line = sampleLine('A', 'Barang', quantity, price)
    const lineDiscount = rupiah(Math.floor((line.amount * linePercent) / 100))
    const basketDiscount = rupiah(Math.floor((line.amount * basketPercent) / 100))
    return { ...line, lineDiscount, basketDiscount, amount: rupiah(line.amount - lineDiscount - basketDiscount) }
  })

test('what comes back shows quantity times price, and discounts that lead from there to its amount', () => {
  fc.assert(
    fc.property(sold, fc.nat(499), (line, seed) => {
      const quantity = 1 + (seed % line.quantity)
      const history = { sale: sampleSale({ lines: [line] }), returns: [] }
      const back = returnLine(history, { lineIndex: 0, quantity, received: 0, restocked: 0, reason: 'Rusak' })
      if (!back.ok) throw new Error(back.error.message.en)
      const { gross, lineDiscount, basketDiscount } = shownAmounts(back.value)
      expect(gross).toBe(priceTimes(line.unitPrice, -quantity))
      expect(gross - lineDiscount - basketDiscount).toBe(back.value.amount)
      expect(Math.abs(lineDiscount - back.value.lineDiscount)).toBeLessThanOrEqual(2)
      expect(Math.abs(basketDiscount - back.value.basketDiscount)).toBeLessThanOrEqual(2)
    }),
  )
})

test('what is sold shows its amounts as they stand', () => {
  const line = { ...sampleLine('A', 'Barang', 3, 1_000), lineDiscount: rupiah(7), amount: rupiah(2_993) }
  expect(shownAmounts(line)).toEqual({ gross: 3_000, lineDiscount: 7, basketDiscount: 0 })
})
