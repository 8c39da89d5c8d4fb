import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutReceipt } from '../../shared/documents/receipt-layout.ts'
import { sampleExchange } from '../../shared/documents/sample-documents.ts'
import { rupiah } from '../../shared/domain/money.ts'
import { documentTypeOf } from '../../shared/domain/sale-sums.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { propertyRuns, propertyTimeoutMs } from '../../shared/domain/testing/property-runs.ts'
import { randomSaleWithReturns } from '../../shared/domain/testing/random-returns.ts'
import { documentMeasure } from './render-document.ts'

type Row = { readonly name: string; readonly amount: number }

/** What stands on the receipt, in its order. */
const textsOf = (sale: Sale): readonly string[] =>
  layoutReceipt(sale, { paperWidthMm: 80, isCopy: false }, documentMeasure).primitives.flatMap((primitive) =>
    primitive.type === 'text' ? [primitive.text] : [],
  )

/** Every amount with the text before it, from one text to another. */
const rowsOf = (texts: readonly string[]): readonly Row[] =>
  texts.flatMap((text, index) =>
    /^-?Rp [\d.]+$/.test(text)
      ? [{ name: texts[index - 1] ?? '', amount: Number(text.replaceAll(/[^\d-]/g, '')) }]
      : [],
  )

const sumOf = (rows: readonly Row[]): number => rows.reduce((sum, { amount }) => sum + amount, 0)

/** What the rows of one part come to; they must add up to its subtotal, and from there to its last row. */
const partTotal = (rows: readonly Row[]): number => {
  const at = rows.findIndex(({ name }) => name.startsWith('Subtotal'))
  const [subtotal, ...others] = rows.slice(at)
  expect(subtotal?.amount).toBe(sumOf(rows.slice(0, at)))
  const last = others.at(-1)
  if (last === undefined) return subtotal?.amount ?? Number.NaN
  expect(last.name).toMatch(/^Jumlah /)
  expect(last.amount).toBe((subtotal?.amount ?? Number.NaN) + sumOf(others.slice(0, -1)))
  return last.amount
}

/** The total by its parts as they are printed; every step on the way there must hold. */
const printedTotal = (sale: Sale): number => {
  const texts = textsOf(sale)
  const [bought, back, total] = ['Dibeli: ', 'Diretur: ', 'SELISIH'].map((start) =>
    texts.findIndex((text) => text.startsWith(start)),
  )
  const end = texts.findIndex((text, index) => index > (back ?? 0) && /^(?:Selisih|SELISIH.*)$/.test(text))
  const parts = partTotal(rowsOf(texts.slice(bought, back))) + partTotal(rowsOf(texts.slice(back, end)))
  const sums = rowsOf(texts.slice(end, (total ?? 0) + 2))
  expect(sums.map(({ name }) => name)).toEqual([
    ...(sale.rounding === 0 ? [] : ['Selisih', 'Pembulatan']),
    sale.total === 0 ? 'SELISIH' : sale.total > 0 ? 'SELISIH BAYAR' : 'SELISIH KEMBALI',
  ])
  expect(sums[0]?.amount).toBe(sale.rounding === 0 ? sale.total : parts)
  expect(sums.at(-1)?.amount).toBe(parts + sale.rounding)
  return sums.at(-1)?.amount ?? Number.NaN
}

test(
  'every exchange prints rows that add up, from its goods to the difference to pay or to pay back',
  () => {
    fc.assert(
      fc.property(randomSaleWithReturns({ withExchange: true, isClosed: false }), ({ returns }) => {
        const exchanges = returns.filter((sale) => documentTypeOf(sale) === 'exchange')
        expect(exchanges.map(printedTotal)).toEqual(exchanges.map(({ total }) => total))
      }),
      { numRuns: propertyRuns(300) },
    )
  },
  propertyTimeoutMs(),
)

test('the sample exchange adds up whether the buyer pays, is paid, or neither', () => {
  const sale = sampleExchange()
  expect(printedTotal(sale)).toBe(7_800)
  const [rice, ...others] = sale.lines
  if (rice === undefined) throw new Error('the sample sells rice')
  const cheaper = (amount: number): Sale => {
    const changed = { ...rice, quantity: 1, unitPrice: rupiah(amount), amount: rupiah(amount) }
    const total = sale.total - sale.rounding - rice.amount + amount
    return { ...sale, lines: [changed, ...others], rounding: rupiah(0), total: rupiah(total) }
  }
  expect(printedTotal(cheaper(100))).toBe(-28_389)
  expect(textsOf(cheaper(100))).toContain('SELISIH KEMBALI')
  const even = rice.amount + sale.rounding - sale.total
  expect(printedTotal(cheaper(even))).toBe(0)
})
