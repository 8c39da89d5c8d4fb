import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeShiftReport } from '../../shared/domain/make-shift-report.ts'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import { rupiah } from '../../shared/domain/money.ts'
import type { PrintOutcome } from '../../shared/domain/print-job.ts'
import { printTrouble } from '../../shared/domain/print-trouble.ts'
import { shiftOpenedBySale } from '../../shared/domain/shift-opened-by-sale.ts'
import type { ShiftReport } from '../../shared/domain/shift-report.ts'
import { openTillDatabase, type TillDatabase } from './database.ts'
import { claimPrintJob, notePrintProgress, settlePrintJob } from './print-job-claim.ts'
import {
  addLooseJobs,
  addPrintJob,
  addReportJob,
  answerPrintJob,
  callOffPrintJob,
  dismissPrintJob,
  retryPrintJob,
} from './print-job-store.ts'
import { saleOf, TEN_O_CLOCK_MS } from './till-fixture.ts'
import { writePaidSale } from './write-sale.ts'

const SALE = saleOf(randomUUID(), 1, TEN_O_CLOCK_MS)
/** The job of its first receipt. */
const FIRST_JOB = `${SALE.id}/receipt`
let database: TillDatabase
beforeEach(async () => {
  database = await openTillDatabase(randomUUID())
  await writePaidSale(database, SALE, { warehouseId: 'W', printsReceipt: true })
})
afterEach(() => database.close())

const LANE = {
  printerId: 'roll',
  documents: ['receipt', 'shift-report'],
  servedPrinterIds: ['roll'],
  knownPrinterIds: ['roll', 'labels'],
} as const
/** A claim of another printer, which takes only what names it. */
const LABELS = {
  printerId: 'labels',
  documents: [],
  servedPrinterIds: ['labels'],
  knownPrinterIds: LANE.knownPrinterIds,
  runId: 'run-1',
  nowMs: 1,
}
const claim = (runId = 'run-1', lane: Partial<typeof LANE> = {}) =>
  claimPrintJob(database, { ...LANE, ...lane, runId, nowMs: 1 })
const take = async (runId = 'run-1') => (await claim(runId)).claimed?.job ?? null
const finish = (jobId: string, outcome: PrintOutcome, runId = 'run-1') =>
  settlePrintJob(database, { jobId, runId, nowMs: 2, outcome })
const DONE: PrintOutcome = { type: 'sent', bytesSent: 9 }
const FAILED: PrintOutcome = { type: 'failed', trouble: printTrouble('not-found') }
const CUT: PrintOutcome = { type: 'unknown', trouble: printTrouble('cut-off'), bytesSent: 3, totalBytes: 9 }
const add = (id: string) => addPrintJob(database, SALE, 'receipt', { id, nowMs: TEN_O_CLOCK_MS + 5 })
const stamp = (id: string, printerId: string | null = null) => ({ id, nowMs: 3, printerId })
const read = (id: string) => database.printJobs.get(id)

test('a job is taken once, with its sale and the shop’s designs, and settled by the run that took it', async () => {
  const labels = await claimPrintJob(database, {
    printerId: 'labels',
    documents: ['label'],
    servedPrinterIds: ['labels'],
    knownPrinterIds: LANE.knownPrinterIds,
    runId: 'run-1',
    nowMs: 1,
  })
  expect(labels.claimed).toBeNull()
  const { claimed } = await claim()
  expect(claimed).toMatchObject({ content: { type: 'sale', sale: { id: SALE.id } }, comesAfterCut: false })
  expect(claimed?.designs).toEqual(DEFAULT_DESIGNS)
  expect(claimed?.job).toMatchObject({ id: FIRST_JOB, state: 'sending', printerId: 'roll', isCopy: false })
  expect(await finish(FIRST_JOB, DONE, 'run-0')).toEqual({ accepted: false })
  expect(await finish(FIRST_JOB, DONE)).toEqual({ accepted: true })
  expect(await finish(FIRST_JOB, FAILED)).toEqual({ accepted: false })
  expect(await read(FIRST_JOB)).toMatchObject({ state: 'sent', bytesSent: 9, totalBytes: 9 })
})

test('what an earlier run left sending is unknown and not printed again by itself', async () => {
  await take('run-1')
  expect(
    await notePrintProgress(database, { jobId: FIRST_JOB, runId: 'run-1', bytesSent: 4, totalBytes: 9 }),
  ).toBeNull()
  expect(await take('run-2')).toBeNull()
  expect(await read(FIRST_JOB)).toMatchObject({ state: 'unknown', bytesSent: 4, isCutOff: true })
})

