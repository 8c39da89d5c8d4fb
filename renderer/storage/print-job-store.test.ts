import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeShiftReport } from '../../shared/domain/make-shift-report.ts'
import type { PrintOutcome } from '../../shared/domain/print-job.ts'
import { shiftOpenedBySale } from '../../shared/domain/shift-opened-by-sale.ts'
import type { ShiftReport } from '../../shared/domain/shift-report.ts'
import { openTillDatabase, type TillDatabase } from './database.ts'
import { addPrintJob, addReportJob, answerPrintJob, claimPrintJob, settlePrintJob } from './print-job-store.ts'
import { saleOf, TEN_O_CLOCK_MS } from './till-fixture.ts'
import { writePaidSale } from './write-sale.ts'

const SALE = saleOf(randomUUID(), 1, TEN_O_CLOCK_MS)
let database: TillDatabase
beforeEach(async () => {
  database = await openTillDatabase(randomUUID())
  await writePaidSale(database, SALE, { warehouseId: 'W', printsReceipt: true, mintId: () => 'job-1' })
})
afterEach(() => database.close())

const take = async (runId = 'run-1') =>
  (await claimPrintJob(database, { document: 'receipt', runId, nowMs: 1 })).claimed?.job ?? null
const finish = (jobId: string, outcome: PrintOutcome, runId = 'run-1') =>
  settlePrintJob(database, { jobId, runId, nowMs: 2, outcome })
const DONE: PrintOutcome = { type: 'done', bytesSent: 9 }
const FAILED: PrintOutcome = { type: 'failed', message: 'no paper' }
const add = (id: string) => addPrintJob(database, SALE, 'receipt', { id, nowMs: TEN_O_CLOCK_MS + 5 })

test('a job is taken once, with its sale, and settled by the run that took it', async () => {
  expect((await claimPrintJob(database, { document: 'label', runId: 'run-1', nowMs: 1 })).claimed).toBeNull()
  expect(await take()).toMatchObject({ id: 'job-1', state: 'printing', isCopy: false })
  expect(await finish('job-1', DONE, 'run-0')).toEqual({ accepted: false })
  expect(await finish('job-1', DONE)).toEqual({ accepted: true })
  expect(await finish('job-1', FAILED)).toEqual({ accepted: false })
  expect(await database.printJobs.get('job-1')).toMatchObject({ state: 'done', bytesSent: 9 })
})

test('what an earlier run left printing is unknown and not printed again by itself', async () => {
  await take('run-1')
  expect(await take('run-2')).toBeNull()
  expect(await database.printJobs.get('job-1')).toMatchObject({ state: 'unknown' })
})

test('a job whose outcome was lost is asked about when its printer wants the next one', async () => {
  await take()
  expect(await take()).toBeNull()
  expect(await database.printJobs.get('job-1')).toMatchObject({ state: 'unknown' })
  expect(await finish('job-1', DONE)).toEqual({ accepted: false })
})

test('after "it did not come out" a fresh job waits, marked as a copy', async () => {
  await take()
  await finish('job-1', { type: 'unknown', message: 'cable', bytesSent: 3 })
  expect(await answerPrintJob(database, 'job-1', false, { id: 'job-2', nowMs: 3 })).toBe(true)
  expect(await answerPrintJob(database, 'job-1', false, { id: 'job-3', nowMs: 3 })).toBe(false)
  expect(await take()).toMatchObject({ id: 'job-2', isCopy: true })
  expect(await database.printJobs.count()).toBe(2)
})

test('after "it came out" the job is done', async () => {
  await take('run-1')
  await take('run-2')
  expect(await answerPrintJob(database, 'job-1', true, { id: 'x', nowMs: 3 })).toBe(true)
  expect(await database.printJobs.toArray()).toMatchObject([{ state: 'done' }])
})

test('a reprint is a copy, unless not one byte ever left', async () => {
  await take()
  await finish('job-1', FAILED)
  expect((await add('job-2')).isCopy).toBe(false)
  expect((await add('job-3')).isCopy).toBe(true)
})

test('a job whose sale cannot be read fails and does not block the next', async () => {
  await add('job-2')
  const other = saleOf(randomUUID(), 2, TEN_O_CLOCK_MS)
  await writePaidSale(database, other, { warehouseId: 'W', printsReceipt: false, mintId: () => randomUUID() })
  await addPrintJob(database, other, 'receipt', { id: 'job-3', nowMs: TEN_O_CLOCK_MS + 9 })
  await database.sales.update(SALE.id, { sale: JSON.parse('{}') })
  expect(await take()).toMatchObject({ id: 'job-3' })
  expect((await database.printJobs.get('job-1'))?.state).toBe('failed')
})

const reportOf = (kind: ShiftReport['kind']): ShiftReport => {
  const shift = shiftOpenedBySale(SALE, randomUUID())
  return makeShiftReport(kind, { shift, sales: [], cashMoves: [], shop: SALE.shop, madeAtMs: 1 })
}

test('a shift report is printed by the receipt printer without a sale, and only a Z report printed again is a copy', async () => {
  await database.printJobs.clear()
  const report = reportOf('z')
  const queue = (id: string, nowMs: number, what = report) => addReportJob(database, what, { id, nowMs })
  expect((await queue('z1', 1)).isCopy).toBe(false)
  const { claimed } = await claimPrintJob(database, { document: 'receipt', runId: 'run-1', nowMs: 1 })
  expect(claimed).toEqual({
    job: expect.objectContaining({ id: 'z1', state: 'printing' }),
    content: { type: 'shift-report', report },
  })
  await finish('z1', FAILED)
  expect((await queue('z2', 2)).isCopy).toBe(false)
  expect((await queue('z3', 3)).isCopy).toBe(true)
  const x = { ...report, kind: 'x' } as const
  expect([(await queue('x1', 4, x)).isCopy, (await queue('x2', 5, x)).isCopy]).toEqual([false, false])
})
