import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { Dexie } from 'dexie'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { addItem, setDelivery } from '../../shared/domain/basket-rules.ts'
import type { Basket } from '../../shared/domain/basket.ts'
import { NEVER_MS } from '../../shared/domain/step.ts'
import { openTillDatabase, type TillDatabase } from '../storage/database.ts'
import {
  createTestBridge,
  itemOf,
  journaledOf,
  saleOf,
  tenderOf,
  TEN_O_CLOCK_MS,
  TEST_DELIVERY,
} from '../storage/till-fixture.ts'
import { readWaitingSummary } from '../storage/waiting-summary.ts'
import { createTill } from './create-till.ts'

const opened: TillDatabase[] = []
afterEach(() => {
  vi.restoreAllMocks()
  for (const database of opened.splice(0)) database.close()
})

const setUp = async (main = createTestBridge(), name: string = randomUUID()) => {
  const database = await openTillDatabase(name)
  opened.push(database)
  let nowMs = TEN_O_CLOCK_MS
  const clock = {
    pass: (ms: number) => {
      nowMs += ms
    },
  }
  const till = createTill({ database, bridge: main.bridge, now: () => nowMs, mintId: () => randomUUID() })
  await till.searchIsReady
  return { ...main, database, till, clock, name }
}
const cash = (amount: number) => [tenderOf(amount)]
const withItems = (basket: Basket): Basket => addItem(addItem(basket, itemOf('A', 500), 2), itemOf('B', 1_000))
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
    expect(calls).toEqual(['append', 'kickPrinting', 'kickPrinting', 'kickSync'])
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

  test('measures the whole, the journal and the transaction', async () => {
    const { till } = await setUp()
    performance.clearMeasures()
    await till.pay(withItems(till.openBasket()), cash(2_000))
    const names = performance.getEntriesByType('measure').map((entry) => entry.name)
    expect(names.toSorted()).toEqual(['konter:journal', 'konter:pay', 'konter:transaction'])
  })
})