test('a job whose outcome was lost is asked about when its printer wants the next one', async () => {
  await take()
  expect(await take()).toBeNull()
  expect(await read(FIRST_JOB)).toMatchObject({ state: 'unknown', trouble: { code: 'run-ended' } })
  expect(await finish(FIRST_JOB, DONE)).toEqual({ accepted: false })
})

test('another printer’s claim leaves alone what this one is sending', async () => {
  await take()
  await claimPrintJob(database, LABELS)
  expect(await read(FIRST_JOB)).toMatchObject({ state: 'sending' })
})

test('after "it did not come out" a fresh job waits, marked as a copy, on another printer if one is named', async () => {
  await take()
  await finish(FIRST_JOB, CUT)
  expect(await answerPrintJob(database, FIRST_JOB, false, stamp('job-2', 'labels'))).toBe(true)
  expect(await answerPrintJob(database, FIRST_JOB, false, stamp('job-3'))).toBe(false)
  expect(await take()).toBeNull()
  expect((await claimPrintJob(database, LABELS)).claimed?.job).toMatchObject({ id: 'job-2', isCopy: true })
  expect(await database.printJobs.count()).toBe(2)
})

test('after "it came out" the job is sent', async () => {
  await take('run-1')
  await take('run-2')
  expect(await answerPrintJob(database, FIRST_JOB, true, stamp('x'))).toBe(true)
  expect(await database.printJobs.toArray()).toMatchObject([{ state: 'sent' }])
})

test('the job after one that ended in the middle knows it, once and on that printer alone', async () => {
  await take()
  await finish(FIRST_JOB, CUT)
  await add('job-2')
  await add('job-3')
  expect((await claim()).claimed).toMatchObject({ job: { id: 'job-2' }, comesAfterCut: true })
  await finish('job-2', DONE)
  expect((await claim()).claimed).toMatchObject({ job: { id: 'job-3' }, comesAfterCut: false })
})

test('a job of which nothing left does not hide that the one before ended in the middle', async () => {
  await take()
  await finish(FIRST_JOB, CUT)
  await add('job-2')
  await take()
  await finish('job-2', FAILED)
  await add('job-3')
  expect((await claim()).claimed).toMatchObject({ job: { id: 'job-3' }, comesAfterCut: true, moreWait: false })
})

test('a claim says whether more waits for the same printer', async () => {
  await add('job-2')
  expect((await claim()).claimed?.moreWait).toBe(true)
  await finish(FIRST_JOB, DONE)
  expect((await claim()).claimed?.moreWait).toBe(false)
})

test('a reprint is a copy, unless not one byte ever left', async () => {
  await take()
  await finish(FIRST_JOB, FAILED)
  expect((await add('job-2')).isCopy).toBe(false)
  expect((await add('job-3')).isCopy).toBe(true)
})

test('half a receipt that was answered with "no" makes every later one a copy', async () => {
  await take()
  await finish(FIRST_JOB, CUT)
  await answerPrintJob(database, FIRST_JOB, false, stamp('job-2'))
  await take()
  await finish('job-2', FAILED)
  expect((await add('job-3')).isCopy).toBe(true)
})

test('what failed is printed again, elsewhere if wanted, and only once a press', async () => {
  await take()
  await finish(FIRST_JOB, FAILED)
  expect(await retryPrintJob(database, FIRST_JOB, stamp('job-2', 'labels'))).toBe(true)
  expect(await read('job-2')).toMatchObject({ state: 'waiting', printerId: 'labels', isCopy: false })
  expect(await retryPrintJob(database, 'job-2', stamp('job-3'))).toBe(false)
})

test('what was sent to a printer by name goes there again, and a test page never says SALINAN', async () => {
  const print = { document: 'test-page', subject: { type: 'test-page', page: 'ruler' }, printerId: 'labels' } as const
  await addLooseJobs(database, [print], { mintId: () => 't1', nowMs: 5 })
  await claimPrintJob(database, LABELS)
  await finish('t1', CUT)
  await answerPrintJob(database, 't1', false, stamp('t2'))
  expect((await claimPrintJob(database, LABELS)).claimed?.job).toMatchObject({ id: 't2', isCopy: false })
  await finish('t2', FAILED)
  await retryPrintJob(database, 't2', stamp('t3'))
  expect((await claimPrintJob(database, LABELS)).claimed?.job).toMatchObject({ id: 't3', printerId: 'labels' })
})

