import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Result } from '../../shared/domain/result.ts'
import type { ActionableError } from '../../shared/ipc/contract.ts'
import { createStockCommands, type StockCommands, type StockDraft } from '../app/stock-commands.ts'
import { claimSteps } from './outbox-claim.ts'
import { settleStep } from './outbox-settle.ts'
import { closeStep, requeueStep } from './step-decisions.ts'
import { openTillDatabase, type TillDatabase } from './database.ts'
import { readItems } from './item-store.ts'
import { readCount } from './stock-count-store.ts'
import { readStockDocuments } from './stock-document-store.ts'
import { applyStock } from './stock-store.ts'
import { createTestBridge, itemOf, saleOf, TEN_O_CLOCK_MS } from './till-fixture.ts'
import { writePaidSale } from './write-sale.ts'

let database: TillDatabase
let nowMs = TEN_O_CLOCK_MS
let bridge = createTestBridge()
let till: StockCommands

const parts = () => ({
  bridge: {
    ...bridge.bridge,
    pullStock: () => Promise.resolve({ ok: true as const, value: { skuCount: 1, pulledAtMs: nowMs } }),
  },
  now: () => (nowMs += 10),
  mintId: () => randomUUID(),
  recoveryIsDone: () => Promise.resolve(),
  report: (_: string, problem: unknown) => {
    throw problem
  },
})

const open = async () => {
  database = await openTillDatabase(randomUUID())
  till = createStockCommands({ database, ...parts() })
  await database.items.put({ ...itemOf('A'), skuLower: 'a' })
}
beforeEach(async () => {
  nowMs = TEN_O_CLOCK_MS
  bridge = createTestBridge()
  await open()
})
afterEach(() => database.close())

const APPROVAL = { by: 'Sari', atMs: 1, reason: '' }
const goods = (quantity: number) => [{ sku: 'A', name: 'Barang A', soldBy: 'piece' as const, quantity }]
const bring = (quantity: number, id: string = randomUUID()): StockDraft => ({
  id,
  kind: 'in',
  reason: 'Restock',
  note: '',
  lines: goods(quantity),
  approval: APPROVAL,
})
const must = <Value>(result: Result<Value, ActionableError>): Value => {
  if (!result.ok) throw new Error(result.error.message.en)
  return result.value
}
const pull = (figure: number, ...others: readonly { readonly id: string; readonly figure: number }[]) => {
  nowMs += 100_000
  const row = (warehouseId: string, onHand: number) => ({
    sku: 'A',
    warehouseId,
    onHand,
    reserved: 0,
    available: onHand,
  })
  const rows = [row('W', figure), ...others.map((other) => row(other.id, other.figure))]
  return applyStock(database, { pullBeganAtMs: nowMs, rows, isFirst: true, isLast: true })
}
const sell = async () => {
  const id = randomUUID()
  nowMs += 10
  const sale = saleOf(id, (await database.sales.count()) + 1, nowMs, 'A')
  await writePaidSale(database, sale, { warehouseId: 'W', printsReceipt: false })
}
const shown = async () => (await readItems(database, ['A']))[0]?.stock?.available ?? null
const refuse = (stepId: string) =>
  database.outbox.update(stepId, {
    state: 'attention',
    attention: { code: 'stock-moved', message: 'moved', remedy: { id: '', en: '' }, httpStatus: null },
  })
const countTo = async (figure: number) => {
  must(await till.startCount())
  must(await till.countItem(itemOf('A'), { type: 'set', quantity: figure }))
}

test('numbers documents by day and writes movement, step and a copy in the journal', async () => {
  await pull(10)
  const first = must(await till.submitStockDocument(bring(5)))
  const second = must(await till.submitStockDocument(bring(1)))
  expect([first.number, second.number]).toEqual(['K1-S261121-0001', 'K1-S261121-0002'])
  expect(await shown()).toBe(16)
  const [newest] = await readStockDocuments(database, 10)
  expect(newest?.steps.map((step) => step.kind).toSorted()).toEqual(['accurate.adjustment', 'forstok.stock'])
  expect(bridge.kept.get(first.id)).toMatchObject({ kind: 'stock-document' })
})

test('the same draft makes one document, however often it is submitted', async () => {
  await pull(10)
  const draft = bring(5)
  const [one, other] = await Promise.all([till.submitStockDocument(draft), till.submitStockDocument(draft)])
  expect(must(one)).toEqual(must(other))
  expect([await shown(), await database.stockDocuments.count()]).toEqual([15, 1])
})

