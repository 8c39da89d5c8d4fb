import type { z } from 'zod'
import {
  accurateAdjustmentSchema,
  accurateInvoiceSchema,
  accurateInvoiceTotal,
  accurateReceiptSchema,
  accurateReceiptTotal,
} from '../../../shared/api/accurate.ts'
import type { Bilingual } from '../../../shared/domain/bilingual.ts'
import { success } from '../../../shared/domain/result.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import type { ClaimedStep } from '../../../shared/domain/step.ts'
import { accurateTotals } from './accurate-totals.ts'
import { BY_HAND } from './accurate-refusals.ts'
import { adjustmentBody, documentIdIn } from './adjustment-mapping.ts'
import { ACCURATE_ENDPOINTS, type AccurateEndpoint } from './endpoints.ts'
import { invoiceBody, type AccurateDirectory, type Body } from './invoice-mapping.ts'
import { offsetNumber, receiptBody, receiptNumber, settleReturnBody } from './receipt-mapping.ts'
import { returnBody, returnNumberOf } from './return-mapping.ts'

/** A saved document in the terms in which it is compared. */
export type HeldDocument = {
  readonly id: string
  readonly number: string
  readonly total: number | null
  readonly customerNo: string | null
  /** The id of the sale that made it, where it says so. */
  readonly marker: string | null
}

/** The document that a step stands for. */
export type DocumentPlan = {
  readonly number: string
  /** What it must come to; null for a document without an amount. */
  readonly total: number | null
  /** The sale's id where the document carries it. */
  readonly marker: string | null
  readonly save: AccurateEndpoint
  readonly read: AccurateEndpoint
  /** Null when there is nothing to send. */
  readonly body: (directory: AccurateDirectory) => Body<object | null>
  readonly schema: z.ZodType<HeldDocument>
  /** What to do about any refusal of a document whose form is inferred; null where refusals speak for themselves. */
  readonly remedy: Bilingual | null
}

const heldInvoiceSchema = accurateInvoiceSchema.transform((invoice) => ({
  id: invoice.id,
  number: invoice.number,
  total: accurateInvoiceTotal(invoice),
  customerNo: invoice.customer?.customerNo ?? null,
  marker: invoice.charField1 ?? null,
}))
const heldReceiptSchema = accurateReceiptSchema.transform((receipt) => ({
  id: receipt.id,
  number: receipt.number,
  total: accurateReceiptTotal(receipt),
  customerNo: receipt.customer?.customerNo ?? null,
  marker: null,
}))
const heldAdjustmentSchema = accurateAdjustmentSchema.transform((adjustment) => ({
  id: adjustment.id,
  number: adjustment.number,
  total: null,
  customerNo: null,
  marker: documentIdIn(adjustment.description ?? ''),
}))

const INVOICE = {
  save: ACCURATE_ENDPOINTS.saveInvoice,
  read: ACCURATE_ENDPOINTS.readInvoice,
  schema: heldInvoiceSchema,
  remedy: null,
}
const RETURN = {
  save: ACCURATE_ENDPOINTS.saveReturn,
  read: ACCURATE_ENDPOINTS.readReturn,
  schema: heldInvoiceSchema,
  remedy: null,
}
const RECEIPT = {
  save: ACCURATE_ENDPOINTS.saveReceipt,
  read: ACCURATE_ENDPOINTS.readReceipt,
  schema: heldReceiptSchema,
  marker: null,
  remedy: null,
}
const ADJUSTMENT = {
  save: ACCURATE_ENDPOINTS.saveAdjustment,
  read: ACCURATE_ENDPOINTS.readAdjustment,
  schema: heldAdjustmentSchema,
  total: null,
  remedy: null,
}

const salePlan = (step: ClaimedStep['step'], sale: Sale): DocumentPlan | null => {
  const totals = accurateTotals(sale)
  if (step.kind === 'accurate.invoice')
    return {
      ...INVOICE,
      number: sale.number,
      total: totals.invoice,
      marker: sale.id,
      body: (names) => invoiceBody(sale, names),
    }
  if (step.kind === 'accurate.return')
    return {
      ...RETURN,
      number: returnNumberOf(sale),
      total: totals.return,
      marker: sale.id,
      body: (names) => returnBody(sale, names),
    }
  if (step.kind === 'accurate.offset')
    return {
      ...RECEIPT,
      number: offsetNumber(sale),
      total: 0,
      body: (names) => (totals.offset === 0 ? success(null) : settleReturnBody(sale, null, names)),
      remedy: BY_HAND.offset,
    }
  const { tenderIndex } = step
  const tender = tenderIndex === null ? undefined : sale.tenders[tenderIndex]
  if (tenderIndex === null || tender === undefined) return null
  const receipt = { ...RECEIPT, number: receiptNumber(sale, tenderIndex), total: tender.applied }
  if (step.kind === 'accurate.receipt') return { ...receipt, body: (names) => receiptBody(sale, tenderIndex, names) }
  if (step.kind === 'accurate.refund')
    return { ...receipt, body: (names) => settleReturnBody(sale, tenderIndex, names), remedy: BY_HAND.refund }
  return null
}

/** The document that a claimed step asks for. Throws for a step that is not Accurate's: that is a bug of the outbox. */
export const planFor = ({ step, subject }: ClaimedStep): DocumentPlan => {
  if (subject.type === 'stock' && step.kind === 'accurate.adjustment') {
    const { document } = subject
    return {
      ...ADJUSTMENT,
      number: document.number,
      marker: document.id,
      body: (names) => adjustmentBody(document, names),
    }
  }
  const plan = subject.type === 'sale' ? salePlan(step, subject.sale) : null
  if (plan === null) throw new Error(`Accurate was given a step that it cannot carry out: ${step.id}`)
  return plan
}
