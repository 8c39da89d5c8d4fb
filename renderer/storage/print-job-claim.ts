import { salePrintContent } from '../../shared/documents/sale-print-content.ts'
import { assertNever } from '../../shared/domain/assert-never.ts'
import { type PrintContent, type PrintJob, printJobSchema, type PrintOutcome } from '../../shared/domain/print-job.ts'
import { printTrouble, type PrintTrouble } from '../../shared/domain/print-trouble.ts'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import { takenJob } from '../../shared/domain/sale-paper.ts'
import type { AskAnswerOf, AskRequestOf } from '../../shared/ipc/contract.ts'
import type { TillSettings } from '../app/till.ts'
import type { TillDatabase } from './database.ts'
import { withFile } from './print-file-store.ts'
import { readRows } from './read-rows.ts'
import { storedSaleSchema } from './rows.ts'
import { readSettings } from './settings-store.ts'

type ClaimRequest = AskRequestOf<'printJobs.claim'>

const inState = (database: TillDatabase, state: PrintJob['state']) =>
  database.printJobs.where('[state+createdAtMs]').between([state, -Infinity], [state, Infinity], true, true)

const failedForGood = (job: PrintJob, trouble: PrintTrouble, nowMs: number): PrintJob => ({
  ...job,
  state: 'failed',
  trouble,
  finishedAtMs: nowMs,
})

/** What a job prints, or why it prints nothing. */
const contentOf = async (
  database: TillDatabase,
  { subject, subjectId, createdAtMs }: PrintJob,
  { selling }: TillSettings,
): Promise<Result<PrintContent, PrintTrouble>> => {
  const nothing = failure(printTrouble('nothing-to-print', subjectId))
  if (subject.type === 'pdf') {
    const whole = await withFile(database, subject)
    return whole === null ? nothing : success(whole)
  }
  if (subject.type !== 'sale') return success(subject)
  const stored = storedSaleSchema.safeParse(await database.sales.get(subject.saleId))
  if (!stored.success) return nothing
  // Nobody shall pack, or believe, what was voided while it waited; who prints it later knows.
  const { voiding } = stored.data
  if (voiding !== null && createdAtMs <= voiding.atMs) return failure(printTrouble('called-off', voiding.reason))
  return success(salePrintContent(stored.data, selling.qris))
}

/** Whether this printer takes the job: it, or one whose work it does, was named, or the rule for the kind names it. */
const isFor = (job: PrintJob, { printerId, documents, servedPrinterIds, knownPrinterIds }: ClaimRequest): boolean => {
  if (job.printerId !== null && knownPrinterIds.includes(job.printerId)) {
    // A test page is there to see whether this very printer works again.
    return job.document === 'test-page' ? job.printerId === printerId : servedPrinterIds.includes(job.printerId)
  }
  // A job for a printer that was removed goes where its kind goes now.
  return documents.includes(job.document)
}

/** Whether what last reached this printer ended in the middle. A job of which nothing left has changed nothing there. */
const wasCutOff = async (database: TillDatabase, printerId: string | null): Promise<boolean> => {
  if (printerId === null) return false
  const last = await database.printJobs
    .where('[printerId+finishedAtMs]')
    .between([printerId, -Infinity], [printerId, Infinity], true, true)
    .filter((job) => job.isCutOff || job.state !== 'failed')
    .last()
  const parsed = printJobSchema.safeParse(last)
  return parsed.success && parsed.data.isCutOff
}

/**
 * Puts back a job that was written as taken and that its printer did not accept: it waits, for whoever takes its kind now.
 * Nothing of it has left.
 */
export const putBackPrintJob = (database: TillDatabase, { id, runId }: PrintJob): Promise<void> =>
  database.transaction('rw', [database.printJobs], async () => {
    const job = runId === null ? null : await readSending(database, id, runId)
    if (job !== null) await database.printJobs.put({ ...job, state: 'waiting', runId: null, printerId: null })
  })

const takeOldest = async (
  database: TillDatabase,
  request: ClaimRequest,
  forThis: readonly PrintJob[],
  settings: TillSettings,
): Promise<AskAnswerOf<'printJobs.claim'>> => {
  for (const job of forThis) {
    const [content, comesAfterCut] = await Promise.all([
      contentOf(database, job, settings),
      wasCutOff(database, request.printerId),
    ])
    if (!content.ok) {
      await database.printJobs.put(failedForGood(job, content.error, request.nowMs))
      continue
    }
    const taken = takenJob(job, request)
    await database.printJobs.put(taken)
    const { designs } = settings
    return { claimed: { job: taken, content: content.value, designs, comesAfterCut, moreWait: forThis.at(-1) !== job } }
  }
  return { claimed: null }
}

