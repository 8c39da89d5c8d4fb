import { performance } from 'node:perf_hooks'
import { formatLocalDay } from '../../shared/domain/local-time.ts'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import { parseSaleNumber } from '../../shared/domain/sale-number.ts'
import type { SalePaper } from '../../shared/domain/sale-paper.ts'
import type { Sale, UnnumberedSale } from '../../shared/domain/sale.ts'
import type { RemoteRecord } from '../../shared/domain/step.ts'
import type {
  ActionableError,
  JournaledSale,
  JournalEntry,
  KeptRecord,
  TenderConfirmation,
  Voiding,
} from '../../shared/ipc/contract.ts'
import { createDayFiles } from './day-files.ts'
import { indexDays, indexRetiredNumbers, listDays } from './index-files.ts'
import { copyFailure, journalFailure } from './journal-failure.ts'
import { openJournalFile, TornAppendError, type OpenJournalFile } from './journal-file.ts'
import { emptyIndex, noteNumber, type IndexedSale, type KnownSteps, type LinePlace } from './known-records.ts'
import { checksumOf } from './journal-record.ts'
import { oldestKeptDay, removeFinishedDays } from './journal-retention.ts'
import { mintNumbers, type HighestKnown, type SaleNumbers } from './mint-numbers.ts'

/** A sale that stands in the journal: its numbers, and how long the append and its fsync took. */
export type JournaledNumber = SaleNumbers & {
  readonly syncMs: number
  /** What was given to printers when the journal took in the sale at an earlier try; none at the first. */
  readonly earlierPapers: readonly SalePaper[]
}

/** What goes to printers as soon as the sale is durable. Only the first append of a sale takes it. */
export type PapersOfAppend = {
  readonly papers: readonly SalePaper[]
  /** The sale has its numbers; it is not durable yet. */
  readonly onNumbered: (sale: Sale) => void
  /** The sale is durable, and the papers are noted with it. */
  readonly onDurable: (sale: Sale) => void
}

/** The newest copy of each shift, cash move and stock document, oldest first, with what is known of the documents' steps. */
export type KeptRecords = KnownSteps & { readonly records: readonly KeptRecord[] }

/**
 * The append-only copy of every sale, beside IndexedDB, one file a day. A sale is durable when `appendSale` succeeds. Shifts,
 * cash moves and stock documents are copied into it too.
 */
export type Journal = {
  /**
   * Numbers the sale and makes it durable. The same sale id always gets the same numbers back. Papers that go out with the first
   * append are noted in the same line, so that no later try, in whatever run, prints them once more.
   */
  readonly appendSale: (
    sale: UnnumberedSale,
    highest: HighestKnown,
    papers?: PapersOfAppend,
  ) => Promise<Result<JournaledNumber, ActionableError>>
  /** Throws for a sale that the journal does not hold. */
  readonly markCommitted: (saleId: string) => Promise<void>
  /** Throws for a sale that the journal does not hold, and for one that was paid. */
  readonly discard: (saleId: string, reason: string) => Promise<void>
  /** Keeps what a service answered. What the journal does not hold (its file was kept elsewhere) is passed over. */
  readonly noteStepSent: (saleId: string, stepId: string, remote: RemoteRecord) => Promise<void>
  /** Takes in a paid sale that the journal has lost (its folder was deleted), under the number that it has. */
  readonly adoptSale: (sale: Sale) => Promise<void>
  /** Keeps that a person closed a step, or (null) took it up again. What the journal does not hold is passed over. */
  readonly noteStepClosed: (saleId: string, stepId: string, reason: string | null) => Promise<void>
  /** Keeps (fsync) that a sale was called off. A sale that the journal does not hold is passed over. */
  readonly noteSaleVoided: (voiding: Voiding) => Promise<Result<null, ActionableError>>
  /** Keeps (fsync) that somebody saw a payment arrive; the first one to say so stands. */
  readonly noteTenderConfirmed: (confirmation: TenderConfirmation) => Promise<void>
  /** Keeps a copy (fsync); a later one of the same id takes the place of the earlier. */
  readonly keepRecord: (record: KeptRecord) => Promise<Result<null, ActionableError>>
  readonly listKeptRecords: () => Promise<KeptRecords>
  /** Every sale that was not discarded, oldest file first. */
  readonly list: () => Promise<{ readonly entries: readonly JournalEntry[]; readonly damagedLines: number }>
  /** The sales of these ids that the journal holds and can read, in the order asked for. */
  readonly readSales: (saleIds: readonly string[]) => Promise<readonly JournaledSale[]>
  /**
   * What went to printers with sales that the page never wrote: a run that ended in that moment. Only the newest files are
   * looked through. Those that somebody discarded count for some days, in which their printers may not have been used.
   */
  readonly papersLeftBehind: () => readonly SalePaper[]
  readonly close: () => Promise<void>
}

