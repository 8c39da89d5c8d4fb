import type { DocumentKind } from '../../shared/domain/document-kind.ts'
import type { PrintJob } from '../../shared/domain/print-job.ts'
import { movementsForSale } from '../../shared/domain/movements-for-sale.ts'
import { soldLines } from '../../shared/domain/sale-sums.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { Shift } from '../../shared/domain/shift.ts'
import { stepsFor } from '../../shared/domain/steps-for.ts'
import type { TillDatabase } from './database.ts'
import { freshPrintJob } from '../../shared/domain/fresh-print-job.ts'
import { takenJob, wasCutOff } from './print-job-claim.ts'
import type { ReservedPrinter } from './resting-printers.ts'
import type { StoredSale } from './rows.ts'
import { readSaleHistory } from './sale-history.ts'
import { readOpenShift } from './shift-store.ts'
import { withWaitsResolved } from './step-order.ts'
import { toStoredSale } from './stored-sale.ts'

/** What is printed of a sale when it is paid. */
export const documentsOfSale = (
  sale: Sale,
  { printsReceipt, printsPickList = false }: Pick<WriteHow, 'printsReceipt' | 'printsPickList'>,
): readonly DocumentKind[] => [
  ...(printsReceipt ? (['receipt'] as const) : []),
  ...(sale.kind === 'delivery' ? (['label'] as const) : []),
  ...(printsPickList && soldLines(sale).length > 0 ? (['pick-list'] as const) : []),
]

const printJobsOf = (sale: Sale, how: WriteHow): readonly PrintJob[] => {
  const subject = { type: 'sale', saleId: sale.id, saleNumber: sale.number } as const
  return documentsOfSale(sale, how).map((document) => {
    const job = freshPrintJob({ document, subject }, how.mintId(), sale.paidAtMs)
    const printer = how.reserved?.get(document)
    return printer === undefined ? job : takenJob(job, printer)
  })
}

/** How a paid sale is written. */
export type WriteHow = {
  readonly warehouseId: string
  readonly printsReceipt: boolean
  /** A copy for warehouse or kitchen too; left out, none. */
  readonly printsPickList?: boolean
  readonly mintId: () => string
  /** Printers that wait for a document of this sale: its job is written as taken by them. Absent, every job waits to be claimed. */
  readonly reserved?: ReadonlyMap<DocumentKind, ReservedPrinter>
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
      /** The reserved printers whose last job ended in the middle. */
      readonly cutOffPrinterIds: readonly string[]
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

const cutOffAmong = async (database: TillDatabase, reserved: WriteHow['reserved']): Promise<readonly string[]> => {
  const printerIds = [...(reserved?.values() ?? [])].map(({ printerId }) => printerId)
  const areCutOff = await Promise.all(printerIds.map((printerId) => wasCutOff(database, printerId)))
  return printerIds.filter((_, place) => areCutOff[place] === true)
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
    const [stored, openedShift, isOutdated, cutOffPrinterIds, steps] = await Promise.all([
      sales.get(sale.id),
      shiftToOpen(database, sale, how.opens ?? null),
      isReturnOutdated(database, sale, how.knownReturnIds),
      cutOffAmong(database, how.reserved),
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
    return { type: 'written', openedShift, jobs, cutOffPrinterIds }
  })
}
