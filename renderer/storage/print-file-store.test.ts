import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTillDatabase, type TillDatabase } from './database.ts'
import { claimPrintJob, settlePrintJob } from './print-job-claim.ts'
import { addLooseJobs, answerPrintJob, forgetOldPrintJobs, type LoosePrint } from './print-job-store.ts'
import { readPrintQueue } from './print-queue.ts'

const FILE = Buffer.alloc(300_000, 7).toString('base64')
const pages = (count: number, pdfBase64 = FILE): readonly LoosePrint[] =>
  Array.from({ length: count }, (_none, index) => ({
    document: 'pdf',
    subject: {
      type: 'pdf',
      fileName: 'kurir.pdf',
      pageNumber: index + 1,
      pdfBase64,
      placement: { turnDegrees: 0, fits: 'page' },
    },
    printerId: null,
  }))

let database: TillDatabase
beforeEach(async () => {
  database = await openTillDatabase(randomUUID())
})
afterEach(() => database.close())

const add = (prints: readonly LoosePrint[], nowMs = 5) => addLooseJobs(database, prints, { mintId: randomUUID, nowMs })
const claim = async (runId = 'run') =>
  (
    await claimPrintJob(database, {
      printerId: 'labels',
      documents: ['pdf'],
      servedPrinterIds: ['labels'],
      knownPrinterIds: ['labels'],
      runId,
      nowMs: 9,
    })
  ).claimed
const MUCH_LATER_MS = 40 * 86_400_000

test('the pages of a file are jobs that share it: the queue is light, and each is printed with the file', async () => {
  await add(pages(50))
  expect(await database.printFiles.count()).toBe(1)
  expect(JSON.stringify(await readPrintQueue(database, 20)).length).toBeLessThan(50_000)
  const claimed = await claim()
  expect(claimed?.content).toEqual(pages(1)[0]?.subject)
  expect(claimed?.job.subject).toMatchObject({ pageNumber: 1, pdfBase64: '' })
})

test('a page that is printed once more still has its file', async () => {
  await add(pages(1))
  const first = await claim('run-1')
  await claim('run-2')
  await answerPrintJob(database, first?.job.id ?? '', false, { id: 'again', nowMs: 6, printerId: null })
  const second = await claim('run-2')
  expect([second?.job.id, second?.content]).toEqual(['again', first?.content])
})

test('a page whose file is gone fails and does not block the next', async () => {
  await add(pages(1))
  await database.printFiles.clear()
  await add(pages(1, 'AAAA'), 7)
  expect((await claim())?.content).toMatchObject({ pdfBase64: 'AAAA' })
  const states = (await database.printJobs.toArray()).map(({ state }) => state)
  expect(states.toSorted()).toEqual(['failed', 'sending'])
})

test('old pages are forgotten with their file, what waits or asks keeps it', async () => {
  await add(pages(2))
  await add(pages(1, 'AAAA'), 7)
  for (let round = 0; round < 2; round += 1) {
    const claimed = await claim()
    const outcome = { type: 'sent', bytesSent: 9 } as const
    await settlePrintJob(database, { jobId: claimed?.job.id ?? '', runId: 'run', nowMs: 9, outcome })
  }
  await forgetOldPrintJobs(database, MUCH_LATER_MS)
  const left = await database.printJobs.toArray()
  expect(left).toHaveLength(1)
  const [subject] = left.map((job) => job.subject)
  expect(await database.printFiles.toCollection().primaryKeys()).toEqual([
    subject?.type === 'pdf' ? subject.fileId : null,
  ])
})
