import { z } from 'zod'
import { wireAmountSchema, wireIdSchema, wireTextSchema } from './wire.ts'

/** Every answer: `s` says whether it worked, `d` holds the data or the messages, `r` the saved record, `sp` the paging. */
export const accurateEnvelopeSchema = z.object({
  s: z.boolean(),
  d: z.unknown(),
  r: z.unknown().optional(),
  /** Null where it is not told: the answer then stands for all there is. */
  sp: z.object({ pageCount: z.number().int() }).nullish().catch(null),
})
export type AccurateEnvelope = z.infer<typeof accurateEnvelopeSchema>

/** `{"error":"invalid_token"}` and its kind (401, 403). */
export const accurateOauthErrorSchema = z.object({ error: z.string(), error_description: z.string().nullish() })

const hostSchema = z.object({ host: z.string().min(1) })
/** Answer of api-token.do. The official text prints the key as "data usaha", working clients read `database`: both are taken. */
export const accurateApiTokenSchema = z
  .object({ database: hostSchema.optional(), 'data usaha': hostSchema.optional() })
  .transform((answer, context) => {
    const database = answer.database ?? answer['data usaha']
    if (database !== undefined) return database.host
    context.addIssue({ code: 'custom', message: 'api-token.do gave no database host' })
    return z.NEVER
  })

export const accurateWarehouseSchema = z.object({
  id: wireIdSchema,
  name: z.string(),
  suspended: z.boolean().nullish(),
  defaultWarehouse: z.boolean().nullish(),
  scrapWarehouse: z.boolean().nullish(),
})
export type AccurateWarehouse = z.infer<typeof accurateWarehouseSchema>

export const accurateAccountSchema = z.object({ id: wireIdSchema, no: wireTextSchema, name: z.string() })
export type AccurateAccount = z.infer<typeof accurateAccountSchema>

export const accurateCustomerSchema = z.object({ id: wireIdSchema, customerNo: wireTextSchema, name: z.string() })
export type AccurateCustomer = z.infer<typeof accurateCustomerSchema>

/** A part that only helps to compare: one that cannot be read is as one that is not shown. */
const customerReferenceSchema = z.object({ customerNo: wireTextSchema.nullish() }).nullish().catch(null)

const invoiceRowSchema = z.object({
  quantity: wireAmountSchema,
  unitPrice: wireAmountSchema,
  itemCashDiscount: wireAmountSchema.nullish(),
  /** Stacked percents as text; a row that has one is not added up here. */
  itemDiscPercent: z.union([z.literal(''), z.literal('0'), z.literal(0)]).nullish(),
})

const expenseSchema = z.object({ expenseAmount: wireAmountSchema })

/** A sales invoice as save.do's `r` and detail.do's `d` carry it; a sales return looks the same. */
export const accurateInvoiceSchema = z.object({
  id: wireIdSchema,
  number: z.string(),
  totalAmount: wireAmountSchema.nullish(),
  cashDiscount: wireAmountSchema.nullish().catch(null),
  inclusiveTax: z.boolean().nullish().catch(null),
  taxable: z.boolean().nullish().catch(null),
  detailExpense: z.array(expenseSchema).nullish().catch(null),
  /** The id of the sale that made it; null when it was made by hand, or where the company shows no such field. */
  charField1: wireTextSchema.nullish().catch(null),
  /** What is owed for it; stands in detail.do alone. */
  primeOwing: wireAmountSchema.nullish().catch(null),
  detailItem: z.array(invoiceRowSchema).nullish().catch(null),
  customer: customerReferenceSchema,
})

/** Without the noise of binary fractions, and without a zero below zero. */
const toThousandth = (amount: number): number => Math.round(amount * 1_000) / 1_000 + 0

/**
 * What an invoice or a return comes to as Accurate shows it: its total, its rows and expenses added up, or, where nobody has
 * paid yet, what is owed; null when it shows none. Rows that carry tax on top are not added up.
 */
export const accurateInvoiceTotal = (invoice: z.infer<typeof accurateInvoiceSchema>): number | null => {
  const { totalAmount, primeOwing, detailItem, detailExpense, cashDiscount, taxable, inclusiveTax } = invoice
  const hasTaxOnTop = taxable === true && inclusiveTax !== true
  const rows =
    detailItem === null || detailItem === undefined || detailItem.length === 0 || hasTaxOnTop
      ? null
      : detailItem.reduce((sum, row) => sum + row.quantity * row.unitPrice - (row.itemCashDiscount ?? 0), 0) +
        (detailExpense ?? []).reduce((sum, expense) => sum + expense.expenseAmount, 0) -
        (cashDiscount ?? 0)
  return totalAmount ?? (rows === null ? null : toThousandth(rows)) ?? primeOwing ?? null
}

/** A sales receipt as save.do's `r` and detail.do's `d` carry it. */
export const accurateReceiptSchema = z.object({
  id: wireIdSchema,
  number: z.string(),
  chequeAmount: wireAmountSchema.nullish(),
  detailInvoice: z
    .array(z.object({ paymentAmount: wireAmountSchema }))
    .nullish()
    .catch(null),
  customer: customerReferenceSchema,
})

/** What a receipt pays as Accurate shows it, else what its invoices got of it; null when it shows neither. */
export const accurateReceiptTotal = (receipt: z.infer<typeof accurateReceiptSchema>): number | null => {
  const { chequeAmount, detailInvoice } = receipt
  const paid =
    detailInvoice === null || detailInvoice === undefined || detailInvoice.length === 0
      ? null
      : detailInvoice.reduce((sum, row) => sum + row.paymentAmount, 0)
  return chequeAmount ?? paid
}

/** An item adjustment as save.do's `r` and detail.do's `d` carry it: it has no amount of its own to compare. */
export const accurateAdjustmentSchema = z.object({
  id: wireIdSchema,
  number: z.string(),
  description: z.string().nullish().catch(null),
})

/** A row of a list of documents. */
export const accurateNumberSchema = z.object({ number: z.string() })

/** Answer of item/get-stock.do. */
export const accurateStockSchema = z.object({ availableStock: wireAmountSchema })

/** The messages in `d`, as one text. */
export const accurateMessage = (envelope: AccurateEnvelope): string => {
  const messages = z.union([z.array(z.string()), z.string().transform((text) => [text])]).safeParse(envelope.d)
  return messages.success && messages.data.length > 0 ? messages.data.join('; ') : 'Accurate gave no message'
}