describe('recover', () => {
  test('puts sales back after the database was wiped: sent steps stay sent, the rest is looked up first, nothing prints', async () => {
    const main = createTestBridge()
    const old = await setUp(main)
    await old.till.writeSettings({ ...(await old.till.readSettings()), register: 'K9' })
    const paid = await old.till.pay(withItems(old.till.openBasket()), cash(2_000))
    if (!paid.ok) throw new Error(paid.error.code)
    const { id } = paid.value
    const entry = main.journal.get(id)
    if (entry === undefined) throw new Error('not journaled')
    const remote = { id: '77', number: null, total: null }
    main.journal.set(id, { ...entry, sentSteps: [{ stepId: `${id}/forstok.order`, remote }] })

    const fresh = await setUp(main)
    const report = await fresh.till.recover()
    expect(report.recovered.map((sale) => sale.id)).toEqual([id])
    expect(report.undecided).toEqual([])
    const steps = await fresh.till.readSteps()
    const due = (kind: string) =>
      steps.filter((step) => step.id.startsWith(`${id}/${kind}`)).map((step) => [step.state, step.dueAtMs])
    expect(due('forstok.order')).toEqual([['sent', NEVER_MS]])
    expect(due('forstok.ready-to-ship')).toEqual([['unknown', TEN_O_CLOCK_MS]])
    expect(due('forstok.delivered')).toEqual([['unknown', NEVER_MS]])
    expect(due('accurate.invoice')).toEqual([['unknown', TEN_O_CLOCK_MS]])
    expect(await fresh.database.printJobs.count()).toBe(0)
    expect((await fresh.database.movements.toArray()).map((row) => row.state)).toEqual(['sent', 'sent'])
    expect((await fresh.database.sales.get(id))?.isRecovered).toBe(true)
    expect((await fresh.till.readSettings()).register).toBe('K9')
    expect((await fresh.till.recover()).recovered).toEqual([])
  })

  test('asks about a sale that the crash caught between journal and transaction; restoring and discarding both end the question', async () => {
    const { till, database, journal } = await setUp()
    for (const [index, id] of [randomUUID(), randomUUID()].entries()) {
      journal.set(id, journaledOf(saleOf(id, index + 1, TEN_O_CLOCK_MS + index), false))
    }
    const { recovered, undecided } = await till.recover()
    expect(recovered).toEqual([])
    expect(undecided.map((sale) => sale.number)).toEqual(['K1-261121-0001', 'K1-261121-0002'])
    expect(await database.sales.count()).toBe(0)
    const [taken, dropped] = undecided
    expect(await till.restoreUndecided(taken?.id ?? '')).toEqual({ ok: true, value: null })
    await till.discardUndecided(dropped?.id ?? '', 'buyer left')
    expect(await database.sales.count()).toBe(1)
    expect((await till.recover()).undecided).toEqual([])
    const missing = await till.restoreUndecided(randomUUID())
    expect(missing.ok).toBe(false)
  })

  test('a step that a person closed is not sent again after a loss, and one taken up again is looked up', async () => {
    const main = createTestBridge()
    const old = await setUp(main)
    const paid = await old.till.pay(withItems(old.till.openBasket()), cash(2_000))
    if (!paid.ok) throw new Error(paid.error.code)
    const { id } = paid.value
    expect(await old.till.closeStep(`${id}/forstok.order`, 'entered by hand')).toMatchObject({ ok: true })
    expect(await old.till.closeStep(`${id}/accurate.invoice`, 'by mistake')).toMatchObject({ ok: true })
    expect(await old.till.requeueStep(`${id}/accurate.invoice`)).toMatchObject({ ok: true })

    const fresh = await setUp(main)
    await fresh.till.recover()
    const states = new Map((await fresh.till.readSteps()).map((step) => [step.id.slice(id.length + 1), step.state]))
    expect(Object.fromEntries(states)).toEqual({
      'forstok.order': 'closed',
      'forstok.ready-to-ship': 'closed',
      'forstok.delivered': 'closed',
      'accurate.invoice': 'unknown',
      'accurate.receipt/0': 'unknown',
    })
    // The figures of the next pull are the truth for what was recorded by hand.
    expect((await fresh.database.movements.toArray()).map((row) => row.state)).toEqual(['sent', 'sent'])
  })

  test('gives unsent sales back to a journal that has lost them, and no number is used twice', async () => {
    const { till, journal, name, ...main } = await setUp()
    const paid = await till.pay(withItems(till.openBasket()), cash(2_000))
    if (!paid.ok) throw new Error(paid.error.code)
    await till.closeStep(`${paid.value.id}/forstok.order`, 'by hand')
    journal.clear()
    const again = await setUp({ ...main, journal }, name)
    await again.till.recover()
    expect(journal.get(paid.value.id)).toMatchObject({ sale: paid.value, isCommitted: true, closedSteps: [{}, {}, {}] })
    const next = await again.till.pay(withItems(again.till.openBasket()), cash(2_000))
    expect(next.ok && next.value.number).toBe('K1-261121-0002')
  })

  test('a first sale after a loss waits for the set-up that the journal knows', async () => {
    const main = createTestBridge()
    const id = randomUUID()
    const known = {
      ...saleOf(id, 7, TEN_O_CLOCK_MS),
      register: 'K9',
      route: 'linked' as const,
      number: 'K9-261121-0007',
    }
    main.journal.set(id, journaledOf(known))
    const { till } = await setUp(main)
    const recovering = till.recover()
    const paid = await till.pay(withItems(till.openBasket()), cash(2_000))
    expect(paid.ok && paid.value).toMatchObject({ register: 'K9', route: 'linked' })
    await recovering
  })

  test('a shop that charged tax goes on charging it after a loss, as its newest sale tells', async () => {
    const main = createTestBridge()
    const sale = saleOf(randomUUID(), 7, TEN_O_CLOCK_MS)
    const lines = sale.lines.map((line) => ({ ...line, isTaxed: true, isTaxIncluded: false }))
    main.journal.set(sale.id, journaledOf({ ...sale, lines }))
    const { till } = await setUp(main)
    await till.recover()
    expect((await till.readSettings()).selling.tax).toMatchObject({ isCharged: true, pricesIncludeTax: false })
  })

  test('a first sale after a loss belongs to the shift that was open, not to a new one', async () => {
    const main = createTestBridge()
    const old = await setUp(main)
    const before = await old.till.pay(withItems(old.till.openBasket()), cash(2_000))
    const fresh = await setUp(main)
    const recovering = fresh.till.recover()
    const after = await fresh.till.pay(withItems(fresh.till.openBasket()), cash(2_000))
    expect(after.ok && before.ok && after.value.shiftId).toBe(before.ok && before.value.shiftId)
    await recovering
    expect(await fresh.database.shifts.count()).toBe(1)
  })

  test('a sale that cannot be put back keeps back only itself, and a journal that takes no marks nothing', async () => {
    const main = createTestBridge()
    const { till, database } = await setUp(main)
    const paid = await till.pay(withItems(till.openBasket()), cash(2_000))
    if (!paid.ok) throw new Error(paid.error.code)
    for (const [saleId, entry] of main.journal) main.journal.set(saleId, { ...entry, isCommitted: false })
    // The second one's number is taken; the third one is in order.
    const ids = [randomUUID(), randomUUID()]
    for (const [index, id] of ids.entries()) main.journal.set(id, journaledOf(saleOf(id, index + 1, TEN_O_CLOCK_MS)))
    const bridge = { ...main.bridge, markSaleCommitted: () => Promise.reject(new Error('disk full')) }
    const again = createTill({ database, bridge, now: () => TEN_O_CLOCK_MS, mintId: () => randomUUID() })
    const report = await again.recover()
    expect(report.recovered.map((sale) => sale.number)).toEqual(['K1-261121-0002'])
    expect(report.damagedLines).toBe(1)
    expect(main.calls).toContain('log')
  })

  test('a sale that was paid while it was asked about is not discarded', async () => {
    const { till, journal } = await setUp()
    const paid = await till.pay(withItems(till.openBasket()), cash(2_000))
    if (!paid.ok) throw new Error(paid.error.code)
    await till.discardUndecided(paid.value.id, 'no money')
    expect(journal.get(paid.value.id)).toMatchObject({ isCommitted: true })
  })

  test('marks in the journal what the database holds and the crash left unmarked', async () => {
    const { till, journal } = await setUp()
    await till.pay(withItems(till.openBasket()), cash(2_000))
    for (const [id, entry] of journal) journal.set(id, { ...entry, isCommitted: false })
    await till.recover()
    expect([...journal.values()].every((entry) => entry.isCommitted)).toBe(true)
  })
})

