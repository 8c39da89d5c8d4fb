import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { printJobSchema } from '../../../shared/domain/print-job.ts'
import { sampleShiftReport } from '../../../shared/documents/sample-shift-report.ts'
import { openTillDatabase } from '../database.ts'
import { version1 } from './version-1.ts'
import { version2 } from './version-2.ts'

// Rows exactly as version 2 of the app has written them.
const OLD_JOB = {
  id: 'job-1',
  saleId: 'sale-1',
  saleNumber: 'K1-261120-0007',
  report: null,
  document: 'receipt',
  isCopy: false,
  state: 'waiting',
  createdAtMs: 1_795_143_600_000,
  runId: null,
  finishedAtMs: null,
  message: null,
  bytesSent: null,
}

const upgraded = async (rows: readonly Record<string, unknown>[]) => {
  const name = randomUUID()
  const before = new Dexie(name)
  before.version(1).stores({ ...version1.stores })
  before.version(2).stores({ ...version2.stores })
  await before.open()
  await before.table('printJobs').bulkAdd([...rows])
  before.close()
  const database = await openTillDatabase(name)
  const after = await database.printJobs.orderBy('id').toArray()
  database.close()
  return after
}

test('every state of before is carried over, and what was being printed is still asked about', async () => {
  const states = ['waiting', 'printing', 'done', 'unknown', 'failed']
  const rows = states.map((state, place) => ({ ...OLD_JOB, id: `job-${String(place)}`, state }))
  const after = await upgraded(rows)
  expect(after.map((job) => printJobSchema.parse(job).state)).toEqual([
    'waiting',
    'sending',
    'sent',
    'unknown',
    'failed',
  ])
  expect(after[0]).toMatchObject({
    document: 'receipt',
    subject: { type: 'sale', saleId: 'sale-1', saleNumber: 'K1-261120-0007' },
    subjectId: 'sale-1',
    printerId: null,
    trouble: null,
    isCutOff: false,
  })
})

test('a failure keeps the words of before', async () => {
  const [job] = await upgraded([{ ...OLD_JOB, state: 'unknown', message: 'ECONNRESET', bytesSent: 65_536 }])
  expect(job).toMatchObject({ trouble: { code: 'cut-off', detail: 'ECONNRESET' }, bytesSent: 65_536, isCutOff: true })
})

test('a shift report on the receipt printer becomes a document of its own', async () => {
  const report = sampleShiftReport()
  const [job] = await upgraded([{ ...OLD_JOB, saleId: report.shift.id, saleNumber: 'Z', report }])
  expect(job).toMatchObject({ document: 'shift-report', subject: { type: 'shift-report', report } })
  expect(job?.subjectId).toBe(report.shift.id)
})

test('a row that nobody understands stays as it is and loses no other', async () => {
  const strange = { id: 'strange', state: 'lost', note: 'kept' }
  const after = await upgraded([strange, OLD_JOB])
  expect(after.find(({ id }) => id === 'strange')).toEqual(strange)
  expect(printJobSchema.safeParse(after.find(({ id }) => id === 'job-1')).success).toBe(true)
})
