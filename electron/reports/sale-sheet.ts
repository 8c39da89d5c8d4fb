import { KIND_WORDS, TENDER_WORDS } from '../../shared/documents/document-words.ts'
import { formatLocalDateTime } from '../../shared/domain/local-time.ts'
import { addRupiah, subtractRupiah, type Rupiah } from '../../shared/domain/money.ts'
import { addQuantities } from '../../shared/domain/quantity.ts'
import { documentTypeOf, lineGross, lineTotal } from '../../shared/domain/sale-sums.ts'
import { TENDER_METHODS, type Sale, type SaleLine, type Tender } from '../../shared/domain/sale.ts'
import type { SheetColumn, SheetRow } from './workbook-sheet.ts'

const TYPE_WORDS = { sale: 'Penjualan', return: 'Retur', exchange: 'Tukar' } as const

const money = (header: string, key: string): SheetColumn => ({
  header: `${header} (Rp)`,
  key,
  width: 18,
  format: 'rupiah',
  isSummed: true,
})

/** One row a sale: gross - discounts + tax on top + rounding = total = what each way to pay brought. */
export const SALE_COLUMNS: readonly SheetColumn[] = [
  { header: 'Nomor', key: 'number', width: 18 },
  { header: 'Nomor retur', key: 'returnNumber', width: 18 },
  { header: 'Dari penjualan', key: 'ofNumber', width: 18 },
  { header: 'Dokumen', key: 'type', width: 12 },
  { header: 'Waktu', key: 'time', width: 18 },
  { header: 'Kasir', key: 'cashier', width: 16 },
  { header: 'Jenis', key: 'kind', width: 14 },
  { header: 'Jumlah barang', key: 'quantity', width: 14, format: 'quantity', isSummed: true },
  money('Nilai barang', 'gross'),
  money('Diskon barang', 'lineDiscount'),
  money('Diskon belanja', 'basketDiscount'),
  money('DPP', 'taxBase'),
  money('PPN', 'tax'),
  money('PPN di atas harga', 'taxOnTop'),
  money('Pembulatan', 'rounding'),
  money('Total', 'total'),
  ...TENDER_METHODS.map((method) => money(TENDER_WORDS[method], method)),
  money('Belum dikonfirmasi', 'unconfirmed'),
  money('Kembalian', 'change'),
  { header: 'Penerima', key: 'recipient', width: 24 },
  { header: 'Kurir', key: 'courier', width: 12 },
  { header: 'Resi', key: 'awb', width: 20 },
  { header: 'Catatan', key: 'note', width: 30 },
]

/** The row of a sale, a return (below zero) or an exchange; its discounts stand as what they took off. */
export const saleRow = (sale: Sale): SheetRow => {
  const sum = (amountOf: (line: SaleLine) => Rupiah): Rupiah => addRupiah(...sale.lines.map(amountOf))
  const applied = (isWanted: (tender: Tender) => boolean): Rupiah =>
    addRupiah(...sale.tenders.filter(isWanted).map((tender) => tender.applied))
  return {
    number: sale.number,
    returnNumber: sale.returnNumber ?? '',
    ofNumber: sale.returnOf?.number ?? '',
    type: TYPE_WORDS[documentTypeOf(sale)],
    time: formatLocalDateTime(sale.paidAtMs, sale.utcOffsetMinutes),
    cashier: sale.cashier,
    kind: KIND_WORDS[sale.kind],
    quantity: addQuantities(...sale.lines.map((line) => line.quantity)),
    gross: sum(lineGross),
    lineDiscount: sum((line) => line.lineDiscount),
    basketDiscount: sum((line) => line.basketDiscount),
    taxBase: sum((line) => line.taxBase),
    tax: sum((line) => line.tax),
    taxOnTop: sum((line) => subtractRupiah(lineTotal(line), line.amount)),
    rounding: sale.rounding,
    total: sale.total,
    ...Object.fromEntries(
      TENDER_METHODS.map((method): readonly [string, Rupiah] => [
        method,
        applied((tender) => tender.method === method),
      ]),
    ),
    unconfirmed: applied((tender) => !tender.isConfirmed),
    change: sale.change,
    recipient: sale.delivery?.recipientName ?? '',
    courier: sale.delivery?.courier ?? '',
    awb: sale.delivery?.awb ?? '',
    note: sale.note,
  }
}