describe('catalogue', () => {
  const table = (count: number) => ({
    header: ['sku', 'barcode', 'name', 'price', 'stock'],
    rows: Array.from({ length: count }, (_, n) => ({
      lineNumber: n + 2,
      cells: [`S-${n}`, String(10_000_000_000_000 + n), `Barang ${n}`, '500', String(n)],
    })),
  })

  test('imports all rows with progress, and they are found by name, SKU and barcode at once', async () => {
    const { till, database } = await setUp()
    const progress: number[] = []
    const review = await till.reviewCatalogue(table(1_200))
    const imported = await till.importCatalogue(review, ({ writtenRows }) => progress.push(writtenRows))
    expect(imported).toEqual({ ok: true, value: 1_200 })
    expect(progress).toEqual([250, 500, 750, 1_000, 1_200])
    expect(till.searchItems('barang 1199', 5)).toEqual(['S-1199'])
    const found = await till.findByCode('10000000000007')
    expect(found.ok && found.value?.sku).toBe('S-7')
    const bySku = await till.findByCode('s-8 ')
    expect(bySku.ok && bySku.value?.sku).toBe('S-8')
    expect(await till.findByCode('nope')).toEqual({ ok: true, value: null })
    const rows = await till.readItems(['S-9', 'nope', 'S-3'])
    expect(rows.map((row) => [row.item.sku, row.stock?.available, row.stock?.source])).toEqual([
      ['S-9', 9, 'file'],
      ['S-3', 3, 'file'],
    ])
    const restarted = createTill({ database, bridge: createTestBridge().bridge, now: () => 0, mintId: randomUUID })
    await restarted.searchIsReady
    expect(restarted.searchItems('barang 1199', 5)).toEqual(['S-1199'])
  })

  test('a failure in the middle leaves items, stock and search as they were', async () => {
    const { till, database } = await setUp()
    await till.importCatalogue(await till.reviewCatalogue(table(10)), () => undefined)
    vi.spyOn(database.audit, 'add').mockImplementation(() => Dexie.Promise.reject(new Error('disk full')))
    const failed = await till.importCatalogue(await till.reviewCatalogue(table(700)), () => undefined)
    expect(failed.ok ? null : failed.error.code).toBe('catalogue.not-written')
    expect(await database.items.count()).toBe(10)
    expect(till.searchItems('barang 699', 5)).toEqual([])
  })

  test('a second file adds and updates, and never deletes or overrules a pulled level', async () => {
    const { till, database } = await setUp()
    await till.importCatalogue(await till.reviewCatalogue(table(3)), () => undefined)
    await database.stockLevels.put({
      sku: 'S-1',
      warehouseId: 'W',
      onHand: 40,
      reserved: 0,
      available: 40,
      pulledAtMs: 5,
      source: 'pull',
    })
    await database.syncState.put({ key: 'stock', value: { warehouseId: 'W', pulledAtMs: 5 } })
    const review = await till.reviewCatalogue({
      header: ['sku', 'name', 'price', 'stock'],
      rows: [{ lineNumber: 2, cells: ['S-1', 'Nama Baru', '900', '1'] }],
    })
    await till.importCatalogue(review, () => undefined)
    const rows = await till.readItems(['S-0', 'S-1', 'S-2'])
    expect(rows.map((row) => [row.item.name, row.stock?.available])).toEqual([
      ['Barang 0', 0],
      ['Nama Baru', 40],
      ['Barang 2', 2],
    ])
    expect(till.searchItems('baru', 5)).toEqual(['S-1'])
    expect(till.searchItems('barang', 5)).toEqual(['S-0', 'S-2'])
  })

  test('a barcode of several items is an error that names them', async () => {
    const { till, database } = await setUp()
    await database.items.bulkPut(['A', 'B'].map((sku) => ({ ...itemOf(sku, 500, '123'), skuLower: sku.toLowerCase() })))
    const found = await till.findByCode('123')
    expect(found.ok ? null : found.error).toMatchObject({ code: 'item.ambiguous-barcode', detail: 'A, B' })
  })
})

