import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import type { Sale } from '../../shared/domain/sale.ts'
import { shownAvailable } from '../../shared/domain/stock-ledger.ts'
import { destinationsOf } from '../../shared/domain/steps-for.ts'
import { readLevels, readOpenMovements } from '../../renderer/storage/stock-store.ts'
import { runChaos, type ChaosOutcome } from './chaos-run.ts'

const FIRST_SEED = Number(process.env['KONTER_CHAOS_SEED'] ?? 20_261_121)
const RUNS = Number(process.env['KONTER_CHAOS_RUNS'] ?? 3)

const byText = (left: string, right: string): number => left.localeCompare(right)
const goesTo = (sale: Sale, destination: 'forstok' | 'accurate'): boolean =>
  destinationsOf(sale.kind, sale.route).includes(destination)

/** Everything that must hold of the shop and both services after a run, whatever happened in it. */
const expectTruth = async ({ life, services, seen, discarded, hasLostJournal }: ChaosOutcome): Promise<void> => {
  const { till, database } = life.page()
  const held = await till.readAllSales()
  const steps = await till.readSteps()
  expect(steps.filter((step) => step.state !== 'sent')).toEqual([])
  const heldIds = new Set(held.map((sale) => sale.id))
  // After both copies were lost one after the other, the till may have forgotten what had been sent by then: the services
  // must hold it, and below they are asked for it like for any other sale.
  const forgotten = [...seen.values()].filter((sale) => !heldIds.has(sale.id))
  if (!hasLostJournal) expect(forgotten.map((sale) => sale.number)).toEqual([])
  const sales = [...held, ...forgotten]
  const ids = new Set(sales.map((sale) => sale.id))
  expect([...discarded].filter((id) => ids.has(id))).toEqual([])
  expect(new Set(sales.map((sale) => sale.number)).size).toBe(sales.length)
  for (const sale of sales) {
    const shown = seen.get(sale.id)
    if (shown !== undefined) expect(sale).toEqual(shown)
    expect(sale.lines.reduce((sum, line) => sum + line.amount, 0)).toBe(sale.total)
    expect(sale.tenders.reduce((sum, tender) => sum + tender.applied, 0)).toBe(sale.total)
    expect(sale.tenders.reduce((sum, tender) => sum + tender.amount, 0) - sale.change).toBe(sale.total)
  }

  const { orders, invoices } = services.readHoldings()
  const owed = (destination: 'forstok' | 'accurate'): readonly string[] =>
    sales
      .filter((sale) => goesTo(sale, destination))
      .map((sale) => `${sale.number} ${sale.total}`)
      .toSorted(byText)
  expect(orders.map((order) => `${order.reference} ${order.total}`).toSorted(byText)).toEqual(owed('forstok'))
  expect(invoices.map((invoice) => `${invoice.number} ${invoice.total}`).toSorted(byText)).toEqual(owed('accurate'))
  expect(invoices.filter((invoice) => invoice.outstanding !== 0)).toEqual([])
  const receipts = invoices.flatMap((invoice) =>
    invoice.receipts.map((receipt) => `${receipt.number} ${receipt.amount}`),
  )
  const paid = sales
    .filter((sale) => goesTo(sale, 'accurate'))
    .flatMap((sale) =>
      sale.tenders.flatMap((tender, index) =>
        tender.applied > 0 ? [`${sale.number}-${index + 1} ${tender.applied}`] : [],
      ),
    )
  expect(receipts.toSorted(byText)).toEqual(paid.toSorted(byText))
  const kinds = new Map(sales.map((sale) => [sale.number, sale.kind]))
  for (const order of orders) expect(order.status).toBe(kinds.get(order.reference) === 'walk-in' ? 'Delivered' : 'Open')

  // Twice: a movement that was acknowledged while the first pull ran is contained in the second.
  for (const _ of [1, 2]) expect(await till.pullStock()).toMatchObject({ ok: true })
  const heldStock = services.readHoldings().stock
  const skus = heldStock.map((row) => row.sku)
  const levels = await readLevels(database, skus)
  const open = await readOpenMovements(database, skus)
  expect(open).toEqual([])
  for (const row of heldStock) {
    const level = levels.get(row.sku)
    expect(level === undefined ? null : shownAvailable(level, open)).toBe(row.available)
  }
}

describe('the money path through crashes, lost lines, lost power and lost databases', () => {
  const seeds = Array.from({ length: RUNS }, (_, index) => FIRST_SEED + index)
  test.each(seeds)('seed %i: each paid sale arrives exactly once', { timeout: 90_000 }, async (seed) => {
    let outcome: ChaosOutcome | null = null
    try {
      outcome = await runChaos(seed)
      expect(outcome.crashes).toBeGreaterThan(0)
      await expectTruth(outcome)
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error)
      const log = outcome?.log.join('\n') ?? ''
      throw new Error(`repeat with KONTER_CHAOS_SEED=${seed} KONTER_CHAOS_RUNS=1\n${words}\n${log}`, { cause: error })
    } finally {
      await outcome?.close()
    }
  })
})
