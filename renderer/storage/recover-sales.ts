import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { JournaledSale } from '../../shared/ipc/contract.ts'
import type { RecoveryReport } from '../app/till.ts'
import type { TillDatabase } from './database.ts'
import { DEFAULT_SETTINGS, hasSettings, writeSettings } from './settings-store.ts'
import { DEFAULT_WAREHOUSE_ID, readStockState } from './sync-state.ts'
import { putBackSales } from './write-sale.ts'

const SALES_AT_ONCE = 100

type Journal = Pick<Bridge, 'listJournal' | 'readJournaledSales' | 'markSaleCommitted'>

const slices = <Value>(values: readonly Value[]): readonly (readonly Value[])[] =>
  Array.from({ length: Math.ceil(values.length / SALES_AT_ONCE) }, (_, index) =>
    values.slice(index * SALES_AT_ONCE, (index + 1) * SALES_AT_ONCE),
  )

/** Puts sales of the journal back; see {@link putBackSales}. Gives those that were missing. */
export const restoreSales = async (
  database: TillDatabase,
  journaled: readonly JournaledSale[],
  nowMs: number,
): Promise<readonly JournaledSale[]> => {
  const { warehouseId } = await readStockState(database)
  const how = { warehouseId: warehouseId ?? DEFAULT_WAREHOUSE_ID, nowMs }
  const putBack = await putBackSales(database, journaled, how)
  return journaled.filter(({ sale }) => putBack.has(sale.id))
}

/** A register that lost its set-up takes it from its newest sale, so that it goes on under its own code. */
const restoreSettings = async (database: TillDatabase, newest: JournaledSale['sale'] | undefined): Promise<void> => {
  if (newest === undefined || (await hasSettings(database))) return
  const { register, cashier, shop, utcOffsetMinutes, route } = newest
  await writeSettings(database, { ...DEFAULT_SETTINGS, register, cashier, shop, utcOffsetMinutes, route })
}

/**
 * Compares the journal with the database by sale id (design, section 4, 3). What the screen had shown as paid is put back;
 * what it never showed as paid is for the cashier to decide; a sale that is here but not marked is marked in the journal.
 */
export const recoverSales = async (
  database: TillDatabase,
  journal: Journal,
  nowMs: number,
): Promise<RecoveryReport> => {
  const { entries, damagedLines } = await journal.listJournal({})
  const present = new Set<string>()
  for (const slice of slices(entries)) {
    const ids = slice.map((entry) => entry.saleId)
    for (const id of await database.sales.where('id').anyOf(ids).primaryKeys()) present.add(id)
  }
  for (const entry of entries) {
    if (present.has(entry.saleId) && !entry.isCommitted) await journal.markSaleCommitted({ saleId: entry.saleId })
  }
  const missing = entries.filter((entry) => !present.has(entry.saleId)).map((entry) => entry.saleId)
  const recovered: JournaledSale[] = []
  const undecided: JournaledSale[] = []
  for (const saleIds of slices(missing)) {
    const journaled = await journal.readJournaledSales({ saleIds: [...saleIds] })
    const committed = journaled.filter((each) => each.isCommitted)
    recovered.push(...(await restoreSales(database, committed, nowMs)))
    undecided.push(...journaled.filter((each) => !each.isCommitted))
  }
  const inOrder = (sales: readonly JournaledSale[]) =>
    sales.map((each) => each.sale).toSorted((left, right) => left.paidAtMs - right.paidAtMs)
  await restoreSettings(database, inOrder(recovered).at(-1))
  return { recovered: inOrder(recovered), undecided: inOrder(undecided), damagedLines }
}
