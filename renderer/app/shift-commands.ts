import type { Approval } from '../../shared/domain/approval.ts'
import type { Rupiah } from '../../shared/domain/money.ts'
import { refuse } from '../../shared/domain/refuse.ts'
import { success, type Result } from '../../shared/domain/result.ts'
import type { ShiftReport } from '../../shared/domain/shift-report.ts'
import type { CashCount, CashMove, Shift } from '../../shared/domain/shift.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { ActionableError } from '../../shared/ipc/contract.ts'
import type { TillDatabase } from '../storage/database.ts'
import { addReportJob } from '../storage/print-job-store.ts'
import { readSettings } from '../storage/settings-store.ts'
import { type ClosedReport, readClosedReport, readOpenReport, readShifts } from '../storage/shift-store.ts'
import {
  addCashMove,
  type ClosingEntry,
  closeShift,
  correctOpening,
  type CountVerdict,
  judgeCount,
  openShift,
  type ShiftRefusal,
} from '../storage/shift-writes.ts'
import { createGuarded } from './guarded-command.ts'
import { createJournalCopies } from './journal-copy.ts'
import type { ReportProblem } from './report-problem.ts'

/** What can be done about shifts. Everything written is durable when it answers, and copied into the journal. */
export type ShiftCommands = {
  readonly openShift: (count: CashCount) => Promise<Result<Shift, ActionableError>>
  /** Counts the opening cash of a shift that its first sale opened. */
  readonly correctOpening: (count: CashCount) => Promise<Result<Shift, ActionableError>>
  readonly moveCash: (
    type: CashMove['type'],
    amount: Rupiah,
    reason: string,
    approval: Approval | null,
  ) => Promise<Result<CashMove, ActionableError>>
  /** Compares a count with what is expected now; noted in the audit. */
  readonly judgeCashCount: (count: CashCount) => Promise<Result<CountVerdict, ActionableError>>
  /** Closes the open shift; gives its Z report. */
  readonly closeShift: (entry: ClosingEntry) => Promise<Result<ShiftReport, ActionableError>>
  /** The X report of the open shift, as it stands now. */
  readonly readShiftReport: (kind: 'x') => Promise<Result<ShiftReport, ActionableError>>
  /** The Z report of a closed shift. */
  readonly readClosedReport: (shiftId: string) => Promise<Result<ClosedReport, ActionableError>>
  /** Newest first, the open one as well. */
  readonly listShifts: (limit: number) => Promise<readonly Shift[]>
  /** Queues a print on the receipt printer; a Z report's every print after the first says SALINAN. */
  readonly printShiftReport: (report: ShiftReport) => Promise<Result<null, ActionableError>>
  /** Saves it as PDF; null when the user cancelled. */
  readonly saveShiftReport: (report: ShiftReport) => Promise<Result<string | null, ActionableError>>
  /** Tries the copies into the journal again that have failed. */
  readonly keepCopiesAgain: () => Promise<void>
}

const TEXTS: Readonly<Record<ShiftRefusal, ActionableError['message']>> = {
  'already-open': {
    id: 'Sudah ada shift yang terbuka. Tutup dahulu sebelum membuka yang baru.',
    en: 'A shift is already open. Close it before opening another.',
  },
  'none-open': {
    id: 'Tidak ada shift yang terbuka; mungkin sudah ditutup di jendela lain. Buka shift dahulu.',
    en: 'No shift is open; perhaps it was closed in another window. Open one first.',
  },
  'opening-counted': {
    id: 'Kas awal shift ini sudah dihitung. Catat selisihnya sebagai kas masuk atau kas keluar.',
    en: 'The opening cash of this shift has been counted. Record a difference as cash in or cash out.',
  },
  'needs-approval': {
    id: 'Selisih kas melebihi batas toko. Mintalah izin dengan alasan, lalu tutup lagi.',
    en: 'The cash difference is over the shop’s limit. Ask for permission with a reason, then close again.',
  },
}

