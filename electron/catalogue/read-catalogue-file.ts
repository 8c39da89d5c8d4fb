import { extname } from 'node:path'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import type { ActionableError, ImportedTable } from '../../shared/ipc/contract.ts'
import { readCsvTable } from './csv-table.ts'

const unreadable = (detail: string): ActionableError => ({
  code: 'catalogue-unreadable',
  message: {
    id: 'Berkas ini tidak dapat dibaca. Simpan ulang sebagai CSV (UTF-8) atau xlsx, lalu coba lagi.',
    en: 'This file cannot be read. Save it again as CSV (UTF-8) or xlsx, then try again.',
  },
  detail,
})

const empty: ActionableError = {
  code: 'catalogue-empty',
  message: {
    id: 'Berkas ini kosong. Baris pertama harus berisi nama kolom.',
    en: 'This file is empty. Its first row must hold the names of the columns.',
  },
  detail: null,
}

const unknownKind = (extension: string): ActionableError => ({
  code: 'catalogue-unknown-kind',
  message: {
    id: 'Hanya berkas .csv dan .xlsx yang dapat diimpor.',
    en: 'Only .csv and .xlsx files can be imported.',
  },
  detail: extension,
})

const readTable = async (extension: string, bytes: Uint8Array): Promise<ImportedTable | null> => {
  // A zip begins with PK: a workbook that was named .csv is read as what it is.
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isWorkbook && extension !== '.xlsx') return readCsvTable(bytes)
  // exceljs takes a fifth of a second to load, which no start should pay.
  const { readXlsxTable } = await import('./xlsx-table.ts')
  return readXlsxTable(bytes)
}

/** Reads an imported catalogue (CSV or xlsx) as a table of texts. Says in both languages why a file cannot be used. */
export const readCatalogueFile = async (
  fileName: string,
  bytes: Uint8Array,
): Promise<Result<ImportedTable, ActionableError>> => {
  const extension = extname(fileName).toLowerCase()
  if (!['.csv', '.txt', '.tsv', '.xlsx'].includes(extension)) return failure(unknownKind(extension))
  try {
    const table = await readTable(extension, bytes)
    return table === null ? failure(empty) : success(table)
  } catch (error) {
    return failure(unreadable(error instanceof Error ? error.message : String(error)))
  }
}