test('what waits can be called off, what is being sent cannot', async () => {
  await add('job-2')
  await take()
  expect(await callOffPrintJob(database, FIRST_JOB, 4)).toBe(false)
  expect(await callOffPrintJob(database, 'job-2', 4)).toBe(true)
  expect(await read('job-2')).toMatchObject({ state: 'failed', trouble: { code: 'called-off' } })
  expect(await take('run-2')).toBeNull()
})

test('what failed can be put aside, stays as it ended, and can still be printed after all', async () => {
  expect(await dismissPrintJob(database, FIRST_JOB)).toBe(false)
  await take()
  expect(await dismissPrintJob(database, FIRST_JOB)).toBe(false)
  await finish(FIRST_JOB, FAILED)
  const failed = await read(FIRST_JOB)
  expect(await dismissPrintJob(database, FIRST_JOB)).toBe(true)
  expect(await read(FIRST_JOB)).toEqual({ ...failed, isDismissed: true })
  expect(await take('run-2')).toBeNull()
  expect(await retryPrintJob(database, FIRST_JOB, stamp('job-2'))).toBe(true)
  expect(await read('job-2')).toMatchObject({ state: 'waiting', isCopy: false })
  expect((await read('job-2'))?.isDismissed).toBeUndefined()
  expect(await dismissPrintJob(database, FIRST_JOB)).toBe(false)
})

test('labels of goods wait in their order, for the printer that was named', async () => {
  const goods = { sku: 'A', name: 'A', barcode: null, price: rupiah(1), regularPrice: null, soldBy: 'piece' } as const
  const prints = ['A', 'B', 'C'].map((sku) => ({
    document: 'product-label' as const,
    subject: { type: 'goods' as const, goods: { ...goods, sku }, copies: 2 },
    printerId: 'labels',
  }))
  let minted = 0
  await addLooseJobs(database, prints, { mintId: () => `g${String((minted += 1))}`, nowMs: 5 })
  const taken: string[] = []
  for (let round = 0; round < 3; round += 1) {
    const { claimed } = await claimPrintJob(database, LABELS)
    if (claimed?.content.type === 'goods') taken.push(claimed.content.goods.sku)
    await finish(claimed?.job.id ?? '', DONE)
  }
  expect(taken).toEqual(['A', 'B', 'C'])
})

test('a job for a printer that was removed goes where its kind goes now', async () => {
  await database.printJobs.update(FIRST_JOB, { printerId: 'gone' })
  expect(await take()).toMatchObject({ id: FIRST_JOB, printerId: 'roll' })
})

test('a job whose sale cannot be read fails and does not block the next', async () => {
  await add('job-2')
  const other = saleOf(randomUUID(), 2, TEN_O_CLOCK_MS)
  await writePaidSale(database, other, { warehouseId: 'W', printsReceipt: false })
  await addPrintJob(database, other, 'receipt', { id: 'job-3', nowMs: TEN_O_CLOCK_MS + 9 })
  await database.sales.update(SALE.id, { sale: JSON.parse('{}') })
  expect(await take()).toMatchObject({ id: 'job-3' })
  expect(await read(FIRST_JOB)).toMatchObject({ state: 'failed', trouble: { code: 'nothing-to-print' } })
})

const reportOf = (kind: ShiftReport['kind']): ShiftReport => {
  const shift = shiftOpenedBySale(SALE, randomUUID())
  return makeShiftReport(kind, { shift, sales: [], cashMoves: [], shop: SALE.shop, madeAtMs: 1 })
}

test('a shift report is printed without a sale, and only a Z report printed again is a copy', async () => {
  await database.printJobs.clear()
  const report = reportOf('z')
  const queue = (id: string, nowMs: number, what = report) => addReportJob(database, what, { id, nowMs })
  expect((await queue('z1', 1)).isCopy).toBe(false)
  const { claimed } = await claim()
  expect(claimed?.job).toMatchObject({ id: 'z1', state: 'sending', document: 'shift-report' })
  expect(claimed?.content).toEqual({ type: 'shift-report', report })
  await finish('z1', FAILED)
  expect((await queue('z2', 2)).isCopy).toBe(false)
  expect((await queue('z3', 3)).isCopy).toBe(true)
  const x = { ...report, kind: 'x' } as const
  expect([(await queue('x1', 4, x)).isCopy, (await queue('x2', 5, x)).isCopy]).toEqual([false, false])
})
