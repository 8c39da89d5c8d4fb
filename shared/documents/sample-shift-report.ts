import { rupiah } from '../domain/money.ts'
import { shiftReportSchema, type ShiftReport } from '../domain/shift-report.ts'
import { PPN_RATES } from '../domain/tax.ts'
import { sampleSale } from './sample-sale.ts'

const SHIFT_ID = '9b1f6f0e-6a52-4b8e-9c7e-0d6f3a2b1c4d'
const OPENED_AT_MS = 1_795_226_400_000
const CLOSED_AT_MS = 1_795_269_900_000

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

/** A shift report of an ordinary day, whose sums hold, for tests and previews; `changes` replaces parts of it. */
export const sampleShiftReport = (changes: Partial<ShiftReport> = {}): ShiftReport => {
  const [countedCash, expectedCash] = [rupiah(1_968_000), rupiah(1_970_000)]
  const kind = changes.kind ?? 'z'
  return shiftReportSchema.parse({
    kind,
    madeAtMs: CLOSED_AT_MS,
    shop: { ...sampleSale().shop, npwp: '0123 4567 8901 2345' },
    shift: {
      id: SHIFT_ID,
      register: 'K1',
      openedAtMs: OPENED_AT_MS,
      openedBy: 'Sari',
      utcOffsetMinutes: 420,
      isOpenedBySale: false,
      openingCount: [
        { denomination: 100_000, count: 2 },
        { denomination: 50_000, count: 4 },
        { denomination: 5_000, count: 20 },
      ],
      openingCash: rupiah(500_000),
      closing:
        kind === 'x'
          ? null
          : {
              atMs: CLOSED_AT_MS,
              by: 'Sari',
              count: [
                { denomination: 100_000, count: 15 },
                { denomination: 50_000, count: 9 },
                { denomination: 2_000, count: 9 },
              ],
              countedCash,
              expectedCash,
              difference: rupiah(countedCash - expectedCash),
              approval: null,
              note: 'Kembalian kurang saat ramai sore.',
            },
    },
    cashMoves: [
      cashMove(1, 'in', 200_000, 'Tambah uang receh'),
      cashMove(2, 'out', 330_000, 'Bayar galon dan es batu'),
    ],
    sold: { count: 64, amount: rupiah(4_312_600) },
    returned: { count: 2, amount: rupiah(-87_250) },
    voided: { count: 1, amount: rupiah(36_000) },
    gross: rupiah(4_301_850),
    lineDiscounts: rupiah(51_500),
    basketDiscounts: rupiah(25_000),
    taxBase: rupiah(3_489_266),
    taxRates: PPN_RATES.slice(-1),
    tax: rupiah(418_712),
    taxOnTop: rupiah(0),
    rounding: rupiah(150),
    total: rupiah(4_225_500),
    byTender: [
      { method: 'cash', count: 41, received: rupiah(1_650_000), refunded: rupiah(-50_000) },
      { method: 'qris', count: 19, received: rupiah(2_025_500), refunded: rupiah(0) },
      { method: 'card', count: 4, received: rupiah(600_000), refunded: rupiah(0) },
    ],
    byCashier: [
      { cashier: 'Sari', count: 50, total: rupiah(3_325_500) },
      { cashier: 'Bagas', count: 16, total: rupiah(900_000) },
    ],
    unconfirmed: { count: 2, amount: rupiah(74_500) },
    expectedCash,
    firstNumber: 'K1-261121-0001',
    lastNumber: 'K1-261121-0064',
    ...changes,
  })
}
