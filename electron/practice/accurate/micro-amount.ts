const MICROS = 1_000_000
const DECIMALS = 6

/**
 * A figure in whole millionths, half away from zero: Accurate keeps six decimals, and sums and products of these lose
 * nothing. Read off the digits that JSON would carry, since Accurate computes with those and not with binary fractions.
 */
export const toMicro = (value: number): bigint => {
  // Only figures below a millionth are written with an exponent.
  const [, sign, whole, decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? []
  if (whole === undefined) return 0n
  const digits = decimals.padEnd(DECIMALS + 1, '0')
  const roundsUp = Number(digits.charAt(DECIMALS)) >= 5 ? 1n : 0n
  const magnitude = BigInt(`${whole}${digits.slice(0, DECIMALS)}`) + roundsUp
  return sign === '-' ? -magnitude : magnitude
}

/** The figure of so many millionths. */
export const fromMicro = (micro: bigint): number =>
  Number(micro / BigInt(MICROS)) + Number(micro % BigInt(MICROS)) / MICROS

/** `one x other` to six decimals, half away from zero. */
export const timesMicro = (one: bigint, other: bigint): bigint => divideHalfUpMicro(one * other, BigInt(MICROS))

/** `numerator / denominator` as a whole number, halves away from zero. */
export const divideHalfUpMicro = (numerator: bigint, denominator: bigint): bigint => {
  const magnitude = numerator < 0n ? -numerator : numerator
  const rounded = (magnitude * 2n + denominator) / (denominator * 2n)
  return numerator < 0n ? -rounded : rounded
}
