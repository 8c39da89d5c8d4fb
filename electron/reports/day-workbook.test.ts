import exceljs from 'exceljs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rupiah } from '../../shared/domain/money.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { sampleExchange, sampleReturn, sampleTaxedSale } from '../../shared/documents/sample-documents.ts'
import { sampleLine, sampleSale } from '../../shared/documents/sample-sale.ts'
import type { DaySales } from './day-sales.ts'
import { dayWorkbook } from './day-workbook.ts'
import { exportSales } from './export-sales.ts'
import { saveDayWorkbook } from './save-day-workbook.ts'

const sale = (sequence: number, changes: Partial<Sale> = {}): Sale =>
  sampleSale({
    id: `00000000-0000-4000-8000-00000000000${String(sequence)}`,
    number: `K1-261121-000${String(sequence)}`,
    cashier: 'Ani',
    paidAtMs: Date.UTC(2026, 10, 21, 5, 30),
    lines: [
      { ...sampleLine('A', '=Kopi', 2, 5_000, 6_000), barcode: '8997228440010' },
      sampleLine('B', 'Teh', 1, 2_500),
    ],
    total: rupiah(12_500),
    tenders: [
      { method: 'qris', amount: rupiah(2_500), applied: rupiah(2_500), reference: 'Q1', isConfirmed: true },
      { method: 'cash', amount: rupiah(20_000), applied: rupiah(10_000), reference: null, isConfirmed: true },
    ],
    change: rupiah(10_000),
    ...changes,
  })
const dayOf = (...sales: readonly Sale[]): DaySales => ({ sales, voidings: [], confirmations: [] })

/** A sheet's rows by its headers, the totals apart. Formulas are read as the results that they were written with. */
const tableOf = (workbook: exceljs.Workbook, name: string) => {
  const [header = [], ...cells] = cellsOf(workbook, name)
  const rows = cells.map((row) => Object.fromEntries(header.map((title, place) => [title, row[place] ?? ''])))
  return { rows: rows.filter((row) => row['Nomor'] !== 'Total'), total: rows.find((row) => row['Nomor'] === 'Total') }
}

const readBack = async (bytes: Uint8Array): Promise<exceljs.Workbook> => {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook
}
const cellsOf = (workbook: exceljs.Workbook, name: string): string[][] => {
  const rows: string[][] = []
  workbook.getWorksheet(name)?.eachRow((row) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, (cell) => {
      // A formula whose result is 0 is written without it.
      cells.push(cell.type === exceljs.ValueType.Formula && cell.text === '' ? '0' : cell.text)
    })
    rows.push(cells)
  })
  return rows
}

