import { z } from 'zod'
import { itemSchema } from '../../shared/domain/item.ts'
import { saleSchema } from '../../shared/domain/sale.ts'
import { shiftReportSchema } from '../../shared/domain/shift-report.ts'
import { tenderConfirmationSchema, voidingSchema } from '../../shared/ipc/contract.ts'

/** An item with the lower-case SKU that typed and scanned codes are compared with. */
export const itemRowSchema = itemSchema.extend({ skuLower: z.string() })
export type StoredItem = z.infer<typeof itemRowSchema>

/** A sale with the columns that its indexes and the search of the sales list need. */
export const storedSaleSchema = z.object({
  id: z.string(),
  number: z.string(),
  paidAtMs: z.number().int(),
  /** The register's calendar day, yyyy-mm-dd. */
  day: z.string(),
  kind: z.enum(['walk-in', 'delivery']),
  /** The number without its sequence, e.g. `K1-261121`; the two together find the highest sequence of a day. */
  numberPrefix: z.string(),
  sequence: z.number().int(),
  /** Lower-case number, item names, SKUs and recipient. */
  text: z.string(),
  isRecovered: z.boolean(),
  /** The shift it belongs to, the sale from which goods came back: the columns of their indexes. Absent where there is none. */
  shiftId: z.string().optional(),
  returnOfId: z.string().optional(),
  /** The number from the series of returns, taken apart like the number; absent where nothing comes back. */
  returnPrefix: z.string().optional(),
  returnSequence: z.number().int().optional(),
  /** Since when the journal has not taken a voiding or confirmation of this row yet; absent when it has all. */
  journalOwedAtMs: z.number().int().optional(),
  /** Set when the sale was called off before anything of it was sent. */
  voiding: voidingSchema.nullable().default(null),
  /** Payments seen to arrive after the sale. */
  confirmations: z.array(tenderConfirmationSchema).readonly().default([]),
  sale: saleSchema,
})
export type StoredSale = z.infer<typeof storedSaleSchema>

/** A slice of the search index: one line an item in both texts, in the order of names (see item-search.ts). */
export const searchTextSchema = z.object({ id: z.number().int(), skus: z.string(), texts: z.string() })
export type SearchTextRow = z.infer<typeof searchTextSchema>

/** The Z report of a closed shift as it was printed first; `id` is the shift's. */
export const shiftReportRowSchema = z.object({ id: z.string(), report: shiftReportSchema })
export type ShiftReportRow = z.infer<typeof shiftReportRowSchema>

/** One line of the append-only record of what happened at this till. */
export type AuditRow = {
  readonly id?: number
  readonly atMs: number
  readonly kind: string
  readonly saleId: string | null
  readonly detail: string
}

/** A named value: set-up in `settings`, cursors of pulls and imports in `syncState`. */
export type KeyedRow = { readonly key: string; readonly value: unknown }

/** A basket put aside: it is no sale, owes nothing and has no number until it is paid. */
export type ParkedRow = {
  readonly id: string
  readonly parkedAtMs: number
  readonly by: string
  readonly basket: unknown
}
