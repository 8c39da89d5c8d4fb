import { formatRupiah, rupiah, type Rupiah } from '../../../shared/domain/money.ts'
import type { Tone } from '../../ui/tone.ts'

/** How a cash difference is said: its key under `difference`, the amount without sign, and its tone. */
export type DifferenceWords = {
  readonly key: 'none' | 'over' | 'under'
  readonly amount: string
  readonly tone: Tone
}

/** The words for counted minus expected. Over is a warning too: it is money of a buyer, or a sale that was not rung up. */
export const differenceWords = (difference: Rupiah): DifferenceWords => {
  const amount = formatRupiah(rupiah(Math.abs(difference)))
  if (difference === 0) return { key: 'none', amount, tone: 'good' }
  return difference > 0 ? { key: 'over', amount, tone: 'warn' } : { key: 'under', amount, tone: 'bad' }
}
