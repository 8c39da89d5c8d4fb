import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PrintJob } from '../../shared/domain/print-job.ts'
import { printTrouble } from '../../shared/domain/print-trouble.ts'
import { openTillDatabase, type TillDatabase } from './database.ts'
import { freshPrintJob } from '../../shared/domain/fresh-print-job.ts'
import { addPrintJob, dismissPrintJob } from './print-job-store.ts'
import { readPrintQueue } from './print-queue.ts'

let database: TillDatabase
beforeEach(async () => {
  database = await openTillDatabase(randomUUID())
})
afterEach(() => database.close())

const jobOf = (id: string, createdAtMs: number, changes: Partial<PrintJob>): PrintJob => ({
  ...freshPrintJob({ document: 'receipt', subject: { type: 'sale', saleId: id, saleNumber: id } }, id, createdAtMs),
  ...changes,
})
const FAILED = { state: 'failed', trouble: printTrouble('busy'), finishedAtMs: 1 } as const
const doneIds = async () => (await readPrintQueue(database, 3)).done.map(({ id }) => id)

test('what failed stays on the list until somebody takes it up, however much was printed since', async () => {
  await database.printJobs.bulkAdd([
    jobOf('old-1', 1, FAILED),
    jobOf('old-2', 2, FAILED),
    jobOf('old-3', 3, { ...FAILED, trouble: printTrouble('called-off') }),
    jobOf('old-4', 4, FAILED),
    ...Array.from({ length: 8 }, (_, place) => jobOf(`sent-${String(place)}`, 10 + place, { state: 'sent' })),
  ])
  expect(await doneIds()).toEqual(['sent-7', 'sent-6', 'sent-5', 'old-4', 'old-2', 'old-1'])
  await dismissPrintJob(database, 'old-4')
  expect(await doneIds()).toEqual(['sent-7', 'sent-6', 'sent-5', 'old-2', 'old-1'])
  await addPrintJob(database, { id: 'old-1', number: 'old-1' }, 'receipt', { id: 'again', nowMs: 50 })
  expect(await doneIds()).toEqual(['sent-7', 'sent-6', 'sent-5', 'old-2'])
  await addPrintJob(database, { id: 'old-2', number: 'old-2' }, 'label', { id: 'other', nowMs: 51 })
  expect(await doneIds()).toContain('old-2')
})
