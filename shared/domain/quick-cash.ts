import { isRupiah, rupiah, type Rupiah } from './money.ts'

/** Rupiah notes in circulation from 1.000 up (Bank Indonesia, 2022 series). */
const NOTES = [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000]
const LARGEST_COUNT = 5

/**
 * Cash amounts a buyer is likely to hand over, smallest first: the exact amount, then what is paid with notes of one
 * kind, larger notes preferred. At most 5, all different, all enough. None when nothing is to be paid.
 */
export const quickCash = (remaining: Rupiah): readonly Rupiah[] => {
  if (remaining <= 0) return []
  const amounts = new Set<number>([remaining])
  for (const note of NOTES) {
    if (amounts.size === LARGEST_COUNT) break
    const rounded = Math.ceil(remaining / note) * note
    if (isRupiah(rounded)) amounts.add(rounded)
  }
  return [...amounts].sort((left, right) => left - right).map((amount) => rupiah(amount))
}
