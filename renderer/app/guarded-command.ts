import { refuse } from '../../shared/domain/refuse.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { ActionableError } from '../../shared/ipc/contract.ts'
import { messageOf, type ReportProblem } from './report-problem.ts'

/** Carries out a command; a full disk or a damaged table becomes a refusal under the command's scope. */
export type Guarded = <Value>(
  work: () => Promise<Result<Value, ActionableError>>,
) => Promise<Result<Value, ActionableError>>

/** A guard for the commands of one scope: what they throw is reported and must not end in silence at the counter. */
export const createGuarded =
  (scope: 'shift' | 'stock', report: ReportProblem): Guarded =>
  async (work) => {
    try {
      return await work()
    } catch (error) {
      report(scope, error)
      return refuse(
        `${scope}.not-done`,
        'Tidak tersimpan dan tidak ada yang berubah. Periksa ruang disk lalu coba lagi.',
        'Not stored; nothing has changed. Check the disk space and try again.',
        messageOf(error),
      )
    }
  }
