import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { saleDay } from '../../shared/domain/sale-number.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { emptyIndex, fileNameOf, indexFile, listDays } from './known-sales.ts'
import { decodeLine, journalRecordSchema } from './journal-record.ts'

const KEPT_DAYS = 90
const DAY_MS = 86_400_000

/** The oldest day (`yyyy-mm-dd`) whose file is kept in any case. */
export const oldestKeptDay = (nowMs: number): string => saleDay(nowMs - KEPT_DAYS * DAY_MS, 0)

/** True when every sale of the file has all its steps sent or closed, or was discarded, and every line could be read. */
export const isFinished = (content: Buffer, countOwedSteps: (sale: Sale) => number): boolean => {
  const index = emptyIndex()
  indexFile(index, '', content)
  if (index.damagedLines > 0) return false
  return [...index.sales.values()].every((place) => {
    if (place.isDiscarded) return true
    const line = content.toString('utf8', place.offset, place.offset + place.length)
    const record = journalRecordSchema.safeParse(decodeLine(line))
    if (!record.success || record.data.type !== 'sale') return false
    return place.isCommitted && place.sentSteps.length + place.closedSteps.length >= countOwedSteps(record.data.sale)
  })
}

/** Removes files over 90 days old in which nothing is left to send; everything else stays, however old. Answers the days removed. */
export const removeFinishedDays = async (
  folder: string,
  nowMs: number,
  countOwedSteps: (sale: Sale) => number,
): Promise<readonly string[]> => {
  const firstKeptDay = oldestKeptDay(nowMs)
  const removed: string[] = []
  for (const day of await listDays(folder)) {
    if (day >= firstKeptDay) break
    const path = join(folder, fileNameOf(day))
    const content = await readFile(path).catch(() => null)
    if (content === null || !isFinished(content, countOwedSteps)) continue
    await rm(path)
    removed.push(day)
  }
  return removed
}
