import { receiptQris } from '../../shared/documents/receipt-qris.ts'
import { withConfirmations } from '../../shared/documents/with-confirmations.ts'
import type { AskAnswerOf, AskRequestOf } from '../../shared/ipc/contract.ts'
import {
  printJobSchema,
  type ClaimedPrintJob,
  type DocumentKind,
  type PrintJob,
  type PrintOutcome,
} from '../../shared/domain/print-job.ts'
import { assertNever } from '../../shared/domain/assert-never.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { ShiftReport } from '../../shared/domain/shift-report.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'
import { readSettings } from './settings-store.ts'
import { storedSaleSchema } from './rows.ts'

const inState = (database: TillDatabase, document: DocumentKind, state: PrintJob['state']) =>
  database.printJobs
    .where('[document+state+createdAtMs]')
    .between([document, state, -Infinity], [document, state, Infinity], true, true)

const failedForGood = (job: PrintJob, message: string, nowMs: number): PrintJob => ({
  ...job,
  state: 'failed',
  message,
  finishedAtMs: nowMs,
})

/** What a job prints: the report that it carries, or its sale; null when that cannot be read. */
const contentOf = async (database: TillDatabase, job: PrintJob): Promise<ClaimedPrintJob['content'] | null> => {
  if (job.report !== null) return { type: 'shift-report', report: job.report }
  const stored = storedSaleSchema.safeParse(await database.sales.get(job.saleId))
  if (!stored.success) return null
  const sale = withConfirmations(stored.data.sale, stored.data.confirmations)
  const qrisPayload = receiptQris(sale, (await readSettings(database)).selling.qris)
  return { type: 'sale', sale, ...(qrisPayload === null ? {} : { qrisPayload }) }
}

const takeOldest = async (
  database: TillDatabase,
  { document, runId, nowMs }: AskRequestOf<'printJobs.claim'>,
): Promise<AskAnswerOf<'printJobs.claim'>> => {
  const raws = await inState(database, document, 'waiting').limit(20).toArray()
  for (const job of readRows(printJobSchema, raws).rows) {
    const content = await contentOf(database, job)
    if (content === null) {
      await database.printJobs.put(failedForGood(job, 'The stored sale cannot be read.', nowMs))
      continue
    }
    const taken: PrintJob = { ...job, state: 'printing', runId }
    await database.printJobs.put(taken)
    return { claimed: { job: taken, content } }
  }
  return { claimed: null }
}

/**
 * Takes the oldest waiting job for a printer. A printer asks for the next job only when it has done with the one before: what is
 * still `printing` then was left by an earlier run, or its answer or its outcome never came through (the page was loaded again
 * meanwhile). It becomes `unknown`: only a person can tell whether paper came out.
 */
export const claimPrintJob = (
  database: TillDatabase,
  request: AskRequestOf<'printJobs.claim'>,
): Promise<AskAnswerOf<'printJobs.claim'>> =>
  database.transaction('rw', [database.printJobs, database.sales, database.settings], async () => {
    const printing = readRows(printJobSchema, await inState(database, request.document, 'printing').toArray()).rows
    await database.printJobs.bulkPut(printing.map((job) => ({ ...job, state: 'unknown', finishedAtMs: request.nowMs })))
    return takeOldest(database, request)
  })

const afterOutcome = (job: PrintJob, outcome: PrintOutcome, nowMs: number): PrintJob => {
  switch (outcome.type) {
    case 'done':
      return { ...job, state: 'done', finishedAtMs: nowMs, message: null, bytesSent: outcome.bytesSent }
    case 'failed':
      return failedForGood(job, outcome.message, nowMs)
    case 'unknown':
      return { ...job, state: 'unknown', finishedAtMs: nowMs, message: outcome.message, bytesSent: outcome.bytesSent }
    default:
      return assertNever(outcome, 'print outcome')
  }
}

/** Settles the job that this run took; anything else changes nothing. */
export const settlePrintJob = (
  database: TillDatabase,
  { jobId, runId, nowMs, outcome }: AskRequestOf<'printJobs.settle'>,
): Promise<AskAnswerOf<'printJobs.settle'>> =>
  database.transaction('rw', [database.printJobs], async () => {
    const parsed = printJobSchema.safeParse(await database.printJobs.get(jobId))
    if (!parsed.success || parsed.data.state !== 'printing' || parsed.data.runId !== runId) return { accepted: false }
    await database.printJobs.put(afterOutcome(parsed.data, outcome, nowMs))
    return { accepted: true }
  })

const freshJob = (
  job: Pick<PrintJob, 'saleId' | 'saleNumber' | 'report' | 'document' | 'isCopy'>,
  id: string,
  createdAtMs: number,
): PrintJob => ({
  ...job,
  id,
  createdAtMs,
  state: 'waiting',
  runId: null,
  finishedAtMs: null,
  message: null,
  bytesSent: null,
})

/** Queues a print of a sale. It is a copy unless every earlier job for that document failed before a byte left. */
export const addPrintJob = (
  database: TillDatabase,
  sale: Pick<Sale, 'id' | 'number'>,
  document: DocumentKind,
  how: { readonly id: string; readonly nowMs: number },
): Promise<PrintJob> =>
  database.transaction('rw', [database.printJobs], async () => {
    const earlier = await database.printJobs.where('saleId').equals(sale.id).toArray()
    const isCopy = earlier.some((job) => job.document === document && job.state !== 'failed')
    const job = freshJob(
      { saleId: sale.id, saleNumber: sale.number, report: null, document, isCopy },
      how.id,
      how.nowMs,
    )
    await database.printJobs.add(job)
    return job
  })

/**
 * Queues a print of a shift report on the receipt printer. An X report is made anew each time and is never a copy; a Z
 * report is one unless every earlier job for it failed before a byte left.
 */
export const addReportJob = (
  database: TillDatabase,
  report: ShiftReport,
  how: { readonly id: string; readonly nowMs: number },
): Promise<PrintJob> =>
  database.transaction('rw', [database.printJobs], async () => {
    const earlier = await database.printJobs.where('saleId').equals(report.shift.id).toArray()
    const isPrinted = earlier.some((job) => job.report?.kind === 'z' && job.state !== 'failed')
    const job = freshJob(
      {
        saleId: report.shift.id,
        saleNumber: report.kind.toUpperCase(),
        report,
        document: 'receipt',
        isCopy: report.kind === 'z' && isPrinted,
      },
      how.id,
      how.nowMs,
    )
    await database.printJobs.add(job)
    return job
  })

/** The answer to "did it come out?": the job is done, or it failed and a fresh one, marked as a copy, waits. False when the job asks nothing. */
export const answerPrintJob = (
  database: TillDatabase,
  jobId: string,
  didComeOut: boolean,
  how: { readonly id: string; readonly nowMs: number },
): Promise<boolean> =>
  database.transaction('rw', [database.printJobs], async () => {
    const parsed = printJobSchema.safeParse(await database.printJobs.get(jobId))
    if (!parsed.success || parsed.data.state !== 'unknown') return false
    const { saleId, saleNumber, report, document } = parsed.data
    await database.printJobs.put({
      ...parsed.data,
      state: didComeOut ? 'done' : 'failed',
      finishedAtMs: how.nowMs,
    })
    // Half a receipt may lie on the counter: the next one says SALINAN.
    if (!didComeOut) {
      await database.printJobs.add(freshJob({ saleId, saleNumber, report, document, isCopy: true }, how.id, how.nowMs))
    }
    return true
  })
