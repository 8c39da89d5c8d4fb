import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTillDatabase, type TillDatabase } from './database.ts'
import { addPrintJobs } from './print-job-store.ts'

let database: TillDatabase
beforeEach(async () => {
  database = await openTillDatabase(randomUUID())
})
afterEach(() => database.close())

const SALES = ['a', 'b', 'c'].map((id) => ({ id, number: id.toUpperCase() }))
const stamped = (...ids: readonly string[]) => {
  const left = [...ids]
  return { mintId: () => left.shift() ?? randomUUID(), nowMs: 100 }
}
const labels = async () => {
  const jobs = await database.printJobs.orderBy('[state+createdAtMs]').toArray()
  return jobs.map(({ subjectId, isCopy }) => `${subjectId}${isCopy ? ' copy' : ''}`)
}

test('the labels of all deliveries wait in their order', async () => {
  await addPrintJobs(database, SALES, 'label', stamped())
  expect(await labels()).toEqual(['a', 'b', 'c'])
})

test('a fault in the middle leaves no job, so that none of the next ones is a copy', async () => {
  await expect(addPrintJobs(database, SALES, 'label', stamped('one', 'two', 'one'))).rejects.toThrow(/constraint/iu)
  expect(await labels()).toEqual([])
  await addPrintJobs(database, SALES, 'label', stamped())
  expect(await labels()).toEqual(['a', 'b', 'c'])
})

test('only labels that were printed before are copies', async () => {
  await addPrintJobs(database, SALES.slice(1, 2), 'label', stamped())
  await addPrintJobs(database, SALES, 'label', { ...stamped(), nowMs: 200 })
  expect(await labels()).toEqual(['b', 'a', 'b copy', 'c'])
})
