import { performance } from 'node:perf_hooks'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import { formatSaleNumber, parseSaleNumber, saleDay } from '../../shared/domain/sale-number.ts'
import type { Sale, UnnumberedSale } from '../../shared/domain/sale.ts'
import type { RemoteRecord } from '../../shared/domain/step.ts'
import type { ActionableError, JournaledSale, JournalEntry } from '../../shared/ipc/contract.ts'
import { journalFailure } from './journal-failure.ts'
import { AppendOnlyFile, openJournalFile, TornAppendError, type OpenJournalFile } from './journal-file.ts'
import {
  emptyIndex,
  fileNameOf,
  highestSequence,
  indexDays,
  indexRecord,
  listDays,
  noteNumber,
  type IndexedSale,
} from './known-sales.ts'
import {
  checksumOf,
  decodeLine,
  encodeRecord,
  journalRecordSchema,
  type IndexedRecord,
  type JournalRecord,
} from './journal-record.ts'
import { oldestKeptDay, removeFinishedDays } from './journal-retention.ts'

/** A sale that stands in the journal: its number, and how long the append and its fsync took. */
export type JournaledNumber = { readonly number: string; readonly syncMs: number }

/** The append-only copy of every sale, beside IndexedDB, one file a day. A sale is durable when `appendSale` succeeds. */
export type Journal = {
  /** Numbers the sale and makes it durable. The same sale id always gets the same number back. */
  readonly appendSale: (
    sale: UnnumberedSale,
    highestKnownSequence: number,
  ) => Promise<Result<JournaledNumber, ActionableError>>
  /** Throws for a sale that the journal does not hold. */
  readonly markCommitted: (saleId: string) => Promise<void>
  /** Throws for a sale that the journal does not hold, and for one that was paid. */
  readonly discard: (saleId: string, reason: string) => Promise<void>
  /** Keeps what a service answered. A sale that the journal does not hold (its file was kept elsewhere) is passed over. */
  readonly noteStepSent: (saleId: string, stepId: string, remote: RemoteRecord) => Promise<void>
  /** Takes in a paid sale that the journal has lost (its folder was deleted), under the number that it has. */
  readonly adoptSale: (sale: Sale) => Promise<void>
  /** Keeps that a person closed a step, or (null) took it up again. A sale that the journal does not hold is passed over. */
  readonly noteStepClosed: (saleId: string, stepId: string, reason: string | null) => Promise<void>
  /** Every sale that was not discarded, oldest file first. */
  readonly list: () => Promise<{ readonly entries: readonly JournalEntry[]; readonly damagedLines: number }>
  /** The sales of these ids that the journal holds and can read, in the order asked for. */
  readonly readSales: (saleIds: readonly string[]) => Promise<readonly JournaledSale[]>
  readonly close: () => Promise<void>
}

/** Files that are read before the first sale can be numbered: a basket opened later cannot stand in an older one. */
const RECENT_FILES = 2

