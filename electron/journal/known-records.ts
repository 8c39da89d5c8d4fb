import { assertNever } from '../../shared/domain/assert-never.ts'
import { parseSaleNumber, type NumberSeries } from '../../shared/domain/sale-number.ts'
import type { SalePaper } from '../../shared/domain/sale-paper.ts'
import type { RemoteRecord } from '../../shared/domain/step.ts'
import type { KeptRecord, TenderConfirmation, Voiding } from '../../shared/ipc/contract.ts'
import type { IndexedRecord } from './journal-record.ts'

/** Where a record's line stands. */
export type LinePlace = { readonly day: string; readonly offset: number; readonly length: number }

/** What is known of the steps that a sale or a stock document owes. */
export type KnownSteps = {
  readonly sentSteps: readonly { readonly stepId: string; readonly remote: RemoteRecord }[]
  readonly closedSteps: readonly { readonly stepId: string; readonly reason: string }[]
}

/** What is known of one sale, and where its line stands. */
export type IndexedSale = LinePlace &
  KnownSteps & {
    readonly saleId: string
    readonly number: string
    readonly returnNumber: string | null
    readonly paidAtMs: number
    readonly contentChecksum: string
    readonly isCommitted: boolean
    readonly isDiscarded: boolean
    readonly papers: readonly SalePaper[]
    readonly voiding: Voiding | null
    readonly confirmations: readonly TenderConfirmation[]
  }

/** What is known of a copy of something else than a sale, and where its newest line stands. */
export type IndexedCopy = LinePlace & KnownSteps & Pick<KeptRecord, 'id' | 'kind' | 'atMs'>

/** The journal in memory: every sale and copy, the highest sequence of each series and day, and how many lines could not be read. */
export type JournalIndex = {
  readonly sales: Map<string, IndexedSale>
  readonly copies: Map<string, IndexedCopy>
  readonly highestSequences: Map<string, number>
  damagedLines: number
}

/** An index of nothing. */
export const emptyIndex = (): JournalIndex => ({
  sales: new Map(),
  copies: new Map(),
  highestSequences: new Map(),
  damagedLines: 0,
})

/** The highest sequence seen of a series on a register's day; 0 for none. `prefix` is like `K1-R261121`. */
export const highestSequence = (index: JournalIndex, prefix: string): number => index.highestSequences.get(prefix) ?? 0

/** Notes that a series has reached a sequence. */
export const noteSequence = (index: JournalIndex, prefix: string, sequence: number): void => {
  index.highestSequences.set(prefix, Math.max(highestSequence(index, prefix), sequence))
}

/** A number that may stand in a file is never given out again. */
export const noteNumber = (index: JournalIndex, number: string | null): void => {
  const parts = number === null ? null : parseSaleNumber(number)
  if (number === null || parts === null) return
  noteSequence(index, number.slice(0, number.lastIndexOf('-')), parts.sequence)
}

/** The series that a number is of; null when it is none. */
export const seriesOf = (number: string): NumberSeries | null => parseSaleNumber(number)?.series ?? null

const withClosed = <Known extends KnownSteps>(known: Known, stepId: string, reason: string | null): Known => {
  const others = known.closedSteps.filter((closed) => closed.stepId !== stepId)
  return { ...known, closedSteps: reason === null ? others : [...others, { stepId, reason }] }
}

const withSent = <Known extends KnownSteps>(known: Known, stepId: string, remote: RemoteRecord): Known => ({
  ...known,
  closedSteps: known.closedSteps.filter((closed) => closed.stepId !== stepId),
  sentSteps: [...known.sentSteps.filter((sent) => sent.stepId !== stepId), { stepId, remote }],
})

const indexSale = (index: JournalIndex, record: IndexedRecord & { type: 'sale' }, place: LinePlace): void => {
  const { id: saleId, number, returnNumber, paidAtMs } = record.sale
  const known = index.sales.get(saleId)
  noteNumber(index, number)
  noteNumber(index, returnNumber)
  index.sales.set(saleId, {
    saleId,
    number,
    returnNumber,
    paidAtMs,
    ...place,
    contentChecksum: record.contentChecksum,
    isCommitted: known?.isCommitted ?? false,
    isDiscarded: false,
    sentSteps: known?.sentSteps ?? [],
    closedSteps: known?.closedSteps ?? [],
    papers: record.papers,
    voiding: known?.voiding ?? null,
    confirmations: known?.confirmations ?? [],
  })
}

const indexCopy = (index: JournalIndex, record: IndexedRecord & { type: 'kept' }, place: LinePlace): void => {
  const { id, kind, atMs } = record.record
  const known = index.copies.get(id)
  // All lines of one id stand in one file, in order; across files (one of them could not be read) only their times tell.
  if (known !== undefined && known.day !== place.day && known.atMs > atMs) return
  index.copies.set(id, {
    id,
    kind,
    atMs,
    ...place,
    sentSteps: known?.sentSteps ?? [],
    closedSteps: known?.closedSteps ?? [],
  })
}

const withConfirmation = (
  confirmations: readonly TenderConfirmation[],
  confirmation: TenderConfirmation,
): readonly TenderConfirmation[] =>
  confirmations.some((each) => each.tenderIndex === confirmation.tenderIndex)
    ? confirmations
    : [...confirmations, confirmation]

type StepRecord = Extract<IndexedRecord, { type: 'step-sent' | 'step-closed' }>
type SaleRecord = Extract<IndexedRecord, { type: 'committed' | 'discarded' | 'voided' | 'tender-confirmed' }>

const indexStep = (index: JournalIndex, record: StepRecord): void => {
  const change = <Known extends KnownSteps>(known: Known): Known =>
    record.type === 'step-sent'
      ? withSent(known, record.stepId, record.remote)
      : withClosed(known, record.stepId, record.reason)
  const sale = index.sales.get(record.saleId)
  if (sale !== undefined) index.sales.set(sale.saleId, change(sale))
  const copy = index.copies.get(record.saleId)
  if (copy !== undefined) index.copies.set(copy.id, change(copy))
}

const changedSale = (sale: IndexedSale, record: SaleRecord): IndexedSale => {
  switch (record.type) {
    case 'committed':
      // The screen showed it as paid: whatever was said about it before, it is never lost.
      return { ...sale, isCommitted: true, isDiscarded: false }
    case 'discarded':
      return { ...sale, isDiscarded: !sale.isCommitted }
    case 'voided':
      return { ...sale, voiding: record.voiding }
    case 'tender-confirmed':
      return { ...sale, confirmations: withConfirmation(sale.confirmations, record.confirmation) }
    default:
      return assertNever(record, 'record of a sale')
  }
}

/** Takes one record into the index. */
export const indexRecord = (index: JournalIndex, record: IndexedRecord, place: LinePlace): void => {
  switch (record.type) {
    case 'sale':
      indexSale(index, record, place)
      break
    case 'kept':
      indexCopy(index, record, place)
      break
    case 'retired':
      for (const { prefix, sequence } of record.highest) noteSequence(index, prefix, sequence)
      break
    case 'step-closed':
    case 'step-sent':
      indexStep(index, record)
      break
    case 'committed':
    case 'discarded':
    case 'voided':
    case 'tender-confirmed': {
      const sale = index.sales.get(record.saleId)
      if (sale !== undefined) index.sales.set(sale.saleId, changedSale(sale, record))
      break
    }
    default:
      assertNever(record, 'journal record')
  }
}
