import exceljs from 'exceljs'
import type { CellValue } from 'exceljs'
import type { ImportedTable } from '../../shared/ipc/contract.ts'

/** A number as a person would write it: never with an exponent, so that a barcode keeps all its digits. */
export const plainNumber = (value: number): string => {
  if (Number.isInteger(value)) return BigInt(value).toString()
  const text = String(value)
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text
}

/** A cell's value as text: a formula's result, a link's words, a date as yyyy-mm-dd; errors and nothing as empty. */
export const cellText = (value: CellValue | undefined): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number') return plainNumber(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if ('richText' in value)
    return value.richText
      .map((run) => run.text)
      .join('')
      .trim()
  if ('hyperlink' in value) return value.text.trim()
  if ('error' in value) return ''
  if ('formula' in value || 'sharedFormula' in value) return cellText(value.result)
  return ''
}

/** Reads the first sheet of a workbook; its first row that is not empty is the header. Null when there is none. */
export const readXlsxTable = async (bytes: Uint8Array): Promise<ImportedTable | null> => {
  const workbook = new exceljs.Workbook()
  const copy = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(copy).set(bytes)
  await workbook.xlsx.load(copy)
  const sheet = workbook.worksheets[0]
  if (sheet === undefined) return null
  const lines: { lineNumber: number; cells: string[] }[] = []
  sheet.eachRow({ includeEmpty: false }, (row, lineNumber) => {
    const cells = Array.from({ length: sheet.columnCount }, (_, column) => cellText(row.getCell(column + 1).value))
    if (cells.some((cell) => cell !== '')) lines.push({ lineNumber, cells })
  })
  const [header, ...rows] = lines
  if (header === undefined) return null
  const width = header.cells.findLastIndex((cell) => cell !== '') + 1
  return {
    header: header.cells.slice(0, width),
    rows: rows.map((row) => ({ lineNumber: row.lineNumber, cells: row.cells.slice(0, width) })),
  }
}