const DISCARDED_COUNTS_MS = 3 * 86_400_000

/** Files that are read before the first sale can be numbered: a basket opened later cannot stand in an older one. */
const RECENT_FILES = 2

const byPlace = (left: LinePlace, right: LinePlace): number =>
  left.day.localeCompare(right.day) || left.offset - right.offset

/** Opens the journal of a folder. The newest files are read at once; what is old and wholly done is removed, and the rest read, behind. */
export const openJournal = async (deps: {
  readonly folder: string
  readonly now: () => number
  /** How many steps a sale owes in all; a day's file is removed only when each of its sales has that many sent or closed. */
  readonly countOwedSteps: (sale: JournaledSale['sale']) => number
  readonly openFile?: OpenJournalFile
}): Promise<Journal> => {
  const { folder, now, countOwedSteps, openFile = openJournalFile } = deps
  const index = emptyIndex()
  const files = createDayFiles(folder, index, openFile)
  const firstKeptDay = oldestKeptDay(now())
  const storedDays = (await listDays(folder)).toReversed()
  const recentDays = storedDays.slice(0, RECENT_FILES).filter((day) => day >= firstKeptDay)
  await indexRetiredNumbers(index, folder)
  await indexDays(index, folder, recentDays)

  const readOlderDays = async (): Promise<void> => {
    const removed = await removeFinishedDays({ folder, nowMs: now(), countOwedSteps, openFile })
    const older = storedDays.filter((day) => !recentDays.includes(day) && !removed.includes(day))
    await indexDays(index, folder, older)
    if (removed.length > 0) await indexRetiredNumbers(index, folder)
  }
  const everythingRead = readOlderDays()
  // Whoever needs the older files hears of it; until then it must not count as unhandled.
  everythingRead.catch(() => undefined)
  const needsOlderDays = (sale: UnnumberedSale, day: string): boolean => {
    const oldestRead = recentDays.at(-1) ?? firstKeptDay
    const openedOn = formatLocalDay(Math.min(sale.openedAtMs, sale.paidAtMs), sale.utcOffsetMinutes)
    return recentDays.length < storedDays.length && (openedOn < oldestRead || day < oldestRead)
  }

  let tail: Promise<unknown> = Promise.resolve()
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = tail.then(work, work)
    tail = turn.catch(() => undefined)
    return turn
  }
  const isKnown = (id: string): boolean => index.sales.has(id) || index.copies.has(id)
  /** In turn, but only after the files of these ids were read: reading old files never holds up the sale that is being paid. */
  const inTurnOnceKnown = async <Value>(ids: readonly string[], work: () => Promise<Value>): Promise<Value> => {
    if (!ids.every(isKnown)) await everythingRead
    return inTurn(work)
  }
  const dayOf = (id: string): string | undefined => index.sales.get(id)?.day ?? index.copies.get(id)?.day
  const requireSale = (saleId: string): IndexedSale => {
    const sale = index.sales.get(saleId)
    if (sale === undefined) throw new Error(`The journal does not hold the sale ${saleId}`)
    return sale
  }
  const copied = async (work: () => Promise<void>): Promise<Result<null, ActionableError>> => {
    try {
      await work()
      return success(null)
    } catch (error) {
      return failure(copyFailure(error))
    }
  }

  return {
    appendSale: (sale, highest, first) =>
      inTurn(async () => {
        const day = formatLocalDay(sale.paidAtMs, sale.utcOffsetMinutes)
        if (needsOlderDays(sale, day)) await everythingRead
        const contentChecksum = checksumOf(JSON.stringify(sale))
        const known = index.sales.get(sale.id)
        const isSameContent = known?.contentChecksum === contentChecksum && !known.isDiscarded
        if (known !== undefined && (known.isCommitted || isSameContent)) {
          const { number, returnNumber, papers: earlierPapers } = known
          return success({ number, returnNumber, syncMs: 0, earlierPapers })
        }
        const numbers = mintNumbers(index, sale, day, highest, known)
        const numbered: Sale = { ...sale, ...numbers }
        const going = known === undefined ? first : undefined
        const earlierPapers = known?.papers ?? []
        const papers = going?.papers ?? earlierPapers
        going?.onNumbered(numbered)
        const began = performance.now()
        try {
          await files.append(known?.day ?? day, { type: 'sale', contentChecksum, sale: numbered, papers }, true)
        } catch (error) {
          if (!(error instanceof TornAppendError)) return failure(journalFailure(error))
          noteNumber(index, numbers.number)
          noteNumber(index, numbers.returnNumber)
          return failure(journalFailure(error.cause))
        }
        going?.onDurable(numbered)
        return success({ ...numbers, syncMs: performance.now() - began, earlierPapers })
      }),
    markCommitted: (saleId) =>
      inTurnOnceKnown([saleId], async () => {
        const { day, isCommitted } = requireSale(saleId)
        if (!isCommitted) await files.append(day, { type: 'committed', saleId, atMs: now() }, false)
      }),
    discard: (saleId, reason) =>
      inTurnOnceKnown([saleId], async () => {
        const { day, isCommitted } = requireSale(saleId)
        if (isCommitted) throw new Error(`The sale ${saleId} was paid and cannot be discarded`)
        await files.append(day, { type: 'discarded', saleId, reason, atMs: now() }, false)
      }),
    noteStepSent: (saleId, stepId, remote) =>
      inTurnOnceKnown([saleId], async () => {
        const day = dayOf(saleId)
        if (day !== undefined)
          await files.append(day, { type: 'step-sent', saleId, stepId, remote, atMs: now() }, false)
      }),
    adoptSale: (sale) =>
      inTurnOnceKnown([sale.id], async () => {
        if (index.sales.get(sale.id)?.isDiscarded === false) return
        const day = parseSaleNumber(sale.number)?.day ?? formatLocalDay(sale.paidAtMs, sale.utcOffsetMinutes)
        const contentChecksum = checksumOf(JSON.stringify(sale))
        await files.append(day, { type: 'sale', contentChecksum, sale, papers: [] }, false)
        await files.append(day, { type: 'committed', saleId: sale.id, atMs: now() }, true)
      }),
    noteStepClosed: (saleId, stepId, reason) =>
      inTurnOnceKnown([saleId], async () => {
        const day = dayOf(saleId)
        if (day !== undefined)
          await files.append(day, { type: 'step-closed', saleId, stepId, reason, atMs: now() }, true)
      }),
    noteSaleVoided: (voiding) =>
      copied(() =>
        inTurnOnceKnown([voiding.saleId], async () => {
          const sale = index.sales.get(voiding.saleId)
          if (sale === undefined || sale.voiding !== null) return
          await files.append(sale.day, { type: 'voided', saleId: voiding.saleId, voiding }, true)
        }),
      ),
    noteTenderConfirmed: (confirmation) =>
      inTurnOnceKnown([confirmation.saleId], async () => {
        const { saleId, tenderIndex } = confirmation
        const sale = index.sales.get(saleId)
        if (sale === undefined || sale.confirmations.some((each) => each.tenderIndex === tenderIndex)) return
        await files.append(sale.day, { type: 'tender-confirmed', saleId, confirmation }, true)
      }),
    keepRecord: (record) =>
      copied(() =>
        inTurnOnceKnown([record.id], async () => {
          // All copies of one id stand in one file, so that the last one is the newest whatever the clock says.
          const day = index.copies.get(record.id)?.day ?? formatLocalDay(record.atMs, 0)
          await files.append(day, { type: 'kept', record }, true)
        }),
      ),
    listKeptRecords: async () => {
      await everythingRead
      return inTurn(async () => {
        const copies = [...index.copies.values()].toSorted(byPlace)
        const records: KeptRecord[] = []
        for (const copy of copies) {
          const line = await files.read(copy)
          // One that this version cannot read stays in its file and keeps no other back.
          if (line?.type === 'kept') records.push(line.record)
        }
        return {
          records,
          sentSteps: copies.flatMap((copy) => copy.sentSteps),
          closedSteps: copies.flatMap((copy) => copy.closedSteps),
        }
      })
    },
    list: async () => {
      await everythingRead
      return {
        entries: [...index.sales.values()]
          .filter((sale) => !sale.isDiscarded)
          .toSorted(byPlace)
          .map(({ saleId, number, paidAtMs, isCommitted }) => ({ saleId, number, paidAtMs, isCommitted })),
        damagedLines: index.damagedLines,
      }
    },
    papersLeftBehind: () =>
      [...index.sales.values()].flatMap(({ isCommitted, isDiscarded, papers, paidAtMs }) =>
        isCommitted || (isDiscarded && paidAtMs < now() - DISCARDED_COUNTS_MS) ? [] : papers,
      ),
    readSales: (saleIds) =>
      inTurnOnceKnown(saleIds, async () => {
        const found: JournaledSale[] = []
        for (const saleId of saleIds) {
          const place = index.sales.get(saleId)
          if (place === undefined) continue
          const line = await files.read(place)
          // One that an older version wrote otherwise, or that was damaged since, stays in its file and keeps no other back.
          if (line?.type !== 'sale') continue
          const { isCommitted, sentSteps, closedSteps, papers, voiding, confirmations } = place
          found.push({ sale: line.sale, isCommitted, sentSteps, closedSteps, papers, voiding, confirmations })
        }
        return found
      }),
    close: () =>
      inTurn(async () => {
        await everythingRead.catch(() => undefined)
        await files.close()
      }),
  }
}
