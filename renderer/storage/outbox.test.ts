import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rupiah } from '../../shared/domain/money.ts'
import { NEVER_MS, type ClaimedStep, type StepOutcome } from '../../shared/domain/step.ts'
import { stepsFor, stepsForStock } from '../../shared/domain/steps-for.ts'
import { stockDocumentSchema } from '../../shared/domain/stock-document.ts'
import type { AskRequestOf } from '../../shared/ipc/contract.ts'
import { openTillDatabase, type TillDatabase } from './database.ts'
import { claimSteps, makeAllDue } from './outbox-claim.ts'
import { settleStep } from './outbox-settle.ts'
import { closeStep, requeueStep } from './step-decisions.ts'
import { readSaleDetail, readSales, readUnsentSales } from './sales-list.ts'
import { saleOf, TEN_O_CLOCK_MS } from './till-fixture.ts'
import { readWaitingSummary } from './waiting-summary.ts'
import { toStoredSale } from './stored-sale.ts'
import { writePaidSale } from './write-sale.ts'

const NOW = TEN_O_CLOCK_MS + 60_000
let database: TillDatabase
beforeEach(async () => {
  database = await openTillDatabase(randomUUID())
})
afterEach(() => database.close())

const pay = async (sequence: number, paidAtMs = TEN_O_CLOCK_MS + sequence): Promise<string> => {
  const id = randomUUID()
  const how = { warehouseId: 'W', printsReceipt: false }
  await writePaidSale(database, saleOf(id, sequence, paidAtMs), how)
  return id
}
const claimed = (changes: Partial<AskRequestOf<'outbox.claim'>> = {}) =>
  claimSteps(database, { destination: 'forstok', limit: 10, nowMs: NOW, leaseMs: 30_000, claimId: 'c1', ...changes })
const sent: StepOutcome = {
  type: 'sent',
  remote: { id: '7', number: 'F7', total: rupiah(500) },
  httpStatus: 200,
  message: 'ok',
}
const unknown: StepOutcome = { type: 'unknown', message: 'reset', httpStatus: null }
const refused: StepOutcome = {
  type: 'attention',
  attention: { code: 'sku', message: 'no such SKU', remedy: { id: 'x', en: 'x' }, httpStatus: 422 },
  remote: null,
}
const settled = (stepId: string, outcome: StepOutcome, claimId = 'c1', nowMs = NOW + 10) =>
  settleStep(database, { stepId, claimId, nowMs, durationMs: 5, outcome })
const first = (steps: readonly ClaimedStep[]): ClaimedStep => {
  const [step] = steps
  if (step === undefined) throw new Error('nothing was claimed')
  return step
}

