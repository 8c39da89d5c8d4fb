import { cashRows, countRows } from './shift-report-cash.ts'
import { TENDER_WORDS } from './document-words.ts'
import { formatRegisterTime } from './register-time.ts'
import { amountRow, sumRow, type ReportSection } from './shift-report-rows.ts'
import { addRupiah, formatThousands, negateRupiah, subtractRupiah } from '../domain/money.ts'
import { needsOpeningCount } from '../domain/shift-cash.ts'
import type { ShiftReport } from '../domain/shift-report.ts'

/** What stands at the head of a shift report. */
export type ReportHead = {
  readonly title: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
}

const counted = (words: string, count: number): string => `${words} (${formatThousands(count)})`

/** Which report it is, and of which shift. */
export const shiftReportHead = ({ kind, madeAtMs, shift, firstNumber, lastNumber }: ShiftReport): ReportHead => {
  const timeOf = (atMs: number): string => formatRegisterTime(atMs, shift.utcOffsetMinutes)
  return {
    title: kind === 'x' ? 'LAPORAN X' : 'LAPORAN Z',
    facts: [
      { name: 'Mesin', value: shift.register },
      { name: 'Dibuka', value: `${timeOf(shift.openedAtMs)}, ${shift.openedBy}` },
      {
        name: 'Ditutup',
        value: shift.closing === null ? 'belum' : `${timeOf(shift.closing.atMs)}, ${shift.closing.by}`,
      },
      { name: 'Dibuat', value: timeOf(madeAtMs) },
      { name: 'No. awal', value: firstNumber ?? '-' },
      { name: 'No. akhir', value: lastNumber ?? '-' },
    ],
  }
}

const salesSection = (report: ShiftReport): ReportSection => {
  const { sold, returned, voided } = report
  return {
    title: 'TRANSAKSI',
    rows: [
      amountRow(counted('Penjualan', sold.count), sold.amount),
      amountRow(counted('Retur', returned.count), returned.amount),
      ...(voided.count === 0 ? [] : [amountRow(`${counted('Batal', voided.count)}, tak dihitung`, voided.amount)]),
    ],
  }
}

const totalSection = (report: ShiftReport): ReportSection => ({
  title: 'PENJUALAN BERSIH',
  rows: [
    amountRow('Nilai barang', report.gross),
    amountRow('Diskon barang', negateRupiah(report.lineDiscounts)),
    amountRow('Diskon belanja', negateRupiah(report.basketDiscounts)),
    ...(report.taxOnTop === 0 ? [] : [amountRow('PPN di atas harga', report.taxOnTop)]),
    amountRow('Pembulatan', report.rounding),
    sumRow('TOTAL', report.total),
  ],
})

const taxSection = ({ taxBase, tax, taxOnTop }: ShiftReport): readonly ReportSection[] => {
  if (taxBase === 0 && tax === 0) return []
  const included = subtractRupiah(tax, taxOnTop)
  return [
    {
      title: 'PPN',
      rows: [
        amountRow('DPP', taxBase),
        ...(included === 0 || taxOnTop === 0
          ? []
          : [amountRow('PPN dalam harga', included), amountRow('PPN di atas harga', taxOnTop)]),
        sumRow(taxOnTop === 0 ? 'PPN dalam harga' : 'PPN', tax),
      ],
    },
  ]
}

const tenderSection = ({ byTender, total, unconfirmed }: ShiftReport): ReportSection => ({
  title: 'CARA BAYAR',
  rows: [
    ...byTender.flatMap(({ method, count, received, refunded }) => {
      const words = TENDER_WORDS[method]
      return refunded === 0
        ? [amountRow(counted(words, count), received)]
        : [amountRow(counted(`${words} diterima`, count), received), amountRow(`${words} dikembalikan`, refunded)]
    }),
    sumRow('TOTAL', total),
    ...(unconfirmed.count === 0
      ? []
      : [amountRow(counted('QRIS belum dikonfirmasi', unconfirmed.count), unconfirmed.amount)]),
  ],
})

const cashierSection = ({ byCashier }: ShiftReport): ReportSection => ({
  title: 'PER KASIR',
  rows: [
    ...byCashier.map(({ cashier, count, total }) => amountRow(counted(cashier, count), total)),
    sumRow('TOTAL', addRupiah(...byCashier.map(({ total }) => total))),
  ],
})

/** Everything that a shift report says, in the order in which the receipt printer and the PDF show it. */
export const shiftReportSections = (report: ShiftReport): readonly ReportSection[] => {
  const counts = countRows(report.shift)
  return [
    salesSection(report),
    totalSection(report),
    ...taxSection(report),
    tenderSection(report),
    cashierSection(report),
    { title: 'KAS DI LACI', rows: cashRows(report) },
    ...counts,
  ]
}

/** Words below the figures: how the shift was opened, the note at closing, who accepted a difference. */
export const shiftReportNotes = ({ shift }: ShiftReport): readonly string[] => [
  ...(shift.isOpenedBySale
    ? [
        `Shift dibuka oleh penjualan pertama; kas awal ${needsOpeningCount(shift) ? 'tidak dihitung' : 'dihitung sesudahnya'}.`,
      ]
    : []),
  ...(shift.closing === null || shift.closing.note.trim() === '' ? [] : [`Catatan: ${shift.closing.note}`]),
  ...(shift.closing?.approval === null || shift.closing?.approval === undefined
    ? []
    : [`Selisih disetujui ${shift.closing.approval.by}: ${shift.closing.approval.reason}`]),
]
