import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { setDelivery } from '../../shared/domain/basket-rules.ts'
import type { TillDatabase } from '../storage/database.ts'
import { createTestBridge, TEST_DELIVERY } from '../storage/till-fixture.ts'
import { cash, withItems, testTills } from './running-till-fixture.ts'
const { setUp, close } = testTills()
afterEach(() => {
  vi.restoreAllMocks()
  close()
})

const rowCounts = async (database: TillDatabase) => ({
  sales: await database.sales.count(),
  movements: await database.movements.count(),
  outbox: await database.outbox.count(),
  printJobs: await database.printJobs.count(),
  audit: await database.audit.count(),
})

describe('pay', () => {
  test('journals first, then writes sale, movements, steps, print jobs and audit entry together', async () => {
    const { till, database, journal, calls } = await setUp()
    const paid = await till.pay(setDelivery(withItems(till.openBasket()), TEST_DELIVERY), cash(5_000))
    expect(paid.ok && paid.value).toMatchObject({ number: 'K1-261121-0001', total: 2_000, change: 3_000 })
    expect(await rowCounts(database)).toEqual({ sales: 1, movements: 2, outbox: 3, printJobs: 2, audit: 1 })
    expect((await database.movements.toArray()).map((row) => [row.sku, row.quantity, row.state])).toEqual([
      ['A', -2, 'local'],
      ['B', -1, 'local'],
    ])
    expect([...journal.values()].map((entry) => entry.isCommitted)).toEqual([true])
    expect(calls).toEqual(['append', 'kickPrinting'])
    // The buyer's paper first.
    await vi.waitFor(() => expect(calls).toEqual(['append', 'kickPrinting', 'kickSync']))
  })

  test('a double click, and paying again later, give the same sale', async () => {
    const { till, database, journal } = await setUp()
    const basket = withItems(till.openBasket())
    const [first, second] = await Promise.all([till.pay(basket, cash(2_000)), till.pay(basket, cash(2_000))])
    const third = await till.pay(basket, cash(9_000))
    expect(second).toEqual(first)
    expect(third).toEqual(first)
    expect(journal.size).toBe(1)
    expect(await database.sales.count()).toBe(1)
  })

  test('two tills over one database make one sale of a basket', async () => {
    const main = createTestBridge()
    const one = await setUp(main)
    const two = await setUp(main, one.name)
    const basket = withItems(one.till.openBasket())
    const [first, second] = await Promise.all([one.till.pay(basket, cash(2_000)), two.till.pay(basket, cash(2_000))])
    expect(second).toEqual(first)
    expect(await rowCounts(one.database)).toMatchObject({ sales: 1, movements: 2, outbox: 5 })
  })

  test('numbers go on from the highest that the database knows, even when the journal is empty', async () => {
    const { till, database, journal } = await setUp()
    await till.pay(withItems(till.openBasket()), cash(2_000))
    journal.clear()
    const next = await till.pay(withItems(till.openBasket()), cash(2_000))
    expect(next.ok && next.value.number).toBe('K1-261121-0002')
    expect(await database.sales.count()).toBe(2)
  })

  test('a refused payment reaches neither journal nor database', async () => {
    const { till, database, journal } = await setUp()
    const paid = await till.pay(withItems(till.openBasket()), cash(1_999))
    expect(paid.ok ? null : paid.error.code).toBe('sale.short')
    expect(journal.size + (await database.sales.count())).toBe(0)
  })

  test('a failure in mid-transaction writes nothing, is tried once more, and says that the journal has the sale', async () => {
    const { till, database } = await setUp()
    const basket = withItems(till.openBasket())
    const add = vi.spyOn(database.audit, 'add').mockImplementation(() => Dexie.Promise.reject(new Error('disk full')))
    const failed = await till.pay(basket, cash(2_000))
    expect(failed.ok ? null : failed.error.code).toBe('sale.only-in-journal')
    expect(add).toHaveBeenCalledTimes(2)
    expect(await rowCounts(database)).toEqual({ sales: 0, movements: 0, outbox: 0, printJobs: 0, audit: 0 })
    add.mockRestore()
    const again = await till.pay(basket, cash(2_000))
    expect(again.ok && again.value).toMatchObject({ number: 'K1-261121-0001', change: 0 })
  })

  test('when the journal gives no answer, paying again writes what the journal holds', async () => {
    const { till, journal, loseJournalAnswers } = await setUp()
    const basket = withItems(till.openBasket())
    loseJournalAnswers(true)
    const lost = await till.pay(basket, cash(2_000))
    expect(lost.ok ? null : lost.error.code).toBe('journal.no-answer')
    loseJournalAnswers(false)
    const held = journal.get(basket.id)?.sale
    const again = await till.pay(basket, cash(2_000))
    expect(again.ok && again.value).toEqual(held)
  })

  test('measures the whole, what is read before, the journal and the transaction', async () => {
    const { till } = await setUp()
    performance.clearMeasures()
    await till.pay(withItems(till.openBasket()), cash(2_000))
    const names = performance.getEntriesByType('measure').map((entry) => entry.name)
    expect(names.toSorted()).toEqual(['konter:context', 'konter:journal', 'konter:pay', 'konter:transaction'])
  })
})
