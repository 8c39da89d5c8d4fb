import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { formatLocalDay } from '../../shared/domain/local-time.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { stepsOwedForStock } from '../../shared/domain/stock-movements.ts'
import { AppendOnlyFile, type OpenJournalFile } from './journal-file.ts'
import { fileNameOf, indexFile, listDays, RETIRED_NUMBERS_FILE } from './index-files.ts'
import { emptyIndex, type JournalIndex, type KnownSteps, type LinePlace } from './known-records.ts'
import { decodeLine, encodeRecord, journalRecordSchema, type JournalRecord } from './journal-record.ts'

const KEPT_DAYS = 90
const DAY_MS = 86_400_000

/** The oldest day (`yyyy-mm-dd`) whose file is kept in any case. */
export const oldestKeptDay = (nowMs: number): string => formatLocalDay(nowMs - KEPT_DAYS * DAY_MS, 0)

const recordAt = (content: Buffer, place: LinePlace): JournalRecord | null => {
  const line = content.toString('utf8', place.offset, place.offset + place.length)
  const record = journalRecordSchema.safeParse(decodeLine(line))
  return record.success ? record.data : null
}

const doneSteps = (known: KnownSteps): number => known.sentSteps.length + known.closedSteps.length

const indexOf = (content: Buffer): JournalIndex => {
  const index = emptyIndex()
  indexFile(index, '', content)
  return index
}

/**
 * True when nothing of the file is needed any more: every sale has all its steps sent or closed, was voided or discarded,
 * every stock document is recorded, every shift is closed, and every line could be read.
 */
const isFinished = (content: Buffer, index: JournalIndex, countOwedSteps: (sale: Sale) => number): boolean => {
  if (index.damagedLines > 0) return false
  const areSalesDone = [...index.sales.values()].every((place) => {
    if (place.isDiscarded || place.voiding !== null) return true
    const record = recordAt(content, place)
    return record?.type === 'sale' && place.isCommitted && doneSteps(place) >= countOwedSteps(record.sale)
  })
  return (
    areSalesDone &&
    [...index.copies.values()].every((place) => {
      const record = recordAt(content, place)
      if (record?.type !== 'kept') return false
      if (record.record.kind === 'shift') return record.record.shift.closing !== null
      if (record.record.kind === 'cash-move') return true
      return doneSteps(place) >= stepsOwedForStock(record.record.document).length
    })
  )
}

/** What a removal needs to know. */
export type RetentionDeps = {
  readonly folder: string
  readonly nowMs: number
  readonly countOwedSteps: (sale: Sale) => number
  readonly openFile: OpenJournalFile
}

const keepNumbers = async (deps: RetentionDeps, day: string, index: JournalIndex): Promise<void> => {
  const highest = [...index.highestSequences].map(([prefix, sequence]) => ({ prefix, sequence }))
  if (highest.length === 0) return
  const file = await AppendOnlyFile.open(deps.folder, RETIRED_NUMBERS_FILE, deps.openFile)
  try {
    await file.append(encodeRecord({ type: 'retired', day, highest }), true)
  } finally {
    await file.close()
  }
}

/**
 * Removes files over 90 days old of which nothing is needed any more; everything else stays, however old. The numbers of a
 * removed day are kept: a clock set back must not lead to one of them being made again. Answers the days removed.
 */
export const removeFinishedDays = async (deps: RetentionDeps): Promise<readonly string[]> => {
  const firstKeptDay = oldestKeptDay(deps.nowMs)
  const removed: string[] = []
  for (const day of await listDays(deps.folder)) {
    if (day >= firstKeptDay) break
    const path = join(deps.folder, fileNameOf(day))
    const content = await readFile(path).catch(() => null)
    if (content === null) continue
    const index = indexOf(content)
    if (!isFinished(content, index, deps.countOwedSteps)) continue
    await keepNumbers(deps, day, index)
    await rm(path)
    removed.push(day)
  }
  return removed
}
