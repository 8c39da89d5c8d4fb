import exceljs from 'exceljs'
import type { Worksheet } from 'exceljs'
import { formatLocalDateTime } from '../../shared/domain/local-time.ts'
import type { Sale, TenderMethod } from '../../shared/domain/sale.ts'

const RUPIAH_FORMAT = '#,##0;[Red]-#,##0'

const TENDER_NAMES: Readonly<Record<TenderMethod, string>> = {
  cash: 'Tunai',
  qris: 'QRIS',
  card: 'Kartu',
  transfer: 'Transfer',
}

const finish = (sheet: Worksheet, summedColumns: readonly string[]): void => {
  const lastRow = sheet.rowCount
  sheet.getRow(1).font = { bold: true }
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: sheet.columnCount } }
  const total = sheet.addRow([])
  total.font = { bold: true }
  total.getCell(1).value = 'Total'
  for (const key of summedColumns) {
    const column = sheet.getColumn(key)
    const letter = column.letter
    let result = 0
    column.eachCell((cell, rowNumber) => {
      if (rowNumber > 1 && typeof cell.value === 'number') result += cell.value
    })
    total.getCell(key).value = lastRow > 1 ? { formula: `SUM(${letter}2:${letter}${String(lastRow)})`, result } : 0
    column.numFmt = RUPIAH_FORMAT
  }
}

/** A day's sales as an xlsx workbook: sheets Penjualan, Barang and Pembayaran, one row a sale, line and tender, each with its total. */
export const dayWorkbook = async (sales: readonly Sale[]): Promise<Uint8Array> => {
  const workbook = new exceljs.Workbook()
  workbook.creator = 'Konter'

  const saleSheet = workbook.addWorksheet('Penjualan')
  saleSheet.columns = [
    { header: 'Nomor', key: 'number', width: 18 },
    { header: 'Waktu', key: 'time', width: 18 },
    { header: 'Kasir', key: 'cashier', width: 16 },
    { header: 'Jenis', key: 'kind', width: 14 },
    { header: 'Jumlah barang', key: 'quantity', width: 14 },
    { header: 'Total (Rp)', key: 'total', width: 16 },
    { header: 'Kembalian (Rp)', key: 'change', width: 16 },
    { header: 'Penerima', key: 'recipient', width: 24 },
    { header: 'Kurir', key: 'courier', width: 12 },
    { header: 'Resi', key: 'awb', width: 20 },
    { header: 'Catatan', key: 'note', width: 30 },
  ]
  const lineSheet = workbook.addWorksheet('Barang')
  lineSheet.columns = [
    { header: 'Nomor', key: 'number', width: 18 },
    { header: 'SKU', key: 'sku', width: 16 },
    { header: 'Barcode', key: 'barcode', width: 16 },
    { header: 'Nama', key: 'name', width: 40 },
    { header: 'Jumlah', key: 'quantity', width: 10 },
    { header: 'Harga normal (Rp)', key: 'regularPrice', width: 18 },
    { header: 'Harga (Rp)', key: 'unitPrice', width: 14 },
    { header: 'Subtotal (Rp)', key: 'amount', width: 16 },
  ]
  const tenderSheet = workbook.addWorksheet('Pembayaran')
  tenderSheet.columns = [
    { header: 'Nomor', key: 'number', width: 18 },
    { header: 'Cara', key: 'method', width: 12 },
    { header: 'Diterima (Rp)', key: 'amount', width: 16 },
    { header: 'Dipakai (Rp)', key: 'applied', width: 16 },
    { header: 'Referensi', key: 'reference', width: 24 },
  ]

  for (const sale of sales) {
    saleSheet.addRow({
      number: sale.number,
      time: formatLocalDateTime(sale.paidAtMs, sale.utcOffsetMinutes),
      cashier: sale.cashier,
      kind: sale.kind === 'delivery' ? 'Dikirim' : 'Bawa pulang',
      quantity: sale.lines.reduce((sum, line) => sum + line.quantity, 0),
      total: sale.total,
      change: sale.change,
      recipient: sale.delivery?.recipientName ?? '',
      courier: sale.delivery?.courier ?? '',
      awb: sale.delivery?.awb ?? '',
      note: sale.note,
    })
    for (const line of sale.lines) lineSheet.addRow({ ...line, number: sale.number, barcode: line.barcode ?? '' })
    for (const tender of sale.tenders) {
      tenderSheet.addRow({
        ...tender,
        number: sale.number,
        method: TENDER_NAMES[tender.method],
        reference: tender.reference ?? '',
      })
    }
  }
  finish(saleSheet, ['quantity', 'total', 'change'])
  finish(lineSheet, ['quantity', 'amount'])
  finish(tenderSheet, ['amount', 'applied'])
  lineSheet.getColumn('regularPrice').numFmt = RUPIAH_FORMAT
  lineSheet.getColumn('unitPrice').numFmt = RUPIAH_FORMAT
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
