import { parseRupiah, type Rupiah } from './money.ts'
import { failure, success, type Result } from './result.ts'

/** Why a text is not an amount: not a number, a fraction (or a comma that could mean one), below zero, over 999 billion. */
export type AmountProblem = 'unreadable' | 'not-whole' | 'negative' | 'too-large'

/** Digits with points between thousands, or none: an amount, if it were not too large. */
const WHOLE = /^(?:\d+|\d{1,3}(?:\.\d{3})+)$/
const FRACTION = /^\d[\d.]*[.,]\d+$/
/** A spreadsheet's way to write a whole number with one decimal. */
const ONE_ZERO = /(?<=\d)[.,]0$/

/**
 * Reads a price of a file: what {@link parseRupiah} reads, but for commas between thousands and amounts below zero. It is
 * stricter because nobody looks at each row: in an Indonesian spreadsheet `12,800` may be twelve point eight. `12.5`, `12,50`
 * and `12,800` are refused as not whole.
 */
export const parseRupiahText = (text: string): Result<Rupiah, AmountProblem> => {
  const bare = text.replaceAll(/\s/g, '').replace(ONE_ZERO, '')
  const amount = parseRupiah(bare)
  if (amount !== null && amount >= 0 && !/,\d{3}/.test(bare)) return success(amount)
  const digits = bare.replace(/^(?:rp|idr)\.?/i, '')
  if (/^[-\u2212]/.test(digits)) return failure('negative')
  if (WHOLE.test(digits.replace(/[.,]00$/, ''))) return failure('too-large')
  return failure(FRACTION.test(digits) ? 'not-whole' : 'unreadable')
}

/** Reads a whole number with an optional sign; null for anything else (a dot could be a fraction of a kilogram). */
export const parseSignedWhole = (text: string): number | null => {
  const trimmed = text.trim()
  if (!/^[+-]?\d{1,12}$/.test(trimmed)) return null
  const value = Number(trimmed)
  return value === 0 ? 0 : value
}
