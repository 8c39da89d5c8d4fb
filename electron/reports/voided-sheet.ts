import { formatLocalDateTime } from '../../shared/domain/local-time.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { Voiding } from '../../shared/ipc/contract.ts'
import type { SheetColumn, SheetRow } from './workbook-sheet.ts'

/** One row a sale that was called off; nothing is summed. */
export const VOIDED_COLUMNS: readonly SheetColumn[] = [
  { header: 'Nomor', key: 'number', width: 18 },
  { header: 'Waktu', key: 'time', width: 18 },
  { header: 'Kasir', key: 'cashier', width: 16 },
  { header: 'Total, tidak dihitung (Rp)', key: 'total', width: 24, format: 'rupiah' },
  { header: 'Dibatalkan', key: 'voidedTime', width: 18 },
  { header: 'Oleh', key: 'by', width: 16 },
  { header: 'Alasan', key: 'reason', width: 30 },
]

/** The row of a sale that was called off. */
export const voidedRow = (sale: Sale, voiding: Voiding): SheetRow => ({
  number: sale.number,
  time: formatLocalDateTime(sale.paidAtMs, sale.utcOffsetMinutes),
  cashier: sale.cashier,
  total: sale.total,
  voidedTime: formatLocalDateTime(voiding.atMs, sale.utcOffsetMinutes),
  by: voiding.by,
  reason: voiding.reason,
})
