import type { CatalogueReview } from '../../shared/domain/catalogue-review.ts'
import type { StockLevel } from '../../shared/domain/stock-level.ts'
import type { ImportProgress } from '../app/till.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'
import { searchTextSchema, type SearchTextRow } from './rows.ts'
import { compareEntries, toSearchEntries, toSearchEntry, toSearchRows, type SearchEntry } from './item-search.ts'
import { DEFAULT_WAREHOUSE_ID, readStockState, writeImportedAtMs } from './sync-state.ts'

const ROWS_AT_ONCE = 250
const ENTRIES_AT_ONCE = 1_000

/** Lets the page draw and take keys between two pieces of work. */
export const letPageBreathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** The stored rows of the search index, in order. */
export const readSearchRows = async (database: TillDatabase): Promise<readonly SearchTextRow[]> =>
  readRows(searchTextSchema, await database.searchTexts.orderBy('id').toArray()).rows

const merge = (left: readonly SearchEntry[], right: readonly SearchEntry[]): readonly SearchEntry[] => {
  const merged: SearchEntry[] = []
  let place = 0
  for (const entry of left) {
    for (let other = right[place]; other !== undefined && compareEntries(other, entry) < 0; other = right[place]) {
      merged.push(other)
      place += 1
    }
    merged.push(entry)
  }
  return [...merged, ...right.slice(place)]
}

/** Sorts in pieces with breaths between them, so that 100,000 names never hold up the page. */
const sortedEntries = async (entries: readonly SearchEntry[]): Promise<readonly SearchEntry[]> => {
  let runs: (readonly SearchEntry[])[] = []
  for (let start = 0; start < entries.length; start += ENTRIES_AT_ONCE) {
    runs.push(entries.slice(start, start + ENTRIES_AT_ONCE).toSorted(compareEntries))
    await letPageBreathe()
  }
  while (runs.length > 1) {
    const next: (readonly SearchEntry[])[] = []
    for (let index = 0; index < runs.length; index += 2) {
      next.push(merge(runs[index] ?? [], runs[index + 1] ?? []))
      await letPageBreathe()
    }
    runs = next
  }
  return runs[0] ?? []
}

const mergedSearchRows = async (
  database: TillDatabase,
  accepted: CatalogueReview['accepted'],
): Promise<readonly SearchTextRow[]> => {
  const entries = new Map<string, SearchEntry>()
  for (const row of await readSearchRows(database)) {
    for (const entry of toSearchEntries([row])) entries.set(entry.sku, entry)
    await letPageBreathe()
  }
  for (let start = 0; start < accepted.length; start += ENTRIES_AT_ONCE) {
    for (const { item } of accepted.slice(start, start + ENTRIES_AT_ONCE)) entries.set(item.sku, toSearchEntry(item))
    await letPageBreathe()
  }
  return toSearchRows(await sortedEntries([...entries.values()]))
}

const putSlice = async (database: TillDatabase, slice: CatalogueReview['accepted'], nowMs: number): Promise<void> => {
  await database.items.bulkPut(slice.map(({ item }) => ({ ...item, skuLower: item.sku.toLowerCase() })))
  const withStock = slice.filter(({ stock }) => stock !== null)
  const { warehouseId } = await readStockState(database)
  const keys = warehouseId === null ? [] : withStock.map(({ item }): [string, string] => [item.sku, warehouseId])
  const levels = await database.stockLevels.bulkGet(keys)
  const hasPulled = new Set(levels.flatMap((level) => (level?.source === 'pull' ? [level.sku] : [])))
  await database.stockLevels.bulkPut(
    withStock.flatMap(({ item, stock }): StockLevel[] =>
      stock === null || hasPulled.has(item.sku)
        ? []
        : [
            {
              sku: item.sku,
              warehouseId: DEFAULT_WAREHOUSE_ID,
              onHand: stock,
              reserved: 0,
              available: stock,
              pulledAtMs: nowMs,
              source: 'file',
            },
          ],
    ),
  )
}

/**
 * Adds and updates the accepted rows of a review, with their search texts, in one transaction: all or nothing. Other items
 * stay. A row's stock counts only for SKUs that no pull has brought. Gives the new rows of the search index.
 */
export const importCatalogue = async (
  database: TillDatabase,
  accepted: CatalogueReview['accepted'],
  nowMs: number,
  onProgress: (progress: ImportProgress) => void,
): Promise<readonly SearchTextRow[]> => {
  const searchRows = await mergedSearchRows(database, accepted)
  const { items, stockLevels, searchTexts, syncState, audit } = database
  await database.transaction('rw', [items, stockLevels, searchTexts, syncState, audit], async () => {
    for (let start = 0; start < accepted.length; start += ROWS_AT_ONCE) {
      const slice = accepted.slice(start, start + ROWS_AT_ONCE)
      await putSlice(database, slice, nowMs)
      onProgress({ writtenRows: start + slice.length, totalRows: accepted.length })
    }
    await searchTexts.clear()
    for (const row of searchRows) await searchTexts.add(row)
    await writeImportedAtMs(database, nowMs)
    await audit.add({ atMs: nowMs, kind: 'catalogue-imported', saleId: null, detail: String(accepted.length) })
  })
  return searchRows
}
