import { z } from 'zod'
import { rupiahSchema } from './money.ts'
import { salesRouteSchema } from './sales-route.ts'

export const tenderMethodSchema = z.enum(['cash', 'qris', 'card', 'transfer'])
export type TenderMethod = z.infer<typeof tenderMethodSchema>
export const TENDER_METHODS: readonly TenderMethod[] = tenderMethodSchema.options

/** One payment in a sale. `amount` is what the buyer handed over, `applied` what of it pays the sale (they differ by the change, cash only). */
export const tenderSchema = z.object({
  method: tenderMethodSchema,
  amount: rupiahSchema,
  applied: rupiahSchema,
  reference: z.string().nullable(),
})
export type Tender = z.infer<typeof tenderSchema>

/** One row of the basket, frozen at payment: a later change of the catalogue never changes it. */
export const saleLineSchema = z.object({
  sku: z.string().min(1),
  name: z.string().min(1),
  barcode: z.string().nullable(),
  quantity: z.number().int().positive(),
  regularPrice: rupiahSchema,
  unitPrice: rupiahSchema,
  amount: rupiahSchema,
})
export type SaleLine = z.infer<typeof saleLineSchema>

/** Where a delivery goes. Forstok requires every part of the address. */
export const deliverySchema = z.object({
  recipientName: z.string().min(1),
  phone: z.string().min(1),
  address: z.string().min(1),
  province: z.string().min(1),
  city: z.string().min(1),
  district: z.string().min(1),
  subDistrict: z.string().min(1),
  postalCode: z.string().regex(/^\d{5}$/),
  courier: z.string().min(1),
  /** The courier's AWB (resi); null when the counter of the courier issues it later. */
  awb: z.string().min(1).nullable(),
  note: z.string(),
})
export type Delivery = z.infer<typeof deliverySchema>

/** The shop as it stands on the receipt and as sender on the label. */
export const shopSchema = z.object({
  name: z.string().min(1),
  address: z.array(z.string()).readonly(),
  phone: z.string(),
})
export type Shop = z.infer<typeof shopSchema>

/** A paid, fully priced sale before the journal has given it its number. */
export const unnumberedSaleSchema = z.object({
  id: z.uuid(),
  register: z.string().regex(/^[A-Z0-9]{1,6}$/),
  cashier: z.string().min(1),
  kind: z.enum(['walk-in', 'delivery']),
  openedAtMs: z.number().int(),
  paidAtMs: z.number().int(),
  /** Minutes east of UTC of the register: 420 WIB, 480 WITA, 540 WIT. */
  utcOffsetMinutes: z.number().int(),
  shop: shopSchema,
  lines: z.array(saleLineSchema).min(1).readonly(),
  total: rupiahSchema,
  tenders: z.array(tenderSchema).readonly(),
  change: rupiahSchema,
  delivery: deliverySchema.nullable(),
  note: z.string(),
  route: salesRouteSchema,
})
export type UnnumberedSale = z.infer<typeof unnumberedSaleSchema>

/** A sale: paid, priced, numbered. */
export const saleSchema = unnumberedSaleSchema.extend({ number: z.string().min(1) })
export type Sale = z.infer<typeof saleSchema>
