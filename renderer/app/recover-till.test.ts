import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { NEVER_MS } from '../../shared/domain/step.ts'
import { createRestingPrinters } from '../storage/resting-printers.ts'
import { createTestBridge, journaledOf, saleOf, TEN_O_CLOCK_MS } from '../storage/till-fixture.ts'
import { createTill } from './create-till.ts'
import { cash, withItems, testTills } from './running-till-fixture.ts'
const { setUp, close } = testTills()
afterEach(() => {
  vi.restoreAllMocks()
  close()
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
    const again = createTill({
      database,
      bridge,
      now: () => TEN_O_CLOCK_MS,
      mintId: () => randomUUID(),
      resting: createRestingPrinters(),
    })
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
