import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentTypeOf } from '../sale-sums.ts'
import type { Sale } from '../sale.ts'
import { randomSaleWithReturns } from './random-returns.ts'

const SAMPLES = 600

/** What properties over sales rely on being among them. */
const KINDS: Readonly<Record<string, (sale: Sale) => boolean>> = {
  'a line discount': ({ lines }) => lines.some((line) => line.lineDiscount > 0),
  'a basket discount': ({ lines }) => lines.some((line) => line.basketDiscount > 0),
  'a price put in by a person': ({ lines }) =>
    lines.some((line) => line.priceOverride !== null && line.returned === null),
  'a weight': ({ lines }) => lines.some((line) => line.soldBy === 'weight'),
  'a bundle': ({ lines }) => lines.some((line) => line.components.length > 0),
  'an untaxed line in a taxed sale': ({ lines, tax }) => tax !== null && lines.some((line) => !line.isTaxed),
  'tax in the prices': ({ lines }) => lines.some((line) => line.tax > 0 && line.isTaxIncluded),
  'tax on top': ({ lines }) => lines.some((line) => line.tax > 0 && !line.isTaxIncluded),
  'several payments': ({ tenders }) => tenders.length > 2,
  change: (sale) => sale.change > 0,
  'a delivery': ({ kind }) => kind === 'delivery',
  'a sale rounded up': (sale) => documentTypeOf(sale) === 'sale' && sale.rounding > 0,
  'a sale rounded down': (sale) => documentTypeOf(sale) === 'sale' && sale.rounding < 0,
  'a sale for nothing': (sale) => documentTypeOf(sale) === 'sale' && sale.total === 0,
  'a refund rounded up': (sale) => documentTypeOf(sale) === 'return' && sale.rounding < 0,
  'a refund rounded down': (sale) => documentTypeOf(sale) === 'return' && sale.rounding > 0,
  'an exchange that is paid for, rounded': (sale) =>
    documentTypeOf(sale) === 'exchange' && sale.total > 0 && sale.rounding !== 0,
  'an exchange that gives money back, rounded': (sale) =>
    documentTypeOf(sale) === 'exchange' && sale.total < 0 && sale.rounding !== 0,
  'goods that are not restocked': ({ lines }) =>
    lines.some((line) => line.returned !== null && line.returned.restocked < -line.quantity),
}

test('random sales and returns contain every kind of document that the properties are about', () => {
  const sales = fc
    .sample(randomSaleWithReturns(), { seed: 20_261_121, numRuns: SAMPLES })
    .flatMap(({ sale, returns }) => [sale, ...returns])
  const rare = Object.entries(KINDS).filter(([, isOne]) => sales.filter(isOne).length < 10)
  expect(rare.map(([name]) => name)).toEqual([])
})
