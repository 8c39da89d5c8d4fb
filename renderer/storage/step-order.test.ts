import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rupiah } from '../../shared/domain/money.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { Destination } from '../../shared/domain/sales-route.ts'
import { NEVER_MS, type StepOutcome } from '../../shared/domain/step.ts'
import { FOLLOW_UP } from '../../shared/domain/steps-for.ts'
import { openTillDatabase, type TillDatabase } from './database.ts'
import { deliveryState } from './delivery-state.ts'
import { claimSteps, makeAllDue } from './outbox-claim.ts'
import { settleStep } from './outbox-settle.ts'
import { returnSaleOf } from './return-sale-fixture.ts'
import { readSaleIdsWithSteps, readUnsentSales } from './sales-list.ts'
import { closeStep, readDecisions, requeueStep } from './step-decisions.ts'
import { saleOf, TEN_O_CLOCK_MS } from './till-fixture.ts'
import { readWaitingSummary } from './waiting-summary.ts'
import { writePaidSale } from './write-sale.ts'

const NOW = TEN_O_CLOCK_MS + 60_000
const SENT: StepOutcome = {
  type: 'sent',
  remote: { id: '7', number: 'F7', total: rupiah(500) },
  httpStatus: 200,
  message: 'ok',
}
let database: TillDatabase
beforeEach(async () => {
  database = await openTillDatabase(randomUUID())
})
afterEach(() => database.close())

const write = (sale: Sale) => writePaidSale(database, sale, { warehouseId: 'W', printsReceipt: false })
const original = (changes: Partial<Sale> = {}): Sale => ({ ...saleOf(randomUUID(), 1, TEN_O_CLOCK_MS), ...changes })
const stepOf = (sale: Sale, kind: string) => database.outbox.get(`${sale.id}/${kind}`)
const claimIds = async (destination: Destination) =>
  (await claimSteps(database, { destination, limit: 10, nowMs: NOW, leaseMs: 30_000, claimId: 'c' })).steps.map(
    ({ step }) => step.id,
  )
const sendAll = async (destination: Destination): Promise<void> => {
  for (;;) {
    const ids = await claimIds(destination)
    if (ids.length === 0) return
    for (const stepId of ids)
      await settleStep(database, { stepId, claimId: 'c', nowMs: NOW, durationMs: 1, outcome: SENT })
  }
}

describe('goods that come back', () => {
  test('wait at Accurate until the invoice they come from has arrived, and are counted as waiting meanwhile', async () => {
    const sold = original({ route: 'accurate-only' })
    await write(sold)
    const back = returnSaleOf(sold, randomUUID(), 1, TEN_O_CLOCK_MS + 5)
    await write(back)
    expect(await stepOf(back, 'accurate.return')).toMatchObject({ dueAtMs: NEVER_MS, state: 'queued' })
    expect(await claimIds('accurate')).toEqual([`${sold.id}/accurate.invoice`])
    await makeAllDue(database, NOW)
    expect(await claimIds('accurate')).toEqual([])
    expect((await readUnsentSales(database)).map((sale) => sale.id)).toEqual([sold.id, back.id])
    expect((await readWaitingSummary(database)).waitingSales).toBe(2)
    await settleStep(database, {
      stepId: `${sold.id}/accurate.invoice`,
      claimId: 'c',
      nowMs: NOW,
      durationMs: 1,
      outcome: SENT,
    })
    expect(new Set(await claimIds('accurate'))).toEqual(
      new Set([`${sold.id}/accurate.receipt/0`, `${back.id}/accurate.return`]),
    )
  })

  test('are due at once when the invoice has arrived already, was closed, or is not at this till', async () => {
    const sold = original({ route: 'accurate-only' })
    await write(sold)
    await sendAll('accurate')
    const first = returnSaleOf(sold, randomUUID(), 1, TEN_O_CLOCK_MS + 5)
    await write(first)
    const stranger = original()
    const second = returnSaleOf({ ...stranger, route: 'accurate-only' }, randomUUID(), 2, TEN_O_CLOCK_MS + 6)
    await write(second)
    expect(await claimIds('accurate')).toEqual([`${first.id}/accurate.return`, `${second.id}/accurate.return`])
  })

  test('go on when a person closes the invoice they wait for', async () => {
    const sold = original({ route: 'accurate-only' })
    const back = returnSaleOf(sold, randomUUID(), 1, TEN_O_CLOCK_MS + 5)
    await write(sold)
    await write(back)
    expect(await closeStep(database, `${sold.id}/accurate.invoice`, 'by hand', NOW)).toBeNull()
    expect(await claimIds('accurate')).toEqual([`${back.id}/accurate.return`])
  })

  test('of an exchange wait for both its own invoice and the earlier one', async () => {
    const sold = original({ route: 'accurate-only' })
    await write(sold)
    const back = returnSaleOf(sold, randomUUID(), 1, TEN_O_CLOCK_MS + 5)
    const exchange: Sale = {
      ...back,
      number: 'K1-261121-0002',
      route: 'accurate-only',
      lines: [...sold.lines, ...back.lines],
      total: rupiah(0),
      tenders: [],
    }
    await write(exchange)
    // Its own invoice arrives first.
    expect(new Set(await claimIds('accurate'))).toEqual(
      new Set([`${sold.id}/accurate.invoice`, `${exchange.id}/accurate.invoice`]),
    )
    const arrive = (sale: Sale) =>
      settleStep(database, {
        stepId: `${sale.id}/accurate.invoice`,
        claimId: 'c',
        nowMs: NOW,
        durationMs: 1,
        outcome: SENT,
      })
    await arrive(exchange)
    expect(await claimIds('accurate')).toEqual([])
    await arrive(sold)
    expect(await claimIds('accurate')).toContain(`${exchange.id}/accurate.return`)
    await settleStep(database, {
      stepId: `${exchange.id}/accurate.return`,
      claimId: 'c',
      nowMs: NOW,
      durationMs: 1,
      outcome: SENT,
    })
    expect(await claimIds('accurate')).toEqual([`${exchange.id}/accurate.offset`])
  })
})

