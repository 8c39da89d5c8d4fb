import { cashCountTotal } from '../../../shared/domain/shift-cash.ts'
import { DENOMINATIONS, type CashCount } from '../../../shared/domain/shift.ts'
import type { Rupiah } from '../../../shared/domain/money.ts'
import { parseWholeNumber } from '../../ui/parse-whole-number.ts'

const LARGEST_COUNT = 100_000

/** What was typed beside each denomination; one that is missing or empty counts as none. */
export type CashCountEntry = Readonly<Record<number, string>>

/** An entry as far as it can be read. */
export type ReadCashCount = {
  readonly count: CashCount
  readonly total: Rupiah
  /** Denominations whose text is no number of pieces. */
  readonly wrong: readonly number[]
}

const piecesOf = (text: string): number | null => {
  if (text.trim() === '') return 0
  const pieces = parseWholeNumber(text)
  return pieces !== null && pieces <= LARGEST_COUNT ? pieces : null
}

/** Reads what was typed: every denomination in circulation, and what all that can be read comes to. */
export const readCashCount = (entry: CashCountEntry): ReadCashCount => {
  const read = DENOMINATIONS.map((denomination) => ({ denomination, pieces: piecesOf(entry[denomination] ?? '') }))
  const count = read.map(({ denomination, pieces }) => ({ denomination, count: pieces ?? 0 }))
  return {
    count,
    total: cashCountTotal(count),
    wrong: read.filter(({ pieces }) => pieces === null).map(({ denomination }) => denomination),
  }
}
