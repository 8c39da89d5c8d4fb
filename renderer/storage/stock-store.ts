import { applyPull, isMovementOf } from '../../shared/domain/stock-ledger.ts'
import {
  movementSchema,
  stockLevelSchema,
  type Movement,
  type StockFinding,
  type StockLevel,
} from '../../shared/domain/stock-level.ts'
import type { AskRequestOf, StockRow } from '../../shared/ipc/contract.ts'
import type { TillDatabase } from './database.ts'
import { groupBySku } from './group-by-sku.ts'
import { readRows } from './read-rows.ts'
import { readMovementNumbers } from './stock-numbers.ts'
import { noteWarehouses } from './stock-warehouses.ts'
import { DEFAULT_WAREHOUSE_ID, readStockState, writeStockState } from './sync-state.ts'

const ROWS_AT_ONCE = 500
const OPEN_STATES = ['local', 'sent'] as const

/** Up to so many open movements are read as one range; more are asked for SKU by SKU. */
const MOVEMENTS_READ_WHOLE = 400

/** All movements of these SKUs, in whatever warehouse, that no pull contains yet. */
const readAllOpenMovements = async (database: TillDatabase, skus: readonly string[]): Promise<readonly Movement[]> => {
  // `local` and `sent` stand side by side in the index. On an ordinary day few movements are open, and one read has them all.
  const all = await database.movements
    .where('[state+sku]')
    .between(['local', ''], ['sent', '\uffff'], true, true)
    .limit(MOVEMENTS_READ_WHOLE)
    .toArray()
  if (all.length < MOVEMENTS_READ_WHOLE) {
    const wanted = new Set(skus)
    return readRows(movementSchema, all).rows.filter((movement) => wanted.has(movement.sku))
  }
  const raws = await Promise.all(
    skus.flatMap((sku) =>
      OPEN_STATES.map((state) => database.movements.where('[state+sku]').equals([state, sku]).toArray()),
    ),
  )
  return readRows(movementSchema, raws.flat()).rows
}

/** The movements of these SKUs in the register's own warehouse that no pull contains yet. */
export const readOpenMovements = async (
  database: TillDatabase,
  skus: readonly string[],
): Promise<readonly Movement[]> => {
  const [{ warehouseId }, all] = await Promise.all([readStockState(database), readAllOpenMovements(database, skus)])
  return all.filter((movement) =>
    isMovementOf(movement, warehouseId ?? DEFAULT_WAREHOUSE_ID, true, DEFAULT_WAREHOUSE_ID),
  )
}

const readOpenMovementsBetween = async (
  database: TillDatabase,
  firstSku: string,
  lastSku: string,
): Promise<readonly Movement[]> => {
  const raws = await Promise.all(
    OPEN_STATES.map((state) =>
      database.movements.where('[state+sku]').between([state, firstSku], [state, lastSku], true, true).toArray(),
    ),
  )
  return readRows(movementSchema, raws.flat()).rows
}

/** The level of each SKU that the screen shows: the register's warehouse as pulled, or else what a file said. */
export const readLevels = async (
  database: TillDatabase,
  skus: readonly string[],
): Promise<ReadonlyMap<string, StockLevel>> => {
  const { warehouseId } = await readStockState(database)
  const read = async (from: string): Promise<readonly StockLevel[]> => {
    const keys = skus.map((sku): [string, string] => [sku, from])
    return readRows(stockLevelSchema, await database.stockLevels.bulkGet(keys)).rows
  }
  const [fromFile, pulled] = await Promise.all([
    read(DEFAULT_WAREHOUSE_ID),
    warehouseId === null ? [] : read(warehouseId),
  ])
  return new Map([...fromFile, ...pulled].map((level) => [level.sku, level]))
}

type PulledPage = { readonly rows: readonly StockRow[]; readonly warehouseId: string; readonly pullBeganAtMs: number }