/**
 * Takes the oldest waiting job for a printer. A printer asks for the next job only when it has done with the one before: what it
 * is still `sending` then was left by an earlier run, or its answer or its outcome never came through (the page was loaded
 * again meanwhile). It becomes `unknown`: only a person can tell whether paper came out. `comesAfterCut` tells whether its last job
 * ended in the middle, whether it gets another or not.
 */
export const claimPrintJob = async (
  database: TillDatabase,
  request: ClaimRequest,
): Promise<AskAnswerOf<'printJobs.claim'> & { readonly comesAfterCut: boolean }> => {
  // Every printer asks at every kick, and most find nothing: they must not hold up the one that does with a write of theirs.
  const [seen, comesAfterCut] = await Promise.all([
    readOpenJobs(database, request),
    wasCutOff(database, request.printerId),
  ])
  if (seen.left.length === 0 && seen.forThis.length === 0) return { claimed: null, comesAfterCut }
  const { claimed } = await claimInTransaction(database, request)
  return { claimed, comesAfterCut: claimed?.comesAfterCut ?? (await wasCutOff(database, request.printerId)) }
}

/** What this printer left behind, and what waits for it, the oldest first. */
const readOpenJobs = async (database: TillDatabase, request: ClaimRequest) => {
  const [sending, waiting] = await Promise.all([
    inState(database, 'sending').toArray(),
    inState(database, 'waiting').toArray(),
  ])
  return {
    left: readRows(printJobSchema, sending).rows.filter(
      (job) => job.printerId === request.printerId || job.runId !== request.runId,
    ),
    forThis: readRows(printJobSchema, waiting).rows.filter((job) => isFor(job, request)),
  }
}

const claimInTransaction = (database: TillDatabase, request: ClaimRequest): Promise<AskAnswerOf<'printJobs.claim'>> =>
  database.transaction('rw', [database.printJobs, database.printFiles, database.sales, database.settings], async () => {
    // Asked for together: a receipt waits for every round to the database.
    const [{ left, forThis }, settings] = await Promise.all([readOpenJobs(database, request), readSettings(database)])
    if (left.length > 0)
      await database.printJobs.bulkPut(
        left.map((job) => ({
          ...job,
          state: 'unknown',
          trouble: printTrouble('run-ended'),
          finishedAtMs: request.nowMs,
          isCutOff: true,
        })),
      )
    return takeOldest(database, request, forThis, settings)
  })

const afterOutcome = (job: PrintJob, outcome: PrintOutcome, nowMs: number): PrintJob => {
  switch (outcome.type) {
    case 'sent':
    case 'confirmed':
      return {
        ...job,
        state: outcome.type,
        finishedAtMs: nowMs,
        trouble: null,
        bytesSent: outcome.bytesSent,
        totalBytes: outcome.bytesSent,
      }
    case 'failed':
      return failedForGood(job, outcome.trouble, nowMs)
    case 'unknown': {
      const { trouble, bytesSent, totalBytes } = outcome
      // Taken by the system is not taken by the printer: of the last bytes nobody knows, even where all were taken.
      return { ...job, state: 'unknown', finishedAtMs: nowMs, trouble, bytesSent, totalBytes, isCutOff: true }
    }
    default:
      return assertNever(outcome, 'print outcome')
  }
}

/** The job that this run is sending; null when it no longer is. */
const readSending = async (database: TillDatabase, jobId: string, runId: string): Promise<PrintJob | null> => {
  const parsed = printJobSchema.safeParse(await database.printJobs.get(jobId))
  return parsed.success && parsed.data.state === 'sending' && parsed.data.runId === runId ? parsed.data : null
}

/** Settles the job that this run took; anything else changes nothing. */
export const settlePrintJob = (
  database: TillDatabase,
  { jobId, runId, nowMs, outcome }: AskRequestOf<'printJobs.settle'>,
): Promise<AskAnswerOf<'printJobs.settle'>> =>
  database.transaction('rw', [database.printJobs], async () => {
    const job = await readSending(database, jobId, runId)
    if (job === null) return { accepted: false }
    await database.printJobs.put(afterOutcome(job, outcome, nowMs))
    return { accepted: true }
  })

/** Notes how far a job has got, so that it is known after a crash. */
export const notePrintProgress = (
  database: TillDatabase,
  { jobId, runId, bytesSent, totalBytes }: AskRequestOf<'printJobs.noteProgress'>,
): Promise<null> =>
  database.transaction('rw', [database.printJobs], async () => {
    const job = await readSending(database, jobId, runId)
    if (job !== null) await database.printJobs.put({ ...job, bytesSent, totalBytes })
    return null
  })
