import { LARGEST_RUPIAH, rupiah, type Rupiah } from './money.ts'
import { failure, success, type Result } from './result.ts'

/** Why a text is not an amount: not a number, a fraction (or a comma that could mean one), below zero, over 999 billion. */
export type AmountProblem = 'unreadable' | 'not-whole' | 'negative' | 'too-large'

const FRACTION = /^\d[\d.]*[.,]\d+$/

/**
 * Reads a price as Indonesian files write it: `12800`, `12.800`, `Rp 12.800`, `12.800,00`, `12800.00`. A dot stands for
 * thousands only when every group after it has three digits; `12.5`, `12,50` and `12,800` are refused as not whole.
 */
export const parseRupiahText = (text: string): Result<Rupiah, AmountProblem> => {
  const bare = text.replace(/^\s*(?:rp|idr)\.?\s*/i, '').replaceAll(/\s/g, '')
  if (bare.startsWith('-')) return failure('negative')
  const withoutZeroCents = bare.replace(/,0{1,2}$/, '').replace(/\.0{1,2}$/, '')
  const isGrouped = /^\d{1,3}(?:\.\d{3})+$/.test(withoutZeroCents)
  if (!isGrouped && !/^\d+$/.test(withoutZeroCents)) {
    return failure(FRACTION.test(bare) ? 'not-whole' : 'unreadable')
  }
  const value = Number(withoutZeroCents.replaceAll('.', ''))
  return value <= LARGEST_RUPIAH ? success(rupiah(value)) : failure('too-large')
}

/** Reads a whole number with an optional sign; null for anything else (a dot could be a fraction of a kilogram). */
export const parseSignedWhole = (text: string): number | null => {
  const trimmed = text.trim()
  if (!/^[+-]?\d{1,12}$/.test(trimmed)) return null
  const value = Number(trimmed)
  return value === 0 ? 0 : value
}