describe('the task at Forstok', () => {
  test('is open from the beginning, is never handed out, and ticking it off acknowledges the restocked goods', async () => {
    const sold = original({ route: 'forstok-only' })
    await write(sold)
    const back = returnSaleOf(sold, randomUUID(), 1, TEN_O_CLOCK_MS + 5)
    await write(back)
    expect(await stepOf(back, 'forstok.return')).toMatchObject({ state: 'attention', attention: { code: FOLLOW_UP } })
    await sendAll('forstok')
    expect([...(await readSaleIdsWithSteps(database, ['attention']))]).toEqual([back.id])
    const restocked = () => database.movements.where('saleId').equals(back.id).toArray()
    expect(await restocked()).toMatchObject([{ cause: 'return', quantity: 1, state: 'local' }])
    expect(await closeStep(database, `${back.id}/forstok.return`, 'done', NOW)).toBeNull()
    expect(await restocked()).toMatchObject([{ state: 'sent', acknowledgedAtMs: NOW }])
    expect(await readDecisions(database, `${back.id}/forstok.return`)).toMatchObject([{ reason: 'done' }])
    expect(await readUnsentSales(database)).toEqual([])
  })

  test('is counted apart from sales that wait to be sent', async () => {
    const sold = original({ route: 'forstok-only' })
    await write(sold)
    const back = returnSaleOf(sold, randomUUID(), 1, TEN_O_CLOCK_MS - 5)
    await write(back)
    const summary = () => readWaitingSummary(database)
    const stateOfReturn = async () => {
      const steps = await database.outbox.where('saleId').equals(back.id).toArray()
      return deliveryState(steps, 'forstok')
    }
    expect(await summary()).toMatchObject({
      waitingSales: 1,
      attentionSteps: 0,
      taskSteps: 1,
      oldestPaidAtMs: sold.paidAtMs,
    })
    await sendAll('forstok')
    expect(await summary()).toMatchObject({ waitingSales: 0, attentionSteps: 0, taskSteps: 1, oldestPaidAtMs: null })
    expect(await stateOfReturn()).toBe('task')
    await closeStep(database, `${back.id}/forstok.return`, 'done', NOW)
    expect(await summary()).toMatchObject({ waitingSales: 0, taskSteps: 0 })
    expect(await stateOfReturn()).toBe('closed')
  })

  test('ticked off by mistake it is a task again, not a step to send', async () => {
    const sold = original({ route: 'forstok-only' })
    const back = returnSaleOf(sold, randomUUID(), 1, TEN_O_CLOCK_MS + 5)
    await write(back)
    const taskId = `${back.id}/forstok.return`
    expect(await requeueStep(database, taskId, NOW)).toBe('wrong-state')
    await closeStep(database, taskId, 'done', NOW)
    expect(await requeueStep(database, taskId, NOW)).toBeNull()
    expect(await database.outbox.get(taskId)).toMatchObject({ state: 'attention', attention: { code: FOLLOW_UP } })
    expect(await claimIds('forstok')).toEqual([])
  })

  test('closing an order does not tick off the task of the same exchange', async () => {
    const sold = original({ route: 'forstok-only' })
    const back = returnSaleOf(sold, randomUUID(), 1, TEN_O_CLOCK_MS + 5)
    const exchange: Sale = {
      ...back,
      number: 'K1-261121-0002',
      route: 'forstok-only',
      lines: [...sold.lines, ...back.lines],
    }
    await write(exchange)
    await closeStep(database, `${exchange.id}/forstok.order`, 'by hand', NOW)
    const states = (await database.outbox.toArray()).map((step) => [step.kind, step.state])
    expect(Object.fromEntries(states)).toEqual({
      'forstok.order': 'closed',
      'forstok.ready-to-ship': 'closed',
      'forstok.delivered': 'closed',
      'forstok.return': 'attention',
    })
  })
})
