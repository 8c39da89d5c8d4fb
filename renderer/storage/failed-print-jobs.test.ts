import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshPrintJob } from '../../shared/domain/fresh-print-job.ts'
import { isLeftUnprinted, type PrintJob } from '../../shared/domain/print-job.ts'
import { printTrouble } from '../../shared/domain/print-trouble.ts'
import { openTillDatabase, type TillDatabase } from './database.ts'
import { dismissFailedJobs, retryFailedJobs } from './failed-print-jobs.ts'
import { addPrintJob, dismissPrintJob } from './print-job-store.ts'

let database: TillDatabase
beforeEach(async () => {
  database = await openTillDatabase(randomUUID())
})
afterEach(() => database.close())

const FAILED = { state: 'failed', trouble: printTrouble('not-found'), finishedAtMs: 9 } as const
const jobOf = (id: string, createdAtMs: number, changes: Partial<PrintJob> = FAILED): PrintJob => ({
  ...freshPrintJob({ document: 'receipt', subject: { type: 'sale', saleId: id, saleNumber: id } }, id, createdAtMs),
  ...changes,
})
const IDS = ['a', 'b', 'c'] as const
const addFailed = () => database.printJobs.bulkAdd(IDS.map((id, place) => jobOf(id, place + 1)))
const leftIds = async () => (await database.printJobs.filter(isLeftUnprinted).toArray()).map(({ id }) => id)
const waiting = async () =>
  (await database.printJobs.where('state').equals('waiting').sortBy('createdAtMs')).map(({ subjectId }) => subjectId)
const stamped = (...ids: readonly string[]) => {
  const left = [...ids]
  return { mintId: () => left.shift() ?? randomUUID(), nowMs: 100 }
}

test('all that failed is put aside at once, and stays as it ended', async () => {
  await addFailed()
  expect(await dismissFailedJobs(database, IDS)).toBe(3)
  expect(await leftIds()).toEqual([])
  expect(await database.printJobs.get('b')).toEqual({ ...jobOf('b', 2), isDismissed: true })
  expect(await dismissFailedJobs(database, IDS)).toBe(0)
})

test('nothing but what was shown and is still left unprinted is put aside', async () => {
  await addFailed()
  await database.printJobs.bulkAdd([
    jobOf('sent', 4, { state: 'sent' }),
    jobOf('asks', 5, { state: 'unknown' }),
    jobOf('off', 6, { ...FAILED, trouble: printTrouble('called-off') }),
    jobOf('new', 7),
  ])
  await dismissPrintJob(database, 'a')
  await addPrintJob(database, { id: 'b', number: 'b' }, 'receipt', { id: 'b-again', nowMs: 50 })
  const others = await database.printJobs.bulkGet(['b', 'sent', 'asks', 'off', 'new'])
  expect(await dismissFailedJobs(database, [...IDS, 'sent', 'asks', 'off', 'gone'])).toBe(1)
  expect(await database.printJobs.bulkGet(['b', 'sent', 'asks', 'off', 'new'])).toEqual(others)
  expect((await database.printJobs.get('c'))?.isDismissed).toBe(true)
})

test('all that failed waits again in the order in which it was asked for', async () => {
  await addFailed()
  expect(await retryFailedJobs(database, ['c', 'a', 'b'], stamped())).toBe(3)
  expect(await waiting()).toEqual(['a', 'b', 'c'])
  expect(await leftIds()).toEqual([])
  expect(await retryFailedJobs(database, IDS, stamped())).toBe(0)
  expect(await database.printJobs.count()).toBe(6)
})

test('nothing is printed again that somebody called off, put aside or printed meanwhile', async () => {
  await addFailed()
  await dismissPrintJob(database, 'a')
  await addPrintJob(database, { id: 'b', number: 'b' }, 'receipt', { id: 'b-again', nowMs: 50 })
  await database.printJobs.put(jobOf('c', 3, { ...FAILED, trouble: printTrouble('called-off') }))
  expect(await retryFailedJobs(database, IDS, stamped())).toBe(0)
  expect(await waiting()).toEqual(['b'])
})

test('a fault in the middle leaves everything as it was', async () => {
  await addFailed()
  await expect(retryFailedJobs(database, IDS, stamped('new-1', 'new-2', 'a'))).rejects.toThrow(/constraint/iu)
  expect(await database.printJobs.toArray()).toEqual(IDS.map((id, place) => jobOf(id, place + 1)))
})
