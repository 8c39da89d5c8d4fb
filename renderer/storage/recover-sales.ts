import type { Sale } from '../../shared/domain/sale.ts'
import { stepSchema } from '../../shared/domain/step.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { JournaledSale } from '../../shared/ipc/contract.ts'
import { messageOf, type ReportProblem } from '../app/report-problem.ts'
import type { RecoveryReport, TillSettings } from '../app/till.ts'
import type { TillDatabase } from './database.ts'
import { DEFAULT_SETTINGS, hasSettings, writeSettings } from './settings-store.ts'
import { DEFAULT_WAREHOUSE_ID, readStockState } from './sync-state.ts'
import { readRows } from './read-rows.ts'
import { readUnsentSales } from './sales-list.ts'
import { payJournalDebts } from './journal-debts.ts'
import { putBackSales } from './put-back-sales.ts'
import { recoverShifts } from './recover-shifts.ts'

const SALES_AT_ONCE = 100

type Journal = Pick<
  Bridge,
  | 'listJournal'
  | 'readJournaledSales'
  | 'markSaleCommitted'
  | 'adoptSaleIntoJournal'
  | 'noteStepClosed'
  | 'noteSaleVoided'
  | 'noteTenderConfirmed'
  | 'keepRecord'
  | 'listKeptRecords'
>

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

const NEWEST_SALES = 20

/** What a sale tells of the set-up under which it was sold. */
const settingsFrom = (sale: Sale): TillSettings => {
  const { register, cashier, shop, utcOffsetMinutes, route } = sale
  const { selling } = DEFAULT_SETTINGS
  const taxed = sale.lines.find((line) => line.isTaxed && line.returned === null)
  const tax =
    taxed === undefined ? selling.tax : { ...selling.tax, isCharged: true, pricesIncludeTax: taxed.isTaxIncluded }
  return { ...DEFAULT_SETTINGS, register, cashier, shop, utcOffsetMinutes, route, selling: { ...selling, tax } }
}

/**
 * A register that lost its set-up takes it from its newest sale, so that it goes on under its own code and on its own route.
 * To be awaited before anything is sold without a set-up.
 */
export const recoverSettings = async (database: TillDatabase, journal: Journal): Promise<void> => {
  if (await hasSettings(database)) return
  const { entries } = await journal.listJournal({})
  const newest = entries.toSorted((left, right) => right.paidAtMs - left.paidAtMs).slice(0, NEWEST_SALES)
  if (newest.length === 0) return
  const journaled = await journal.readJournaledSales({ saleIds: newest.map((entry) => entry.saleId) })
  const [known] = journaled.toSorted((left, right) => right.sale.paidAtMs - left.sale.paidAtMs)
  if (known === undefined || (await hasSettings(database))) return
  await writeSettings(database, settingsFrom(known.sale))
}

const presentIds = async (database: TillDatabase, saleIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const present = new Set<string>()
  for (const slice of slices(saleIds)) {
    for (const id of await database.sales.where('id').anyOf(slice).primaryKeys()) present.add(id)
  }
  return present
}

/** Puts these back together or, where that fails, one by one, so that a bad one keeps back only itself. */
const restoreWhatGoes = async (
  database: TillDatabase,
  journaled: readonly JournaledSale[],
  nowMs: number,
  report: ReportProblem,
): Promise<readonly JournaledSale[]> => {
  try {
    return await restoreSales(database, journaled, nowMs)
  } catch (error) {
    report('recovery', error)
  }
  const restored: JournaledSale[] = []
  for (const each of journaled) {
    try {
      restored.push(...(await restoreSales(database, [each], nowMs)))
    } catch (error) {
      report('recovery', new Error(`sale ${each.sale.number} cannot be put back: ${messageOf(error)}`))
    }
  }
  return restored
}

/** Gives the journal what it has lost of the sales that are not sent yet: until then this database is their only copy. */
const giveToJournal = async (
  database: TillDatabase,
  journal: Journal,
  isHeld: (saleId: string) => boolean,
): Promise<void> => {
  for (const sale of await readUnsentSales(database)) {
    if (isHeld(sale.id)) continue
    await journal.adoptSaleIntoJournal({ sale })
    const steps = await database.outbox.where('saleId').equals(sale.id).toArray()
    for (const { id, saleId, state, closedReason } of readRows(stepSchema, steps).rows) {
      if (state === 'closed') await journal.noteStepClosed({ saleId, stepId: id, reason: closedReason ?? '' })
    }
    await payJournalDebts(database, journal, sale.id)
  }
}

/**
 * Compares the journal with the database by sale id (design, section 4, 3). What the screen had shown as paid is put back;
 * what it never showed as paid is for the cashier to decide; a sale that is here but not marked is marked in the journal, and
 * an unsent one that the journal has lost is given back to it.
 * `damagedLines` counts what could not be read or put back; it stays in the journal and keeps no other sale back.
 */
export const recoverSales = async (
  database: TillDatabase,
  journal: Journal,
  nowMs: number,
  report: ReportProblem,
): Promise<RecoveryReport> => {
  // Before the sales: a sale whose shift is not there opens it anew.
  await recoverShifts(database, journal, nowMs).catch((error: unknown) => report('recovery', error))
  const { entries, damagedLines } = await journal.listJournal({})
  const present = await presentIds(
    database,
    entries.map((entry) => entry.saleId),
  )
  const missing = entries.filter((entry) => !present.has(entry.saleId)).map((entry) => entry.saleId)
  const recovered: JournaledSale[] = []
  const undecided: JournaledSale[] = []
  // In the order of their files: an earlier sale comes back before what has come back of it.
  for (const saleIds of slices(missing)) {
    const journaled = await journal.readJournaledSales({ saleIds: [...saleIds] })
    const committed = journaled.filter((each) => each.isCommitted)
    recovered.push(...(await restoreWhatGoes(database, committed, nowMs, report)))
    undecided.push(...journaled.filter((each) => !each.isCommitted))
  }
  // A sale that was being paid meanwhile is no question.
  const here = await presentIds(database, missing)
  const asked = undecided.filter((each) => !here.has(each.sale.id))
  const lost = missing.length - asked.length - here.size
  for (const { saleId, isCommitted } of entries) {
    if (isCommitted || !present.has(saleId)) continue
    await journal.markSaleCommitted({ saleId }).catch((error: unknown) => report('recovery', error))
  }
  const held = new Set(entries.map((entry) => entry.saleId))
  await giveToJournal(database, journal, (saleId) => held.has(saleId)).catch((error: unknown) => {
    report('recovery', error)
  })
  await payJournalDebts(database, journal).catch((error: unknown) => report('recovery', error))
  const inOrder = (sales: readonly JournaledSale[]) =>
    sales.map((each) => each.sale).toSorted((left, right) => left.paidAtMs - right.paidAtMs)
  return { recovered: inOrder(recovered), undecided: inOrder(asked), damagedLines: damagedLines + lost }
}
