import { amountRow, sumRow, type ReportRow, type ReportSection } from './shift-report-rows.ts'
import type { ShiftReportWords } from './shift-report-words.ts'
import { addRupiah, formatRupiah, formatThousands, negateRupiah, rupiah, type Rupiah } from '../domain/money.ts'
import type { ShiftReport } from '../domain/shift-report.ts'
import type { CashCount, Shift } from '../domain/shift.ts'

const differenceWords = (difference: Rupiah, { cash }: ShiftReportWords): string =>
  difference === 0 ? cash.even : difference > 0 ? cash.over : cash.short

/** How the cash in the drawer came about, and how what was counted compares with it. */
export const cashRows = (
  { shift, byTender, cashMoves, expectedCash }: ShiftReport,
  words: ShiftReportWords,
): readonly ReportRow[] => {
  const cash = byTender.filter(({ method }) => method === 'cash')
  const received = addRupiah(...cash.map((tender) => tender.received))
  const refunded = addRupiah(...cash.map((tender) => tender.refunded))
  const { closing } = shift
  return [
    amountRow(words.cash.opening, shift.openingCash),
    amountRow(words.cash.received, received),
    amountRow(words.cash.refunded, refunded),
    ...cashMoves.map(({ type, amount, reason }) =>
      amountRow(`${words.cash[type]}: ${reason}`, type === 'in' ? amount : negateRupiah(amount)),
    ),
    sumRow(words.cash.expected, expectedCash),
    ...(closing === null
      ? []
      : [
          amountRow(words.cash.counted, closing.countedCash),
          sumRow(differenceWords(closing.difference, words), closing.difference),
        ]),
  ]
}

const amountOf = ({ denomination, count }: CashCount[number]): Rupiah => rupiah(denomination * count)

const countSection = (
  part: 'opening-count' | 'closing-count',
  title: string,
  count: CashCount,
  words: ShiftReportWords,
): readonly ReportSection[] => {
  const counted = count.filter((each) => each.count > 0)
  if (counted.length === 0) return []
  return [
    {
      part,
      title,
      rows: [
        ...counted.map((each) =>
          amountRow(`${formatRupiah(rupiah(each.denomination))} x ${formatThousands(each.count)}`, amountOf(each)),
        ),
        sumRow(words.total, addRupiah(...counted.map(amountOf))),
      ],
    },
  ]
}

/** The counted notes and coins at opening and closing; nothing where none were counted. */
export const countRows = ({ openingCount, closing }: Shift, words: ShiftReportWords): readonly ReportSection[] => [
  ...countSection('opening-count', words.sections.openingCount, openingCount, words),
  ...countSection('closing-count', words.sections.closingCount, closing?.count ?? [], words),
]
