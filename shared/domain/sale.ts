import { z } from 'zod'
import { approvalSchema } from './approval.ts'
import { discountSchema } from './discount.ts'
import { componentSchema } from './item.ts'
import { rupiahSchema, ZERO_RUPIAH } from './money.ts'
import { permissionSchema } from './permission.ts'
import { quantitySchema } from './quantity.ts'
import { salesRouteSchema } from './sales-route.ts'
import { saleTaxSchema } from './tax.ts'

export const tenderMethodSchema = z.enum(['cash', 'qris', 'card', 'transfer', 'deposit'])
export type TenderMethod = z.infer<typeof tenderMethodSchema>
export const TENDER_METHODS: readonly TenderMethod[] = tenderMethodSchema.options

/**
 * One payment in a sale. `amount` is what the buyer handed over, `applied` what of it pays the sale (they differ by the
 * change, cash only). Both are below zero for money that goes back to the buyer.
 */
export const tenderSchema = z.object({
  method: tenderMethodSchema,
  amount: rupiahSchema,
  applied: rupiahSchema,
  reference: z.string().nullable(),
  /** False for a QRIS payment that nobody had seen arrive when the sale was paid. */
  isConfirmed: z.boolean().default(true),
})
export type Tender = z.infer<typeof tenderSchema>

/** What came back of a line of an earlier sale. `restocked` went back on the shelf; the rest of `received` did not; what was not received is only paid back. */
export const returnedSchema = z.object({
  /** The place of the line in the earlier sale, from 0. */
  lineIndex: z.number().int().nonnegative(),
  received: quantitySchema,
  restocked: quantitySchema,
  reason: z.string().min(1),
})
export type Returned = z.infer<typeof returnedSchema>

/**
 * One row of the basket, frozen at payment: a later change of the catalogue never changes it. For what is sold:
 * amount = unit price x quantity - line discount - basket discount. A line that comes back mirrors its part of the line
 * it came from: quantity and all amounts are below zero, and `returned` is set.
 */
export const saleLineSchema = z.object({
  sku: z.string().min(1),
  name: z.string().min(1),
  barcode: z.string().nullable(),
  quantity: quantitySchema.refine((quantity) => quantity !== 0, { message: 'must not be 0' }),
  soldBy: z.enum(['piece', 'weight']).default('piece'),
  /** The price of the catalogue before any reduction. */
  regularPrice: rupiahSchema,
  /** The selling price: of the catalogue, or what the cashier put in its place. */
  unitPrice: rupiahSchema,
  priceOverride: approvalSchema.nullable().default(null),
  discount: discountSchema.nullable().default(null),
  /** What the line's own discount takes off. */
  lineDiscount: rupiahSchema.default(ZERO_RUPIAH),
  /** The line's share of the basket's discount. */
  basketDiscount: rupiahSchema.default(ZERO_RUPIAH),
  amount: rupiahSchema,
  isTaxed: z.boolean().default(false),
  isTaxIncluded: z.boolean().default(false),
  /** The line's share of the sale's tax base and tax; 0 where no tax is charged. */
  taxBase: rupiahSchema.default(ZERO_RUPIAH),
  tax: rupiahSchema.default(ZERO_RUPIAH),
  components: z.array(componentSchema).readonly().default([]),
  returned: returnedSchema.nullable().default(null),
})
export type SaleLine = z.infer<typeof saleLineSchema>

/** The earlier sale from which goods come back. Its return goes where it went. */
export const returnOfSchema = z.object({
  saleId: z.uuid(),
  number: z.string().min(1),
  kind: z.enum(['walk-in', 'delivery']),
  route: salesRouteSchema,
})
export type ReturnOf = z.infer<typeof returnOfSchema>

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
  /** The seller's tax number as registered; printed only by shops that charge PPN. */
  npwp: z.string().default(''),
})
export type Shop = z.infer<typeof shopSchema>

/** Something in a sale that may be kept to supervisors, and who allowed it. */
export const saleApprovalSchema = z.object({ permission: permissionSchema, approval: approvalSchema })
export type SaleApproval = z.infer<typeof saleApprovalSchema>

/**
 * A paid, fully priced sale before the journal has given it its number. Always: what the lines come to with their tax,
 * plus rounding = total = tenders - change. A return is a sale whose lines all come back (its total is 0 or below); an
 * exchange has both kinds of lines.
 */
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
  /** The discount on the whole basket as it was given; the lines carry their shares. */
  basketDiscount: discountSchema.nullable().default(null),
  /** The tax of all lines, what comes back taken off; null where none is charged. */
  tax: saleTaxSchema.nullable().default(null),
  /** What fits the cash part to coins in circulation. */
  rounding: rupiahSchema.default(ZERO_RUPIAH),
  total: rupiahSchema,
  tenders: z.array(tenderSchema).readonly(),
  change: rupiahSchema,
  delivery: deliverySchema.nullable(),
  note: z.string(),
  route: salesRouteSchema,
  returnOf: returnOfSchema.nullable().default(null),
  shiftId: z.uuid().nullable().default(null),
  /** Who allowed the sale's discounts and what comes back, in the order in which they were asked. */
  approvals: z.array(saleApprovalSchema).readonly().default([]),
  /** Who allowed selling more than is there, where the shop forbids it. */
  stockApproval: approvalSchema.nullable().default(null),
})
export type UnnumberedSale = z.infer<typeof unnumberedSaleSchema>

/**
 * A sale: paid, priced, numbered. A return's `number` is from the series of returns; an exchange has a number of each
 * series, one for what is sold and `returnNumber` for what comes back.
 */
export const saleSchema = unnumberedSaleSchema.extend({
  number: z.string().min(1),
  returnNumber: z.string().min(1).nullable().default(null),
})
export type Sale = z.infer<typeof saleSchema>
