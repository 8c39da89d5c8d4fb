import type { Approval } from '../../shared/domain/approval.ts'
import { formatRupiah, subtractRupiah, type Rupiah } from '../../shared/domain/money.ts'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import {
  cashCountTotal,
  completeCashCount,
  differenceNeedsApproval,
  needsOpeningCount,
} from '../../shared/domain/shift-cash.ts'
import type { ShiftReport } from '../../shared/domain/shift-report.ts'
import type { CashCount, CashMove, Shift } from '../../shared/domain/shift.ts'
import type { TillDatabase } from './database.ts'
import { readSettings } from './settings-store.ts'
import { makeFreshReport, readOpenShift } from './shift-store.ts'

/** Why nothing was written about a shift. */
export type ShiftRefusal = 'already-open' | 'none-open' | 'opening-counted' | 'needs-approval'

/** Counted cash beside what the till expects at that moment. */
export type CountVerdict = {
  readonly countedCash: Rupiah
  readonly expectedCash: Rupiah
  /** Counted minus expected. */
  readonly difference: Rupiah
  readonly needsApproval: boolean
}

type How = { readonly nowMs: number; readonly by: string }

const noteOf = (how: How, kind: string, detail: string) => ({
  atMs: how.nowMs,
  kind,
  saleId: null,
  detail: `${detail}, by ${how.by}`,
})

/** Opens a shift with counted cash. Refused while one is open: two at once make one. */
export const openShift = (
  database: TillDatabase,
  count: CashCount,
  how: How & { readonly id: string },
): Promise<Result<Shift, ShiftRefusal>> => {
  const { shifts, settings, audit } = database
  return database.transaction('rw', [shifts, settings, audit], async () => {
    if ((await readOpenShift(database)) !== null) return failure('already-open')
    const { register, utcOffsetMinutes } = await readSettings(database)
    const openingCount = completeCashCount(count)
    const openingCash = cashCountTotal(openingCount)
    const shift: Shift = {
      id: how.id,
      register,
      openedAtMs: how.nowMs,
      openedBy: how.by,
      utcOffsetMinutes,
      isOpenedBySale: false,
      openingCount,
      openingCash,
      closing: null,
    }
    await shifts.add(shift)
    await audit.add(noteOf(how, 'shift-opened', `${shift.id}, ${formatRupiah(openingCash)}`))
    return success(shift)
  })
}

/** Gives a shift that its first sale opened the opening cash that nobody had counted. Once only: after that, cash moves explain the drawer. */
export const correctOpening = (
  database: TillDatabase,
  count: CashCount,
  how: How,
): Promise<Result<Shift, ShiftRefusal>> => {
  const { shifts, audit } = database
  return database.transaction('rw', [shifts, audit], async () => {
    const open = await readOpenShift(database)
    if (open === null) return failure('none-open')
    if (!needsOpeningCount(open)) return failure('opening-counted')
    const openingCount = completeCashCount(count)
    const shift: Shift = { ...open, openingCount, openingCash: cashCountTotal(openingCount) }
    await shifts.put(shift)
    await audit.add(noteOf(how, 'shift-opening-counted', `${shift.id}, ${formatRupiah(shift.openingCash)}`))
    return success(shift)
  })
}

/** Puts cash into the drawer of the open shift, or takes it out. Refused when none is open. */
export const addCashMove = (
  database: TillDatabase,
  move: Pick<CashMove, 'type' | 'amount' | 'reason' | 'approval'>,
  how: How & { readonly id: string },
): Promise<Result<CashMove, ShiftRefusal>> => {
  const { shifts, cashMoves, audit } = database
  return database.transaction('rw', [shifts, cashMoves, audit], async () => {
    const open = await readOpenShift(database)
    if (open === null) return failure('none-open')
    const written: CashMove = { ...move, id: how.id, shiftId: open.id, atMs: how.nowMs, by: how.by }
    await cashMoves.add(written)
    await audit.add(noteOf(how, `cash-${move.type}`, `${formatRupiah(move.amount)}: ${move.reason}`))
    return success(written)
  })
}

const judge = (count: CashCount, report: ShiftReport, limit: Rupiah): CountVerdict => {
  const countedCash = cashCountTotal(count)
  const difference = subtractRupiah(countedCash, report.expectedCash)
  const needsApproval = differenceNeedsApproval(difference, limit)
  return { countedCash, expectedCash: report.expectedCash, difference, needsApproval }
}

/**
 * Compares counted cash with what is expected, and notes that this was shown: whoever counts blind sees what is expected
 * from then on, and a second count stands beside the first in the audit.
 */
export const judgeCount = (
  database: TillDatabase,
  count: CashCount,
  how: How,
): Promise<Result<CountVerdict, ShiftRefusal>> => {
  const { shifts, cashMoves, sales, settings, audit } = database
  return database.transaction('rw', [shifts, cashMoves, sales, settings, audit], async () => {
    const open = await readOpenShift(database)
    if (open === null) return failure('none-open')
    const [{ report }, { selling }] = await Promise.all([
      makeFreshReport(database, 'x', open, how.nowMs),
      readSettings(database),
    ])
    const verdict = judge(count, report, selling.shifts.differenceLimit)
    const detail = `${formatRupiah(verdict.countedCash)} counted, ${formatRupiah(verdict.expectedCash)} expected`
    await audit.add(noteOf(how, 'shift-counted', detail))
    return success(verdict)
  })
}

/** What a closing needs besides its time and person. */
export type ClosingEntry = { readonly count: CashCount; readonly note: string; readonly approval: Approval | null }

/** A shift's closing: its Z report, and the ids of sales that cannot be read and are missing from it. */
export type ClosedShift = { readonly report: ShiftReport; readonly badIds: readonly string[] }

/**
 * Closes the open shift and keeps its Z report, in one transaction: closing twice closes once. Refused without approval
 * when the difference is over the shop's limit. Sales that were not sent yet do not hold it up.
 */
export const closeShift = (
  database: TillDatabase,
  entry: ClosingEntry,
  how: How,
): Promise<Result<ClosedShift, ShiftRefusal>> => {
  const { shifts, cashMoves, sales, settings, audit, shiftReports } = database
  return database.transaction('rw', [shifts, cashMoves, sales, settings, audit, shiftReports], async () => {
    const open = await readOpenShift(database)
    if (open === null) return failure('none-open')
    const [fresh, { selling }] = await Promise.all([
      makeFreshReport(database, 'z', open, how.nowMs),
      readSettings(database),
    ])
    const count = completeCashCount(entry.count)
    const { needsApproval, ...cash } = judge(count, fresh.report, selling.shifts.differenceLimit)
    if (needsApproval && entry.approval === null) return failure('needs-approval')
    const { note, approval } = entry
    const shift: Shift = { ...open, closing: { atMs: how.nowMs, by: how.by, count, ...cash, approval, note } }
    const report: ShiftReport = { ...fresh.report, shift }
    await Promise.all([
      shifts.put(shift),
      shiftReports.put({ id: shift.id, report }),
      audit.add(noteOf(how, 'shift-closed', `${shift.id}, difference ${formatRupiah(cash.difference)}`)),
    ])
    return success({ report, badIds: fresh.badIds })
  })
}