/** Opens the journal of a folder. The newest files are read at once; what is old and wholly sent is removed, and the rest read, behind. */
export const openJournal = async (deps: {
  readonly folder: string
  readonly now: () => number
  /** How many steps a sale owes in all; a day's file is removed only when each of its sales has that many sent. */
  readonly countOwedSteps: (sale: JournaledSale['sale']) => number
  readonly openFile?: OpenJournalFile
}): Promise<Journal> => {
  const openFile = deps.openFile ?? openJournalFile
  const index = emptyIndex()
  const firstKeptDay = oldestKeptDay(deps.now())
  const storedDays = (await listDays(deps.folder)).toReversed()
  const recentDays = storedDays.slice(0, RECENT_FILES).filter((day) => day >= firstKeptDay)
  await indexDays(index, deps.folder, recentDays)

  const readOlderDays = async (): Promise<void> => {
    const removed = await removeFinishedDays(deps.folder, deps.now(), deps.countOwedSteps)
    const older = storedDays.filter((day) => !recentDays.includes(day) && !removed.includes(day))
    await indexDays(index, deps.folder, older)
  }
  const everythingRead = readOlderDays()
  // Whoever needs the older files hears of it; until then it must not count as unhandled.
  everythingRead.catch(() => undefined)
  const needsOlderDays = (sale: UnnumberedSale, day: string): boolean => {
    const oldestRead = recentDays.at(-1) ?? firstKeptDay
    const openedOn = saleDay(Math.min(sale.openedAtMs, sale.paidAtMs), sale.utcOffsetMinutes)
    return recentDays.length < storedDays.length && (openedOn < oldestRead || day < oldestRead)
  }

  let current: { readonly day: string; readonly file: AppendOnlyFile } | null = null
  let tail: Promise<unknown> = Promise.resolve()
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = tail.then(work, work)
    tail = turn.catch(() => undefined)
    return turn
  }

  const closeCurrent = async (): Promise<void> => {
    const closing = current
    current = null
    await closing?.file.close()
  }
  const fileOf = async (day: string): Promise<AppendOnlyFile> => {
    if (current?.day === day) return current.file
    await closeCurrent()
    const file = await AppendOnlyFile.open(deps.folder, fileNameOf(day), openFile)
    current = { day, file }
    return file
  }

  const append = async (day: string, record: JournalRecord & IndexedRecord, isDurable: boolean): Promise<void> => {
    const file = await fileOf(day)
    try {
      indexRecord(index, record, { day, ...(await file.append(encodeRecord(record), isDurable)) })
    } catch (error) {
      // After a failed fsync the kernel may report success the next time: only a new handle tells the truth.
      await closeCurrent().catch(() => undefined)
      throw error
    }
  }

  /** In turn, but only after the sales' files were read: reading old files never holds up the sale that is being paid. */
  const inTurnOnceKnown = async <Value>(saleIds: readonly string[], work: () => Promise<Value>): Promise<Value> => {
    if (saleIds.some((saleId) => !index.sales.has(saleId))) await everythingRead
    return inTurn(work)
  }
  const requireSale = (saleId: string): IndexedSale => {
    const sale = index.sales.get(saleId)
    if (sale === undefined) throw new Error(`The journal does not hold the sale ${saleId}`)
    return sale
  }

  return {
    appendSale: (sale, highestKnownSequence) =>
      inTurn(async () => {
        const day = saleDay(sale.paidAtMs, sale.utcOffsetMinutes)
        if (needsOlderDays(sale, day)) await everythingRead
        const contentChecksum = checksumOf(JSON.stringify(sale))
        const known = index.sales.get(sale.id)
        const isSameContent = known?.contentChecksum === contentChecksum && !known.isDiscarded
        if (known !== undefined && (known.isCommitted || isSameContent)) {
          return success({ number: known.number, syncMs: 0 })
        }
        const sequence = Math.max(highestSequence(index, sale.register, day), highestKnownSequence) + 1
        const number = known?.number ?? formatSaleNumber({ register: sale.register, day, sequence })
        const began = performance.now()
        try {
          await append(known?.day ?? day, { type: 'sale', contentChecksum, sale: { ...sale, number } }, true)
        } catch (error) {
          if (!(error instanceof TornAppendError)) return failure(journalFailure(error))
          noteNumber(index, number)
          return failure(journalFailure(error.cause))
        }
        return success({ number, syncMs: performance.now() - began })
      }),
    markCommitted: (saleId) =>
      inTurnOnceKnown([saleId], async () => {
        const { day, isCommitted } = requireSale(saleId)
        if (!isCommitted) await append(day, { type: 'committed', saleId, atMs: deps.now() }, false)
      }),
    discard: (saleId, reason) =>
      inTurnOnceKnown([saleId], async () => {
        const { day, isCommitted } = requireSale(saleId)
        if (isCommitted) throw new Error(`The sale ${saleId} was paid and cannot be discarded`)
        await append(day, { type: 'discarded', saleId, reason, atMs: deps.now() }, false)
      }),
    noteStepSent: (saleId, stepId, remote) =>
      inTurnOnceKnown([saleId], async () => {
        const day = index.sales.get(saleId)?.day
        if (day !== undefined) await append(day, { type: 'step-sent', saleId, stepId, remote, atMs: deps.now() }, false)
      }),
    adoptSale: (sale) =>
      inTurnOnceKnown([sale.id], async () => {
        if (index.sales.get(sale.id)?.isDiscarded === false) return
        const day = parseSaleNumber(sale.number)?.day ?? saleDay(sale.paidAtMs, sale.utcOffsetMinutes)
        const contentChecksum = checksumOf(JSON.stringify(sale))
        await append(day, { type: 'sale', contentChecksum, sale }, false)
        await append(day, { type: 'committed', saleId: sale.id, atMs: deps.now() }, true)
      }),
    noteStepClosed: (saleId, stepId, reason) =>
      inTurnOnceKnown([saleId], async () => {
        const day = index.sales.get(saleId)?.day
        if (day !== undefined)
          await append(day, { type: 'step-closed', saleId, stepId, reason, atMs: deps.now() }, true)
      }),
    list: async () => {
      await everythingRead
      return {
        entries: [...index.sales.values()]
          .filter((sale) => !sale.isDiscarded)
          .toSorted((left, right) => left.day.localeCompare(right.day) || left.offset - right.offset)
          .map(({ saleId, number, paidAtMs, isCommitted }) => ({ saleId, number, paidAtMs, isCommitted })),
        damagedLines: index.damagedLines,
      }
    },
    readSales: (saleIds) =>
      inTurnOnceKnown(saleIds, async () => {
        const found: JournaledSale[] = []
        for (const saleId of saleIds) {
          const place = index.sales.get(saleId)
          if (place === undefined) continue
          const file = await fileOf(place.day)
          const record = journalRecordSchema.safeParse(decodeLine(await file.read(place.offset, place.length)))
          // One that an older version wrote otherwise, or that was damaged since, stays in its file and keeps no other back.
          if (!record.success || record.data.type !== 'sale') continue
          const { isCommitted, sentSteps, closedSteps } = place
          found.push({ sale: record.data.sale, isCommitted, sentSteps, closedSteps })
        }
        return found
      }),
    close: () =>
      inTurn(async () => {
        await everythingRead.catch(() => undefined)
        await closeCurrent()
      }),
  }
}
