import type { WaitingSummary } from '../app/till.ts'
import type { TillDatabase } from './database.ts'
import { OPEN_STATES } from './delivery-state.ts'
import { readSaleIdsWithSteps } from './sales-list.ts'
import { readStockState } from './sync-state.ts'

/** What waits, read from indexes alone, so that the status bar may ask after every change. */
export const readWaitingSummary = async (database: TillDatabase): Promise<WaitingSummary> => {
  const range = (state: string) =>
    database.outbox.where('[state+paidAtMs]').between([state, -Infinity], [state, Infinity], true, true)
  const [saleIds, attentionSteps, oldest, stock, askingPrintJobs] = await Promise.all([
    readSaleIdsWithSteps(database, OPEN_STATES),
    range('attention').count(),
    Promise.all(OPEN_STATES.map((state) => range(state).limit(1).keys())),
    readStockState(database),
    database.printJobs.where('state').equals('unknown').count(),
  ])
  const times = oldest.flatMap(([key]) => (Array.isArray(key) && typeof key[1] === 'number' ? [key[1]] : []))
  return {
    waitingSales: saleIds.size,
    attentionSteps,
    oldestPaidAtMs: times.length === 0 ? null : Math.min(...times),
    stockPulledAtMs: stock.pulledAtMs,
    askingPrintJobs,
  }
}
