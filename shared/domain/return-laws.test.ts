import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { refundableTotal, returnableLines, type SaleHistory } from './return-line.ts'
import { roundingParts, saleParts } from './sale-sums.ts'
import { TENDER_METHODS, type Sale, type SaleLine } from './sale.ts'
import { propertyRuns, propertyTimeoutMs } from './testing/property-runs.ts'
import { randomSaleWithReturns } from './testing/random-returns.ts'
import { saleFaults } from './testing/sale-faults.ts'

const must = (holds: boolean, law: string): void => {
  if (!holds) throw new Error(law)
}
const numRuns = propertyRuns(2_000)
const timeout = propertyTimeoutMs()
const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

const FIGURES = ['amount', 'lineDiscount', 'basketDiscount', 'taxBase', 'tax'] as const

const ofLine = (history: SaleHistory, index: number): readonly SaleLine[] => [
  ...history.sale.lines.slice(index, index + 1),
  ...history.returns.flatMap((each) => each.lines).filter((line) => line.returned?.lineIndex === index),
]
const appliedBy = (sale: Sale, method: string): number =>
  sumOf(sale.tenders.filter((tender) => tender.method === method).map((tender) => tender.applied))

const requireLinesWithin = (history: SaleHistory): void => {
  for (const index of history.sale.lines.keys()) {
    const lines = ofLine(history, index)
    for (const figure of FIGURES) must(sumOf(lines.map((line) => line[figure])) >= 0, `no more ${figure} than sold`)
  }
  for (const { leftQuantity } of returnableLines(history)) must(leftQuantity >= 0, 'never more than was sold')
}

test('whatever portions come back, in the end every sum is exactly zero', { timeout }, () => {
  fc.assert(
    fc.property(randomSaleWithReturns({ withExchange: false, isClosed: true }), (history) => {
      const all = [history.sale, ...history.returns]
      for (const each of history.returns) expect(saleFaults(each)).toEqual([])
      for (const index of history.sale.lines.keys()) {
        const lines = ofLine(history, index)
        for (const figure of FIGURES) must(sumOf(lines.map((line) => line[figure])) === 0, `${figure} of a line`)
        must(Math.abs(sumOf(lines.map((line) => line.quantity))) < 0.000_5, 'quantity of a line')
      }
      must(sumOf(all.map((each) => each.total)) === 0, 'total')
      must(sumOf(all.map((each) => each.rounding)) === 0, 'rounding')
      must(sumOf(all.map((each) => each.tax?.amount ?? 0)) === 0, 'tax')
      must(sumOf(all.map((each) => each.tax?.base ?? 0)) === 0, 'base')
      must(refundableTotal(history) === 0, 'nothing is left to give back')
    }),
    { numRuns },
  )
})

test('no return gives back more than was paid, nor by card or QRIS more than came by it', { timeout }, () => {
  fc.assert(
    fc.property(randomSaleWithReturns({ withExchange: true, isClosed: false }), (history) => {
      requireLinesWithin(history)
      let paidBack = 0
      for (const each of history.returns) {
        expect(saleFaults(each)).toEqual([])
        paidBack += Math.max(0, 0 - each.total)
        must(paidBack <= history.sale.total, 'money back within money paid')
      }
      for (const method of TENDER_METHODS.filter((each) => each !== 'cash')) {
        const back = sumOf(history.returns.map((each) => Math.min(0, appliedBy(each, method))))
        must(appliedBy(history.sale, method) + back >= 0, `by ${method} no more than it paid`)
      }
    }),
    { numRuns },
  )
})

test(
  'with exchanges in between, lines still end at zero and money at zero or the coins an exchange let go',
  { timeout },
  () => {
    fc.assert(
      fc.property(randomSaleWithReturns({ withExchange: true, isClosed: true }), (history) => {
        for (const index of history.sale.lines.keys()) {
          for (const figure of FIGURES) must(sumOf(ofLine(history, index).map((line) => line[figure])) === 0, figure)
        }
        const left = saleParts(history.sale).sold + sumOf(history.returns.map((each) => saleParts(each).returned))
        const roundings =
          roundingParts(history.sale).sold + sumOf(history.returns.map((each) => roundingParts(each).returned))
        expect(left).toBe(roundings)
        must(Math.abs(left) < 1_000 * (history.returns.length + 1), 'less than one unit of rounding a document')
      }),
      { numRuns },
    )
  },
)
