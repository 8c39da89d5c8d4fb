import { TENDER_WORDS } from '../../shared/documents/document-words.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { SheetColumn, SheetRow } from './workbook-sheet.ts'

/** One row a payment. */
export const TENDER_COLUMNS: readonly SheetColumn[] = [
  { header: 'Nomor', key: 'number', width: 18 },
  { header: 'Cara', key: 'method', width: 14 },
  { header: 'Diterima (Rp)', key: 'amount', width: 16, format: 'rupiah', isSummed: true },
  { header: 'Dipakai (Rp)', key: 'applied', width: 16, format: 'rupiah', isSummed: true },
  { header: 'Belum dikonfirmasi (Rp)', key: 'unconfirmed', width: 22, format: 'rupiah', isSummed: true },
  { header: 'Referensi', key: 'reference', width: 24 },
]

/** The rows of a sale's payments; money given back stands below zero. */
export const tenderRows = (sale: Sale): readonly SheetRow[] =>
  sale.tenders.map((tender) => ({
    number: sale.number,
    method: TENDER_WORDS[tender.method],
    amount: tender.amount,
    applied: tender.applied,
    unconfirmed: tender.isConfirmed ? 0 : tender.applied,
    reference: tender.reference ?? '',
  }))
