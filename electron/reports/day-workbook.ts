import exceljs from 'exceljs'
import { withConfirmations } from '../../shared/documents/with-confirmations.ts'
import type { DaySales } from './day-sales.ts'
import { lineRows, LINE_COLUMNS } from './line-sheet.ts'
import { saleRow, SALE_COLUMNS } from './sale-sheet.ts'
import { tenderRows, TENDER_COLUMNS } from './tender-sheet.ts'
import { voidedRow, VOIDED_COLUMNS } from './voided-sheet.ts'
import { addSheet } from './workbook-sheet.ts'

/**
 * A day's sales as an xlsx workbook: sheets Penjualan, Barang and Pembayaran, one row a sale, line and tender, each with
 * its totals. Returns stand in them below zero, with the number of the sale they came from. Sales that were called off
 * stand on Dibatalkan and in no sum.
 */
export const dayWorkbook = async ({ sales, voidings, confirmations }: DaySales): Promise<Uint8Array> => {
  const workbook = new exceljs.Workbook()
  workbook.creator = 'Konter'
  // A total of 0 is written without its result: the reader works it out.
  workbook.calcProperties = { fullCalcOnLoad: true }
  const voidingOf = new Map(voidings.map((voiding) => [voiding.saleId, voiding]))
  const standing = sales.filter((sale) => !voidingOf.has(sale.id)).map((sale) => withConfirmations(sale, confirmations))
  const voided = sales.flatMap((sale) => {
    const voiding = voidingOf.get(sale.id)
    return voiding === undefined ? [] : [voidedRow(sale, voiding)]
  })
  addSheet(workbook, 'Penjualan', SALE_COLUMNS, standing.map(saleRow))
  addSheet(workbook, 'Barang', LINE_COLUMNS, standing.flatMap(lineRows))
  addSheet(workbook, 'Pembayaran', TENDER_COLUMNS, standing.flatMap(tenderRows))
  if (voided.length > 0) addSheet(workbook, 'Dibatalkan', VOIDED_COLUMNS, voided)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
