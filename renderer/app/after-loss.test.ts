import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { createTestBridge, tenderOf } from '../storage/till-fixture.ts'
import { paid, sellPieces, testTills, withReturn } from './running-till-fixture.ts'
import type { StockDraft } from './stock-commands.ts'

const { setUp, close } = testTills()
afterEach(close)
type Started = Awaited<ReturnType<typeof setUp>>
const approval = { by: 'Ani', atMs: 1, reason: 'salah' }
const sell = (started: Started, quantity = 1) => sellPieces(started, quantity)
const takeBack = async ({ till }: Started, saleId: string) => {
  const history = await till.readHistory(saleId)
  if (history === null) throw new Error('no history')
  return paid(till, withReturn(till.openBasket(), history, 1), tenderOf(-500))
}
const draft = (): StockDraft => ({
  id: randomUUID(),
  kind: 'in',
  reason: 'Restock',
  lines: [{ sku: 'A', name: 'Barang A', soldBy: 'piece', quantity: 5 }],
  note: '',
  approval,
})
const goodsIn = async ({ till }: Started) => {
  const written = await till.submitStockDocument(draft())
  if (!written.ok) throw new Error(written.error.code)
  return written.value
}

describe('while what was lost is being put back', () => {
  test('a stock document waits for its number and for the set-up of the register', async () => {
    const old = await setUp()
    await old.till.writeSettings({ ...(await old.till.readSettings()), register: 'K9' })
    await sell(old)
    const first = await goodsIn(old)
    const fresh = await setUp(old.main)
    const [, second] = await Promise.all([fresh.till.recover(), goodsIn(fresh)])
    expect([first.number, second.number]).toEqual(['K9-S261121-0001', 'K9-S261121-0002'])
    expect(await fresh.database.stockDocuments.count()).toBe(2)
  })

  test('goods that came back before cannot come back again', async () => {
    const old = await setUp()
    const sale = await sell(old)
    const history = await old.till.readHistory(sale.id)
    if (history === null) throw new Error('no history')
    await takeBack(old, sale.id)
    const fresh = await setUp(old.main)
    const again = withReturn(fresh.till.openBasket(), history, 1)
    const [, answer] = await Promise.all([fresh.till.recover(), fresh.till.pay(again, [tenderOf(-500)])])
    expect(answer.ok ? null : answer.error.code).toBe('return.too-many')
  })

  test('a sale of which something has come back cannot be voided', async () => {
    const old = await setUp()
    const sale = await sell(old)
    await takeBack(old, sale.id)
    const fresh = await setUp(old.main)
    const [, answer] = await Promise.all([fresh.till.recover(), fresh.till.voidSale(sale.id, approval)])
    expect(answer.ok ? null : answer.error.code).not.toBe('void.missing')
    expect(answer.ok).toBe(false)
  })

  test('no second shift is opened, and the Z report has all sales', async () => {
    const old = await setUp()
    await old.till.openShift([{ denomination: 1_000, count: 1 }])
    await sell(old)
    const fresh = await setUp(old.main)
    const [, second] = await Promise.all([fresh.till.recover(), fresh.till.openShift([])])
    expect(second.ok ? null : second.error.code).toBe('shift.already-open')

    const other = await setUp(old.main)
    const [, closed] = await Promise.all([
      other.till.recover(),
      other.till.closeShift({ count: [], note: '', approval }),
    ])
    expect(closed.ok && closed.value).toMatchObject({ sold: { count: 1, amount: 500 }, expectedCash: 1_500 })
  })
})

describe('a stock document whose copy did not reach the journal', () => {
  test('is given to it at the next start, as it stands then', async () => {
    const main = createTestBridge()
    let takes = false
    const keepRecord: typeof main.bridge.keepRecord = (request) =>
      takes ? main.bridge.keepRecord(request) : Promise.reject(new Error('disk full'))
    const shop = await setUp({ ...main, bridge: { ...main.bridge, keepRecord } })
    const document = await goodsIn(shop)
    takes = true
    expect(main.kept.has(document.id)).toBe(false)
    const restarted = await setUp({ ...main, bridge: { ...main.bridge, keepRecord } }, shop.name)
    await restarted.till.recover()
    expect(main.kept.get(document.id)).toMatchObject({ kind: 'stock-document', document: { number: document.number } })

    takes = false
    const dropped = await restarted.till.dropStockLines(document.id, ['A'], 'salah')
    if (!dropped.ok) throw new Error(dropped.error.code)
    takes = true
    const third = await setUp({ ...main, bridge: { ...main.bridge, keepRecord } }, shop.name)
    await third.till.recover()
    expect(main.kept.get(document.id)).toMatchObject({ document: { voiding: { reason: 'salah' } } })
  })
})

describe('an undecided return', () => {
  const crashOnReturn = async () => {
    const shop = await setUp()
    const sale = await sell(shop)
    const history = await shop.till.readHistory(sale.id)
    if (history === null) throw new Error('no history')
    const back = await takeBack(shop, sale.id)
    const entry = shop.journal.get(back.id)
    if (entry === undefined) throw new Error('not journaled')
    // The crash came between journal and transaction.
    shop.journal.set(back.id, { ...entry, isCommitted: false })
    const fresh = await setUp(shop.main)
    expect((await fresh.till.recover()).undecided.map((each) => each.id)).toEqual([back.id])
    return { fresh, sale, back }
  }

  test('is not restored when the goods have come back by another since', async () => {
    const { fresh, sale, back } = await crashOnReturn()
    await takeBack(fresh, sale.id)
    const answer = await fresh.till.restoreUndecided(back.id)
    expect(answer.ok ? null : answer.error.code).toBe('recovery.returned-already')
    expect((await fresh.till.readHistory(sale.id))?.returns).toHaveLength(1)
  })

  test('is restored when they have not', async () => {
    const { fresh, sale, back } = await crashOnReturn()
    expect((await fresh.till.restoreUndecided(back.id)).ok).toBe(true)
    expect((await fresh.till.readHistory(sale.id))?.returns.map((each) => each.id)).toEqual([back.id])
  })
})
