import { z } from 'zod'
import { rupiah, ZERO_RUPIAH, type Rupiah } from './money.ts'
import { divideHalfUp } from './round-half-up.ts'

export const CASH_ROUNDING_UNITS = [50, 100, 500, 1_000] as const

/**
 * How the cash part of a sale is fitted to coins in circulation (Permendag 35/2013 art. 6: a seller may round where a
 * denomination does not circulate, and tells the buyer at payment; no direction is prescribed).
 */
export const cashRoundingSchema = z.object({
  mode: z.enum(['off', 'nearest', 'down', 'up']),
  unit: z.union([z.literal(50), z.literal(100), z.literal(500), z.literal(1_000)]),
})
export type CashRounding = z.infer<typeof cashRoundingSchema>

/**
 * What is added to a cash amount to make it payable; 0 when it is payable as it is. Halves go up; below zero (a refund)
 * mirrors above. An amount is never rounded to nothing: it stays as it is.
 */
export const cashRoundingOf = (cash: Rupiah, { mode, unit }: CashRounding): Rupiah => {
  if (mode === 'off' || cash % unit === 0) return ZERO_RUPIAH
  const magnitude = Math.abs(cash)
  const multiples =
    mode === 'down'
      ? Math.floor(magnitude / unit)
      : mode === 'up'
        ? Math.ceil(magnitude / unit)
        : Number(divideHalfUp(BigInt(magnitude), BigInt(unit)))
  if (multiples === 0) return ZERO_RUPIAH
  const difference = multiples * unit - magnitude
  return rupiah(cash < 0 ? -difference : difference)
}
