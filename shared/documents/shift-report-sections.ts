import { cashRows, countRows } from './shift-report-cash.ts'
import { formatRegisterTime } from './register-time.ts'
import { amountRow, sumRow, type ReportSection } from './shift-report-rows.ts'
import { SHIFT_REPORT_WORDS, type ShiftReportWords } from './shift-report-words.ts'
import { addRupiah, formatThousands, negateRupiah, subtractRupiah } from '../domain/money.ts'
import { needsOpeningCount } from '../domain/shift-cash.ts'
import type { ShiftReport } from '../domain/shift-report.ts'

/** What stands at the head of a shift report. */
export type ReportHead = {
  readonly title: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
}

const counted = (words: string, count: number): string => `${words} (${formatThousands(count)})`

/** Which report it is, and of which shift. In Indonesian unless other words are given. */
export const shiftReportHead = (
  { kind, madeAtMs, shift, firstNumber, lastNumber }: ShiftReport,
  { titles, facts, language }: ShiftReportWords = SHIFT_REPORT_WORDS.id,
): ReportHead => {
  const timeOf = (atMs: number): string => formatRegisterTime(atMs, shift.utcOffsetMinutes, language)
  return {
    title: titles[kind],
    facts: [
      { name: facts.register, value: shift.register },
      { name: facts.opened, value: `${timeOf(shift.openedAtMs)}, ${shift.openedBy}` },
      {
        name: facts.closed,
        value: shift.closing === null ? facts.stillOpen : `${timeOf(shift.closing.atMs)}, ${shift.closing.by}`,
      },
      { name: facts.made, value: timeOf(madeAtMs) },
      { name: facts.firstNumber, value: firstNumber ?? '-' },
      { name: facts.lastNumber, value: lastNumber ?? '-' },
    ],
  }
}

const salesSection = (report: ShiftReport, words: ShiftReportWords): ReportSection => {
  const { sold, returned, voided } = report
  return {
    part: 'sales',
    title: words.sections.sales,
    rows: [
      amountRow(counted(words.sales, sold.count), sold.amount),
      amountRow(counted(words.returns, returned.count), returned.amount),
      ...(voided.count === 0 ? [] : [amountRow(words.voided(counted(words.voidedName, voided.count)), voided.amount)]),
    ],
  }
}

const totalSection = (report: ShiftReport, words: ShiftReportWords): ReportSection => ({
  part: 'net',
  title: words.sections.net,
  rows: [
    amountRow(words.gross, report.gross),
    amountRow(words.lineDiscounts, negateRupiah(report.lineDiscounts)),
    amountRow(words.basketDiscounts, negateRupiah(report.basketDiscounts)),
    ...(report.taxOnTop === 0 ? [] : [amountRow(words.taxOnTop, report.taxOnTop)]),
    amountRow(words.rounding, report.rounding),
    sumRow(words.total, report.total),
  ],
})

const taxSection = ({ taxBase, tax, taxOnTop }: ShiftReport, words: ShiftReportWords): readonly ReportSection[] => {
  if (taxBase === 0 && tax === 0) return []
  const included = subtractRupiah(tax, taxOnTop)
  return [
    {
      part: 'tax',
      title: words.sections.tax,
      rows: [
        amountRow(words.taxBase, taxBase),
        ...(included === 0 || taxOnTop === 0
          ? []
          : [amountRow(words.taxIncluded, included), amountRow(words.taxOnTop, taxOnTop)]),
        sumRow(taxOnTop === 0 ? words.taxIncluded : words.tax, tax),
      ],
    },
  ]
}

const tenderSection = ({ byTender, total, unconfirmed }: ShiftReport, words: ShiftReportWords): ReportSection => ({
  part: 'tenders',
  title: words.sections.tenders,
  rows: [
    ...byTender.flatMap(({ method, count, received, refunded }) => {
      const name = words.tenders[method]
      return refunded === 0
        ? [amountRow(counted(name, count), received)]
        : [amountRow(counted(words.received(name), count), received), amountRow(words.refunded(name), refunded)]
    }),
    sumRow(words.total, total),
    ...(unconfirmed.count === 0
      ? []
      : [amountRow(counted(words.unconfirmedQris, unconfirmed.count), unconfirmed.amount)]),
  ],
})

const cashierSection = ({ byCashier }: ShiftReport, words: ShiftReportWords): ReportSection => ({
  part: 'cashiers',
  title: words.sections.cashiers,
  rows: [
    ...byCashier.map(({ cashier, count, total }) => amountRow(counted(cashier, count), total)),
    sumRow(words.total, addRupiah(...byCashier.map(({ total }) => total))),
  ],
})

/** Everything that a shift report says, in the order in which the receipt printer and the PDF show it. */
export const shiftReportSections = (
  report: ShiftReport,
  words: ShiftReportWords = SHIFT_REPORT_WORDS.id,
): readonly ReportSection[] => {
  const counts = countRows(report.shift, words)
  return [
    salesSection(report, words),
    totalSection(report, words),
    ...taxSection(report, words),
    tenderSection(report, words),
    cashierSection(report, words),
    { part: 'drawer', title: words.sections.drawer, rows: cashRows(report, words) },
    ...counts,
  ]
}

/** Words below the figures: how the shift was opened, the note at closing, who accepted a difference. */
export const shiftReportNotes = (
  { shift }: ShiftReport,
  words: ShiftReportWords = SHIFT_REPORT_WORDS.id,
): readonly string[] => [
  ...(shift.isOpenedBySale ? [words.openedBySale(needsOpeningCount(shift))] : []),
  ...(shift.closing === null || shift.closing.note.trim() === '' ? [] : [`${words.note}: ${shift.closing.note}`]),
  ...(shift.closing?.approval === null || shift.closing?.approval === undefined
    ? []
    : [words.accepted(shift.closing.approval.by, shift.closing.approval.reason)]),
]
