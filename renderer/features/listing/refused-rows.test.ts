import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { reviewCatalogue } from '../../../shared/domain/review-catalogue.ts'
import { CATALOGUE_COLUMNS, countRefusedRows, isCatalogueFile, refusedRowsAsCsv, templateCsv } from './refused-rows.ts'

const problem = (value: string) => ({
  lineNumber: 7,
  column: 'price',
  value,
  code: 'price-not-whole',
  message: { id: 'Harga harus bulat', en: 'Price must be whole' },
})
const HEADER = ['Baris', 'Kolom', 'Nilai', 'Masalah'] as const

test('counts a row with two problems once', () => {
  expect(countRefusedRows([problem('a'), problem('b'), { ...problem('c'), lineNumber: 9 }])).toBe(2)
})

test('quotes commas, quotes and line breaks of refused values', () => {
  expect(refusedRowsAsCsv([problem('1,5 "x"')], HEADER, 'id')).toBe(
    'Baris,Kolom,Nilai,Masalah\r\n7,price,"1,5 ""x""",Harga harus bulat\r\n',
  )
})

test('keeps a refused value from running as a formula in a spreadsheet', () => {
  expect(refusedRowsAsCsv([problem('=HYPERLINK("http://x")')], HEADER, 'en')).toContain(`"'=HYPERLINK(""http://x"")"`)
})

test('offers a template whose rows have as many cells as its header', () => {
  const rows = z.array(z.array(z.string())).parse(parse(templateCsv()))
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([CATALOGUE_COLUMNS.length]))
})

test('offers a template that the import takes without a complaint', () => {
  const [header = [], ...rows] = z.array(z.array(z.string())).parse(parse(templateCsv()))
  const reviewed = reviewCatalogue({ header, rows: rows.map((cells, index) => ({ lineNumber: index + 2, cells })) })
  expect(reviewed).toMatchObject({ refused: [], warnings: [], fileProblem: null })
  expect(
    reviewed.accepted.map(({ item, stock }) => [item.soldBy, item.isTaxed, item.components.length, stock]),
  ).toEqual([
    ['piece', true, 0, 48],
    ['piece', true, 0, 20],
    ['weight', false, 0, 180.5],
    ['piece', true, 2, null],
  ])
})

test('knows catalogue files by their ending, whatever the case', () => {
  expect(isCatalogueFile('Barang.XLSX')).toBe(true)
  expect(isCatalogueFile('barang.xls')).toBe(false)
})
