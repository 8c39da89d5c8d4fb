import { expect, test } from 'vitest'
import { countRefusedRows, isCatalogueFile, refusedRowsAsCsv, templateCsv } from './refused-rows.ts'

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
  const widths = templateCsv()
    .trim()
    .split('\r\n')
    .map((row) => row.split(',').length)
  expect(new Set(widths).size).toBe(1)
})

test('knows catalogue files by their ending, whatever the case', () => {
  expect(isCatalogueFile('Barang.XLSX')).toBe(true)
  expect(isCatalogueFile('barang.xls')).toBe(false)
})
