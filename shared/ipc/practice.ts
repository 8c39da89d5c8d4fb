import { z } from 'zod'
import { rupiahSchema, ZERO_RUPIAH } from '../domain/money.ts'

/** Faults of one practice service. Counts fall by one with each use, so that tests and trainers can ask for exactly one. */
export const serviceFaultsSchema = z.object({
  /** The line is cut: connections are refused. */
  isCut: z.boolean(),
  /** Every answer takes this much longer. */
  delayMs: z.number().int().min(0).max(120_000),
  /** 0..1: this share of writes commits and then loses the answer (the connection is reset). */
  loseAnswerShare: z.number().min(0).max(1),
  /** The next n writes commit and lose their answer. */
  loseNextAnswers: z.number().int().min(0),
  /** The next n requests get 503 without effect. */
  failNextWith5xx: z.number().int().min(0),
  /** The next n requests get 429. */
  failNextWith429: z.number().int().min(0),
  /** Every request gets 401 while on. */
  refusesCredentials: z.boolean(),
  /** The next n answers are written twice on the connection. */
  answerTwiceNext: z.number().int().min(0),
})
export type ServiceFaults = z.infer<typeof serviceFaultsSchema>

export const NO_FAULTS: ServiceFaults = {
  isCut: false,
  delayMs: 0,
  loseAnswerShare: 0,
  loseNextAnswers: 0,
  failNextWith5xx: 0,
  failNextWith429: 0,
  refusesCredentials: false,
  answerTwiceNext: 0,
}

export const practiceFaultsSchema = z.object({ forstok: serviceFaultsSchema, accurate: serviceFaultsSchema })
export type PracticeFaults = z.infer<typeof practiceFaultsSchema>

/** An order as Forstok's simulator holds it. */
export const heldOrderSchema = z.object({
  id: z.string(),
  reference: z.string(),
  status: z.string(),
  customerName: z.string(),
  createdAtMs: z.number().int(),
  lines: z.array(z.object({ sku: z.string(), quantity: z.number().int(), amount: rupiahSchema })).readonly(),
  total: rupiahSchema,
})
export type HeldOrder = z.infer<typeof heldOrderSchema>

/** An invoice as Accurate's simulator holds it, with the receipts that pay it. */
export const heldInvoiceSchema = z.object({
  id: z.string(),
  number: z.string(),
  customerNo: z.string(),
  transDate: z.string(),
  lines: z.array(z.object({ sku: z.string(), quantity: z.number(), amount: rupiahSchema })).readonly(),
  total: rupiahSchema,
  outstanding: rupiahSchema,
  /** What its receipts wrote off: cash that was rounded down. `total - discounted` is what the buyer was charged. */
  discounted: rupiahSchema,
  receipts: z.array(z.object({ number: z.string(), bankNo: z.string(), amount: rupiahSchema })).readonly(),
})
export type HeldInvoice = z.infer<typeof heldInvoiceSchema>

export const heldStockSchema = z.object({
  sku: z.string(),
  onHand: z.number().int(),
  reserved: z.number().int(),
  available: z.number().int(),
})
export type HeldStock = z.infer<typeof heldStockSchema>

/** A return as Accurate's simulator holds it, amounts above zero, with the receipts that gave its money back. */
export const heldReturnSchema = z.object({
  id: z.string(),
  number: z.string(),
  /** The invoice from which the goods come back. */
  invoiceNumber: z.string().nullable(),
  customerNo: z.string(),
  transDate: z.string(),
  lines: z
    .array(z.object({ sku: z.string(), quantity: z.number(), amount: rupiahSchema, warehouseName: z.string() }))
    .readonly(),
  total: rupiahSchema,
  /** What was neither given back nor set off against another invoice. */
  outstanding: rupiahSchema,
  refunds: z.array(z.object({ number: z.string(), bankNo: z.string(), amount: rupiahSchema })).readonly(),
})
export type HeldReturn = z.infer<typeof heldReturnSchema>

/** What Accurate's simulator holds beside invoices: returns, adjustments, stock, and the sums to compare with the till's. */
export const accurateBooksSchema = z.object({
  returns: z.array(heldReturnSchema).readonly(),
  adjustments: z
    .array(
      z.object({
        number: z.string(),
        lines: z.array(z.object({ sku: z.string(), quantity: z.number(), warehouseName: z.string() })).readonly(),
      }),
    )
    .readonly(),
  stock: z.array(z.object({ sku: z.string(), warehouseName: z.string(), quantity: z.number() })).readonly(),
  sums: z.object({
    /** Of all invoices, less what their receipts wrote off. */
    invoiced: rupiahSchema,
    returned: rupiahSchema,
    /** Money in and money out; what only sets a return off against an invoice is neither. */
    received: rupiahSchema,
    refunded: rupiahSchema,
    /** Cash rounding, signed as the till's: above zero in the shop's favour. */
    rounding: rupiahSchema,
  }),
})
export type AccurateBooks = z.infer<typeof accurateBooksSchema>

/** The books of a company that has sold nothing. */
export const EMPTY_BOOKS: AccurateBooks = {
  returns: [],
  adjustments: [],
  stock: [],
  sums: {
    invoiced: ZERO_RUPIAH,
    returned: ZERO_RUPIAH,
    received: ZERO_RUPIAH,
    refunded: ZERO_RUPIAH,
    rounding: ZERO_RUPIAH,
  },
}

/** Everything both practice services hold, newest first. */
export const practiceHoldingsSchema = z.object({
  orders: z.array(heldOrderSchema).readonly(),
  invoices: z.array(heldInvoiceSchema).readonly(),
  stock: z.array(heldStockSchema).readonly(),
  books: accurateBooksSchema,
})
export type PracticeHoldings = z.infer<typeof practiceHoldingsSchema>
