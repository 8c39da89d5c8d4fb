import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test } from 'vitest'
import { addItem, setNote } from '../../shared/domain/basket-rules.ts'
import { stepSchema } from '../../shared/domain/step.ts'
import { claimSteps } from '../storage/outbox-claim.ts'
import { settleStep } from '../storage/outbox-settle.ts'
import { readParked } from '../storage/parked-store.ts'
import { readItems } from '../storage/item-store.ts'
import { itemOf, TEN_O_CLOCK_MS, tenderOf } from '../storage/till-fixture.ts'
import type { TillDatabase } from '../storage/database.ts'
import { paid, startTestTill, withReturn } from './running-till-fixture.ts'

const APPROVAL = { by: 'Budi', atMs: TEN_O_CLOCK_MS + 1, reason: 'salah pencet' }
const opened: TillDatabase[] = []
afterEach(() => {
  for (const database of opened.splice(0)) database.close()
})
const setUp = async (...args: Parameters<typeof startTestTill>) => {
  const started = await startTestTill(...args)
  opened.push(started.database)
  await started.database.items.put({ ...itemOf('A', 500), skuLower: 'a' })
  await started.database.stockLevels.put({
    sku: 'A',
    warehouseId: 'default',
    onHand: 10,
    reserved: 0,
    available: 10,
    pulledAtMs: 1,
    source: 'file',
  })
  return started
}
type Started = Awaited<ReturnType<typeof setUp>>
const sell = ({ till }: Started) => paid(till, addItem(till.openBasket(), itemOf('A', 500), 2), tenderOf(1_000))
const shown = async ({ database }: Started) => (await readItems(database, ['A']))[0]?.stock?.available
const refusal = async (answer: Promise<{ ok: boolean; error?: { code: string } }>) =>
  (await answer).error?.code ?? 'done'

