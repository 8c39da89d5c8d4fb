import { z } from 'zod'
import { cashRoundingSchema } from './cash-rounding.ts'
import { rupiah, rupiahSchema } from './money.ts'
import { permissionSchema } from './permission.ts'
import { PPN_RATES, taxRulesSchema } from './tax.ts'

/** What happens when more is sold than the figures show: refused, told, or neither. */
export const stockPolicySchema = z.enum(['block', 'warn', 'allow'])
export type StockPolicy = z.infer<typeof stockPolicySchema>

/** The shop's rules of selling: part of the set-up of a register. */
export const sellingRulesSchema = z.object({
  tax: taxRulesSchema,
  cashRounding: cashRoundingSchema,
  stockPolicy: stockPolicySchema,
  qris: z.object({
    /** The text of the shop's own static QRIS code; empty when it has none. */
    payload: z.string(),
    printsOnReceipt: z.boolean(),
  }),
  shifts: z.object({
    /** The cashier closes without seeing what the till expects. */
    isBlind: z.boolean(),
    /** A difference of more than this, over or under, needs permission. */
    differenceLimit: rupiahSchema,
  }),
  /** What is kept to supervisors; see permission.ts. */
  guarded: z.array(permissionSchema).readonly(),
})
export type SellingRules = z.infer<typeof sellingRulesSchema>

/** What a fresh register starts with: no PPN, no rounding, a warning when stock runs out. */
export const DEFAULT_SELLING_RULES: SellingRules = {
  tax: { isCharged: false, pricesIncludeTax: true, rates: PPN_RATES },
  cashRounding: { mode: 'off', unit: 100 },
  stockPolicy: 'warn',
  qris: { payload: '', printsOnReceipt: false },
  shifts: { isBlind: false, differenceLimit: rupiah(10_000) },
  guarded: ['override-price', 'sell-below-stock', 'return', 'void', 'approve-count', 'shift-difference', 'settings'],
}
