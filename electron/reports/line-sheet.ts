import { lineGross, lineTotal } from '../../shared/domain/sale-sums.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { SheetColumn, SheetRow } from './workbook-sheet.ts'

/** One row a line. */
export const LINE_COLUMNS: readonly SheetColumn[] = [
  { header: 'Nomor', key: 'number', width: 18 },
  { header: 'Dari penjualan', key: 'ofNumber', width: 18 },
  { header: 'SKU', key: 'sku', width: 16 },
  { header: 'Barcode', key: 'barcode', width: 16 },
  { header: 'Nama', key: 'name', width: 40 },
  { header: 'Jumlah', key: 'quantity', width: 10, format: 'quantity', isSummed: true },
  { header: 'Satuan', key: 'unit', width: 8 },
  { header: 'Harga normal (Rp)', key: 'regularPrice', width: 18, format: 'rupiah' },
  { header: 'Harga (Rp)', key: 'unitPrice', width: 14, format: 'rupiah' },
  { header: 'Nilai barang (Rp)', key: 'gross', width: 16, format: 'rupiah', isSummed: true },
  { header: 'Diskon barang (Rp)', key: 'lineDiscount', width: 16, format: 'rupiah', isSummed: true },
  { header: 'Diskon belanja (Rp)', key: 'basketDiscount', width: 16, format: 'rupiah', isSummed: true },
  { header: 'Subtotal (Rp)', key: 'amount', width: 16, format: 'rupiah', isSummed: true },
  { header: 'Kena PPN', key: 'isTaxed', width: 10 },
  { header: 'DPP (Rp)', key: 'taxBase', width: 16, format: 'rupiah', isSummed: true },
  { header: 'PPN (Rp)', key: 'tax', width: 14, format: 'rupiah', isSummed: true },
  { header: 'Total (Rp)', key: 'total', width: 16, format: 'rupiah', isSummed: true },
  { header: 'Masuk stok', key: 'restocked', width: 12, format: 'quantity', isSummed: true },
  { header: 'Alasan', key: 'reason', width: 26 },
]

/** The rows of a sale's lines; what comes back carries the number of the return and stands below zero. */
export const lineRows = (sale: Sale): readonly SheetRow[] =>
  sale.lines.map((line) => ({
    number: line.returned === null ? sale.number : (sale.returnNumber ?? sale.number),
    ofNumber: line.returned === null ? '' : (sale.returnOf?.number ?? ''),
    sku: line.sku,
    barcode: line.barcode ?? '',
    name: line.name,
    quantity: line.quantity,
    unit: line.soldBy === 'weight' ? 'kg' : 'pcs',
    regularPrice: line.regularPrice,
    unitPrice: line.unitPrice,
    gross: lineGross(line),
    lineDiscount: line.lineDiscount,
    basketDiscount: line.basketDiscount,
    amount: line.amount,
    isTaxed: line.isTaxed ? 'ya' : 'tidak',
    taxBase: line.taxBase,
    tax: line.tax,
    total: lineTotal(line),
    restocked: line.returned?.restocked ?? '',
    reason: line.returned?.reason ?? '',
  }))
