import { amountRow, sumRow, type ReportRow, type ReportSection } from './shift-report-rows.ts'
import { addRupiah, formatRupiah, formatThousands, negateRupiah, rupiah, type Rupiah } from '../domain/money.ts'
import type { ShiftReport } from '../domain/shift-report.ts'
import type { CashCount, Shift } from '../domain/shift.ts'

const differenceWords = (difference: Rupiah): string =>
  difference === 0 ? 'Selisih (pas)' : difference > 0 ? 'Selisih (lebih)' : 'Selisih (kurang)'

/** How the cash in the drawer came about, and how what was counted compares with it. */
export const cashRows = ({ shift, byTender, cashMoves, expectedCash }: ShiftReport): readonly ReportRow[] => {
  const cash = byTender.filter(({ method }) => method === 'cash')
  const received = addRupiah(...cash.map((tender) => tender.received))
  const refunded = addRupiah(...cash.map((tender) => tender.refunded))
  const { closing } = shift
  return [
    amountRow('Kas awal', shift.openingCash),
    amountRow('Tunai diterima', received),
    amountRow('Tunai dikembalikan', refunded),
    ...cashMoves.map(({ type, amount, reason }) =>
      amountRow(
        `${type === 'in' ? 'Kas masuk' : 'Kas keluar'}: ${reason}`,
        type === 'in' ? amount : negateRupiah(amount),
      ),
    ),
    sumRow('Seharusnya', expectedCash),
    ...(closing === null
      ? []
      : [amountRow('Dihitung', closing.countedCash), sumRow(differenceWords(closing.difference), closing.difference)]),
  ]
}

const countSection = (title: string, count: CashCount): readonly ReportSection[] => {
  const counted = count.filter((each) => each.count > 0)
  if (counted.length === 0) return []
  return [
    {
      title,
      rows: counted.map((each) =>
        amountRow(
          `${formatRupiah(rupiah(each.denomination))} x ${formatThousands(each.count)}`,
          rupiah(each.denomination * each.count),
        ),
      ),
    },
  ]
}

/** The counted notes and coins at opening and closing; nothing where none were counted. */
export const countRows = ({ openingCount, closing }: Shift): readonly ReportSection[] => [
  ...countSection('HITUNGAN KAS AWAL', openingCount),
  ...countSection('HITUNGAN TUTUP SHIFT', closing?.count ?? []),
]
