import { z } from 'zod'
import { approvalSchema } from './approval.ts'
import { rupiahSchema } from './money.ts'

/** Coins and notes in circulation, in rupiah (Bank Indonesia, 2016 coins and 2022 notes). */
export const DENOMINATIONS = [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50] as const

/** Counted cash: how many of each denomination. */
export const cashCountSchema = z
  .array(z.object({ denomination: z.number().int().positive(), count: z.number().int().nonnegative().max(100_000) }))
  .readonly()
export type CashCount = z.infer<typeof cashCountSchema>

/** From opening cash to counted cash at one register. */
export const shiftSchema = z.object({
  id: z.uuid(),
  register: z.string().min(1),
  openedAtMs: z.number().int(),
  openedBy: z.string().min(1),
  utcOffsetMinutes: z.number().int(),
  /** True when the first sale opened it because nobody had: its opening cash was not counted. */
  isOpenedBySale: z.boolean(),
  openingCount: cashCountSchema,
  openingCash: rupiahSchema,
  /** Null while it is open. */
  closing: z
    .object({
      atMs: z.number().int(),
      by: z.string().min(1),
      count: cashCountSchema,
      countedCash: rupiahSchema,
      expectedCash: rupiahSchema,
      /** Counted minus expected: below zero when cash is missing. */
      difference: rupiahSchema,
      /** Who accepted a difference over the shop's limit. */
      approval: approvalSchema.nullable(),
      note: z.string(),
    })
    .nullable(),
})
export type Shift = z.infer<typeof shiftSchema>

/** Cash put into the drawer or taken out of it other than by a sale. */
export const cashMoveSchema = z.object({
  id: z.uuid(),
  shiftId: z.uuid(),
  type: z.enum(['in', 'out']),
  amount: rupiahSchema.refine((amount) => amount > 0, { message: 'must be above 0' }),
  reason: z.string().min(1),
  atMs: z.number().int(),
  by: z.string().min(1),
  approval: approvalSchema.nullable(),
})
export type CashMove = z.infer<typeof cashMoveSchema>
