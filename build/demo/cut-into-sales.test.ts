import { array, assert, integer, property, record, string } from 'fast-check'
import { expect, test } from 'vitest'
import { cutIntoSales, seededRandom } from './cut-into-sales.ts'

test('every line is in exactly one sale of one to eight lines, in order, and a seed repeats the cut', () => {
  const lineArbitrary = record({ sku: string(), quantity: integer(), unitPrice: integer() })
  assert(
    property(array(lineArbitrary, { maxLength: 100 }), integer(), (lines, seed) => {
      const sales = cutIntoSales(lines, seededRandom(seed))
      expect(sales.flat()).toEqual(lines)
      expect(sales.every((sale) => sale.length >= 1 && sale.length <= 8)).toBe(true)
      expect(cutIntoSales(lines, seededRandom(seed))).toEqual(sales)
    }),
  )
})