describe('claiming', () => {
  test('hands out the oldest sale first, to the asked destination, and never twice', async () => {
    const second = await pay(2)
    const older = await pay(1)
    const one = await claimed({ limit: 1 })
    expect(one.steps.map((each) => [each.step.id, each.mode, each.previous])).toEqual([
      [`${older}/forstok.order`, 'send', []],
    ])
    const rest = await claimed({ claimId: 'c2' })
    expect(rest.steps.map((each) => each.step.saleId)).toEqual([second])
    expect((await claimed({ claimId: 'c3' })).steps).toEqual([])
    expect(rest.nextDueMs).toBe(NOW + 30_000)
    expect((await claimed({ destination: 'accurate' })).steps).toHaveLength(2)
  })

  test('gives a later step the answers before it, only once the earlier one is sent', async () => {
    const id = await pay(1)
    await claimed()
    expect((await claimed({ claimId: 'c2' })).steps).toEqual([])
    expect(await settled(`${id}/forstok.order`, sent)).toEqual({ accepted: true })
    const next = first((await claimed({ claimId: 'c2' })).steps)
    expect(next.step.kind).toBe('forstok.ready-to-ship')
    expect(next.previous).toEqual([{ id: '7', number: 'F7', total: 500 }])
  })

  test('a lease that ran out is handed out to be looked up; the late answer of another claim changes nothing', async () => {
    const id = await pay(1)
    await claimed()
    const later = await claimed({ claimId: 'c2', nowMs: NOW + 30_000 })
    expect(later.steps.map((each) => each.mode)).toEqual(['resolve'])
    expect(await settled(`${id}/forstok.order`, sent, 'c1')).toEqual({ accepted: false })
    expect(await settled(`${id}/forstok.order`, { type: 'absent', message: 'none' }, 'c2')).toEqual({ accepted: true })
    expect((await claimed({ claimId: 'c3', nowMs: NOW + 40_000 })).steps.map((each) => each.mode)).toEqual(['send'])
  })

  test('a sale paid before the clock was set back does not wait for that hour to return', async () => {
    await pay(1, NOW + 3_600_000)
    expect((await claimed()).steps).toHaveLength(1)
  })

  test('a step that waited out a back-off when the clock was set back does not wait for that year to return', async () => {
    const inTenYears = NOW + 10 * 365 * 86_400_000
    const [one, other] = [await pay(1), await pay(2)]
    await claimed({ nowMs: inTenYears })
    await settled(`${one}/forstok.order`, unknown, 'c1', inTenYears)
    const retry = { type: 'retry', message: 'no line', httpStatus: null, notBeforeMs: null } as const
    await settled(`${other}/forstok.order`, retry, 'c1', inTenYears)
    const again = await claimed({ claimId: 'c2' })
    expect(again.steps.map((each) => [each.step.saleId, each.mode])).toEqual([
      [one, 'resolve'],
      [other, 'send'],
    ])
  })

  test('a row that cannot be read is set aside and blocks nobody', async () => {
    const bad = await pay(1)
    const good = await pay(2)
    await database.outbox.update(`${bad}/forstok.order`, { attempts: JSON.parse('"damaged"') })
    const { steps } = await claimed({ limit: 1 })
    expect(steps.map((each) => each.step.saleId)).toEqual([good])
    expect(await database.outbox.count()).toBe(10)
    expect((await readWaitingSummary(database)).attentionSteps).toBe(1)
  })

  test('a step whose sale cannot be read needs attention', async () => {
    const bad = await pay(1)
    await database.sales.update(bad, { sale: JSON.parse('{}') })
    expect((await claimed()).steps).toEqual([])
    expect((await database.outbox.get(`${bad}/forstok.order`))?.attention?.code).toBe('sale-unreadable')
  })

  test('two thousand waiting sales are claimed in pages, each exactly once', async () => {
    const sales = Array.from({ length: 2_000 }, (_, n) => saleOf(randomUUID(), n + 1, TEN_O_CLOCK_MS + n))
    await database.sales.bulkAdd(sales.map((sale) => toStoredSale(sale, false)))
    await database.outbox.bulkAdd(sales.flatMap((sale) => stepsFor(sale, 'forstok-only')))
    const seen: string[] = []
    for (let page = 0; page < 20; page += 1) {
      const { steps } = await claimed({ limit: 100, claimId: `p${page}` })
      seen.push(...steps.map((each) => each.step.saleId))
    }
    expect(seen).toEqual(sales.map((sale) => sale.id))
    expect((await claimed()).steps).toEqual([])
  }, 60_000)
})

test('a step of a stock document is handed out with its document, and counts as waiting without being a sale', async () => {
  const id = randomUUID()
  const document = stockDocumentSchema.parse({
    id,
    number: 'K1-S261121-0001',
    kind: 'in',
    register: 'K1',
    by: 'Ani',
    approval: null,
    atMs: TEN_O_CLOCK_MS,
    utcOffsetMinutes: 420,
    warehouseId: 'W',
    toWarehouseId: null,
    pulledAtMs: null,
    reason: 'Restock',
    note: '',
    lines: [{ sku: 'A', name: 'Kopi', quantity: 5, counted: null, expected: null, pulledOnHand: null }],
    route: 'both-not-linked',
  })
  await database.stockDocuments.add(document)
  await database.outbox.bulkAdd(stepsForStock(document))
  const saleId = await pay(1)
  const { steps } = await claimed()
  expect(steps.map(({ subject }) => subject)).toEqual([
    { type: 'stock', document },
    { type: 'sale', sale: expect.objectContaining({ id: saleId }) },
  ])
  expect((await readWaitingSummary(database)).waitingSales).toBe(2)
  expect((await readUnsentSales(database)).map((sale) => sale.id)).toEqual([saleId])
  expect((await readSales(database, { text: '', state: 'waiting', kind: 'all' }, 9)).total).toBe(1)
  await settled(`${id}/forstok.stock`, sent)
  expect(await database.outbox.get(`${id}/forstok.stock`)).toMatchObject({ state: 'sent' })
})

