import { z } from 'zod'
import { rupiahSchema } from './money.ts'
import { shopSchema, tenderMethodSchema } from './sale.ts'
import { taxRateSchema } from './tax.ts'
import { shiftSchema, cashMoveSchema } from './shift.ts'

const countedAmountSchema = z.object({ count: z.number().int().nonnegative(), amount: rupiahSchema })

/**
 * What an X report (of an open shift, as often as wanted) or a Z report (of a closed one) says. A frozen copy: it prints
 * the same however often it is printed. Its sums equal the sales: goods - discounts + tax not in prices + rounding = total
 * = sum by tender, per cashier as well.
 */
export const shiftReportSchema = z.object({
  kind: z.enum(['x', 'z']),
  madeAtMs: z.number().int(),
  shop: shopSchema,
  shift: shiftSchema,
  cashMoves: z.array(cashMoveSchema).readonly(),
  /** Sales and the sold part of exchanges: how many, and what they came to with tax, before rounding. */
  sold: countedAmountSchema,
  /** Returns and the returned part of exchanges; 0 or below. */
  returned: countedAmountSchema,
  /** What was called off again: it stands in no other figure. */
  voided: countedAmountSchema,
  /** Before any discount, what came back taken off. */
  gross: rupiahSchema,
  lineDiscounts: rupiahSchema,
  basketDiscounts: rupiahSchema,
  taxBase: rupiahSchema,
  /** The rates at which its goods were taxed, each once; unknown in reports that were made before it was kept. */
  taxRates: z.array(taxRateSchema).readonly().optional(),
  /** What goods outside the tax came to, what came back taken off; unknown likewise. */
  untaxed: rupiahSchema.optional(),
  tax: rupiahSchema,
  /** The part of `tax` that stands on top of prices. */
  taxOnTop: rupiahSchema,
  rounding: rupiahSchema,
  /** gross - lineDiscounts - basketDiscounts + taxOnTop + rounding. */
  total: rupiahSchema,
  /** What each way to pay brought: `received` (change taken off) and `refunded` (0 or below) together sum to `total`. */
  byTender: z
    .array(
      z.object({ method: tenderMethodSchema, count: z.number().int(), received: rupiahSchema, refunded: rupiahSchema }),
    )
    .readonly(),
  byCashier: z.array(z.object({ cashier: z.string(), count: z.number().int(), total: rupiahSchema })).readonly(),
  /** QRIS payments that nobody has confirmed. */
  unconfirmed: countedAmountSchema,
  /** Opening cash + cash received - cash given back + cash in - cash out. */
  expectedCash: rupiahSchema,
  firstNumber: z.string().nullable(),
  lastNumber: z.string().nullable(),
})
export type ShiftReport = z.infer<typeof shiftReportSchema>
