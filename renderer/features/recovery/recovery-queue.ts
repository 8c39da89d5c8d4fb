import type { Sale } from '../../../shared/domain/sale.ts'
import type { RecoveryReport } from '../../app/till.ts'

/** The undecided sales that were not answered yet, oldest first. */
export const openQuestions = (report: RecoveryReport, answered: ReadonlySet<string>): readonly Sale[] =>
  report.undecided
    .filter((sale) => !answered.has(sale.id))
    .sort((left, right) => left.paidAtMs - right.paidAtMs || left.number.localeCompare(right.number))

/** True when something was put back or could not be read: a person should know, without a question. */
export const hasNews = (report: RecoveryReport): boolean => report.recovered.length > 0 || report.damagedLines > 0
