import type { DocumentKind } from '../../shared/domain/document-kind.ts'
import { type PrintJob, printJobSchema, type PrintSubject } from '../../shared/domain/print-job.ts'
import { printTrouble } from '../../shared/domain/print-trouble.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { ShiftReport } from '../../shared/domain/shift-report.ts'
import type { TillDatabase } from './database.ts'
import { freshPrintJob } from '../../shared/domain/fresh-print-job.ts'
import { forgetUnusedFiles, jobsOfType, splitFiles } from './print-file-store.ts'
import { readRows } from './read-rows.ts'

/** A new row's id and time. */
export type JobStamp = { readonly id: string; readonly nowMs: number }
/** The ids and the time of several new rows. */
export type JobStamps = { readonly mintId: () => string; readonly nowMs: number }

/** True when something of an earlier job may lie on the counter. */
const mayHavePrinted = (job: PrintJob): boolean => job.state !== 'failed' || job.isCutOff || (job.bytesSent ?? 0) > 0

const earlierJobs = async (database: TillDatabase, subjectId: string): Promise<readonly PrintJob[]> =>
  readRows(printJobSchema, await database.printJobs.where('subjectId').equals(subjectId).toArray()).rows

/**
 * Whether the same document was printed before, or will be before this one. An X report is made anew each time and is never
 * a copy; neither are labels, PDF pages and test pages, which have no second original.
 */
const isCopyOf = (
  { document, subject }: Pick<PrintJob, 'document' | 'subject'>,
  earlier: readonly PrintJob[],
): boolean => {
  if (subject.type === 'sale') return earlier.some((job) => job.document === document && mayHavePrinted(job))
  const isZ = (each: PrintSubject): boolean => each.type === 'shift-report' && each.report.kind === 'z'
  return isZ(subject) && earlier.some((job) => isZ(job.subject) && mayHavePrinted(job))
}

/** Queues a print of a sale. It is a copy unless every earlier job for that document failed before a byte left. */
export const addPrintJob = (
  database: TillDatabase,
  sale: Pick<Sale, 'id' | 'number'>,
  document: DocumentKind,
  how: JobStamp,
): Promise<PrintJob> =>
  database.transaction('rw', [database.printJobs], async () => {
    const subject = { type: 'sale', saleId: sale.id, saleNumber: sale.number } as const
    const isCopy = isCopyOf({ document, subject }, await earlierJobs(database, sale.id))
    const job = freshPrintJob({ document, subject, isCopy }, how.id, how.nowMs)
    await database.printJobs.add(job)
    return job
  })

/** Queues a document of each of these sales, in their order, all or none. */
export const addPrintJobs = (
  database: TillDatabase,
  sales: readonly Pick<Sale, 'id' | 'number'>[],
  document: DocumentKind,
  { mintId, nowMs }: JobStamps,
): Promise<void> =>
  database.transaction('rw', [database.printJobs], async () => {
    for (const [place, sale] of sales.entries()) {
      await addPrintJob(database, sale, document, { id: mintId(), nowMs: nowMs + place })
    }
  })

/** Queues a print of a shift report. A Z report is a copy like a sale's document, an X report never. */
export const addReportJob = (database: TillDatabase, report: ShiftReport, how: JobStamp): Promise<PrintJob> =>
  database.transaction('rw', [database.printJobs], async () => {
    const start = { document: 'shift-report', subject: { type: 'shift-report', report } } as const
    const isCopy = isCopyOf(start, await earlierJobs(database, report.shift.id))
    const job = freshPrintJob({ ...start, isCopy }, how.id, how.nowMs)
    await database.printJobs.add(job)
    return job
  })

/** What can be queued without a sale or a shift, and where it goes; `printerId` null leaves it to the rule for its kind. */
export type LoosePrint = {
  readonly document: Extract<DocumentKind, 'product-label' | 'shelf-tag' | 'pdf' | 'test-page'>
  readonly subject: Extract<PrintSubject, { type: 'goods' | 'pdf' | 'test-page' }>
  readonly printerId: string | null
}

/** Queues product labels, shelf tags, PDF pages and test pages, in the given order. */
export const addLooseJobs = async (
  database: TillDatabase,
  prints: readonly LoosePrint[],
  how: JobStamps,
): Promise<void> => {
  const { subjects, files } = splitFiles(
    prints.map(({ subject }) => subject),
    how.mintId,
  )
  // One millisecond apart, so that they come out in their order.
  const jobs = prints.map((print, place) =>
    freshPrintJob({ ...print, subject: subjects[place] ?? print.subject }, how.mintId(), how.nowMs + place),
  )
  await database.transaction('rw', [database.printJobs, database.printFiles], () =>
    Promise.all([database.printFiles.bulkAdd(files), database.printJobs.bulkAdd(jobs)]),
  )
}