test('a refused draft writes nothing', async () => {
  expect((await till.submitStockDocument({ ...bring(5), lines: [] })).ok).toBe(false)
  expect([await database.stockDocuments.count(), await database.outbox.count()]).toEqual([0, 0])
})

test('a transfer takes from one warehouse and gives to the other, each until its own pull contains it', async () => {
  await pull(10, { id: 'B', figure: 2 })
  const { id, note, approval } = bring(4)
  must(await till.submitStockDocument({ id, note, approval, kind: 'transfer', toWarehouseId: 'B', lines: goods(4) }))
  expect(await shown()).toBe(6)
  await closeStep(database, `${id}/forstok.stock`, 'dicatat sendiri', nowMs)
  await pull(6, { id: 'B', figure: 6 })
  expect(await shown()).toBe(6)
  expect((await database.movements.toArray()).map((movement) => movement.state)).toEqual(['contained', 'contained'])
})

test('a count keeps what was sold between counting and approving, and survives a reload meanwhile', async () => {
  await pull(10)
  await countTo(8)
  await sell()
  const again = await readCount(database)
  expect(again?.lines).toMatchObject([{ counted: 8, expected: 10 }])
  const document = must(await till.submitCount(APPROVAL, ''))
  expect(document.lines).toMatchObject([{ quantity: -2, counted: 8, expected: 10, serviceExpected: 9 }])
  expect([await shown(), await readCount(database)]).toEqual([7, null])
})

test('a count expects walk-in goods gone although Forstok has them on hand until they are ready to ship', async () => {
  await pull(10)
  await sell()
  const [order] = await database.outbox.filter((step) => step.kind === 'forstok.order').toArray()
  await database.outbox.update(order?.id ?? '', { state: 'sent', settledAtMs: nowMs })
  await database.movements.toCollection().modify({ state: 'sent', acknowledgedAtMs: nowMs })
  nowMs += 100_000
  const row = { sku: 'A', warehouseId: 'W', onHand: 10, reserved: 1, available: 9 }
  await applyStock(database, { pullBeganAtMs: nowMs, rows: [row], isFirst: true, isLast: true })
  const explained = await till.explainStock('A')
  expect([explained.available, explained.onHand]).toEqual([9, 9])
  await countTo(9)
  expect((await readCount(database))?.lines).toMatchObject([{ expected: 9, pulledOnHand: 10 }])
})

test('a new count takes the place of one that the service refused', async () => {
  await pull(10)
  await countTo(7)
  const refused = must(await till.submitCount(APPROVAL, ''))
  await refuse(`${refused.id}/forstok.stock`)
  await pull(9)
  await countTo(6)
  const document = must(await till.submitCount(APPROVAL, ''))
  expect(document.lines).toMatchObject([{ quantity: -3, expected: 9 }])
  expect(await shown()).toBe(6)
  expect((await database.stockDocuments.get(refused.id))?.voiding?.reason).toBe(document.number)
  expect((await database.outbox.get(`${refused.id}/forstok.stock`))?.state).toBe('closed')
})

test('of a count that was refused in part, what arrived is in the next figures and cannot be called off', async () => {
  await database.items.put({ ...itemOf('B'), skuLower: 'b' })
  const pullBoth = (ofA: number, ofB: number) => {
    nowMs += 100_000
    const rows = Object.entries({ A: ofA, B: ofB }).map(([sku, onHand]) => ({
      sku,
      warehouseId: 'W',
      onHand,
      reserved: 0,
      available: onHand,
    }))
    return applyStock(database, { pullBeganAtMs: nowMs, rows, isFirst: true, isLast: true })
  }
  await pullBoth(10, 10)
  must(await till.startCount())
  for (const sku of ['A', 'B']) must(await till.countItem(itemOf(sku), { type: 'set', quantity: 7 }))
  const count = must(await till.submitCount(APPROVAL, ''))
  const stepId = `${count.id}/forstok.stock`
  const refuseB = async () => {
    const [claimed] = (
      await claimSteps(database, {
        destination: 'forstok',
        limit: 1,
        nowMs: (nowMs += 10),
        leaseMs: 60_000,
        claimId: 'c',
      })
    ).steps
    const attention = { code: 'stock-moved', message: 'B', remedy: { id: '', en: '' }, httpStatus: null }
    const outcome = { type: 'attention', attention, remote: null, settledLines: ['A'] } as const
    const settled = { stepId: claimed?.step.id ?? '', claimId: 'c', nowMs: (nowMs += 10), durationMs: 1, outcome }
    expect(await settleStep(database, settled)).toEqual({ accepted: true })
  }
  const both = async () => (await readItems(database, ['A', 'B'])).map((row) => row.stock?.available)
  await refuseB()
  // Somebody else sold one of B meanwhile.
  await pullBoth(7, 9)
  expect(await both()).toEqual([7, 6])
  expect(await requeueStep(database, stepId, nowMs)).toBeNull()
  expect(await both()).toEqual([7, 6])
  await refuseB()
  await pullBoth(7, 9)
  expect(await both()).toEqual([7, 6])
  expect((await till.dropStockLines(count.id, ['A'], 'salah')).ok).toBe(false)

  must(await till.startCount())
  must(await till.countItem(itemOf('A'), { type: 'set', quantity: 7 }))
  must(await till.countItem(itemOf('B'), { type: 'set', quantity: 8 }))
  const again = must(await till.submitCount(APPROVAL, ''))
  expect(again.lines.map((line) => [line.sku, line.expected, line.quantity])).toEqual([
    ['B', 9, -1],
    ['A', 7, 0],
  ])
  expect(await both()).toEqual([7, 8])
  // Nothing of the first one is left to be sent; what arrived of it stays, also in Accurate's books.
  expect((await database.outbox.get(stepId))?.state).toBe('closed')
  expect((await database.outbox.get(`${count.id}/accurate.adjustment`))?.state).toBe('queued')
  expect((await database.stockDocuments.get(count.id))?.lines.map((line) => line.isDropped).toSorted()).toEqual([
    false,
    true,
  ])
})

