import { useLiveQuery } from 'dexie-react-hooks'
import { printJobSchema } from '../../shared/domain/print-job.ts'
import { stockFindingSchema } from '../../shared/domain/stock-level.ts'
import type { StorageHooks } from '../app/till.ts'
import type { TillDatabase } from './database.ts'
import { readItems } from './item-store.ts'
import { readRows } from './read-rows.ts'
import { readSaleDetail, readSales } from './sales-list.ts'
import { readSettings } from './settings-store.ts'
import { readImportedAtMs } from './sync-state.ts'
import { readWaitingSummary } from './waiting-summary.ts'

let provided: TillDatabase | null = null

/** Names the database that the hooks read. Call it once, before the first render. */
export const provideDatabase = (database: TillDatabase): void => {
  provided = database
}

const database = (): TillDatabase => {
  if (provided === null) throw new Error('provideDatabase was not called before the first render')
  return provided
}

const SUMMARY_INTERVAL_MS = 100

/**
 * Holds a query back so that it runs at most once in `intervalMs`, the first time at once: what a drain changes dozens of
 * times a second is read ten times a second, and never missed, since the query that waits reads the newest state.
 */
const atMostEvery = <Value>(intervalMs: number, query: () => Promise<Value>): (() => Promise<Value>) => {
  let earliestMs = 0
  return async () => {
    const waitMs = earliestMs - performance.now()
    if (waitMs > 0) {
      await new Promise((resolve) => {
        setTimeout(resolve, waitMs)
      })
    }
    earliestMs = performance.now() + intervalMs
    return query()
  }
}

const readSummary = atMostEvery(SUMMARY_INTERVAL_MS, () => readWaitingSummary(database()))

/** Items with their stock figures, kept up to date. */
export const useItems: StorageHooks['useItems'] = (skus) =>
  useLiveQuery(() => readItems(database(), skus), [skus.join('\n')])

/** One page of the sales list, newest first, kept up to date. */
export const useSales: StorageHooks['useSales'] = (filter, limit) =>
  useLiveQuery(() => readSales(database(), filter, limit), [filter.text, filter.state, filter.kind, limit])

/** One sale with its steps and print jobs; null for none. */
export const useSaleDetail: StorageHooks['useSaleDetail'] = (saleId) =>
  useLiveQuery(async () => (saleId === null ? null : readSaleDetail(database(), saleId)), [saleId])

/** What waits, for the status bar. */
export const useWaitingSummary: StorageHooks['useWaitingSummary'] = () => useLiveQuery(readSummary, [])

/** What the last pulls found, newest first. */
export const useStockFindings: StorageHooks['useStockFindings'] = () =>
  useLiveQuery(async () => {
    const raws = await database().stockFindings.toArray()
    return readRows(stockFindingSchema, raws).rows.toSorted((left, right) => right.foundAtMs - left.foundAtMs)
  }, [])

/** The register's set-up. */
export const useSettings: StorageHooks['useSettings'] = () => useLiveQuery(() => readSettings(database()), [])

/** How many items there are and when they were imported. */
export const useCatalogueState: StorageHooks['useCatalogueState'] = () =>
  useLiveQuery(async () => {
    const [itemCount, importedAtMs] = await Promise.all([database().items.count(), readImportedAtMs(database())])
    return { itemCount, importedAtMs }
  }, [])

/** Print jobs whose outcome only a person can tell, oldest first. */
export const useAskingPrintJobs: StorageHooks['useAskingPrintJobs'] = () =>
  useLiveQuery(async () => {
    const raws = await database().printJobs.where('state').equals('unknown').sortBy('createdAtMs')
    return readRows(printJobSchema, raws).rows
  }, [])
