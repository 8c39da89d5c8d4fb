import type { DocumentKind } from '../../shared/domain/document-kind.ts'
import type { PrintJob } from '../../shared/domain/print-job.ts'
import { movementsForSale } from '../../shared/domain/movements-for-sale.ts'
import { saleJob, type SalePaper, takenJob } from '../../shared/domain/sale-paper.ts'
import { soldLines } from '../../shared/domain/sale-sums.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { Shift } from '../../shared/domain/shift.ts'
import { stepsFor } from '../../shared/domain/steps-for.ts'
import type { TillDatabase } from './database.ts'
import type { StoredSale } from './rows.ts'
import { readSaleHistory } from './sale-history.ts'
import { readOpenShift } from './shift-store.ts'
import { withWaitsResolved } from './step-order.ts'
import { toStoredSale } from './stored-sale.ts'

/** What is printed of a sale when it is paid. */
export const documentsOfSale = (
  sale: Pick<Sale, 'kind' | 'lines'>,
  { printsReceipt, printsPickList = false }: Pick<WriteHow, 'printsReceipt' | 'printsPickList'>,
): readonly DocumentKind[] => [
  ...(printsReceipt ? (['receipt'] as const) : []),
  ...(sale.kind === 'delivery' ? (['label'] as const) : []),
  ...(printsPickList && soldLines(sale).length > 0 ? (['pick-list'] as const) : []),
]

const printJobsOf = (sale: Sale, how: WriteHow): readonly PrintJob[] => {
  const { reserved, lost } = how.papers ?? NO_PAPERS
  const lostDocuments = new Set(lost.map(({ document }) => document))
  // What has gone out stands in the queue, whether the settings still want it or not.
  const documents = new Set([...documentsOfSale(sale, how), ...reserved.keys()])
  const fresh = [...documents].filter((document) => !lostDocuments.has(document))
  const jobs = fresh.map((document) => {
    const printer = reserved.get(document)
    return printer === undefined ? saleJob(sale, document) : takenJob(saleJob(sale, document), printer)
  })
  return [...jobs, ...lost]
}

/** What printers have of a sale before it is written. */
export type WrittenPapers = {
  /** Printers that wait for a document of this sale: its job is written as taken by them. */
  readonly reserved: ReadonlyMap<DocumentKind, Pick<SalePaper, 'printerId' | 'runId'>>
  /** The jobs of what an earlier payment of the same sale gave away. */
  readonly lost: readonly PrintJob[]
}
const NO_PAPERS: WrittenPapers = { reserved: new Map(), lost: [] }

/** How a paid sale is written. */
export type WriteHow = {
  readonly warehouseId: string
  readonly printsReceipt: boolean
  /** A copy for warehouse or kitchen too; left out, none. */
  readonly printsPickList?: boolean
  /** Absent, every job waits to be claimed. */
  readonly papers?: WrittenPapers
  /** The shift that this sale opens; absent when it belongs to one that is there. */
  readonly opens?: Shift | null
  /** The returns of the earlier sale with which it was priced; absent when nothing comes back. */
  readonly knownReturnIds?: readonly string[]
}

/**
 * What came of writing. `was-there`: the sale stands in the database already, as given here. `outdated`: the shift or the
 * returns on which the sale was priced have changed meanwhile, and nothing was written.
 */
export type WriteOutcome =
  | {
      readonly type: 'written'
      readonly openedShift: Shift | null
      readonly jobs: readonly PrintJob[]
    }
  | { readonly type: 'was-there'; readonly stored: StoredSale }
  | { readonly type: 'outdated' }

/** The shift to write with the sale, null for none; `outdated` when the sale's shift is not the open one and cannot be opened. */
const shiftToOpen = async (
  database: TillDatabase,
  sale: Sale,
  opens: Shift | null,
): Promise<Shift | null | 'outdated'> => {
  if (sale.shiftId === null) return null
  const openShift = await readOpenShift(database)
  if (openShift !== null) return openShift.id === sale.shiftId ? null : 'outdated'
  const isThere = (await database.shifts.where('id').equals(sale.shiftId).count()) > 0
  return opens?.id === sale.shiftId && !isThere ? opens : 'outdated'
}

/** True when something has come back of the earlier sale since the return was priced, or that sale was voided. */
const isReturnOutdated = async (
  database: TillDatabase,
  sale: Sale,
  knownReturnIds: readonly string[] | undefined,
): Promise<boolean> => {
  if (sale.returnOf === null || knownReturnIds === undefined) return false
  const history = await readSaleHistory(database, sale.returnOf.saleId)
  // One may have been voided and another have come.
  return (
    history?.returns.length !== knownReturnIds.length ||
    history.returns.some((each) => !knownReturnIds.includes(each.id))
  )
}

/**
 * Writes a journaled sale with all that it owes, and the shift that it opens, in one strict transaction (design, section 4,
 * 2b). A sale that is there already is left as it is. Rejects when nothing at all was written.
 */
export const writePaidSale = async (database: TillDatabase, sale: Sale, how: WriteHow): Promise<WriteOutcome> => {
  const owed = stepsFor(sale, sale.route)
  const movements = movementsForSale(sale, how.warehouseId)
  const jobs = printJobsOf(sale, how)
  const { sales, movements: movementTable, outbox, printJobs, audit, shifts } = database
  const waits = owed.some((step) => step.afterStepId !== null)
  return database.transaction('rw', [sales, movementTable, outbox, printJobs, audit, shifts], async () => {
    const [stored, openedShift, isOutdated, steps] = await Promise.all([
      sales.get(sale.id),
      shiftToOpen(database, sale, how.opens ?? null),
      isReturnOutdated(database, sale, how.knownReturnIds),
      waits ? withWaitsResolved(database, owed, (step) => step.paidAtMs) : owed,
    ])
    if (stored !== undefined) return { type: 'was-there', stored }
    if (openedShift === 'outdated' || isOutdated) return { type: 'outdated' }
    await Promise.all([
      sales.add(toStoredSale(sale, false)),
      movementTable.bulkAdd(movements),
      outbox.bulkAdd(steps),
      printJobs.bulkAdd(jobs),
      audit.add({ atMs: sale.paidAtMs, kind: 'paid', saleId: sale.id, detail: sale.number }),
      ...(openedShift === null ? [] : [shifts.add(openedShift)]),
    ])
    return { type: 'written', openedShift, jobs }
  })
}
