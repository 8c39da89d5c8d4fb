import { z } from 'zod'
import { rupiah, rupiahSchema, type Rupiah } from './money.ts'
import { divideHalfUp } from './round-half-up.ts'

/** A percent in hundredths of a percent: 12.5 % is 1250. */
export const WHOLE_BASIS_POINTS = 10_000

/** A reduction as the cashier gives it: a share of the amount, or rupiah off it. One kind at a time: Accurate drops the rupiah of a line that has both. */
export const discountSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('percent'), basisPoints: z.number().int().positive().max(WHOLE_BASIS_POINTS) }),
  z.object({
    type: z.literal('rupiah'),
    amount: rupiahSchema.refine((amount) => amount > 0, { message: 'must be above 0' }),
  }),
])
export type Discount = z.infer<typeof discountSchema>

/** What a discount takes off an amount of 0 or more: percents half up to whole rupiah, and never more than the amount. */
export const discountOn = (amount: Rupiah, discount: Discount | null): Rupiah => {
  if (discount === null || amount <= 0) return rupiah(0)
  const off =
    discount.type === 'rupiah'
      ? discount.amount
      : Number(divideHalfUp(BigInt(amount) * BigInt(discount.basisPoints), BigInt(WHOLE_BASIS_POINTS)))
  return rupiah(Math.min(off, amount))
}