test('the summary counts waiting sales once each and dates the oldest', async () => {
  const { till, database, clock } = await setUp()
  expect(await readWaitingSummary(database)).toEqual({
    waitingSales: 0,
    attentionSteps: 0,
    taskSteps: 0,
    oldestPaidAtMs: null,
    stockPulledAtMs: null,
    askingPrintJobs: 0,
  })
  await till.pay(withItems(till.openBasket()), cash(2_000))
  clock.pass(1_000)
  await till.pay(withItems(till.openBasket()), cash(2_000))
  expect(await readWaitingSummary(database)).toMatchObject({ waitingSales: 2, oldestPaidAtMs: TEN_O_CLOCK_MS })
  expect(await till.readUnsentSales()).toHaveLength(2)
  expect(await till.readSalesOfDay('2026-11-21')).toHaveLength(2)
  expect(await till.readSalesOfDay('2026-11-20')).toHaveLength(0)
})

test('a later file can neither take a barcode from an item it does not bring, nor write a SKU in another case', async () => {
  const { till } = await setUp()
  const table = (...rows: readonly (readonly string[])[]) => ({
    header: ['sku', 'barcode', 'name', 'price'],
    rows: rows.map((cells, index) => ({ lineNumber: index + 2, cells })),
  })
  const first = await till.reviewCatalogue(table(['ABC-1', '8996001354124', 'Beng', '2000']))
  expect(await till.importCatalogue(first, () => undefined)).toMatchObject({ ok: true, value: 1 })

  const second = await till.reviewCatalogue(
    table(['NEW-1', '8996001354124', 'Other', '2000'], ['abc-1', '', 'Beng', '2000'], ['NEW-2', '', 'Fine', '2000']),
  )
  expect(second.accepted.map((row) => row.item.sku)).toEqual(['NEW-2'])
  expect(second.refused.map((row) => [row.lineNumber, row.code])).toEqual([
    [2, 'barcode.stored'],
    [3, 'sku.other-case'],
  ])

  const moved = await till.reviewCatalogue(
    table(['NEW-1', '8996001354124', 'Other', '2000'], ['ABC-1', '', 'Beng', '2000']),
  )
  expect(moved.refused).toEqual([])
})
