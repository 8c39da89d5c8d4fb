import { isLeftUnprinted, type PrintJob, printJobSchema } from '../../shared/domain/print-job.ts'
import type { TillDatabase } from './database.ts'
import { dismissPrintJob, type JobStamps, retryPrintJob } from './print-job-store.ts'
import { isLastOfItsKind } from './print-queue.ts'
import { readRows } from './read-rows.ts'

/** Those of the jobs that failed and that nobody has taken up meanwhile, in the order in which they were asked for. */
const readLeft = async (database: TillDatabase, jobIds: readonly string[]): Promise<readonly PrintJob[]> => {
  const rows = await database.printJobs.bulkGet([...new Set(jobIds)])
  const failed = readRows(
    printJobSchema,
    rows.filter((row) => row !== undefined),
  ).rows.filter(isLeftUnprinted)
  const isLeft = await Promise.all(failed.map((job) => isLastOfItsKind(database, job)))
  return failed.filter((_, place) => isLeft[place]).toSorted((left, right) => left.createdAtMs - right.createdAtMs)
}

/** Puts these failed jobs aside, all or none: nobody needs them printed. What was taken up meanwhile stays as it is. Gives how many it were. */
export const dismissFailedJobs = (database: TillDatabase, jobIds: readonly string[]): Promise<number> =>
  database.transaction('rw', [database.printJobs], async () => {
    const left = await readLeft(database, jobIds)
    for (const { id } of left) await dismissPrintJob(database, id)
    return left.length
  })

/** Queues these failed jobs once more, all or none. What was taken up meanwhile stays as it is. Gives how many it were. */
export const retryFailedJobs = (
  database: TillDatabase,
  jobIds: readonly string[],
  { mintId, nowMs }: JobStamps,
): Promise<number> =>
  database.transaction('rw', [database.printJobs], async () => {
    const left = await readLeft(database, jobIds)
    for (const [place, { id }] of left.entries()) {
      // One millisecond apart, so that they come out in their order.
      await retryPrintJob(database, id, { id: mintId(), nowMs: nowMs + place, printerId: null })
    }
    return left.length
  })
