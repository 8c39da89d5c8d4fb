import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { rupiah } from '../../shared/domain/money.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { CashCount } from '../../shared/domain/shift.ts'
import { keptRecordSchema, type KeptRecord } from '../../shared/ipc/contract.ts'
import { openTillDatabase, type TillDatabase } from '../storage/database.ts'
import type { StoredSale } from '../storage/rows.ts'
import { saleOf, TEN_O_CLOCK_MS } from '../storage/till-fixture.ts'
import { useMissingCopies } from './journal-copy.ts'
import { createShiftCommands } from './shift-commands.ts'

const opened: TillDatabase[] = []
afterEach(() => {
  for (const database of opened.splice(0)) database.close()
  useMissingCopies.setState({ error: null })
})

const hundreds = (count: number): CashCount => [{ denomination: 100_000, count }]

const setUp = async (name: string = randomUUID()) => {
  const database = await openTillDatabase(name)
  opened.push(database)
  const kept: KeptRecord[] = []
  const problems: string[] = []
  const clock = { nowMs: TEN_O_CLOCK_MS }
  const journal = { isFull: false }
  const till = createShiftCommands({
    database,
    bridge: {
      keepRecord: ({ record }) => {
        if (journal.isFull) return Promise.reject(new Error('disk full'))
        kept.push(record)
        return Promise.resolve({ ok: true, value: null })
      },
      kickPrinting: () => Promise.resolve(null),
      saveShiftReport: () => Promise.resolve({ ok: true, value: { path: null } }),
    },
    now: () => clock.nowMs,
    mintId: () => randomUUID(),
    recoveryIsDone: () => Promise.resolve(),
    report: (scope, problem) => problems.push(`${scope}: ${String(problem)}`),
  })
  const auditKinds = async () => (await database.audit.toArray()).map((row) => row.kind)
  return { database, till, kept, problems, clock, journal, auditKinds, name }
}

const storedOf = (sale: Sale, voiding: StoredSale['voiding'] = null): StoredSale => ({
  id: sale.id,
  number: sale.number,
  paidAtMs: sale.paidAtMs,
  day: '2026-11-21',
  kind: sale.kind,
  numberPrefix: 'K1-261121',
  sequence: 1,
  text: '',
  isRecovered: false,
  ...(sale.shiftId === null ? {} : { shiftId: sale.shiftId }),
  voiding,
  confirmations: [],
  sale,
})
const saleIn = (shiftId: string | null, sequence: number): Sale => ({
  ...saleOf(randomUUID(), sequence, TEN_O_CLOCK_MS + sequence),
  shiftId,
})
const codeOf = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  result.ok ? 'ok' : result.error?.code

/** A shift opened with Rp 100.000, in which a sale of Rp 500 was paid in cash. */
const setUpSelling = async () => {
  const all = await setUp()
  const shift = await all.till.openShift(hundreds(1))
  if (!shift.ok) throw new Error('not opened')
  await all.database.sales.add(storedOf(saleIn(shift.value.id, 1)))
  return { ...all, shift: shift.value }
}
const CLOSING = { count: hundreds(1), note: '', approval: null }