const applyRows = async (database: TillDatabase, page: PulledPage): Promise<void> => {
  const skus = page.rows.map((row) => row.sku).toSorted()
  const [firstSku, lastSku] = [skus[0], skus.at(-1)]
  if (firstSku === undefined || lastSku === undefined) return
  const isPulled = new Set(skus)
  const keys = page.rows.map((row): [string, string] => [row.sku, row.warehouseId])
  const [storedLevels, between, oldFindings] = await Promise.all([
    database.stockLevels.bulkGet(keys),
    readOpenMovementsBetween(database, firstSku, lastSku),
    database.stockFindings.toArray(),
  ])
  const open = groupBySku(between.filter((movement) => isPulled.has(movement.sku)))
  const numbers = await readMovementNumbers(database, [...open.values()].flat())
  const previous = new Map(
    readRows(stockLevelSchema, storedLevels).rows.map((level) => [`${level.sku}\n${level.warehouseId}`, level]),
  )
  const foundAt = new Map(oldFindings.map((finding) => [finding.id, finding.foundAtMs]))
  const levels: StockLevel[] = []
  const movements: Movement[] = []
  const findings: StockFinding[] = []
  const noLongerOversold: string[] = []
  for (const row of page.rows) {
    const isOwn = row.warehouseId === page.warehouseId
    const own = (open.get(row.sku) ?? []).filter((movement) =>
      isMovementOf(movement, row.warehouseId, isOwn, DEFAULT_WAREHOUSE_ID),
    )
    const before = previous.get(`${row.sku}\n${row.warehouseId}`) ?? null
    const pulled = applyPull(before, row, own, page.pullBeganAtMs, (id) => numbers.get(id) ?? null)
    levels.push(pulled.level)
    movements.push(...pulled.movements.filter((movement, index) => movement !== own[index]))
    // Of other warehouses only the levels and the transfers are kept: nobody at this counter can mend them.
    if (!isOwn) continue
    const oversoldId = `${row.sku}/${row.warehouseId}/oversold`
    if (foundAt.has(oversoldId)) noLongerOversold.push(oversoldId)
    findings.push(
      ...pulled.findings.map((finding) =>
        // What is oversold keeps its age until it is mended.
        finding.kind === 'oversold' ? { ...finding, foundAtMs: foundAt.get(finding.id) ?? finding.foundAtMs } : finding,
      ),
    )
  }
  const ownSkus = page.rows.flatMap((row): [string, string][] =>
    row.warehouseId === page.warehouseId && row.warehouseId !== DEFAULT_WAREHOUSE_ID
      ? [[row.sku, DEFAULT_WAREHOUSE_ID]]
      : [],
  )
  await database.stockLevels.bulkPut(levels)
  await database.stockLevels.bulkDelete(ownSkus)
  await database.movements.bulkPut(movements)
  await database.stockFindings.bulkDelete(noLongerOversold)
  await database.stockFindings.bulkPut(findings)
}

/**
 * Applies one page of a stock pull, in transactions of a few hundred rows: what arrived before the pull began is contained,
 * everything else stays on top. A page names the register's warehouse (one that does not is of that warehouse alone, or begins
 * with it), the last one dates the figures.
 */
export const applyStock = async (database: TillDatabase, request: AskRequestOf<'stock.apply'>): Promise<void> => {
  const { rows, pullBeganAtMs } = request
  const state = await readStockState(database)
  const isKnown = state.warehouseId !== null && rows.some((row) => row.warehouseId === state.warehouseId)
  const isNamedHere = state.warehouseId === null || (request.isFirst && !isKnown)
  const named = isNamedHere ? (rows[0]?.warehouseId ?? state.warehouseId) : state.warehouseId
  const warehouseId = request.ownWarehouseId ?? named
  const { stockLevels, movements, stockFindings, sales, stockDocuments } = database
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const page = { rows: rows.slice(start, start + ROWS_AT_ONCE), pullBeganAtMs, warehouseId: warehouseId ?? '' }
    await database.transaction('rw', [stockLevels, movements, stockFindings, sales, stockDocuments], () =>
      applyRows(database, page),
    )
  }
  await noteWarehouses(database, [...new Set(rows.map((row) => row.warehouseId))], request.warehouses ?? [])
  const pulledAtMs = request.isLast ? pullBeganAtMs : state.pulledAtMs
  await writeStockState(database, { warehouseId, pulledAtMs })
}
