import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTillDatabase, type TillDatabase } from './database.ts'
import { readItems } from './item-store.ts'
import { readStockFindings } from './stock-findings.ts'
import { applyStock } from './stock-store.ts'
import { readStockState } from './sync-state.ts'
import { itemOf, saleOf, TEN_O_CLOCK_MS } from './till-fixture.ts'
import { writePaidSale } from './write-sale.ts'

let database: TillDatabase
beforeEach(async () => {
  database = await openTillDatabase(randomUUID())
  await database.items.bulkPut(['A', 'B'].map((sku) => ({ ...itemOf(sku), skuLower: sku.toLowerCase() })))
})
afterEach(() => database.close())

const row = (sku: string, available: number, warehouseId = 'W') => ({
  sku,
  warehouseId,
  onHand: available,
  reserved: 0,
  available,
})
const pull = (pullBeganAtMs: number, ...rows: readonly ReturnType<typeof row>[]) =>
  applyStock(database, { pullBeganAtMs, rows: [...rows], isFirst: true, isLast: true })
const sell = async (sku: string): Promise<string> => {
  const id = randomUUID()
  const sequence = (await database.sales.count()) + 1
  const how = { warehouseId: 'default', printsReceipt: false }
  await writePaidSale(database, { ...saleOf(id, sequence, TEN_O_CLOCK_MS, sku), paidAtMs: 10 }, how)
  return id
}
const shown = async (sku: string) => (await readItems(database, [sku]))[0]?.stock ?? null
const acknowledged = (saleId: string, acknowledgedAtMs: number) =>
  database.movements.where('saleId').equals(saleId).modify({ state: 'sent', acknowledgedAtMs })

test('shows the pulled figure less the sales it does not contain yet', async () => {
  expect(await shown('A')).toBeNull()
  await pull(5, row('A', 10), row('B', 3))
  expect(await shown('A')).toEqual({ available: 10, pulledAtMs: 5, source: 'pull' })
  const first = await sell('A')
  await sell('A')
  expect((await shown('A'))?.available).toBe(8)
  await acknowledged(first, 50)
  await pull(100, row('A', 9), row('B', 3))
  expect(await shown('A')).toEqual({ available: 8, pulledAtMs: 100, source: 'pull' })
  expect((await database.movements.toArray()).map((movement) => movement.state).toSorted()).toEqual([
    'contained',
    'local',
  ])
  expect(await database.stockFindings.count()).toBe(0)
  expect(await readStockState(database)).toEqual({ warehouseId: 'W', pulledAtMs: 100 })
})

test('what is sold below zero is listed at once with its cause, before any pull, and keeps its age after one', async () => {
  await pull(5, row('A', 1), row('B', 3))
  await sell('A')
  expect(await readStockFindings(database)).toEqual([])
  await sell('A')
  const [found] = await readStockFindings(database)
  expect(found).toMatchObject({
    sku: 'A',
    kind: 'oversold',
    quantity: -1,
    foundAtMs: 10,
    causes: [{ cause: 'sale', quantity: -2 }],
  })
  expect(found?.saleNumbers).toHaveLength(2)
  await pull(100, row('A', 1), row('B', 3))
  await sell('A')
  expect(await readStockFindings(database)).toMatchObject([{ sku: 'A', quantity: -2, foundAtMs: 100 }])
})

test('lists what is oversold with its first moment, and takes it off when mended', async () => {
  await pull(5, row('A', 0))
  await sell('A')
  await pull(20, row('A', 0))
  await pull(30, row('A', 0))
  expect(await database.stockFindings.toArray()).toMatchObject([
    { kind: 'oversold', sku: 'A', quantity: -1, foundAtMs: 20, saleNumbers: ['K1-261121-0001'] },
  ])
  await pull(40, row('A', 5))
  expect((await database.stockFindings.toArray()).map((finding) => finding.kind)).toEqual(['moved-elsewhere'])
})

test('a pulled level takes the place of what the file said; other warehouses are only noted', async () => {
  await database.stockLevels.put({ ...row('A', 70, 'default'), pulledAtMs: 1, source: 'file' })
  expect(await shown('A')).toMatchObject({ available: 70, source: 'file' })
  await pull(5, row('A', 10, 'W'), row('A', 4, 'Gudang'))
  await sell('A')
  await pull(9, row('A', 10, 'W'), row('A', 4, 'Gudang'))
  expect(await shown('A')).toMatchObject({ available: 9, source: 'pull' })
  expect(await database.stockLevels.count()).toBe(2)
})

test('a long pull arrives in pages and is dated when the last one came', async () => {
  const rows = Array.from({ length: 1_300 }, (_, n) => row(`S${n}`, n))
  await applyStock(database, { pullBeganAtMs: 7, rows, isFirst: true, isLast: false })
  expect((await readStockState(database)).pulledAtMs).toBeNull()
  await applyStock(database, { pullBeganAtMs: 7, rows: [], isFirst: false, isLast: true })
  expect(await readStockState(database)).toEqual({ warehouseId: 'W', pulledAtMs: 7 })
  expect(await database.stockLevels.count()).toBe(1_300)
})

test('a sale acknowledged before the clock was set back is contained by the second pull, not years later', async () => {
  await pull(5, row('A', 10))
  const sale = await sell('A')
  await acknowledged(sale, 10 * 365 * 86_400_000)
  await pull(100, row('A', 9))
  await pull(200, row('A', 9))
  expect((await shown('A'))?.available).toBe(9)
})
