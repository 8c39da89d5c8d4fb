import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseSaleNumber } from '../../shared/domain/sale-number.ts'
import type { RemoteRecord } from '../../shared/domain/step.ts'
import { decodeLine, indexedRecordSchema, type IndexedRecord } from './journal-record.ts'

/** What is known of one sale, and where its line stands. */
export type IndexedSale = {
  readonly saleId: string
  readonly number: string
  readonly paidAtMs: number
  readonly day: string
  readonly offset: number
  readonly length: number
  readonly contentChecksum: string
  readonly isCommitted: boolean
  readonly isDiscarded: boolean
  readonly sentSteps: readonly { readonly stepId: string; readonly remote: RemoteRecord }[]
  readonly closedSteps: readonly { readonly stepId: string; readonly reason: string }[]
}

/** The journal in memory: every sale, the highest sequence of each register and day, and how many lines could not be read. */
export type JournalIndex = {
  readonly sales: Map<string, IndexedSale>
  readonly highestSequences: Map<string, number>
  damagedLines: number
}

/** An index of nothing. */
export const emptyIndex = (): JournalIndex => ({ sales: new Map(), highestSequences: new Map(), damagedLines: 0 })

const sequenceKey = (register: string, day: string): string => `${register}/${day}`

/** The highest sequence seen for a register's day; 0 for none. */
export const highestSequence = (index: JournalIndex, register: string, day: string): number =>
  index.highestSequences.get(sequenceKey(register, day)) ?? 0

/** A number that may stand in a file is never given out again. */
export const noteNumber = (index: JournalIndex, number: string): void => {
  const parts = parseSaleNumber(number)
  if (parts === null) return
  const key = sequenceKey(parts.register, parts.day)
  index.highestSequences.set(key, Math.max(index.highestSequences.get(key) ?? 0, parts.sequence))
}

/** Takes one record into the index. */
export const indexRecord = (
  index: JournalIndex,
  record: IndexedRecord,
  place: { readonly day: string; readonly offset: number; readonly length: number },
): void => {
  if (record.type === 'sale') {
    const { id: saleId, number, paidAtMs } = record.sale
    const known = index.sales.get(saleId)
    noteNumber(index, number)
    index.sales.set(saleId, {
      saleId,
      number,
      paidAtMs,
      ...place,
      contentChecksum: record.contentChecksum,
      isCommitted: known?.isCommitted ?? false,
      isDiscarded: false,
      sentSteps: known?.sentSteps ?? [],
      closedSteps: known?.closedSteps ?? [],
    })
    return
  }
  const sale = index.sales.get(record.saleId)
  if (sale === undefined) return
  switch (record.type) {
    case 'committed':
      // The screen showed it as paid: whatever was said about it before, it is never lost.
      index.sales.set(sale.saleId, { ...sale, isCommitted: true, isDiscarded: false })
      break
    case 'discarded':
      index.sales.set(sale.saleId, { ...sale, isDiscarded: !sale.isCommitted })
      break
    case 'step-closed': {
      const others = sale.closedSteps.filter((closed) => closed.stepId !== record.stepId)
      const { stepId, reason } = record
      const closedSteps = reason === null ? others : [...others, { stepId, reason }]
      index.sales.set(sale.saleId, { ...sale, closedSteps })
      break
    }
    case 'step-sent':
      index.sales.set(sale.saleId, {
        ...sale,
        closedSteps: sale.closedSteps.filter((closed) => closed.stepId !== record.stepId),
        sentSteps: [
          ...sale.sentSteps.filter((sent) => sent.stepId !== record.stepId),
          { stepId: record.stepId, remote: record.remote },
        ],
      })
      break
  }
}

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
      const number = /"number":"([A-Z0-9]{1,6}-\d{6}-\d{4,15})"/.exec(line)?.[1]
      if (number !== undefined) noteNumber(index, number)
    }
    offset = end + 1
  }
}

/** The name of a day's file. */
export const fileNameOf = (day: string): string => `sales-${day}.jsonl`

const dayOfFile = (name: string): string | null => /^sales-(\d{4}-\d\d-\d\d)\.jsonl$/.exec(name)?.[1] ?? null

/** The days that have a file, oldest first. */
export const listDays = async (folder: string): Promise<readonly string[]> => {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
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
