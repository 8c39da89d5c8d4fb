import { cashRows, countRows } from './shift-report-cash.ts'
import { taxBaseWords } from './document-words.ts'
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

/** In brackets: a narrow roll breaks the line before the name, and nothing is left hanging at its end. */
const madeBy = (time: string, name: string): string => (name.trim() === '' ? time : `${time} (${name})`)

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
      { name: facts.opened, value: madeBy(timeOf(shift.openedAtMs), shift.openedBy) },
      shift.closing === null
        ? { name: facts.status, value: facts.stillOpen }
        : { name: facts.closed, value: madeBy(timeOf(shift.closing.atMs), shift.closing.by) },
      { name: facts.made, value: timeOf(madeAtMs) },
      { name: facts.firstNumber, value: firstNumber ?? '-' },
      { name: facts.lastNumber, value: lastNumber ?? '-' },
    ],
  }
}

/** What was sold and what came back, added up to what was taken: cash is rounded in between. */
const salesSection = (report: ShiftReport, words: ShiftReportWords): ReportSection => {
  const { sold, returned, voided, rounding, total } = report
  return {
    part: 'sales',
    title: words.sections.sales,
    rows: [
      amountRow(counted(words.sales, sold.count), sold.amount),
      amountRow(counted(words.returns, returned.count), returned.amount),
      ...(rounding === 0 ? [] : [amountRow(words.rounding, rounding)]),
      sumRow(words.total, total),
      ...(voided.count === 0 ? [] : [amountRow(words.voided(counted(words.voidedName, voided.count)), voided.amount)]),
    ],
  }
}

const totalSection = (report: ShiftReport, words: ShiftReportWords): ReportSection => ({
  part: 'net',
  // Tax in the prices is in every row, tax on top of them in a row of its own.
  title: report.tax === 0 ? words.sections.net : words.sections.netWithTax,
  rows: [
    amountRow(report.returned.count === 0 ? words.gross : words.grossLessReturns, report.gross),
    amountRow(words.lineDiscounts, negateRupiah(report.lineDiscounts)),
    amountRow(words.basketDiscounts, negateRupiah(report.basketDiscounts)),
    ...(report.taxOnTop === 0 ? [] : [amountRow(words.taxOnTop, report.taxOnTop)]),
    amountRow(words.rounding, report.rounding),
    sumRow(words.total, report.total),
  ],
})

/** The tax base as the receipts of the shift call it; where they differ, or an older report does not know, in general. */
const taxBaseName = ({ taxRates = [] }: ShiftReport, words: ShiftReportWords): string => {
  const [name, ...others] = new Set(taxRates.map(taxBaseWords))
  return name === undefined || others.length > 0 ? words.taxBase : name
}

const taxSection = (report: ShiftReport, words: ShiftReportWords): readonly ReportSection[] => {
  const { taxBase, tax, taxOnTop, untaxed } = report
  if (taxBase === 0 && tax === 0) return []
  const included = subtractRupiah(tax, taxOnTop)
  return [
    {
      part: 'tax',
      title: words.sections.tax,
      rows: [
        amountRow(taxBaseName(report, words), taxBase),
        ...(included === 0 || taxOnTop === 0
          ? []
          : [amountRow(words.taxIncluded, included), amountRow(words.taxOnTop, taxOnTop)]),
        sumRow(taxOnTop === 0 ? words.taxIncluded : words.tax, tax),
        ...(untaxed === undefined || untaxed === 0 ? [] : [amountRow(words.untaxed, untaxed)]),
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
      : [{ ...amountRow(counted(words.unconfirmedQris, unconfirmed.count), unconfirmed.amount), isRemark: true }]),
  ],
})

const cashierSection = ({ byCashier }: ShiftReport, words: ShiftReportWords): ReportSection => {
  const count = byCashier.reduce((sum, each) => sum + each.count, 0)
  return {
    part: 'cashiers',
    title: words.sections.cashiers,
    rows: [
      ...byCashier.map((each) => amountRow(counted(each.cashier, each.count), each.total)),
      sumRow(counted(words.total, count), addRupiah(...byCashier.map((each) => each.total))),
    ],
  }
}

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
