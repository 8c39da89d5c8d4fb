import { z } from 'zod'

/** How a receipt was paid. Documented for purchase payments, taken to hold for receipts. */
export const PAYMENT_METHODS = [
  'BANK_CHEQUE',
  'BANK_TRANSFER',
  'CASH_OTHER',
  'EDC',
  'OTHERS',
  'PAYMENT_LINK',
  'QRIS',
  'VIRTUAL_ACCOUNT',
] as const

const customerSchema = z.object({
  id: z.number().int(),
  customerNo: z.string(),
  name: z.string(),
  mobilePhone: z.string().nullable(),
  email: z.string().nullable(),
})
export type AccurateCustomer = z.infer<typeof customerSchema>

const invoiceLineSchema = z.object({
  id: z.number().int(),
  itemNo: z.string(),
  quantity: z.number(),
  unitPrice: z.number(),
  itemDiscPercent: z.string().nullable(),
  itemCashDiscount: z.number(),
  /** What the line adds to the invoice, after its discount. */
  amount: z.number(),
  /** The company's one tax holds for it; false in files of before there was one. */
  usesTax: z.boolean().default(false),
  warehouseName: z.string(),
  detailName: z.string().nullable(),
  detailNotes: z.string().nullable(),
})
export type AccurateInvoiceLine = z.infer<typeof invoiceLineSchema>

const expenseSchema = z.object({
  id: z.number().int(),
  accountNo: z.string(),
  expenseName: z.string().nullable(),
  amount: z.number(),
})
export type AccurateExpense = z.infer<typeof expenseSchema>

/** What makes up the amount of an invoice or a return. */
const amountFields = {
  inclusiveTax: z.boolean(),
  taxable: z.boolean(),
  cashDiscount: z.number(),
  cashDiscPercent: z.string().nullable(),
  charFields: z.record(z.string(), z.string()),
  lines: z.array(invoiceLineSchema),
  expenses: z.array(expenseSchema),
  subTotal: z.number(),
}

const invoiceSchema = z.object({
  id: z.number().int(),
  number: z.string(),
  customerNo: z.string(),
  transDate: z.string(),
  description: z.string().nullable(),
  poNumber: z.string().nullable(),
  ...amountFields,
  taxAmount: z.number().default(0),
  totalAmount: z.number(),
})
export type AccurateInvoice = z.infer<typeof invoiceSchema>

/** What a return may refer to. */
export const RETURN_TYPES = ['INVOICE', 'INVOICE_DP', 'DELIVERY', 'NO_INVOICE'] as const

const returnSchema = z.object({
  id: z.number().int(),
  number: z.string(),
  returnType: z.enum(RETURN_TYPES),
  invoiceNumber: z.string().nullable(),
  customerNo: z.string(),
  transDate: z.string(),
  taxDate: z.string(),
  description: z.string().nullable(),
  ...amountFields,
  taxAmount: z.number(),
  totalAmount: z.number(),
})
export type AccurateReturn = z.infer<typeof returnSchema>

export const ADJUSTMENT_TYPES = ['ADJUSTMENT_IN', 'ADJUSTMENT_OUT'] as const

const adjustmentSchema = z.object({
  id: z.number().int(),
  number: z.string(),
  transDate: z.string(),
  accountNo: z.string().nullable(),
  description: z.string().nullable(),
  rows: z.array(
    z.object({
      id: z.number().int(),
      itemNo: z.string(),
      type: z.enum(ADJUSTMENT_TYPES),
      quantity: z.number(),
      warehouseName: z.string(),
    }),
  ),
})
export type AccurateAdjustment = z.infer<typeof adjustmentSchema>

/** `invoiceNo` of a row may also be the number of a return: its amount is then below zero. */
const receiptSchema = z.object({
  id: z.number().int(),
  number: z.string(),
  customerNo: z.string(),
  bankNo: z.string(),
  transDate: z.string(),
  chequeAmount: z.number(),
  chequeNo: z.string().nullable(),
  chequeDate: z.string(),
  paymentMethod: z.enum(PAYMENT_METHODS).nullable(),
  description: z.string().nullable(),
  invoices: z.array(
    z.object({
      id: z.number().int(),
      invoiceNo: z.string(),
      paymentAmount: z.number(),
      discounts: z.array(z.object({ accountNo: z.string(), amount: z.number(), notes: z.string().nullable() })),
    }),
  ),
})
export type AccurateReceipt = z.infer<typeof receiptSchema>

/** Everything that can happen to Accurate's simulator, as its log keeps it. Times are epoch milliseconds. */
export const accurateEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('customer-saved'), atMs: z.number(), customer: customerSchema }),
  z.object({ type: z.literal('invoice-saved'), atMs: z.number(), invoice: invoiceSchema }),
  z.object({ type: z.literal('receipt-saved'), atMs: z.number(), receipt: receiptSchema }),
  z.object({ type: z.literal('return-saved'), atMs: z.number(), salesReturn: returnSchema }),
  z.object({ type: z.literal('adjustment-saved'), atMs: z.number(), adjustment: adjustmentSchema }),
])
export type AccurateEvent = z.infer<typeof accurateEventSchema>
