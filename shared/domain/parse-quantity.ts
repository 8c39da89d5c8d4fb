import { fromThousandths } from './quantity.ts'
import { failure, success, type Result } from './result.ts'

/** Why a text is not a weight: not a number, more than three decimals, or a dot that could stand for thousands or for a fraction. */
export type QuantityProblem = 'unreadable' | 'too-fine' | 'ambiguous'

/**
 * Reads a weight in kilograms with an optional sign: `12`, `12,5`, `12.5`, `-0,250`. Of `1.298` nobody knows whether it
 * means 1298 or 1,298: it is refused; `1,298` is one kilogram and a bit, as Indonesia writes it.
 */
export const parseQuantityText = (text: string): Result<number, QuantityProblem> => {
  const read = /^(?<sign>[+-]?)(?<whole>\d{1,9})(?:(?<point>[.,])(?<decimals>\d+))?$/.exec(text.trim())
  const { sign, whole, point, decimals = '' } = read?.groups ?? {}
  if (whole === undefined) return failure('unreadable')
  if (decimals.length > 3) return failure('too-fine')
  if (point === '.' && decimals.length === 3 && !/^0+$/.test(whole)) return failure('ambiguous')
  const thousandths = Number(whole) * 1_000 + Number(decimals.padEnd(3, '0'))
  return success(fromThousandths(sign === '-' ? -thousandths : thousandths))
}
