import { rupiah, type Rupiah } from './money.ts'

const requireWeight = (weight: number): bigint => {
  if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`Not a weight: ${String(weight)}`)
  return BigInt(weight)
}

/**
 * Shares `total` over parts in proportion to whole `weights` (largest remainder; of equal remainders the earlier part is
 * served first). The parts always sum to the total, each is within one rupiah of its exact share, a part of weight 0 gets
 * nothing, and a negative total gives the mirrored parts. Throws a RangeError for a negative or fractional weight, and when
 * something is to be shared over parts that weigh nothing.
 */
export const allocate = (total: Rupiah, weights: readonly number[]): readonly Rupiah[] => {
  const shares = weights.map(requireWeight)
  const weighed = shares.reduce((sum, share) => sum + share, 0n)
  if (weighed === 0n) {
    if (total !== 0) throw new RangeError(`Nothing to share ${String(total)} over`)
    return weights.map(() => rupiah(0))
  }
  const magnitude = BigInt(Math.abs(total))
  const parts = shares.map((share, place) => ({
    place,
    floor: Number((magnitude * share) / weighed),
    remainder: (magnitude * share) % weighed,
  }))
  const left = Math.abs(total) - parts.reduce((sum, part) => sum + part.floor, 0)
  const served = new Set(
    parts
      .toSorted((one, other) =>
        one.remainder === other.remainder ? one.place - other.place : one.remainder > other.remainder ? -1 : 1,
      )
      .slice(0, left)
      .map((part) => part.place),
  )
  const sign = total < 0 ? -1 : 1
  return parts.map((part) => rupiah(sign * (part.floor + (served.has(part.place) ? 1 : 0))))
}

/**
 * The part of `amount` that falls on units `from` to `to` of `count` equal units (whole numbers, 0 <= from <= to <= count,
 * count above 0; throws a RangeError otherwise). Consecutive parts sum to the amount exactly, however it is cut.
 */
export const sliceOf = (amount: Rupiah, from: number, to: number, count: number): Rupiah => {
  const isWhole = [from, to, count].every((each) => Number.isSafeInteger(each))
  if (!isWhole || from < 0 || from > to || to > count || count === 0)
    throw new RangeError(`Not a slice: ${String(from)} to ${String(to)} of ${String(count)}`)
  const upTo = (units: number): bigint => (BigInt(amount) * BigInt(units)) / BigInt(count)
  return rupiah(Number(upTo(to) - upTo(from)))
}