describe('voiding', () => {
  test('leaves nothing to send, gives the goods back, keeps the sale listed and out of every sum, and tells the journal', async () => {
    const shop = await setUp()
    const sale = await sell(shop)
    expect(await shown(shop)).toBe(8)
    expect(await shop.till.voidSale(sale.id, APPROVAL)).toEqual({ ok: true, value: null })
    expect(await shown(shop)).toBe(10)
    expect((await shop.till.readSteps()).map((step) => step.state)).toEqual(Array.from({ length: 5 }, () => 'closed'))
    const voiding = { saleId: sale.id, ...APPROVAL }
    expect(await shop.till.findSales(sale.number, 5)).toMatchObject([{ sale: { id: sale.id }, voiding }])
    expect(await shop.till.readSalesOfDay('2026-11-21')).toEqual([])
    expect(await shop.till.readUnsentSales()).toEqual([])
    expect(await shop.till.readHistory(sale.id)).toBeNull()
    expect(shop.journal.get(sale.id)?.voiding).toEqual(voiding)
    expect((await shop.database.sales.get(sale.id))?.journalOwedAtMs).toBeUndefined()
    expect(await refusal(shop.till.voidSale(sale.id, APPROVAL))).toBe('void.voided')
    expect((await sell(shop)).number).toBe('K1-261121-0002')
  })

  test('stays called off: its steps cannot be taken up again', async () => {
    const shop = await setUp()
    const sale = await sell(shop)
    expect(await refusal(shop.till.voidSale(sale.id, APPROVAL))).toBe('done')
    for (const kind of ['forstok.order', 'accurate.invoice']) {
      const answer = await shop.till.requeueStep(`${sale.id}/${kind}`)
      expect(answer.ok ? null : answer.error.code).toBe('step.voided')
    }
    expect((await shop.till.readSteps()).map((step) => step.state)).toEqual(Array.from({ length: 5 }, () => 'closed'))
  })

  test('is refused once anything was tried, after something came back, and in another shift', async () => {
    const shop = await setUp()
    const returned = await sell(shop)
    const history = await shop.till.readHistory(returned.id)
    if (history === null) throw new Error('no history')
    const back = await paid(shop.till, withReturn(shop.till.openBasket(), history, 1), tenderOf(-500))
    expect(await refusal(shop.till.voidSale(returned.id, APPROVAL))).toBe('void.has-returns')
    // A return is a sale: what came back goes out again, and then the sale itself can be voided.
    expect(await refusal(shop.till.voidSale(back.id, APPROVAL))).toBe('done')
    expect(await shown(shop)).toBe(8)
    expect(await refusal(shop.till.voidSale(returned.id, APPROVAL))).toBe('done')
    const tried = await sell(shop)
    await claimSteps(shop.database, {
      destination: 'forstok',
      limit: 1,
      nowMs: TEN_O_CLOCK_MS + 9,
      leaseMs: 1,
      claimId: 'c',
    })
    expect(await refusal(shop.till.voidSale(tried.id, APPROVAL))).toBe('void.was-tried')
    const unsure = { type: 'unknown', message: 'lost', httpStatus: null } as const
    const settled = { stepId: `${tried.id}/forstok.order`, claimId: 'c', nowMs: TEN_O_CLOCK_MS + 10, durationMs: 1 }
    await settleStep(shop.database, { ...settled, outcome: unsure })
    expect(await refusal(shop.till.voidSale(tried.id, APPROVAL))).toBe('void.was-tried')
    await shop.till.closeShift({ count: [], note: '', approval: APPROVAL })
    expect(await refusal(shop.till.voidSale(tried.id, APPROVAL))).toBe('void.other-shift')
    expect(await refusal(shop.till.voidSale('nobody', APPROVAL))).toBe('void.missing')
  })

  test('is allowed while the line is down: a try from which nothing left is no sending', async () => {
    const shop = await setUp()
    const sale = await sell(shop)
    const lease = { limit: 1, nowMs: TEN_O_CLOCK_MS + 9, leaseMs: 60_000, claimId: 'c' }
    await claimSteps(shop.database, { ...lease, destination: 'forstok' })
    expect(await refusal(shop.till.voidSale(sale.id, APPROVAL))).toBe('void.was-tried')
    await settleStep(shop.database, {
      stepId: `${sale.id}/forstok.order`,
      claimId: 'c',
      nowMs: TEN_O_CLOCK_MS + 10,
      durationMs: 1,
      outcome: { type: 'retry', message: 'no line', httpStatus: null, notBeforeMs: null },
    })
    expect(await refusal(shop.till.voidSale(sale.id, APPROVAL))).toBe('done')
    const later = { ...lease, nowMs: TEN_O_CLOCK_MS + 600_000, limit: 10, claimId: 'd' }
    expect((await claimSteps(shop.database, { ...later, destination: 'forstok' })).steps).toEqual([])
  })

  test('survives a lost database, and a journal that took nothing hears of it at the next start', async () => {
    const shop = await setUp()
    const sale = await sell(shop)
    const deaf = { ...shop.bridge, noteSaleVoided: () => Promise.reject(new Error('disk full')) }
    const other = await setUp({ ...shop.main, bridge: deaf }, shop.name)
    expect(await refusal(other.till.voidSale(sale.id, APPROVAL))).toBe('done')
    expect(shop.journal.get(sale.id)?.voiding).toBeNull()
    await shop.till.recover()
    expect(shop.journal.get(sale.id)?.voiding).toMatchObject({ by: 'Budi' })
    const fresh = await setUp(shop.main)
    await fresh.till.recover()
    expect(await fresh.till.findSales(sale.number, 5)).toMatchObject([{ voiding: { by: 'Budi' } }])
    expect((await fresh.till.readSteps()).map((step) => step.state)).toEqual(Array.from({ length: 5 }, () => 'closed'))
    expect(await shown(fresh)).toBe(10)
  })
})

describe('an unconfirmed payment', () => {
  test('is confirmed once, in the journal too, and comes back confirmed after a loss', async () => {
    const shop = await setUp()
    const basket = addItem(shop.till.openBasket(), itemOf('A', 500))
    const sale = await paid(shop.till, basket, { ...tenderOf(500, 'qris'), isConfirmed: false })
    expect(await refusal(shop.till.confirmTender(sale.id, 0))).toBe('done')
    shop.pass(5_000)
    expect(await refusal(shop.till.confirmTender(sale.id, 0))).toBe('done')
    expect(await refusal(shop.till.confirmTender(sale.id, 1))).toBe('tender.not-open')
    const fresh = await setUp(shop.main)
    await fresh.till.recover()
    expect((await fresh.till.findSales(sale.number, 1))[0]?.confirmations).toEqual([
      { saleId: sale.id, tenderIndex: 0, atMs: TEN_O_CLOCK_MS, by: 'Kasir' },
    ])
  })
})

