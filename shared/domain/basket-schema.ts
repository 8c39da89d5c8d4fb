import { z } from 'zod'
import { approvalSchema } from './approval.ts'
import type { Basket } from './basket.ts'
import { discountSchema } from './discount.ts'
import { itemSchema } from './item.ts'
import { rupiahSchema } from './money.ts'
import { quantitySchema } from './quantity.ts'
import { deliverySchema, returnOfSchema, saleApprovalSchema, saleLineSchema } from './sale.ts'
import { saleTaxSchema } from './tax.ts'

/** A basket as it is put aside and read back. */
export const basketSchema: z.ZodType<Basket> = z.object({
  id: z.uuid(),
  openedAtMs: z.number().int(),
  lines: z
    .array(
      z.object({
        id: z.string(),
        item: itemSchema,
        quantity: quantitySchema.refine((quantity) => quantity > 0, { message: 'must be above 0' }),
        unitPrice: rupiahSchema,
        discount: discountSchema.nullable(),
        priceOverride: approvalSchema.nullable(),
      }),
    )
    .readonly(),
  nextLineNumber: z.number().int().positive(),
  discount: discountSchema.nullable(),
  returns: z
    .object({ of: returnOfSchema, tax: saleTaxSchema.nullable(), lines: z.array(saleLineSchema).min(1).readonly() })
    .nullable(),
  kind: z.enum(['walk-in', 'delivery']),
  delivery: deliverySchema.nullable(),
  note: z.string(),
  approvals: z.array(saleApprovalSchema).readonly().default([]),
  stockApproval: approvalSchema.nullable(),
})