test('lines that were called off move nothing any more; what is on its way cannot be', async () => {
  await pull(10)
  const document = must(await till.submitStockDocument(bring(5)))
  must(await till.dropStockLines(document.id, ['A'], 'salah ketik'))
  expect(await shown()).toBe(10)
  expect((await database.outbox.toArray()).map((step) => step.state)).toEqual(['closed', 'closed'])
  const other = must(await till.submitStockDocument(bring(5)))
  await database.outbox.update(`${other.id}/forstok.stock`, { state: 'claimed' })
  expect((await till.dropStockLines(other.id, ['A'], 'salah ketik')).ok).toBe(false)
  expect(await shown()).toBe(15)
})

test('a count whose sales may be in the figure already is to be done again after the next pull', async () => {
  await pull(10)
  await sell()
  const step = { state: 'unknown', lastSendAtMs: nowMs } as const
  await database.outbox.toCollection().modify(step)
  await pull(9)
  await countTo(9)
  expect((await till.submitCount(APPROVAL, '')).ok).toBe(false)
  await database.outbox.toCollection().modify({ state: 'sent', settledAtMs: nowMs })
  await database.movements.toCollection().modify({ state: 'sent', acknowledgedAtMs: nowMs })
  await pull(9)
  await countTo(9)
  expect(must(await till.submitCount(APPROVAL, '')).lines).toMatchObject([{ quantity: 0 }])
})

test('documents come back from the journal after a loss, to be looked up before anything is sent', async () => {
  await pull(10)
  const document = must(await till.submitStockDocument(bring(5)))
  database.close()
  await open()
  await pull(10)
  expect(await till.recoverStockDocuments()).toBe(1)
  expect(await till.recoverStockDocuments()).toBe(0)
  expect(await shown()).toBe(15)
  expect((await database.outbox.where('saleId').equals(document.id).toArray()).map((step) => step.state)).toEqual([
    'unknown',
    'unknown',
  ])
})

test('explains a figure as the pulled one and every movement since, each with its number', async () => {
  await pull(10)
  await sell()
  must(await till.submitStockDocument(bring(5)))
  const { level, open: movements, available, itemName } = await till.explainStock('A')
  expect([itemName, level?.available, available]).toEqual(['Barang A', 10, 14])
  expect(movements.map(({ movement, number }) => [movement.cause, movement.quantity, number])).toEqual([
    ['sale', -1, 'K1-261121-0001'],
    ['in', 5, 'K1-S261121-0001'],
  ])
  expect(await till.explainStock('unknown')).toMatchObject({ level: null, available: null, onHand: null, open: [] })
})

test('unknown codes are kept with the count and go when it is thrown away', async () => {
  must(await till.startCount())
  await till.noteUnknownCode('899')
  await till.noteUnknownCode('899')
  expect((await readCount(database))?.head.unknownCodes).toEqual([{ code: '899', times: 2 }])
  await till.discardCount()
  expect(await readCount(database)).toBeNull()
  expect((await till.submitCount(APPROVAL, '')).ok).toBe(false)
})
