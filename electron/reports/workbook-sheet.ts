import type { Workbook, Worksheet } from 'exceljs'
import { addQuantities } from '../../shared/domain/quantity.ts'

/** A column of a sheet. `summed` ones get a total at the foot; `format` is how their numbers are shown. */
export type SheetColumn = {
  readonly header: string
  readonly key: string
  readonly width: number
  readonly format?: 'rupiah' | 'quantity'
  readonly isSummed?: boolean
}

/** A row by the keys of its columns. */
export type SheetRow = Readonly<Record<string, string | number>>

const FORMATS = { rupiah: '#,##0;[Red]-#,##0', quantity: '#,##0.###;[Red]-#,##0.###' } as const

const addTotals = (sheet: Worksheet, columns: readonly SheetColumn[], rows: readonly SheetRow[]): void => {
  const lastRow = sheet.rowCount
  const total = sheet.addRow([])
  total.font = { bold: true }
  total.getCell(1).value = 'Total'
  for (const { key } of columns.filter(({ isSummed }) => isSummed === true)) {
    const { letter } = sheet.getColumn(key)
    // Rupiah are whole and quantities have three decimals: both are summed exactly as quantities.
    const result = addQuantities(...rows.map((row) => row[key]).filter((value) => typeof value === 'number'))
    total.getCell(key).value = rows.length > 0 ? { formula: `SUM(${letter}2:${letter}${String(lastRow)})`, result } : 0
  }
}

/** Adds a sheet with a bold frozen header, a filter, the rows and, where columns are summed, a last row of totals as formulas. */
export const addSheet = (
  workbook: Workbook,
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly SheetRow[],
): void => {
  const sheet = workbook.addWorksheet(name)
  sheet.columns = columns.map(({ header, key, width }) => ({ header, key, width }))
  for (const row of rows) sheet.addRow(row)
  for (const { key, format } of columns) if (format !== undefined) sheet.getColumn(key).numFmt = FORMATS[format]
  sheet.getRow(1).font = { bold: true }
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  if (columns.some(({ isSummed }) => isSummed === true)) addTotals(sheet, columns, rows)
}