type Options = {
  readonly database: TillDatabase
  readonly bridge: Pick<Bridge, 'keepRecord' | 'kickPrinting' | 'saveShiftReport'>
  readonly now: () => number
  readonly mintId: () => string
  readonly report: ReportProblem
  /** Settles when everything that was lost has been put back; settled all along otherwise. */
  readonly recoveryIsDone: () => Promise<unknown>
}

/**
 * Makes the commands about shifts over an open database. A shift is opened, counted and closed only after what was lost has
 * been put back: else there would be two open ones, or a Z report without its sales.
 */
export const createShiftCommands = (options: Options): ShiftCommands => {
  const { database, bridge, now, mintId, report, recoveryIsDone } = options
  const copies = createJournalCopies(bridge, report)
  const refused = (refusal: ShiftRefusal) => refuse(`shift.${refusal}`, TEXTS[refusal].id, TEXTS[refusal].en)
  const how = async () => ({ id: mintId(), nowMs: now(), by: (await readSettings(database)).cashier })

  const guarded = createGuarded('shift', report)
  const keepShift = (shift: Shift) => copies.keep({ kind: 'shift', id: shift.id, atMs: now(), shift })
  const reportBad = (badIds: readonly string[]): void => {
    if (badIds.length > 0) report('shifts', new Error(`sales missing from a report: ${badIds.join(', ')}`))
  }

  return {
    openShift: (count) =>
      guarded(async () => {
        await recoveryIsDone()
        const opened = await openShift(database, count, await how())
        if (!opened.ok) return refused(opened.error)
        await keepShift(opened.value)
        return opened
      }),
    correctOpening: (count) =>
      guarded(async () => {
        const corrected = await correctOpening(database, count, await how())
        if (!corrected.ok) return refused(corrected.error)
        await keepShift(corrected.value)
        return corrected
      }),
    moveCash: (type, amount, reason, approval) =>
      guarded(async () => {
        if (amount <= 0)
          return refuse('shift.amount', 'Isi jumlah di atas Rp 0.', 'Enter an amount above Rp 0.', String(amount))
        if (reason.trim() === '') return refuse('shift.reason', 'Isi alasannya.', 'Enter the reason.')
        const moved = await addCashMove(database, { type, amount, reason: reason.trim(), approval }, await how())
        if (!moved.ok) return refused(moved.error)
        await copies.keep({ kind: 'cash-move', id: moved.value.id, atMs: moved.value.atMs, cashMove: moved.value })
        return moved
      }),
    judgeCashCount: (count) =>
      guarded(async () => {
        await recoveryIsDone()
        const judged = await judgeCount(database, count, await how())
        return judged.ok ? judged : refused(judged.error)
      }),
    closeShift: (entry) =>
      guarded(async () => {
        await recoveryIsDone()
        const closed = await closeShift(database, { ...entry, note: entry.note.trim() }, await how())
        if (!closed.ok) return refused(closed.error)
        reportBad(closed.value.badIds)
        await keepShift(closed.value.report.shift)
        return success(closed.value.report)
      }),
    readShiftReport: () =>
      guarded(async () => {
        const open = await readOpenReport(database, now())
        if (open === null) return refused('none-open')
        reportBad(open.badIds)
        return success(open.report)
      }),
    readClosedReport: (shiftId) =>
      guarded(async () => {
        const closed = await readClosedReport(database, shiftId)
        if (closed !== null) return success(closed)
        return refuse(
          'shift.no-report',
          'Laporan Z shift ini tidak dapat dibaca.',
          'The Z report of this shift cannot be read.',
          shiftId,
        )
      }),
    listShifts: (limit) => readShifts(database, limit),
    printShiftReport: (shiftReport) =>
      guarded(async () => {
        await addReportJob(database, shiftReport, { id: mintId(), nowMs: now() })
        bridge.kickPrinting({}).catch((error: unknown) => report('printing', error))
        return success(null)
      }),
    saveShiftReport: (shiftReport) =>
      guarded(async () => {
        const { language } = (await readSettings(database)).designs
        const saved = await bridge.saveShiftReport({ report: shiftReport, language })
        return saved.ok ? success(saved.value.path) : saved
      }),
    keepCopiesAgain: copies.tryAgain,
  }
}
