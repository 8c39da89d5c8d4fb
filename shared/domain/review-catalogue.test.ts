import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { reviewCatalogue } from './review-catalogue.ts'

const HEADER = ['sku', 'barcode', 'name', 'category', 'cost', 'price', 'stock']
const review = (...rows: readonly (readonly string[])[]) =>
  reviewCatalogue({ header: HEADER, rows: rows.map((cells, index) => ({ lineNumber: index + 2, cells })) })
const good = ['A-1', '8997011401945', 'Air', 'Minum', '1.520', '2.000', '12']
const replaced = (index: number, value: string): string[] => good.map((cell, place) => (place === index ? value : cell))

describe('reviewCatalogue', () => {
  test('accepts a row with its amounts, stock and barcodes', () => {
    expect(review(replaced(1, '8997011401945; 12345')).accepted).toEqual([
      {
        lineNumber: 2,
        stock: 12,
        item: {
          sku: 'A-1',
          barcodes: ['8997011401945', '12345'],
          name: 'Air',
          category: 'Minum',
          price: 2_000,
          regularPrice: null,
          costPrice: 1_520,
          soldBy: 'piece',
          isTaxed: true,
          components: [],
        },
      },
    ])
  })

  test('finds Indonesian headers in any case and order, and needs only sku, name and price', () => {
    const reviewed = reviewCatalogue({
      header: ['\uFEFFNama Barang', 'HARGA', 'Kode', 'Stok', 'Harga Modal'],
      rows: [{ lineNumber: 2, cells: ['Air', 'Rp 2.000', 'A-1', '-3', ''] }],
    })
    expect(reviewed.accepted[0]).toMatchObject({ stock: -3, item: { sku: 'A-1', price: 2_000, costPrice: null } })
  })

  test('refuses the file when a needed column is missing or stands twice', () => {
    const missing = reviewCatalogue({ header: ['sku', 'name'], rows: [{ lineNumber: 2, cells: ['A', 'B'] }] })
    expect(missing.accepted).toEqual([])
    expect(missing.fileProblem?.id).toContain('price')
    expect(missing.totalRows).toBe(1)
    expect(reviewCatalogue({ header: ['sku', 'kode', 'name', 'price'], rows: [] }).fileProblem?.en).toContain('sku')
  })

  test.each([
    [0, '', 'sku', 'sku.empty'],
    [0, 'A\n1', 'sku', 'sku.line-break'],
    [2, ' ', 'name', 'name.empty'],
    [5, '12,50', 'price', 'price.not-whole'],
    [5, '-1', 'price', 'price.negative'],
    [5, '', 'price', 'price.unreadable'],
    [5, '1000000000000', 'price', 'price.too-large'],
    [4, 'abc', 'cost', 'cost.unreadable'],
    [6, '1.5', 'stock', 'stock.unreadable'],
    [1, '8.99E+12', 'barcode', 'barcode.rounded'],
  ])('refuses cell %i "%s", naming column %s', (index, value, column, code) => {
    const reviewed = review(replaced(index, value))
    expect(reviewed.accepted).toEqual([])
    expect(reviewed.refused.map((problem) => [problem.lineNumber, problem.column, problem.code])).toEqual([
      [2, column, code],
    ])
  })

  test('of rows with the same SKU or barcode the first stands', () => {
    const reviewed = review(good, replaced(0, 'a-1').with(1, ''), replaced(0, 'B-2'))
    expect(reviewed.accepted.map((row) => row.lineNumber)).toEqual([2])
    expect(reviewed.refused.map((problem) => problem.code)).toEqual(['sku.duplicate', 'barcode.duplicate'])
  })

  test('one bad row does not block another with its SKU', () => {
    const reviewed = review(replaced(5, 'x'), good)
    expect(reviewed.accepted.map((row) => row.lineNumber)).toEqual([3])
  })

  test('warns about SKUs that the services may not take, and imports them', () => {
    const codes = ['A 1', '0A', '12345', '@12345', 'A'.repeat(31), 'A%1'].map((sku) => {
      const reviewed = review(replaced(0, sku))
      expect(reviewed.accepted).toHaveLength(1)
      return reviewed.warnings.map((warning) => warning.code)
    })
    expect(codes).toEqual([
      ['sku.space'],
      ['sku.leading-zero'],
      ['sku.all-digits'],
      ['sku.at-sign'],
      ['sku.long'],
      ['sku.sign'],
    ])
  })

  test('imports every row of the practice catalogue, eleven with a barcode whose digits do not fit', () => {
    const text = readFileSync(new URL('../../assets/practice/catalogue.csv', import.meta.url), 'utf8')
    const [header, ...rows] = z.array(z.array(z.string())).parse(parse(text, { relax_column_count: true }))
    const reviewed = reviewCatalogue({
      header: header ?? [],
      rows: rows.map((cells, index) => ({ lineNumber: index + 2, cells })),
    })
    expect(reviewed.fileProblem).toBeNull()
    expect(reviewed.refused).toEqual([])
    expect(reviewed.accepted).toHaveLength(489)
    const doubts = reviewed.warnings.filter((warning) => warning.column === 'barcode').map((warning) => warning.code)
    expect(doubts).toHaveLength(11)
    expect(doubts.filter((code) => code === 'barcode.check-digit')).toHaveLength(9)
  })
})
