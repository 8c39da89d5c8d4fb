import { makeShiftReport, type ShiftSale } from '../../shared/domain/make-shift-report.ts'
import type { ShiftReport } from '../../shared/domain/shift-report.ts'
import { cashMoveSchema, shiftSchema, type CashMove, type Shift } from '../../shared/domain/shift.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'
import { shiftReportRowSchema, storedSaleSchema } from './rows.ts'
import { readSettings } from './settings-store.ts'

const SHIFTS_AT_ONCE = 50

/** `limit` shifts from the `offset`-th newest on, newest first, as they are stored. */
const readNewest = async (database: TillDatabase, offset: number, limit: number): Promise<readonly unknown[]> => {
  const end = (await database.shifts.count()) - offset
  const start = Math.max(0, end - limit)
  if (end <= start) return []
  const oldestFirst = await database.shifts
    .orderBy('openedAtMs')
    .offset(start)
    .limit(end - start)
    .toArray()
  return oldestFirst.toReversed()
}

/**
 * The shift that is open; null for none. Newest first, and it looks at all closed ones before it says none: a clock that
 * was set back may have put the open one behind them.
 */
export const readOpenShift = async (database: TillDatabase): Promise<Shift | null> => {
  // Nearly always it is the newest, and Pay asks for it: that one alone comes first.
  for (let offset = 0, limit = 1; ; offset += limit, limit = SHIFTS_AT_ONCE) {
    const raws = await readNewest(database, offset, limit)
    if (raws.length === 0) return null
    const open = readRows(shiftSchema, raws).rows.find((shift) => shift.closing === null)
    if (open !== undefined) return open
  }
}

/** Shifts, newest first, the open one as well. */
export const readShifts = async (database: TillDatabase, limit: number): Promise<readonly Shift[]> =>
  readRows(shiftSchema, await readNewest(database, 0, limit)).rows

/** One shift; null when it is not there or cannot be read. */
export const readShift = async (database: TillDatabase, shiftId: string): Promise<Shift | null> =>
  shiftSchema.safeParse(await database.shifts.get(shiftId)).data ?? null

/** Cash put in and taken out in a shift, oldest first. */
export const readCashMoves = async (database: TillDatabase, shiftId: string): Promise<readonly CashMove[]> => {
  const raws = await database.cashMoves.where('shiftId').equals(shiftId).toArray()
  return readRows(cashMoveSchema, raws).rows.toSorted((one, other) => one.atMs - other.atMs)
}

/** The sales of a shift, and the ids of rows that cannot be read: their amounts are missing from every sum. */
export const readShiftSales = async (
  database: TillDatabase,
  shiftId: string,
): Promise<{ readonly sales: readonly ShiftSale[]; readonly badIds: readonly string[] }> => {
  const { rows, badIds } = readRows(storedSaleSchema, await database.sales.where('shiftId').equals(shiftId).toArray())
  return { sales: rows.map(({ sale, voiding, confirmations }) => ({ sale, voiding, confirmations })), badIds }
}

/** A report as the sales stand now. */
export type FreshReport = { readonly report: ShiftReport; readonly badIds: readonly string[] }

/** Makes the report of a shift from its sales as they stand now. May run within a transaction over sales, cashMoves and settings. */
export const makeFreshReport = async (
  database: TillDatabase,
  kind: ShiftReport['kind'],
  shift: Shift,
  madeAtMs: number,
): Promise<FreshReport> => {
  const [{ sales, badIds }, cashMoves, { shop }] = await Promise.all([
    readShiftSales(database, shift.id),
    readCashMoves(database, shift.id),
    readSettings(database),
  ])
  return { report: makeShiftReport(kind, { shift, sales, cashMoves, shop, madeAtMs }), badIds }
}

/** The X report of the open shift as it stands now; null when none is open. */
export const readOpenReport = (database: TillDatabase, nowMs: number): Promise<FreshReport | null> =>
  database.transaction('r', [database.shifts, database.cashMoves, database.sales, database.settings], async () => {
    const shift = await readOpenShift(database)
    return shift === null ? null : makeFreshReport(database, 'x', shift, nowMs)
  })

/** A closed shift's Z report, and what came into the shift after it was made (a sale that was put back later); 0 as a rule. */
export type ClosedReport = { readonly report: ShiftReport; readonly cameLater: number }

/**
 * The Z report of a closed shift as it was made at its closing; made anew from the sales where the till has lost it. Null
 * for a shift that is open or not there.
 */
export const readClosedReport = (database: TillDatabase, shiftId: string): Promise<ClosedReport | null> => {
  const { shifts, cashMoves, sales, settings, shiftReports } = database
  return database.transaction('r', [shifts, cashMoves, sales, settings, shiftReports], async () => {
    const shift = await readShift(database, shiftId)
    if (shift === null || shift.closing === null) return null
    const [row, fresh] = await Promise.all([
      shiftReports.get(shiftId),
      makeFreshReport(database, 'z', shift, shift.closing.atMs),
    ])
    const kept = shiftReportRowSchema.safeParse(row)
    if (!kept.success) return { report: fresh.report, cameLater: 0 }
    const { report } = kept.data
    const countOf = ({ sold, returned, voided }: ShiftReport): number => sold.count + returned.count + voided.count
    return { report, cameLater: Math.max(0, countOf(fresh.report) - countOf(report)) }
  })
}
