import exceljs from 'exceljs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rupiah } from '../../shared/domain/money.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { dayWorkbook } from './day-workbook.ts'
import { exportSales } from './export-sales.ts'
import { saveDayWorkbook } from './save-day-workbook.ts'

const sale = (sequence: number, delivery: Sale['delivery'] = null): Sale => ({
  id: `00000000-0000-4000-8000-00000000000${String(sequence)}`,
  number: `K1-261121-000${String(sequence)}`,
  register: 'K1',
  cashier: 'Ani',
  kind: delivery === null ? 'walk-in' : 'delivery',
  openedAtMs: 0,
  paidAtMs: Date.UTC(2026, 10, 21, 5, 30),
  utcOffsetMinutes: 420,
  shop: { name: 'Toko', address: [], phone: '' },
  lines: [
    {
      sku: 'A',
      name: '=Kopi',
      barcode: '8997228440010',
      quantity: 2,
      regularPrice: rupiah(6_000),
      unitPrice: rupiah(5_000),
      amount: rupiah(10_000),
    },
    {
      sku: 'B',
      name: 'Teh',
      barcode: null,
      quantity: 1,
      regularPrice: rupiah(2_500),
      unitPrice: rupiah(2_500),
      amount: rupiah(2_500),
    },
  ],
  total: rupiah(12_500),
  tenders: [
    { method: 'qris', amount: rupiah(2_500), applied: rupiah(2_500), reference: 'Q1' },
    { method: 'cash', amount: rupiah(20_000), applied: rupiah(10_000), reference: null },
  ],
  change: rupiah(10_000),
  delivery,
  note: '',
  route: 'both-not-linked',
})

const readBack = async (bytes: Uint8Array): Promise<exceljs.Workbook> => {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook
}
const cellsOf = (workbook: exceljs.Workbook, name: string): string[][] => {
  const rows: string[][] = []
  workbook.getWorksheet(name)?.eachRow((row) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(cell.text))
    rows.push(cells)
  })
  return rows
}

describe('the workbook of a day', () => {
  test('holds a row a sale, a line and a tender, with Indonesian headers and totals', async () => {
    const workbook = await readBack(await dayWorkbook([sale(1), sale(2)]))
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['Penjualan', 'Barang', 'Pembayaran'])
    const sales = cellsOf(workbook, 'Penjualan')
    expect(sales[0]?.slice(0, 7)).toEqual([
      'Nomor',
      'Waktu',
      'Kasir',
      'Jenis',
      'Jumlah barang',
      'Total (Rp)',
      'Kembalian (Rp)',
    ])
    expect(sales[1]?.slice(0, 7)).toEqual([
      'K1-261121-0001',
      '21/11/2026 12:30',
      'Ani',
      'Bawa pulang',
      '3',
      '12500',
      '10000',
    ])
    expect(sales.at(-1)?.slice(0, 7)).toEqual(['Total', '', '', '', '6', '25000', '20000'])
    const lines = cellsOf(workbook, 'Barang')
    expect(lines[1]).toEqual(['K1-261121-0001', 'A', '8997228440010', '=Kopi', '2', '6000', '5000', '10000'])
    expect(lines.at(-1)).toEqual(expect.arrayContaining(['Total', '6', '25000']))
    const tenders = cellsOf(workbook, 'Pembayaran')
    expect(tenders[1]).toEqual(['K1-261121-0001', 'QRIS', '2500', '2500', 'Q1'])
    expect(tenders.at(-1)).toEqual(expect.arrayContaining(['Total', '45000', '25000']))
  })

  test('sums with formulas, so that an edited row is summed again', async () => {
    const workbook = await readBack(await dayWorkbook([sale(1), sale(2)]))
    expect(workbook.getWorksheet('Penjualan')?.getCell('F4').formula).toBe('SUM(F2:F3)')
  })

  test('takes a name that looks like a formula as text', async () => {
    const workbook = await readBack(await dayWorkbook([sale(1)]))
    const cell = workbook.getWorksheet('Barang')?.getCell('D2')
    expect(cell?.type).toBe(exceljs.ValueType.String)
  })

  test('is complete without a sale', async () => {
    const workbook = await readBack(await dayWorkbook([]))
    expect(cellsOf(workbook, 'Penjualan').at(-1)?.[0]).toBe('Total')
  })
})

describe('files for the user', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'konter-export-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('an export before quitting holds every sale as JSON and as a workbook', async () => {
    const written = await exportSales(join(folder, 'exports'), 'now', [sale(1)])
    expect(written).toEqual({ ok: true, value: { path: join(folder, 'exports', 'konter-belum-terkirim-now.xlsx') } })
    expect((await readdir(join(folder, 'exports'))).length).toBe(2)
    const text = await readFile(join(folder, 'exports', 'konter-belum-terkirim-now.json'), 'utf8')
    expect(JSON.parse(text)).toMatchObject({ sales: [{ number: 'K1-261121-0001', total: 12_500 }] })
  })

  test('an export that cannot be written says so and quits nothing', async () => {
    await writeFile(join(folder, 'exports'), 'a file in the way')
    expect(await exportSales(join(folder, 'exports'), 'now', [sale(1)])).toMatchObject({
      ok: false,
      error: { code: 'export-failed' },
    })
  })

  test('a workbook goes where the user says, and nowhere when they cancel', async () => {
    const proposed: string[] = []
    const askPath = async (path: string): Promise<string | null> => {
      proposed.push(path)
      return proposed.length === 1 ? null : path
    }
    expect(await saveDayWorkbook({ folder, askPath }, '2026-11-21', [])).toEqual({ ok: true, value: { path: null } })
    expect(await readdir(folder)).toEqual([])
    const saved = await saveDayWorkbook({ folder, askPath }, '../21/11', [sale(1)])
    expect(saved).toEqual({ ok: true, value: { path: join(folder, 'konter--21-11.xlsx') } })
    expect(await readdir(folder)).toEqual(['konter--21-11.xlsx'])
  })
})