describe('finding sales', () => {
  test('by the number of the receipt in any case, by the number of the return, and by words', async () => {
    const shop = await setUp()
    const sale = await sell(shop)
    shop.pass(1_000)
    const history = await shop.till.readHistory(sale.id)
    if (history === null) throw new Error('no history')
    const exchange = addItem(withReturn(shop.till.openBasket(), history, 1), itemOf('B', 500))
    const exchanged = await paid(shop.till, exchange)
    const found = async (text: string) => (await shop.till.findSales(text, 5)).map((row) => row.sale.id)
    expect(await found(' k1-261121-0001 ')).toEqual([sale.id])
    expect(await found('k1-r261121-0001')).toEqual([exchanged.id])
    expect(await found('barang')).toEqual([exchanged.id, sale.id])
    expect(await found('barang b')).toEqual([exchanged.id])
    expect(await found('k1-261121-0009')).toEqual([])
  })
})

describe('parked baskets', () => {
  test('survive a restart, are taken by one only, and become one sale', async () => {
    const shop = await setUp()
    const basket = setNote(addItem(shop.till.openBasket(), itemOf('A', 500), 2), 'Bu Siti')
    expect(await refusal(shop.till.parkBasket(basket))).toBe('done')
    const again = await setUp(shop.main, shop.name)
    expect(await readParked(again.database)).toMatchObject([
      { id: basket.id, by: 'Kasir', basket: { note: 'Bu Siti' } },
    ])
    const taken = await Promise.all([again.till.takeParked(basket.id), shop.till.takeParked(basket.id)])
    expect(taken.filter((each) => each !== null)).toEqual([basket])
    const sale = await paid(again.till, basket, tenderOf(1_000))
    expect(sale.id).toBe(basket.id)
    expect(await refusal(shop.till.parkBasket(basket))).toBe('park.paid')
    expect(await refusal(shop.till.parkBasket(shop.till.openBasket()))).toBe('park.empty')
  })

  test('one that cannot be read stays where it is and hides no other', async () => {
    const shop = await setUp()
    const basket = addItem(shop.till.openBasket(), itemOf('A', 500))
    await shop.database.parked.put({ id: 'bad', parkedAtMs: 1, by: 'Ani', basket: { lines: 'x' } })
    await shop.till.parkBasket(basket)
    expect((await readParked(shop.database)).map((row) => row.id)).toEqual([basket.id])
    expect(await shop.till.takeParked('bad')).toBeNull()
    expect(await shop.database.parked.count()).toBe(2)
  })
})

test('steps that come back of a return are a task again, and the return is looked up after its sale', async () => {
  const shop = await setUp()
  const sale = await sell(shop)
  const history = await shop.till.readHistory(sale.id)
  if (history === null) throw new Error('no history')
  shop.pass(1_000)
  const back = await paid(shop.till, withReturn(shop.till.openBasket(), history, 1), tenderOf(-500))
  const fresh = await setUp(shop.main)
  expect((await fresh.till.recover()).recovered.map((each) => each.id)).toEqual([sale.id, back.id])
  const steps = new Map((await fresh.database.outbox.toArray()).map((step) => [step.id, stepSchema.parse(step)]))
  expect(steps.get(`${back.id}/forstok.return`)).toMatchObject({ state: 'attention', attention: { code: 'follow-up' } })
  expect(steps.get(`${back.id}/accurate.return`)).toMatchObject({ state: 'unknown', dueAtMs: 8_640_000_000_000_000 })
  expect(steps.get(`${sale.id}/accurate.invoice`)).toMatchObject({ state: 'unknown', dueAtMs: TEN_O_CLOCK_MS })
})