describe('settling', () => {
  test('the arrival of the order acknowledges the movements, the invoice does not', async () => {
    const id = await pay(1)
    await claimed({ destination: 'accurate' })
    await settled(`${id}/accurate.invoice`, sent)
    expect((await database.movements.toArray()).map((row) => row.state)).toEqual(['local'])
    await claimed()
    await settled(`${id}/forstok.order`, sent)
    expect((await database.movements.toArray()).map((row) => [row.state, row.acknowledgedAtMs])).toEqual([
      ['sent', NOW + 10],
    ])
  })

  test('one refused sale blocks only itself', async () => {
    const bad = await pay(1)
    const good = await pay(2)
    await claimed()
    await settled(`${bad}/forstok.order`, refused)
    await settled(`${good}/forstok.order`, sent)
    const { steps } = await claimed({ claimId: 'c2' })
    expect(steps.map((each) => each.step.id)).toEqual([`${good}/forstok.ready-to-ship`])
    expect((await readSales(database, { text: '', state: 'attention', kind: 'all' }, 10)).rows).toMatchObject([
      { sale: { id: bad }, forstok: 'attention', accurate: 'waiting' },
    ])
  })

  test('an unknown step or sale is not accepted', async () => {
    expect(await settled('nobody/forstok.order', sent)).toEqual({ accepted: false })
  })
})

describe('a person', () => {
  test('requeues a refused step, which is looked up first; a later one waits for it', async () => {
    const id = await pay(1)
    await claimed()
    await settled(`${id}/forstok.order`, refused)
    expect(await requeueStep(database, `${id}/forstok.ready-to-ship`, NOW)).toBe('earlier-undone')
    expect(await requeueStep(database, `${id}/forstok.order`, NOW)).toBeNull()
    expect(await requeueStep(database, `${id}/forstok.order`, NOW)).toBe('wrong-state')
    expect(await requeueStep(database, 'nobody', NOW)).toBe('missing')
    expect(first((await claimed({ claimId: 'c2' })).steps).mode).toBe('resolve')
  })

  test('closes a step with the later ones of that destination, and takes them up again', async () => {
    const id = await pay(1)
    expect(await closeStep(database, `${id}/forstok.order`, 'typed by hand', NOW)).toBeNull()
    const detail = await readSaleDetail(database, id)
    expect(detail?.row).toMatchObject({ forstok: 'closed', accurate: 'waiting' })
    expect(detail?.steps.map((step) => step.state)).toEqual(['closed', 'closed', 'closed', 'queued', 'queued'])
    expect((await database.movements.toArray()).map((row) => row.state)).toEqual(['sent'])
    expect(await requeueStep(database, `${id}/forstok.order`, NOW)).toBeNull()
    const states = (await readSaleDetail(database, id))?.steps.map((step) => [step.state, step.dueAtMs])
    expect(states?.slice(0, 3)).toEqual([
      ['unknown', NOW],
      ['unknown', NEVER_MS],
      ['unknown', NEVER_MS],
    ])
    expect((await database.movements.toArray()).map((row) => row.state)).toEqual(['local'])
  })

  test('trying now ends every back-off but wakes no step that waits for an earlier one', async () => {
    const id = await pay(1)
    await claimed()
    await settled(`${id}/forstok.order`, unknown)
    expect((await claimed({ claimId: 'c2', nowMs: NOW + 20 })).steps).toEqual([])
    await makeAllDue(database, NOW + 20)
    const { steps } = await claimed({ claimId: 'c2', nowMs: NOW + 20 })
    expect(steps.map((each) => each.step.id)).toEqual([`${id}/forstok.order`])
  })
})

describe('sales list', () => {
  test('pages newest first and filters by text, kind and state', async () => {
    for (let n = 1; n <= 25; n += 1) await pay(n)
    const read = (
      text: string,
      state: 'all' | 'waiting' | 'sent' = 'all',
      kind: 'all' | 'delivery' = 'all',
      limit = 3,
    ) => readSales(database, { text, state, kind }, limit)
    const all = await read('')
    expect(all.total).toBe(25)
    expect(all.rows.map((row) => row.sale.number.slice(-2))).toEqual(['25', '24', '23'])
    expect((await read('', 'all', 'all', 100)).rows).toHaveLength(25)
    expect((await read('-0007')).rows.map((row) => row.sale.number)).toEqual(['K1-261121-0007'])
    expect((await read('BARANG a')).total).toBe(25)
    expect(await read('', 'all', 'delivery')).toEqual({ rows: [], total: 0 })
    expect((await read('', 'waiting')).total).toBe(25)
    expect((await read('', 'sent')).total).toBe(0)
  })
})
