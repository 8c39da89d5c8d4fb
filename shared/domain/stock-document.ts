import { z } from 'zod'
import { approvalSchema } from './approval.ts'
import { quantitySchema } from './quantity.ts'
import type { Bilingual } from './bilingual.ts'
import { salesRouteSchema, type Destination, type SalesRoute } from './sales-route.ts'

/** Forstok's reasons for a change of stock (its inbound and outbound sheets, read off its help page). */
export const STOCK_REASONS = {
  count: ['Stock Opname'],
  in: ['Restock', 'Return from Customer', 'Others'],
  out: ['Lost', 'Broken', 'Return to Supplier', 'Others'],
  transfer: ['Transfer Outbound'],
} as const
export type StockReason = (typeof STOCK_REASONS)[keyof typeof STOCK_REASONS][number]

/** What Forstok's reasons say to people; the reason itself is sent as it stands. */
export const STOCK_REASON_WORDS: Readonly<Record<StockReason, Bilingual>> = {
  'Stock Opname': { id: 'Stok opname', en: 'Stock count' },
  Restock: { id: 'Barang dari pemasok', en: 'Restock' },
  'Return from Customer': { id: 'Retur dari pembeli', en: 'Return from customer' },
  Lost: { id: 'Hilang', en: 'Lost' },
  Broken: { id: 'Rusak', en: 'Broken' },
  'Return to Supplier': { id: 'Retur ke pemasok', en: 'Return to supplier' },
  'Transfer Outbound': { id: 'Pindah gudang', en: 'Transfer' },
  Others: { id: 'Lainnya (tulis catatan)', en: 'Other (write a note)' },
}

/** One SKU of a stock document. */
export const stockDocumentLineSchema = z.object({
  sku: z.string().min(1),
  name: z.string(),
  /** What the document changes at its warehouse, signed: out and transfers below zero; of a count, counted minus expected. */
  quantity: quantitySchema,
  /** Of a count: what was found on the shelf. */
  counted: quantitySchema.nullable(),
  /** Of a count: on hand as the till knew it, its own unsent movements included, when the SKU was counted. */
  expected: quantitySchema.nullable(),
  /** Of a count: on hand as the service gave it in the pull before. */
  pulledOnHand: quantitySchema.nullable(),
  /** Of a count: when the SKU was counted last, which is what `expected` is as of. */
  countedAtMs: z.number().int().nullable().default(null),
  /**
   * What the service that owns stock changes its figure by, where that is not `quantity`: Forstok holds whole pieces only,
   * so of weighed goods it gets the nearest whole change. Null: the same as `quantity`. Read it with {@link serviceQuantityOf}.
   */
  serviceQuantity: quantitySchema.nullable().default(null),
  /** Of a count: the service's on hand as the till knew it at approval, rests left out; null: the same as `expected`. See `serviceCountOf`. */
  serviceExpected: quantitySchema.nullable().default(null),
  /** Of a count of weighed goods at Forstok: what of the figure is no whole piece and stands on top of it at the till. */
  restQuantity: quantitySchema.default(0),
  /** Of a count: the rests of weighed sales (movements that no pull contains) that this count takes the place of. */
  supersedes: z.array(z.string()).readonly().default([]),
  /** True once a person has called this line off: it is not sent any more and moves nothing. */
  isDropped: z.boolean().default(false),
})
export type StockDocumentLine = z.infer<typeof stockDocumentLineSchema>

/** A change of stock that is not a sale: a count, goods in or out, or a transfer between warehouses. */
export const stockDocumentSchema = z.object({
  id: z.uuid(),
  /** From the register's series of stock documents. */
  number: z.string().min(1),
  kind: z.enum(['count', 'in', 'out', 'transfer']),
  register: z.string().min(1),
  by: z.string().min(1),
  approval: approvalSchema.nullable(),
  atMs: z.number().int(),
  utcOffsetMinutes: z.number().int(),
  warehouseId: z.string(),
  /** Where a transfer goes; null otherwise. */
  toWarehouseId: z.string().nullable(),
  /** When the pull began whose figures a count is compared with. */
  pulledAtMs: z.number().int().nullable(),
  reason: z.string().min(1),
  note: z.string(),
  lines: z.array(stockDocumentLineSchema).min(1).readonly(),
  route: salesRouteSchema,
  /** Set when all its lines were called off before they arrived. */
  voiding: z
    .object({ atMs: z.number().int(), by: z.string().min(1), reason: z.string().min(1) })
    .nullable()
    .default(null),
})
export type StockDocument = z.infer<typeof stockDocumentSchema>

/** Which service owns stock on a route: its figures are pulled, and its step carries a stock document's movements (design, section 6). */
export const stockOwnerOf = (route: SalesRoute): Destination =>
  route === 'forstok-only' || route === 'both-not-linked' ? 'forstok' : 'accurate'

/** What the service that owns stock is to change its figure by; 0 for a line that was called off. */
export const serviceQuantityOf = (
  line: Pick<StockDocumentLine, 'quantity' | 'serviceQuantity' | 'isDropped'>,
): number => (line.isDropped ? 0 : (line.serviceQuantity ?? line.quantity))

/** The step whose arrival puts the document into the figures that are pulled. */
export const stockStepIdOfDocument = (document: Pick<StockDocument, 'id' | 'route'>): string =>
  `${document.id}/${stockOwnerOf(document.route) === 'forstok' ? 'forstok.stock' : 'accurate.adjustment'}`
