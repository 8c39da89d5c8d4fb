import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { indexRecord, noteNumber, type JournalIndex } from './known-records.ts'
import { decodeLine, indexedRecordSchema } from './journal-record.ts'

const LINE_END = 0x0a

/** Takes a whole file into the index; lines that cannot be read are counted, and a number in one is never given out again. */
export const indexFile = (index: JournalIndex, day: string, content: Buffer): void => {
  let offset = 0
  while (offset < content.length) {
    const found = content.indexOf(LINE_END, offset)
    const end = found === -1 ? content.length : found
    const line = content.toString('utf8', offset, end)
    const record = indexedRecordSchema.safeParse(decodeLine(line))
    if (record.success) indexRecord(index, record.data, { day, offset, length: end - offset })
    else if (line.trim() !== '') {
      index.damagedLines += 1
      for (const [, number] of line.matchAll(/"(?:number|returnNumber)":"([A-Z0-9]{1,6}-R?\d{6}-\d{4,15})"/g)) {
        noteNumber(index, number ?? null)
      }
    }
    offset = end + 1
  }
}

/** The name of a day's file. */
export const fileNameOf = (day: string): string => `sales-${day}.jsonl`

/** The file that keeps the highest numbers of days whose own file was removed. */
export const RETIRED_NUMBERS_FILE = 'retired-numbers.jsonl'

const dayOfFile = (name: string): string | null => /^sales-(\d{4}-\d\d-\d\d)\.jsonl$/.exec(name)?.[1] ?? null

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** The days that have a file, oldest first. */
export const listDays = async (folder: string): Promise<readonly string[]> => {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  return names
    .map(dayOfFile)
    .filter((day) => day !== null)
    .sort((left, right) => left.localeCompare(right))
}

/**
 * Takes the files of these days into the index. Other work gets its turn between two files. One that cannot be read counts as
 * damage and keeps no other back.
 */
export const indexDays = async (index: JournalIndex, folder: string, days: readonly string[]): Promise<void> => {
  for (const day of days) {
    const content = await readFile(join(folder, fileNameOf(day))).catch(() => null)
    if (content === null) index.damagedLines += 1
    else indexFile(index, day, content)
  }
}

/** Takes the highest numbers of removed days into the index. */
export const indexRetiredNumbers = async (index: JournalIndex, folder: string): Promise<void> => {
  const content = await readFile(join(folder, RETIRED_NUMBERS_FILE)).catch((error: unknown) => {
    if (isMissing(error)) return Buffer.alloc(0)
    index.damagedLines += 1
    return Buffer.alloc(0)
  })
  indexFile(index, '', content)
}
