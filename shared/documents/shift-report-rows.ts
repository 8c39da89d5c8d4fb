import type { SHIFT_REPORT_PARTS } from './document-design.ts'
import { formatRupiah, type Rupiah } from '../domain/money.ts'

/** One row of a shift report: words on the left, an amount on the right. `isSum` rows are bold, `isRemark` rows small: they are part of the row above. */
export type ReportRow = {
  readonly words: string
  readonly value: string
  readonly isSum?: boolean
  readonly isRemark?: boolean
}

/** The parts of a shift report that are rows under a title. */
export type ReportSectionPart = Exclude<
  (typeof SHIFT_REPORT_PARTS)[number],
  'logo' | 'shop' | 'facts' | 'remarks' | 'note' | 'signature'
>

/** Rows under a title, and which part of the report they are. */
export type ReportSection = {
  readonly part: ReportSectionPart
  readonly title: string
  readonly rows: readonly ReportRow[]
}

/** A row of an amount. */
export const amountRow = (words: string, amount: Rupiah): ReportRow => ({ words, value: formatRupiah(amount) })

/** A bold row of an amount. */
export const sumRow = (words: string, amount: Rupiah): ReportRow => ({ ...amountRow(words, amount), isSum: true })
