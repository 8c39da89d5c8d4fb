import { useLiveQuery } from 'dexie-react-hooks'
import { printJobSchema, type PrintSubject } from '../../shared/domain/print-job.ts'
import type { StorageHooks } from '../app/till.ts'
import type { TillDatabase } from './database.ts'
import { readItems } from './item-store.ts'
import { readParked } from './parked-store.ts'
import { withFile } from './print-file-store.ts'
import { readPrintQueue } from './print-queue.ts'
import { readRows } from './read-rows.ts'
import { readHistory } from './sale-history.ts'
import { readSaleDetail, readSales } from './sales-list.ts'
import { readSettings } from './settings-store.ts'
import { readCashMoves, readOpenReport, readOpenShift, readShifts } from './shift-store.ts'
import { readCount } from './stock-count-store.ts'
import { readStockDocuments } from './stock-document-store.ts'
import { explainStock } from './stock-explanation.ts'
import { readWarehouses } from './stock-warehouses.ts'
import { readImportedAtMs, readStockState } from './sync-state.ts'
import { readUsers } from './user-store.ts'
import { readStockFindings } from './stock-findings.ts'
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

/** What the last pulls found and what is oversold since, newest first. */
export const useStockFindings: StorageHooks['useStockFindings'] = () =>
  useLiveQuery(() => readStockFindings(database()), [])

/** Why a SKU's figure is what it is, kept up to date. */
export const useStockExplanation: StorageHooks['useStockExplanation'] = (sku) =>
  useLiveQuery(async () => (sku === null ? null : explainStock(database(), sku)), [sku])

/** Stock documents with their steps, newest first. */
export const useStockDocuments: StorageHooks['useStockDocuments'] = (limit) =>
  useLiveQuery(() => readStockDocuments(database(), limit), [limit])

/** The stock count that is going on. */
export const useStockCount: StorageHooks['useStockCount'] = () => useLiveQuery(() => readCount(database()), [])

/** The warehouses that pulls have brought, and which of them is the register's. */
export const useWarehouses: StorageHooks['useWarehouses'] = () =>
  useLiveQuery(async () => {
    const [{ warehouseId }, all] = await Promise.all([readStockState(database()), readWarehouses(database())])
    return { ownId: warehouseId, all }
  }, [])

/** The register's set-up. */
export const useSettings: StorageHooks['useSettings'] = () => useLiveQuery(() => readSettings(database()), [])

/** How many items there are and when they were imported. */
export const useCatalogueState: StorageHooks['useCatalogueState'] = () =>
  useLiveQuery(async () => {
    const [itemCount, importedAtMs] = await Promise.all([database().items.count(), readImportedAtMs(database())])
    return { itemCount, importedAtMs }
  }, [])

/** Everybody who works at this till. */
export const useUsers: StorageHooks['useUsers'] = () => useLiveQuery(() => readUsers(database()), [])

/** Print jobs whose outcome only a person can tell, oldest first. */
export const useAskingPrintJobs: StorageHooks['useAskingPrintJobs'] = () =>
  useLiveQuery(async () => {
    const raws = await database().printJobs.where('state').equals('unknown').sortBy('createdAtMs')
    return readRows(printJobSchema, raws).rows
  }, [])

/** The PDF of a print job; null when it is not there any more. */
export const usePrintFile = (subject: Extract<PrintSubject, { type: 'pdf' }>): string | null | undefined =>
  useLiveQuery(
    async () => (await withFile(database(), subject))?.pdfBase64 ?? null,
    [subject.fileId, subject.pdfBase64],
  )

/** The print queue. */
export const usePrintQueue: StorageHooks['usePrintQueue'] = (doneLimit) =>
  useLiveQuery(() => readPrintQueue(database(), doneLimit), [doneLimit])

/** The open shift. */
export const useOpenShift: StorageHooks['useOpenShift'] = () => useLiveQuery(() => readOpenShift(database()), [])

/** The open shift's figures, kept up to date with every sale. */
export const useOpenShiftReport: StorageHooks['useOpenShiftReport'] = () =>
  useLiveQuery(async () => (await readOpenReport(database(), Date.now()))?.report ?? null, [])

/** Shifts, newest first. */
export const useShifts: StorageHooks['useShifts'] = (limit) =>
  useLiveQuery(() => readShifts(database(), limit), [limit])

/** Cash moves of a shift; none for no shift. */
export const useCashMoves: StorageHooks['useCashMoves'] = (shiftId) =>
  useLiveQuery(async () => (shiftId === null ? [] : readCashMoves(database(), shiftId)), [shiftId])

/** Baskets that were put aside, oldest first. */
export const useParked: StorageHooks['useParked'] = () => useLiveQuery(() => readParked(database()), [])

/** A sale with what has come back of it; null for none. */
export const useSaleHistory: StorageHooks['useSaleHistory'] = (saleId) =>
  useLiveQuery(async () => (saleId === null ? null : readHistory(database(), saleId)), [saleId])
