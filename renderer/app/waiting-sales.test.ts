import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { TEN_O_CLOCK_MS } from '../storage/till-fixture.ts'
import { readWaitingSummary } from '../storage/waiting-summary.ts'
import { cash, withItems, testTills } from './running-till-fixture.ts'
const { setUp, close } = testTills()
afterEach(() => {
  vi.restoreAllMocks()
  close()
})

test('the summary counts waiting sales once each and dates the oldest', async () => {
  const { till, database, pass } = await setUp()
  expect(await readWaitingSummary(database)).toEqual({
    waitingSales: 0,
    attentionSteps: 0,
    taskSteps: 0,
    oldestPaidAtMs: null,
    stockPulledAtMs: null,
    askingPrintJobs: 0,
  })
  await till.pay(withItems(till.openBasket()), cash(2_000))
  pass(1_000)
  await till.pay(withItems(till.openBasket()), cash(2_000))
  expect(await readWaitingSummary(database)).toMatchObject({ waitingSales: 2, oldestPaidAtMs: TEN_O_CLOCK_MS })
  expect(await till.readUnsentSales()).toHaveLength(2)
  expect(await till.readSalesOfDay('2026-11-21')).toHaveLength(2)
  expect(await till.readSalesOfDay('2026-11-20')).toHaveLength(0)
})
