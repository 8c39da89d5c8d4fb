import { makeShiftReport, type ShiftReportSource, type ShiftSale } from '../domain/make-shift-report.ts'
import { rupiah, subtractRupiah, type Rupiah } from '../domain/money.ts'
import { cashCountTotal } from '../domain/shift-cash.ts'
import { shiftReportSchema, type ShiftReport } from '../domain/shift-report.ts'
import { DENOMINATIONS, type CashCount } from '../domain/shift.ts'
import { sampleShiftSales } from './sample-shift-sales.ts'
import { SAMPLE_PAID_AT_MS, SAMPLE_TAXED_SHOP } from './sample-till.ts'

const SHIFT_ID = '9b1f6f0e-6a52-4b8e-9c7e-0d6f3a2b1c4d'
const OPENED_AT_MS = SAMPLE_PAID_AT_MS - 43_500_000
const CLOSED_AT_MS = SAMPLE_PAID_AT_MS
/** What is missing in the drawer. */
const MISSING = rupiah(2_000)

const OPENING_COUNT: CashCount = [
  { denomination: 100_000, count: 2 },
  { denomination: 50_000, count: 4 },
  { denomination: 5_000, count: 20 },
]

const cashMove = (
  place: number,
  type: 'in' | 'out',
  amount: number,
  reason: string,
): ShiftReport['cashMoves'][number] => ({
  id: `9b1f6f0e-6a52-4b8e-9c7e-0d6f3a2b1c4${String(place)}`,
  shiftId: SHIFT_ID,
  type,
  amount: rupiah(amount),
  reason,
  atMs: OPENED_AT_MS + place,
  by: 'Sari',
  approval: null,
})

const OPEN_SHIFT: ShiftReport['shift'] = {
  id: SHIFT_ID,
  register: 'K1',
  openedAtMs: OPENED_AT_MS,
  openedBy: 'Sari',
  utcOffsetMinutes: 420,
  isOpenedBySale: false,
  openingCount: OPENING_COUNT,
  openingCash: cashCountTotal(OPENING_COUNT),
  closing: null,
}

/** An amount in as few notes and coins as it takes. */
const countOf = (amount: Rupiah): CashCount => {
  let left: number = amount
  return DENOMINATIONS.flatMap((denomination) => {
    const count = Math.floor(left / denomination)
    left -= count * denomination
    return count === 0 ? [] : [{ denomination, count }]
  })
}

const closedWith = (expectedCash: Rupiah): ShiftReport['shift'] => {
  const countedCash = subtractRupiah(expectedCash, MISSING)
  const difference = subtractRupiah(countedCash, expectedCash)
  const note = 'Kembalian kurang saat ramai sore.'
  const counted = { count: countOf(countedCash), countedCash, expectedCash, difference, approval: null, note }
  return { ...OPEN_SHIFT, closing: { atMs: CLOSED_AT_MS, by: 'Sari', ...counted } }
}

/** Many sales are priced for it: once is enough. */
let sales: readonly ShiftSale[] | null = null

/** A shift report of an ordinary day, made of its sales as a till makes it, for tests and previews; `changes` replaces parts of it. */
export const sampleShiftReport = (changes: Partial<ShiftReport> = {}): ShiftReport => {
  sales ??= sampleShiftSales(SHIFT_ID)
  const source: ShiftReportSource = {
    shift: OPEN_SHIFT,
    sales,
    cashMoves: [
      cashMove(1, 'in', 200_000, 'Tambah uang receh'),
      cashMove(2, 'out', 330_000, 'Bayar galon dan es batu'),
    ],
    shop: SAMPLE_TAXED_SHOP,
    madeAtMs: CLOSED_AT_MS,
  }
  const kind = changes.kind ?? 'z'
  const report = makeShiftReport(kind, source)
  const shift = kind === 'x' ? OPEN_SHIFT : closedWith(report.expectedCash)
  return shiftReportSchema.parse({ ...report, shift, ...changes })
}