describe('the workbook of a day', () => {
  test('holds a row a sale, a line and a tender, with Indonesian headers and totals', async () => {
    const workbook = await readBack(await dayWorkbook(dayOf(sale(1), sale(2))))
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['Penjualan', 'Barang', 'Pembayaran'])
    const sales = tableOf(workbook, 'Penjualan')
    expect(sales.rows[0]).toMatchObject({
      Nomor: 'K1-261121-0001',
      Dokumen: 'Penjualan',
      Waktu: '21/11/2026 12:30',
      Kasir: 'Ani',
      Jenis: 'Bawa pulang',
      'Jumlah barang': '3',
      'Total (Rp)': '12500',
      'Tunai (Rp)': '10000',
      'QRIS (Rp)': '2500',
      'Deposit (Rp)': '0',
      'Kembalian (Rp)': '10000',
    })
    expect(sales.total).toMatchObject({ 'Jumlah barang': '6', 'Total (Rp)': '25000', 'Kembalian (Rp)': '20000' })
    const lines = tableOf(workbook, 'Barang')
    expect(lines.rows[0]).toMatchObject({
      SKU: 'A',
      Barcode: '8997228440010',
      Nama: '=Kopi',
      Jumlah: '2',
      Satuan: 'pcs',
      'Harga normal (Rp)': '6000',
      'Harga (Rp)': '5000',
      'Subtotal (Rp)': '10000',
    })
    expect(lines.total).toMatchObject({ Jumlah: '6', 'Total (Rp)': '25000' })
    const tenders = tableOf(workbook, 'Pembayaran')
    expect(tenders.rows[0]).toMatchObject({ Cara: 'QRIS', 'Diterima (Rp)': '2500', Referensi: 'Q1' })
    expect(tenders.total).toMatchObject({ 'Diterima (Rp)': '45000', 'Dipakai (Rp)': '25000' })
  })

  test('sums with formulas, so that an edited row is summed again', async () => {
    const workbook = await readBack(await dayWorkbook(dayOf(sale(1), sale(2))))
    const sheet = workbook.getWorksheet('Penjualan')
    const place = (cellsOf(workbook, 'Penjualan')[0] ?? []).indexOf('Total (Rp)') + 1
    const letter = sheet?.getColumn(place).letter ?? ''
    expect(sheet?.getCell(`${letter}4`).formula).toBe(`SUM(${letter}2:${letter}3)`)
  })

  test('takes a name that looks like a formula as text', async () => {
    const workbook = await readBack(await dayWorkbook(dayOf(sale(1))))
    const place = (cellsOf(workbook, 'Barang')[0] ?? []).indexOf('Nama') + 1
    expect(workbook.getWorksheet('Barang')?.getRow(2).getCell(place).type).toBe(exceljs.ValueType.String)
  })

  test('is complete without a sale', async () => {
    const workbook = await readBack(await dayWorkbook(dayOf()))
    expect(cellsOf(workbook, 'Penjualan').at(-1)?.[0]).toBe('Total')
  })

  test('takes what comes back off, with the number of the sale it came from, and its sums add up', async () => {
    const day = [sampleTaxedSale(), sampleTaxedSale({ pricesIncludeTax: false }), sampleReturn(), sampleExchange()]
    const workbook = await readBack(await dayWorkbook(dayOf(...day)))
    const sales = tableOf(workbook, 'Penjualan')
    expect(sales.rows.map((row) => row['Dokumen'])).toEqual(['Penjualan', 'Penjualan', 'Retur', 'Tukar'])
    expect(sales.rows[2]).toMatchObject({
      Nomor: 'K1-R261122-0001',
      'Dari penjualan': 'K1-261121-0012',
      'Total (Rp)': '-41200',
      'Tunai (Rp)': '-41200',
      'Pembulatan (Rp)': '39',
    })
    for (const row of [...sales.rows, sales.total ?? {}]) {
      const figure = (name: string): number => Number(row[`${name} (Rp)`])
      const byTender = ['Tunai', 'QRIS', 'Kartu', 'Transfer bank', 'Deposit'].map(figure)
      expect(byTender.reduce((sum, amount) => sum + amount, 0)).toBe(figure('Total'))
      const priced = figure('Nilai barang') - figure('Diskon barang') - figure('Diskon belanja')
      expect(priced + figure('PPN di atas harga') + figure('Pembulatan')).toBe(figure('Total'))
    }
    expect(Number(sales.total?.['Total (Rp)'])).toBe(day.reduce((sum, each) => sum + each.total, 0))
    const lines = tableOf(workbook, 'Barang')
    const [rounding, total] = ['Pembulatan (Rp)', 'Total (Rp)'].map((name) => Number(sales.total?.[name]))
    expect(Number(lines.total?.['Total (Rp)']) + (rounding ?? Number.NaN)).toBe(total)
    expect(lines.total?.['PPN (Rp)']).toBe(sales.total?.['PPN (Rp)'])
    expect(lines.rows.filter((row) => row['Satuan'] === 'kg').map((row) => row['Jumlah'])).toEqual([
      '1.25',
      '1.25',
      '2.5',
    ])
    const back = lines.rows.filter((row) => row['Alasan'] === 'Barang Rusak')
    expect(back[1]).toMatchObject({ Nomor: 'K1-R261122-0001', 'Dari penjualan': 'K1-261121-0012', Jumlah: '-1' })
  })

  test('counts a payment as unconfirmed until somebody saw it arrive', async () => {
    const taxed = sampleTaxedSale()
    const open = await readBack(await dayWorkbook(dayOf(taxed)))
    expect(tableOf(open, 'Penjualan').total).toMatchObject({ 'Belum dikonfirmasi (Rp)': '50000' })
    expect(tableOf(open, 'Pembayaran').total).toMatchObject({ 'Belum dikonfirmasi (Rp)': '50000' })
    const confirmations = [{ saleId: taxed.id, tenderIndex: 0, atMs: 1, by: 'Sari' }]
    const seen = await readBack(await dayWorkbook({ sales: [taxed], voidings: [], confirmations }))
    expect(tableOf(seen, 'Penjualan').total).toMatchObject({ 'Belum dikonfirmasi (Rp)': '0' })
  })

  test('lists sales that were called off apart and in no sum', async () => {
    const voidings = [
      { saleId: sale(2).id, atMs: Date.UTC(2026, 10, 21, 5, 40), by: 'Ibu Ratna', reason: 'Salah barang' },
    ]
    const workbook = await readBack(await dayWorkbook({ sales: [sale(1), sale(2)], voidings, confirmations: [] }))
    expect(tableOf(workbook, 'Penjualan').rows.map((row) => row['Nomor'])).toEqual(['K1-261121-0001'])
    expect(tableOf(workbook, 'Penjualan').total).toMatchObject({ 'Total (Rp)': '12500' })
    expect(tableOf(workbook, 'Pembayaran').total).toMatchObject({ 'Dipakai (Rp)': '12500' })
    expect(tableOf(workbook, 'Dibatalkan')).toEqual({
      rows: [
        {
          Nomor: 'K1-261121-0002',
          Waktu: '21/11/2026 12:30',
          Kasir: 'Ani',
          'Total, tidak dihitung (Rp)': '12500',
          Dibatalkan: '21/11/2026 12:40',
          Oleh: 'Ibu Ratna',
          Alasan: 'Salah barang',
        },
      ],
      total: undefined,
    })
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
    expect(await saveDayWorkbook({ folder, askPath }, '2026-11-21', dayOf())).toEqual({
      ok: true,
      value: { path: null },
    })
    expect(await readdir(folder)).toEqual([])
    const saved = await saveDayWorkbook({ folder, askPath }, '../21/11', dayOf(sale(1)))
    expect(saved).toEqual({ ok: true, value: { path: join(folder, 'konter--21-11.xlsx') } })
    expect(await readdir(folder)).toEqual(['konter--21-11.xlsx'])
  })
})
