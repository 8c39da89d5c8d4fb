import { isLeftUnprinted, type PrintJob, printJobSchema } from '../../shared/domain/print-job.ts'
import type { PrintQueue } from '../app/till.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'

const OPEN = ['unknown', 'sending', 'waiting'] as const
const DONE = ['failed', 'sent', 'confirmed'] as const

const inState = (database: TillDatabase, state: PrintJob['state']) =>
  database.printJobs.where('[state+createdAtMs]').between([state, -Infinity], [state, Infinity], true, true)

const readNewest = async (database: TillDatabase, state: PrintJob['state'], limit: number): Promise<unknown[]> => {
  const count = await inState(database, state).count()
  return inState(database, state)
    .offset(Math.max(0, count - limit))
    .toArray()
}

/** Failed jobs are looked through so far back. */
const FAILED_LIMIT = 100

/**
 * What waits, is sent or asks, oldest first, and the latest `doneLimit` that are done or failed, newest first, with all that
 * failed and that nobody has taken up.
 */
export const readPrintQueue = async (database: TillDatabase, doneLimit: number): Promise<PrintQueue> => {
  const [open, done] = await Promise.all([
    Promise.all(OPEN.map((state) => inState(database, state).toArray())),
    Promise.all(
      DONE.map((state) =>
        readNewest(
          database,
          state,
          state === 'failed' && doneLimit > 0 ? Math.max(doneLimit, FAILED_LIMIT) : doneLimit,
        ),
      ),
    ),
  ])
  const newest = readRows(printJobSchema, done.flat()).rows.toSorted(
    (left, right) => right.createdAtMs - left.createdAtMs,
  )
  const isLeft = await Promise.all(
    newest.map(
      async (job, place) => place < doneLimit || (isLeftUnprinted(job) && (await isLastOfItsKind(database, job))),
    ),
  )
  return {
    open: readRows(printJobSchema, open.flat()).rows.toSorted((left, right) => left.createdAtMs - right.createdAtMs),
    done: newest.filter((_, place) => isLeft[place]),
  }
}

/** Whether nobody had the same printed later on, from the sale or the shift. */
export const isLastOfItsKind = async (database: TillDatabase, job: PrintJob): Promise<boolean> => {
  const later = await database.printJobs
    .where('subjectId')
    .equals(job.subjectId)
    .filter(({ document, createdAtMs }) => document === job.document && createdAtMs > job.createdAtMs)
    .count()
  return later === 0
}
