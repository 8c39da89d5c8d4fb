/**
 * `numerator / denominator` as a whole number, halves away from zero: 0.5 -> 1, -0.5 -> -1. For amounts above zero this is
 * the rounding of tax invoices (PER-11/PJ/2025 art. 129: below 0.50 down, from 0.50 up); below zero it mirrors them, so
 * that a return is the exact opposite of its sale. Exact for any size. Throws a RangeError for a denominator of 0 or less.
 */
export const divideHalfUp = (numerator: bigint, denominator: bigint): bigint => {
  if (denominator <= 0n) throw new RangeError(`Not a denominator: ${String(denominator)}`)
  const magnitude = numerator < 0n ? -numerator : numerator
  const rounded = (magnitude * 2n + denominator) / (denominator * 2n)
  return numerator < 0n ? -rounded : rounded
}
