import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyTimeoutMs } from '../../shared/domain/testing/property-runs.ts'
import { createStockCommands, type StockCommands } from '../app/stock-commands.ts'
import { openTillDatabase, type TillDatabase } from './database.ts'
import { applyStock } from './stock-store.ts'
import { createTestBridge, itemOf, saleOf, TEN_O_CLOCK_MS } from './till-fixture.ts'
import { writePaidSale } from './write-sale.ts'

type Event = 'sell' | 'in' | 'out' | 'shrink' | 'count' | 'approve' | 'send' | 'pull' | 'reload'
const EVENTS = ['sell', 'in', 'out', 'shrink', 'count', 'approve', 'send', 'pull', 'reload'] as const
const APPROVAL = { by: 'Sari', atMs: 1, reason: '' }

/** A shelf with one SKU, the service, and a till over a real database. Counts begin when all was sent and pulled, as the till's own do. */
const openShop = async (start: number) => {
  const name = randomUUID()
  const { bridge } = createTestBridge()
  let nowMs = TEN_O_CLOCK_MS
  let [shelf, service, sales] = [start, start, 0]
  let database: TillDatabase
  let till: StockCommands
  const now = () => (nowMs += 10)
  const open = async () => {
    database = await openTillDatabase(name)
    const report = (_: string, problem: unknown) => {
      throw problem
    }
    const pullStock = () => Promise.resolve({ ok: true as const, value: { skuCount: 1, pulledAtMs: nowMs } })
    const recoveryIsDone = () => Promise.resolve()
    const mintId = () => randomUUID()
    till = createStockCommands({ database, bridge: { ...bridge, pullStock }, now, mintId, report, recoveryIsDone })
    await database.items.put({ ...itemOf('A'), skuLower: 'a' })
  }
  const pull = async () => {
    nowMs += 60_000
    const row = { sku: 'A', warehouseId: 'W', onHand: service, reserved: 0, available: service }
    await applyStock(database, { pullBeganAtMs: nowMs, rows: [row], isFirst: true, isLast: true })
  }
  const send = async () => {
    const atMs = now()
    const local = await database.movements.where('[state+sku]').equals(['local', 'A']).toArray()
    for (const movement of local.filter((each) => each.stepId !== null)) {
      service += movement.quantity
      await database.movements.update(movement.id, { state: 'sent', acknowledgedAtMs: atMs })
    }
    await database.outbox
      .filter((step) => step.state === 'queued')
      .modify({ state: 'sent', settledAtMs: atMs, lastSendAtMs: atMs })
  }
  const move = async (kind: 'in' | 'out') => {
    shelf += kind === 'in' ? 2 : -2
    const lines = [{ sku: 'A', name: 'A', soldBy: 'piece' as const, quantity: 2 }]
    const reason = kind === 'in' ? 'Restock' : 'Broken'
    await till.submitStockDocument({ id: randomUUID(), kind, reason, note: '', lines, approval: APPROVAL })
  }
  const acts: Readonly<Record<Event, () => Promise<unknown>>> = {
    sell: async () => {
      shelf -= 1
      sales += 1
      const how = { warehouseId: 'W', printsReceipt: false }
      await writePaidSale(database, saleOf(randomUUID(), sales, now(), 'A'), how)
    },
    in: () => move('in'),
    out: () => move('out'),
    // Goods vanish: only a count can tell.
    shrink: async () => {
      shelf -= 1
      await acts.count()
      await acts.approve()
    },
    count: async () => {
      if (shelf < 0) shelf = 0
      await send()
      await pull()
      await till.startCount()
      await till.countItem(itemOf('A'), { type: 'set', quantity: shelf })
    },
    approve: () => till.submitCount(APPROVAL, ''),
    send,
    pull,
    reload: async () => {
      database.close()
      await open()
    },
  }
  await open()
  await pull()
  return {
    act: (event: Event) => acts[event](),
    settle: async () => {
      // A count that nobody approved is no change.
      await acts.approve()
      await send()
      await pull()
      const { available, onHand, open: left } = await till.explainStock('A')
      database.close()
      return { available, onHand, left: left.length, shelf, service }
    },
  }
}

test(
  'through the database, the figure is the shelf once everything is sent and pulled, whatever happened before',
  async () => {
    const law = fc.asyncProperty(
      fc.integer({ min: 0, max: 5 }),
      fc.array(fc.constantFrom(...EVENTS), { maxLength: 12 }),
      async (start, events) => {
        const shop = await openShop(start)
        for (const event of events) await shop.act(event)
        const { available, onHand, left, shelf, service } = await shop.settle()
        const isTrue = available === shelf && onHand === shelf && service === shelf && left === 0
        if (!isTrue) throw new Error(JSON.stringify({ available, onHand, left, shelf, service }))
      },
    )
    const outcome = await fc.check(law, { numRuns: 30 })
    expect(outcome.failed ? [outcome.counterexample, outcome.errorInstance] : []).toEqual([])
  },
  propertyTimeoutMs(),
)