describe('opening', () => {
  test('a shift is opened with what was counted, kept in the journal and noted', async () => {
    const { till, kept, auditKinds } = await setUp()
    const shift = await till.openShift([
      { denomination: 50_000, count: 3 },
      { denomination: 500, count: 4 },
    ])
    expect(shift.ok && shift.value).toMatchObject({ openingCash: 152_000, isOpenedBySale: false, closing: null })
    expect(kept.map((record) => keptRecordSchema.parse(record).kind)).toEqual(['shift'])
    expect(await auditKinds()).toEqual(['shift-opened'])
  })

  test('two at once, also in two windows, open one', async () => {
    const one = await setUp()
    const two = await setUp(one.name)
    const results = await Promise.all([
      one.till.openShift(hundreds(1)),
      one.till.openShift(hundreds(2)),
      two.till.openShift(hundreds(3)),
    ])
    expect(results.map((each) => codeOf(each) ?? '').toSorted((one, other) => one.localeCompare(other))).toEqual([
      'ok',
      'shift.already-open',
      'shift.already-open',
    ])
    expect(await one.database.shifts.count()).toBe(1)
    expect(one.kept.length + two.kept.length).toBe(1)
  })

  test('an open shift is found although the clock was set back before it was opened', async () => {
    const { till, clock } = await setUp()
    await till.openShift(hundreds(0))
    await till.closeShift({ ...CLOSING, count: [] })
    clock.nowMs -= 86_400_000
    expect(codeOf(await till.openShift(hundreds(1)))).toBe('ok')
    expect(codeOf(await till.openShift(hundreds(2)))).toBe('shift.already-open')
    const report = await till.readShiftReport('x')
    expect(report.ok && report.value.expectedCash).toBe(100_000)
  })

  test('a shift that a sale opened is counted once, afterwards; then it asks no more', async () => {
    const { till, database, shift, kept } = await setUpSelling()
    await database.shifts.put({ ...shift, isOpenedBySale: true, openingCount: [], openingCash: rupiah(0) })
    const corrected = await till.correctOpening(hundreds(2))
    expect(corrected.ok && corrected.value).toMatchObject({ openingCash: 200_000, isOpenedBySale: true })
    expect(codeOf(await till.correctOpening(hundreds(3)))).toBe('shift.opening-counted')
    const report = await till.readShiftReport('x')
    expect(report.ok && report.value.expectedCash).toBe(200_500)
    expect(kept.at(-1)).toMatchObject({ kind: 'shift', shift: { openingCash: 200_000 } })
  })

  test('a shift that was opened by hand keeps its opening cash', async () => {
    const { till } = await setUpSelling()
    expect(codeOf(await till.correctOpening(hundreds(9)))).toBe('shift.opening-counted')
  })
})

describe('cash moves', () => {
  test('count in the drawer, in and out, and are kept', async () => {
    const { till, kept, clock, auditKinds } = await setUpSelling()
    await till.moveCash('in', rupiah(20_000), 'Uang kecil', null)
    clock.nowMs += 1
    await till.moveCash('out', rupiah(5_000), ' Galon ', { by: 'Sari', atMs: 1, reason: '' })
    const report = await till.readShiftReport('x')
    expect(report.ok && report.value.expectedCash).toBe(115_500)
    expect(report.ok && report.value.cashMoves.map((move) => [move.type, move.reason])).toEqual([
      ['in', 'Uang kecil'],
      ['out', 'Galon'],
    ])
    expect(kept.slice(1).map((record) => keptRecordSchema.parse(record).kind)).toEqual(['cash-move', 'cash-move'])
    expect(await auditKinds()).toEqual(['shift-opened', 'cash-in', 'cash-out'])
  })

  test('are refused without an amount, without a reason, and after the shift was closed', async () => {
    const { till, database } = await setUpSelling()
    expect(codeOf(await till.moveCash('in', rupiah(0), 'x', null))).toBe('shift.amount')
    expect(codeOf(await till.moveCash('out', rupiah(1), '  ', null))).toBe('shift.reason')
    await till.closeShift(CLOSING)
    expect(codeOf(await till.moveCash('out', rupiah(1), 'Galon', null))).toBe('shift.none-open')
    expect(await database.cashMoves.count()).toBe(0)
  })
})

