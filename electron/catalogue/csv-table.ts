import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { ImportedTable } from '../../shared/ipc/contract.ts'

const recordsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number().int() }) }))

const DELIMITERS = [',', ';', '\t'] as const

/** The delimiter that stands most often in the header, outside of quotes; a comma when there is none. */
export const detectDelimiter = (text: string): string => {
  const header = (/^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '')
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: header.split(delimiter).length - 1 }))
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter
}

// Excel in Indonesia saves CSV as Windows-1252 unless told otherwise; such bytes are not valid UTF-8.
const decodeText = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Reads CSV with `,` `;` or tab, quotes, CRLF and a byte order mark. Null when it holds no header. Throws on a broken quote. */
export const readCsvTable = (bytes: Uint8Array): ImportedTable | null => {
  const text = decodeText(bytes)
  const parsed: unknown = parse(text, {
    delimiter: detectDelimiter(text),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  })
  const records = recordsSchema.parse(parsed)
  const [header, ...rest] = records
  if (header === undefined) return null
  return {
    header: header.record.map((cell) => cell.trim()),
    rows: rest
      .filter(({ record }) => record.some((cell) => cell.trim() !== ''))
      .map(({ record, info }) => ({ lineNumber: info.lines, cells: record.map((cell) => cell.trim()) })),
  }
}
