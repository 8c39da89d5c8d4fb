import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTillDatabase, type TillDatabase } from '../storage/database.ts'
import { saleOf, TEN_O_CLOCK_MS } from '../storage/till-fixture.ts'
import { writePaidSale } from '../storage/write-sale.ts'
import { createPrintCommands } from './print-commands.ts'

const SALES = [1, 2, 3].map((number) => saleOf(randomUUID(), number, TEN_O_CLOCK_MS))
const IDS = SALES.map(({ id }) => id)
let database: TillDatabase
let kicks: number
beforeEach(async () => {
  database = await openTillDatabase(randomUUID())
  for (const sale of SALES) await writePaidSale(database, sale, { warehouseId: 'W', printsReceipt: false })
  kicks = 0
})
afterEach(() => database.close())

const commands = (mintId: () => string = randomUUID) =>
  createPrintCommands({
    database,
    bridge: {
      kickPrinting: async () => {
        kicks += 1
        return null
      },
    },
    now: () => TEN_O_CLOCK_MS,
    mintId,
    report: () => undefined,
  })

test('labels of many deliveries are queued together, and printing is woken once', async () => {
  await commands().printDocuments(IDS, 'label')
  const jobs = await database.printJobs.orderBy('[state+createdAtMs]').toArray()
  expect(jobs.map(({ subjectId, document, isCopy }) => ({ subjectId, document, isCopy }))).toEqual(
    IDS.map((subjectId) => ({ subjectId, document: 'label', isCopy: false })),
  )
  expect(kicks).toBe(1)
})

test.each([
  ['a sale that cannot be read', [...IDS, 'gone'], () => randomUUID(), /no sale gone/u],
  ['a fault of the database', IDS, () => 'twice', /constraint/iu],
])('%s leaves none of the labels in the queue', async (_, ids, mintId, words) => {
  await expect(commands(mintId).printDocuments(ids, 'label')).rejects.toThrow(words)
  expect(await database.printJobs.count()).toBe(0)
  expect(kicks).toBe(0)
})

test('what failed is printed again or put aside together, and only the first wakes printing', async () => {
  const { printDocuments, retryPrintJobs, dismissPrintJobs } = commands()
  await printDocuments(IDS, 'label')
  await database.printJobs.toCollection().modify({ state: 'failed' })
  const failed = await database.printJobs.toCollection().primaryKeys()
  const [first = '', ...others] = failed
  expect(await dismissPrintJobs([first])).toBe(1)
  expect(kicks).toBe(1)
  expect(await retryPrintJobs(failed)).toBe(others.length)
  expect(kicks).toBe(2)
  expect(await retryPrintJobs(failed)).toBe(0)
  expect(kicks).toBe(2)
})