describe('closing', () => {
  test('gives the Z report of the shift’s own sales and keeps it as it was', async () => {
    const { till, database, shift } = await setUpSelling()
    await database.sales.add(storedOf(saleIn(null, 2)))
    await database.sales.add(
      storedOf(saleIn(shift.id, 3), { saleId: shift.id, atMs: 1, by: 'Sari', reason: 'Salah barang' }),
    )
    const closed = await till.closeShift(CLOSING)
    expect(closed.ok && closed.value).toMatchObject({
      kind: 'z',
      total: 500,
      sold: { count: 1 },
      voided: { count: 1, amount: 500 },
      expectedCash: 100_500,
      shift: { closing: { countedCash: 100_000, expectedCash: 100_500, difference: -500 } },
    })
    const again = await till.readClosedReport(shift.id)
    expect(again).toEqual({ ok: true, value: { report: closed.ok && closed.value, cameLater: 0 } })
    await database.sales.add(storedOf(saleIn(shift.id, 4)))
    const later = await till.readClosedReport(shift.id)
    expect(later).toEqual({ ok: true, value: { report: closed.ok && closed.value, cameLater: 1 } })
  })

  test('a Z report that the till has lost is made anew from the sales, the same', async () => {
    const { till, database, shift } = await setUpSelling()
    const closed = await till.closeShift(CLOSING)
    await database.shiftReports.clear()
    const again = await till.readClosedReport(shift.id)
    expect(again.ok && again.value.report).toEqual(closed.ok && closed.value)
  })

  test('twice at once closes once', async () => {
    const { till, kept } = await setUpSelling()
    const results = await Promise.all([till.closeShift(CLOSING), till.closeShift(CLOSING)])
    expect(results.map((each) => codeOf(each) ?? '').toSorted((one, other) => one.localeCompare(other))).toEqual([
      'ok',
      'shift.none-open',
    ])
    expect(codeOf(await till.closeShift(CLOSING))).toBe('shift.none-open')
    expect(codeOf(await till.readShiftReport('x'))).toBe('shift.none-open')
    expect(kept.at(-1)).toMatchObject({ kind: 'shift', shift: { closing: { countedCash: 100_000 } } })
  })

  test('with a difference over the limit needs approval, which stays with the shift', async () => {
    const { till, auditKinds } = await setUpSelling()
    const judged = await till.judgeCashCount(hundreds(2))
    expect(judged.ok && judged.value).toEqual({
      countedCash: 200_000,
      expectedCash: 100_500,
      difference: 99_500,
      needsApproval: true,
    })
    expect(codeOf(await till.closeShift({ ...CLOSING, count: hundreds(2) }))).toBe('shift.needs-approval')
    const approval = { by: 'Sari', atMs: 2, reason: 'Kembalian kemarin' }
    const closed = await till.closeShift({ count: hundreds(2), note: ' dihitung dua kali ', approval })
    expect(closed.ok && closed.value.shift.closing).toMatchObject({ approval, note: 'dihitung dua kali' })
    expect(await auditKinds()).toEqual(['shift-opened', 'shift-counted', 'shift-closed'])
  })

  test('the next shift begins with its own count and lists first', async () => {
    const { till, clock, shift } = await setUpSelling()
    await till.closeShift(CLOSING)
    clock.nowMs += 60_000
    const next = await till.openShift(hundreds(3))
    const report = await till.readShiftReport('x')
    expect(report.ok && [report.value.total, report.value.expectedCash]).toEqual([0, 300_000])
    expect((await till.listShifts(10)).map((each) => each.id)).toEqual([next.ok && next.value.id, shift.id])
  })
})

describe('copies in the journal', () => {
  test('one that fails undoes nothing, is reported and shown, and goes along with the next', async () => {
    const { till, kept, problems, journal } = await setUp()
    journal.isFull = true
    expect(codeOf(await till.openShift(hundreds(1)))).toBe('ok')
    expect(useMissingCopies.getState().error?.code).toBe('journal.record-not-kept')
    expect(problems).toEqual([expect.stringContaining('disk full')])
    journal.isFull = false
    await till.moveCash('in', rupiah(1_000), 'Uang kecil', null)
    expect(kept.map((record) => record.kind)).toEqual(['shift', 'cash-move'])
    expect(useMissingCopies.getState().error).toBeNull()
  })

  test('they can be tried again by hand; the newest of each is kept', async () => {
    const { till, kept, journal } = await setUp()
    journal.isFull = true
    await till.openShift([])
    await till.closeShift({ ...CLOSING, count: [] })
    journal.isFull = false
    await till.keepCopiesAgain()
    expect(kept).toEqual([expect.objectContaining({ kind: 'shift' })])
    expect(kept[0]).toMatchObject({ shift: { closing: { difference: 0 } } })
  })
})

test('a database that refuses to write is told as an error, not thrown at the screen', async () => {
  const { till, database, problems } = await setUp()
  database.close()
  expect(codeOf(await till.openShift([]))).toBe('shift.not-done')
  expect(problems).toHaveLength(1)
})
