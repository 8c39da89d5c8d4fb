import { type Discount, WHOLE_BASIS_POINTS } from '../../../shared/domain/discount.ts'
import { parseRupiah } from '../../../shared/domain/money.ts'
import { failure, success, type Result } from '../../../shared/domain/result.ts'

export type DiscountProblem = 'unreadable' | 'over-hundred'

const PERCENT = /^(?<whole>\d{1,5})(?:[.,](?<decimals>\d{1,2}))?\s*%$/

/**
 * The discount that was typed: `10%`, `12,5 %` and `12.5%` a share (at most two decimals, at most 100 %), `5.000` and
 * `Rp 5.000` rupiah off. Null for none: an empty text and zero of either kind.
 */
export const readDiscount = (text: string): Result<Discount | null, DiscountProblem> => {
  const trimmed = text.trim()
  if (trimmed === '') return success(null)
  const { whole, decimals = '' } = PERCENT.exec(trimmed)?.groups ?? {}
  if (whole !== undefined) {
    const basisPoints = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
    if (basisPoints > WHOLE_BASIS_POINTS) return failure('over-hundred')
    return success(basisPoints === 0 ? null : { type: 'percent', basisPoints })
  }
  const amount = parseRupiah(trimmed)
  if (amount === null || amount < 0) return failure('unreadable')
  return success(amount === 0 ? null : { type: 'rupiah', amount })
}

/** A percent as shops write it: 1250 basis points are `12,5%`. */
export const percentText = (basisPoints: number): string => `${String(basisPoints / 100).replace('.', ',')}%`

/** A discount as it is typed: `12,5%`, `5000`; empty for none. */
export const discountText = (discount: Discount | null): string => {
  if (discount === null) return ''
  return discount.type === 'percent' ? percentText(discount.basisPoints) : String(discount.amount)
}

/** The percent that was probably meant by a number as small as this; null for one that is clearly rupiah. */
export const meantPercent = (discount: Discount | null): number | null =>
  discount?.type === 'rupiah' && discount.amount <= 100 ? discount.amount : null
