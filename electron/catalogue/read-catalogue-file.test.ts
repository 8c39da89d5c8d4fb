import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import { seedFromTable } from './practice-seed-items.ts'
import { practiceCataloguePath, readPracticeCatalogue } from './practice-catalogue.ts'
import { readCatalogueFile } from './read-catalogue-file.ts'
import { plainNumber } from './xlsx-table.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const TABLE = {
  ok: true,
  value: {
    header: ['sku', 'barcode', 'name'],
    rows: [{ lineNumber: 2, cells: ['A-1', '0899712345678', 'Kopi, hitam'] }],
  },
}

describe('a catalogue as CSV', () => {
  test.each([
    ['commas', 'sku,barcode,name\nA-1,0899712345678,"Kopi, hitam"\n'],
    ['semicolons', 'sku;barcode;name\nA-1;0899712345678;Kopi, hitam\n'],
    ['tabs', 'sku\tbarcode\tname\nA-1\t0899712345678\tKopi, hitam\n'],
    ['a byte order mark', '\uFEFFsku,barcode,name\nA-1,0899712345678,"Kopi, hitam"\n'],
    ['CRLF', 'sku,barcode,name\r\nA-1,0899712345678,"Kopi, hitam"\r\n'],
    ['no end of line at its end', 'sku,barcode,name\nA-1,0899712345678,"Kopi, hitam"'],
    ['spaces around the cells', ' sku , barcode , name \n A-1 , 0899712345678 ,"Kopi, hitam"\n'],
  ])('is read with %s', async (_, text) => {
    expect(await readCatalogueFile('catalogue.CSV', bytesOf(text))).toEqual(TABLE)
  })

  test('keeps quotes inside quotes, and the place of a row behind empty lines', async () => {
    const read = await readCatalogueFile('a.csv', bytesOf('sku,name\n\n,\nA,"Kopi ""Gayo"""\nB\n'))
    expect(read).toEqual({
      ok: true,
      value: {
        header: ['sku', 'name'],
        rows: [
          { lineNumber: 4, cells: ['A', 'Kopi "Gayo"'] },
          { lineNumber: 5, cells: ['B'] },
        ],
      },
    })
  })

  test('is read in the encoding of Windows when it is not UTF-8', async () => {
    const read = await readCatalogueFile('a.csv', new Uint8Array([...bytesOf('name\nCaf'), 0xe9]))
    expect(read).toMatchObject({ ok: true, value: { rows: [{ cells: ['Café'] }] } })
  })

  test.each([
    ['empty.csv', '', 'catalogue-empty'],
    ['broken.csv', 'sku,name\nA,"Kopi\n', 'catalogue-unreadable'],
    ['picture.png', 'x', 'catalogue-unknown-kind'],
    ['broken.xlsx', 'PK\u0003\u0004 not a zip', 'catalogue-unreadable'],
  ])('says in both languages why %s cannot be used', async (name, text, code) => {
    const read = await readCatalogueFile(name, bytesOf(text))
    expect(read).toMatchObject({
      ok: false,
      error: { code, message: { id: expect.any(String), en: expect.any(String) } },
    })
  })
})

describe('a catalogue as xlsx', () => {
  test('gives barcodes all their digits, the results of formulas, and the place of each row', async () => {
    const workbook = new exceljs.Workbook()
    const sheet = workbook.addWorksheet('Barang')
    sheet.addRow(['sku', 'barcode', 'name', 'price'])
    sheet.addRow([
      'A',
      8_997_228_440_010,
      { richText: [{ text: 'Kopi ' }, { text: 'Gayo' }] },
      { formula: 'B1*2', result: 2500 },
    ])
    sheet.addRow([])
    sheet.addRow(['B', '0012345', { text: 'Teh', hyperlink: 'https://teh.test' }, 12.5])
    workbook.addWorksheet('Lain').addRow(['not read'])
    const written = await workbook.xlsx.writeBuffer()
    expect(await readCatalogueFile('barang.xlsx', new Uint8Array(written))).toEqual({
      ok: true,
      value: {
        header: ['sku', 'barcode', 'name', 'price'],
        rows: [
          { lineNumber: 2, cells: ['A', '8997228440010', 'Kopi Gayo', '2500'] },
          { lineNumber: 4, cells: ['B', '0012345', 'Teh', '12.5'] },
        ],
      },
    })
  })

  test.each([
    [8_997_228_440_010, '8997228440010'],
    [1e21, '1000000000000000000000'],
    [0.0000005, '0.0000005'],
    [-3, '-3'],
    [0, '0'],
  ])('writes the number %d as %s', (value, text) => {
    expect(plainNumber(value)).toBe(text)
  })
})

describe('the practice catalogue', () => {
  test('is read whole and seeds the simulators', async () => {
    const read = await readPracticeCatalogue(practiceCataloguePath('.'))
    if (!read.ok) throw new Error(read.error.code)
    const items = seedFromTable(read.value)
    expect(items.length).toBe(read.value.rows.length)
    expect(items.length).toBeGreaterThan(400)
    expect(items[0]).toEqual({
      sku: 'AIRM-0001',
      barcode: '8997228440010',
      name: 'La Vida Cup',
      category: 'Air Mineral',
      price: 500,
      costPrice: 292,
      stock: 1298,
      backStock: 24,
    })
  })

  test('takes no stock figure as 0, keeps one below zero, and leaves out what no service would take', () => {
    const rows = [
      ['A', 'Kopi', '500', ''],
      ['B', 'Teh', '500', '-7'],
      ['', 'Gula', '500', '1'],
      ['D', 'Susu', '5,5', '1'],
    ].map((cells, index) => ({ lineNumber: index + 2, cells }))
    const items = seedFromTable({ header: ['SKU', 'Name', 'Price', 'Stock'], rows })
    expect(items.map(({ sku, stock, barcode }) => [sku, stock, barcode])).toEqual([
      ['A', 0, null],
      ['B', -7, null],
    ])
  })
})
