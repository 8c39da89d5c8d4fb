import { causesOf, shownAvailable } from '../../shared/domain/stock-ledger.ts'
import { stockFindingSchema, type Movement, type StockFinding } from '../../shared/domain/stock-level.ts'
import type { TillDatabase } from './database.ts'
import { groupBySku } from './group-by-sku.ts'
import { readRows } from './read-rows.ts'
import { storedSaleSchema } from './rows.ts'
import { readLevels, readOpenMovements } from './stock-store.ts'

/** More open movements than this and the list says what the last pull said of the rest. */
const MOST_MOVEMENTS = 2_000
const NAMED_SALES = 10

/** SKUs with movements that no pull contains yet. */
const openSkus = async (database: TillDatabase): Promise<readonly string[]> => {
  const raws = await database.movements
    .where('[state+sku]')
    .between(['local', ''], ['sent', '\uffff'], true, true)
    .limit(MOST_MOVEMENTS)
    .toArray()
  return [...new Set(raws.map((movement) => movement.sku))]
}

const numbersOf = async (database: TillDatabase, movements: readonly Movement[]): Promise<readonly string[]> => {
  const newestFirst = movements.toSorted((left, right) => right.atMs - left.atMs)
  const saleIds = [...new Set(newestFirst.map((movement) => movement.saleId))].slice(0, NAMED_SALES)
  return readRows(storedSaleSchema, await database.sales.bulkGet(saleIds)).rows.map((row) => row.number)
}

/** What is oversold right now by this register's own movements: known at the counter before any pull, also in an outage. */
const readOversoldNow = async (database: TillDatabase): Promise<readonly StockFinding[]> => {
  const skus = await openSkus(database)
  const [levels, movementsOfSkus] = await Promise.all([readLevels(database, skus), readOpenMovements(database, skus)])
  const open = groupBySku(movementsOfSkus)
  const findings: StockFinding[] = []
  for (const [sku, movements] of open) {
    const level = levels.get(sku)
    if (level === undefined) continue
    const shown = shownAvailable(level, movements)
    if (shown >= 0) continue
    findings.push({
      id: `${sku}/${level.warehouseId}/oversold`,
      sku,
      warehouseId: level.warehouseId,
      kind: 'oversold',
      quantity: shown,
      foundAtMs: Math.max(...movements.map((movement) => movement.atMs)),
      saleNumbers: await numbersOf(database, movements),
      causes: causesOf(movements),
    })
  }
  return findings
}

/**
 * What a person should know about stock, newest first: what the pulls found, and what is oversold since. Of a SKU that
 * both name, the figure is today's and the age is that of the first finding.
 */
export const readStockFindings = async (database: TillDatabase): Promise<readonly StockFinding[]> => {
  const [raws, now] = await Promise.all([database.stockFindings.toArray(), readOversoldNow(database)])
  const found = new Map(readRows(stockFindingSchema, raws).rows.map((finding) => [finding.id, finding]))
  for (const finding of now) {
    const before = found.get(finding.id)
    const saleNumbers = [...new Set([...finding.saleNumbers, ...(before?.saleNumbers ?? [])])].slice(0, NAMED_SALES)
    found.set(finding.id, { ...finding, saleNumbers, foundAtMs: before?.foundAtMs ?? finding.foundAtMs })
  }
  return [...found.values()].toSorted((left, right) => right.foundAtMs - left.foundAtMs)
}
