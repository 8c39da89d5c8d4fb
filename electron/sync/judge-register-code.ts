import { parseSaleNumber } from '../../shared/domain/sale-number.ts'
import type { Destination } from '../../shared/domain/sales-route.ts'
import type { AnswerOf } from '../../shared/ipc/contract.ts'
import type { NumbersOfRegister } from './step-report.ts'

/** What one service said of a register code. */
export type NumbersAtDestination = { readonly destination: Destination; readonly found: NumbersOfRegister }

export type RegisterCodeVerdict = AnswerOf<'registers.checkCode'>

/** The number as the register made it: a receipt or refund carries the place of its tender behind it (`K1-261121-0007-1`). */
const documentNumber = (number: string): string =>
  parseSaleNumber(number) === null ? number.replace(/-\d{1,2}$/, '') : number

/**
 * Whether another register uses a code already: a service holds a number of it that this one did not make. `firstDay`
 * (`yyyy-mm-dd`): older numbers are left aside, since a number carries its day and an old one can never be made again.
 */
export const judgeRegisterCode = (
  code: string,
  answers: readonly NumbersAtDestination[],
  isOwn: (number: string) => boolean,
  firstDay: string,
): RegisterCodeVerdict => {
  for (const { destination, found } of answers) {
    if (found.type === 'unknown') continue
    for (const number of found.numbers) {
      const made = documentNumber(number)
      const parts = parseSaleNumber(made)
      if (parts?.register === code && parts.day >= firstDay && !isOwn(made))
        return { verdict: 'taken', number: made, destination }
    }
  }
  return answers.some(({ found }) => found.type === 'found') ? { verdict: 'free' } : { verdict: 'unknown' }
}