const readJob = async (database: TillDatabase, jobId: string): Promise<PrintJob | null> => {
  const parsed = printJobSchema.safeParse(await database.printJobs.get(jobId))
  return parsed.success ? parsed.data : null
}

/** The same once more. What was sent to a printer by name goes there again; a label of goods or a test page has no room for SALINAN. */
const again = (job: PrintJob, isCopy: boolean, printerId: string | null, how: JobStamp): PrintJob => {
  const { document, subject } = job
  const isNamed = subject.type === 'goods' || subject.type === 'pdf' || subject.type === 'test-page'
  return freshPrintJob(
    {
      document,
      subject,
      isCopy: isCopy && subject.type !== 'goods' && subject.type !== 'test-page',
      printerId: printerId ?? (isNamed ? job.printerId : null),
    },
    how.id,
    how.nowMs,
  )
}

const replace = async (database: TillDatabase, job: PrintJob, next: PrintJob): Promise<void> => {
  await database.printJobs.put({ ...job, replacedById: next.id })
  await database.printJobs.add(next)
}

/** The answer to "did it come out?": the job is sent, or it failed and a fresh one, marked as a copy, waits. False when the job asks nothing. */
export const answerPrintJob = (
  database: TillDatabase,
  jobId: string,
  didComeOut: boolean,
  how: JobStamp & { readonly printerId: string | null },
): Promise<boolean> =>
  database.transaction('rw', [database.printJobs], async () => {
    const job = await readJob(database, jobId)
    if (job?.state !== 'unknown') return false
    // When it ended stays: what its printer still waits for depends on it.
    if (didComeOut) await database.printJobs.put({ ...job, state: 'sent' })
    // Half a receipt may lie on the counter: the next one says SALINAN.
    else await replace(database, { ...job, state: 'failed' }, again(job, true, how.printerId, how))
    return true
  })

/** Queues what failed once more, on another printer if one is given. False when the job did not fail, or was queued again before. */
export const retryPrintJob = (
  database: TillDatabase,
  jobId: string,
  how: JobStamp & { readonly printerId: string | null },
): Promise<boolean> =>
  database.transaction('rw', [database.printJobs], async () => {
    const job = await readJob(database, jobId)
    if (job?.state !== 'failed' || job.replacedById !== undefined) return false
    const isCopy = job.isCopy || mayHavePrinted(job) || isCopyOf(job, await earlierJobs(database, job.subjectId))
    await replace(database, job, again(job, isCopy, how.printerId, how))
    return true
  })

/** Calls off a job that still waits. False when it does not. */
export const callOffPrintJob = (database: TillDatabase, jobId: string, nowMs: number): Promise<boolean> =>
  database.transaction('rw', [database.printJobs], async () => {
    const job = await readJob(database, jobId)
    if (job?.state !== 'waiting') return false
    await database.printJobs.put({
      ...job,
      state: 'failed',
      trouble: printTrouble('called-off'),
      finishedAtMs: nowMs,
    })
    return true
  })

/** Puts a failed job aside: nobody needs it printed. False when it did not fail, or was queued again before. */
export const dismissPrintJob = (database: TillDatabase, jobId: string): Promise<boolean> =>
  database.transaction('rw', [database.printJobs], async () => {
    const job = await readJob(database, jobId)
    if (job?.state !== 'failed' || job.replacedById !== undefined) return false
    // It stays as it ended: what its printer still waits for, and whether the next print is a copy, depend on that.
    await database.printJobs.put({ ...job, isDismissed: true })
    return true
  })

const KEPT_MS = 30 * 86_400_000
const DONE: ReadonlySet<PrintJob['state']> = new Set(['sent', 'confirmed', 'failed'])

/**
 * Forgets labels, PDF pages and test pages that were done with more than thirty days ago, so that old files do not fill the
 * disk. What asks or waits stays, and so do the prints of sales and shifts: without them a second receipt would be no copy.
 */
export const forgetOldPrintJobs = (database: TillDatabase, nowMs: number): Promise<void> =>
  database.transaction('rw', [database.printJobs, database.printFiles], async () => {
    for (const type of ['goods', 'pdf', 'test-page'] as const) {
      await jobsOfType(database, type, nowMs - KEPT_MS)
        .filter(({ state }) => DONE.has(state))
        .delete()
    }
    await forgetUnusedFiles(database)
  })
