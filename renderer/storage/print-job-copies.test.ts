import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PrintOutcome } from '../../shared/domain/print-job.ts'
import { printTrouble } from '../../shared/domain/print-trouble.ts'
import { openTillDatabase, type TillDatabase } from './database.ts'
import { claimPrintJob, settlePrintJob } from './print-job-claim.ts'
import { addPrintJob, answerPrintJob, forgetOldPrintJobs, retryPrintJob } from './print-job-store.ts'
import { saleOf, TEN_O_CLOCK_MS } from './till-fixture.ts'
import { writePaidSale } from './write-sale.ts'

const SALE = saleOf(randomUUID(), 1, TEN_O_CLOCK_MS)
/** The job of its first receipt. */
const FIRST_JOB = `${SALE.id}/receipt`
const NOTHING_LEFT: PrintOutcome = { type: 'failed', trouble: printTrouble('not-found') }
const ALL_TAKEN: PrintOutcome = { type: 'sent', bytesSent: 9 }
const BROKE_LATE: PrintOutcome = { type: 'unknown', trouble: printTrouble('cut-off'), bytesSent: 9, totalBytes: 9 }

let database: TillDatabase
beforeEach(async () => {
  database = await openTillDatabase(randomUUID())
  await writePaidSale(database, SALE, { warehouseId: 'W', printsReceipt: true })
})
afterEach(() => database.close())

const claim = async () =>
  (
    await claimPrintJob(database, {
      printerId: 'roll',
      documents: ['receipt', 'label'],
      servedPrinterIds: ['roll'],
      knownPrinterIds: ['roll'],
      runId: 'run',
      nowMs: 1,
    })
  ).claimed
const print = async (outcome: PrintOutcome): Promise<string | null> => {
  const claimed = await claim()
  if (claimed === null) return null
  await settlePrintJob(database, { jobId: claimed.job.id, runId: 'run', nowMs: 2, outcome })
  return claimed.job.isCopy ? `${claimed.job.id} SALINAN` : claimed.job.id
}
const stamp = (id: string) => ({ id, nowMs: TEN_O_CLOCK_MS + 5, printerId: null })
const voidAt = (atMs: number) =>
  database.sales.update(SALE.id, { voiding: { saleId: SALE.id, atMs, by: 'Ani', reason: 'salah' } })

test('two presses on a failed job print it once', async () => {
  await print(NOTHING_LEFT)
  const pressed = await Promise.all(['job-2', 'job-3'].map((id) => retryPrintJob(database, FIRST_JOB, stamp(id))))
  expect(pressed).toEqual([true, false])
  expect([await print(ALL_TAKEN), await print(ALL_TAKEN)]).toEqual(['job-2', null])
})

test('a job that was answered with "no" is not printed a third time by a press on it', async () => {
  await print(BROKE_LATE)
  const pressed = await Promise.all(
    ['job-2', 'job-3'].map((id) => answerPrintJob(database, FIRST_JOB, false, stamp(id))),
  )
  expect(pressed).toEqual([true, false])
  expect(await retryPrintJob(database, FIRST_JOB, stamp('job-4'))).toBe(false)
  expect([await print(ALL_TAKEN), await print(ALL_TAKEN)]).toEqual(['job-2 SALINAN', null])
})

test('a failed job that is printed again after the same document was queued anew is a copy', async () => {
  await print(NOTHING_LEFT)
  await addPrintJob(database, SALE, 'receipt', stamp('job-2'))
  await retryPrintJob(database, FIRST_JOB, { ...stamp('job-3'), nowMs: TEN_O_CLOCK_MS + 6 })
  expect([await print(ALL_TAKEN), await print(ALL_TAKEN)]).toEqual(['job-2', 'job-3 SALINAN'])
})

test('a receipt is a copy however long ago the first one was printed', async () => {
  await print(ALL_TAKEN)
  await forgetOldPrintJobs(database, TEN_O_CLOCK_MS + 400 * 86_400_000)
  expect((await addPrintJob(database, SALE, 'receipt', stamp('job-2'))).isCopy).toBe(true)
})

test('a job of which everything was taken and that broke then counts as cut: the printer may wait for its end', async () => {
  await print(BROKE_LATE)
  await addPrintJob(database, SALE, 'receipt', stamp('job-2'))
  expect(await claim()).toMatchObject({ job: { id: 'job-2' }, comesAfterCut: true })
})

test('what waited when its sale was voided is called off, what is asked for later is printed', async () => {
  await addPrintJob(database, SALE, 'label', stamp('job-2'))
  await voidAt(TEN_O_CLOCK_MS + 60_000)
  expect(await claim()).toBeNull()
  expect(await database.printJobs.get('job-2')).toMatchObject({ state: 'failed', trouble: { code: 'called-off' } })
  await addPrintJob(database, SALE, 'receipt', { id: 'job-3', nowMs: TEN_O_CLOCK_MS + 90_000 })
  expect(await claim()).toMatchObject({ job: { id: 'job-3' } })
})
