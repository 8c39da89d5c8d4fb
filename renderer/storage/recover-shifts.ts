import type { CashMove, Shift } from '../../shared/domain/shift.ts'
import { cashMoveSchema, shiftSchema } from '../../shared/domain/shift.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { KeptRecord } from '../../shared/ipc/contract.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'

type Journal = Pick<Bridge, 'keepRecord' | 'listKeptRecords'>

/** The journal keeps copies for so long; what is older and over is not given to it again. */
const KEPT_MS = 90 * 86_400_000

/** The copy of a shift that the journal keeps. */
export const shiftRecord = (shift: Shift): KeptRecord => ({
  kind: 'shift',
  id: shift.id,
  atMs: shift.closing?.atMs ?? shift.openedAtMs,
  shift,
})

const moveRecord = (cashMove: CashMove): KeptRecord => ({
  kind: 'cash-move',
  id: cashMove.id,
  atMs: cashMove.atMs,
  cashMove,
})

/** How far a shift has come: counted opening cash replaces none, and a closing is the last word. */
const stageOf = (shift: Shift): number => (shift.closing === null ? 0 : 2) + (shift.openingCount.length === 0 ? 0 : 1)

const putBackShifts = async (database: TillDatabase, kept: readonly Shift[]): Promise<void> => {
  await database.transaction('rw', [database.shifts], async () => {
    const present = new Map((await database.shifts.bulkGet(kept.map((shift) => shift.id))).map((row) => [row?.id, row]))
    const missing = kept.filter((shift) => {
      const row = shiftSchema.safeParse(present.get(shift.id))
      return !present.has(shift.id) || (row.success && stageOf(row.data) < stageOf(shift))
    })
    await database.shifts.bulkPut(missing)
  })
}

const putBackMoves = async (database: TillDatabase, kept: readonly CashMove[]): Promise<void> => {
  await database.transaction('rw', [database.cashMoves], async () => {
    const ids = kept.map((move) => move.id)
    const present = new Set(await database.cashMoves.where('id').anyOf(ids).primaryKeys())
    await database.cashMoves.bulkAdd(kept.filter((move) => !present.has(move.id)))
  })
}

const isRecent = (record: KeptRecord, nowMs: number): boolean =>
  record.atMs > nowMs - KEPT_MS || (record.kind === 'shift' && record.shift.closing === null)

/**
 * Compares shifts and cash moves with the journal's copies: what is missing here is put back, and what the journal has lost
 * or holds at an earlier stage is given to it. Rejects when the journal takes nothing; it is tried again at the next start.
 */
export const recoverShifts = async (database: TillDatabase, journal: Journal, nowMs: number): Promise<void> => {
  const { records } = await journal.listKeptRecords({})
  const shifts = records.flatMap((record) => (record.kind === 'shift' ? [record.shift] : []))
  const moves = records.flatMap((record) => (record.kind === 'cash-move' ? [record.cashMove] : []))
  await putBackShifts(database, shifts)
  await putBackMoves(database, moves)
  const stages = new Map(shifts.map((shift) => [shift.id, stageOf(shift)]))
  const heldMoves = new Set(moves.map((move) => move.id))
  const ownShifts = readRows(shiftSchema, await database.shifts.toArray()).rows
  const ownMoves = readRows(cashMoveSchema, await database.cashMoves.toArray()).rows
  const lost = [
    ...ownShifts.filter((shift) => (stages.get(shift.id) ?? -1) < stageOf(shift)).map(shiftRecord),
    ...ownMoves.filter((move) => !heldMoves.has(move.id)).map(moveRecord),
  ].filter((record) => isRecent(record, nowMs))
  for (const record of lost) {
    const kept = await journal.keepRecord({ record })
    if (!kept.ok) throw new Error(`${kept.error.code}: ${kept.error.detail ?? ''}`)
  }
}
