import { z } from 'zod'
import { failure, type Result, success } from '../../../shared/domain/result.ts'
import { parseAccurateTime } from './accurate-clock.ts'
import { type AccurateEvent, PAYMENT_METHODS } from './accurate-events.ts'
import type { AccurateRefusal } from './accurate-save-invoice.ts'
import { type AccurateState, owedOnReturn, owingOn } from './accurate-state.ts'
import {
  optionalDate,
  optionalFlag,
  optionalList,
  optionalNumber,
  optionalText,
  optionalWord,
  requiredDate,
  requiredList,
  requiredNumber,
  requiredText,
  roundAccurate,
  wordsOfIssues,
} from './accurate-values.ts'
import { freeNumber } from './free-number.ts'
import { bankErrors, branchErrors, customerErrors, discountAccountErrors } from './name-errors.ts'

const paidInvoiceSchema = z.object({
  invoiceNo: requiredText,
  paymentAmount: requiredNumber,
  detailDiscount: optionalList(
    z.object({ accountNo: requiredText, amount: requiredNumber, discountNotes: optionalText }),
  ),
})
type PaidInvoice = z.infer<typeof paidInvoiceSchema>

const receiptRequestSchema = z.object({
  id: optionalNumber,
  bankNo: requiredText,
  chequeAmount: requiredNumber,
  customerNo: requiredText,
  transDate: requiredDate,
  detailInvoice: requiredList(paidInvoiceSchema),
  chequeDate: optionalDate,
  chequeNo: optionalText,
  number: optionalText,
  branchName: optionalText,
  paymentMethod: optionalWord(PAYMENT_METHODS),
  description: optionalText,
  passValidateInvoiceDate: optionalFlag,
})
type ReceiptRequest = z.infer<typeof receiptRequestSchema>

/**
 * What saving a receipt does. A number that exists is refused before the invoice's debt is looked at, so that a receipt
 * sent twice is told apart from an overpayment. Changing a saved receipt (`id`) is not part of the simulator.
 */
export const decideSaveReceipt = (
  state: AccurateState,
  body: unknown,
  atMs: number,
): Result<AccurateEvent & { readonly type: 'receipt-saved' }, AccurateRefusal> => {
  const parsed = receiptRequestSchema.safeParse(body)
  if (!parsed.success) return failure(wordsOfIssues(parsed.error))
  const request = parsed.data
  if (request.id !== null) return failure(['Penerimaan Penjualan tidak tepat'])
  const number = request.number ?? freeNumber('CR', request.transDate, state.receipts)
  const checks = [
    () => nameErrors(state, request),
    () => (state.receipts.has(number) ? [`Sudah ada data lain dengan No Bukti "${number}"`] : []),
    () => dateErrors(state, request),
    () => signErrors(state, request),
    () => amountErrors(state, request),
  ]
  for (const check of checks) {
    const errors = check()
    if (errors.length > 0) return failure(errors)
  }
  const id = state.nextId
  return success({
    type: 'receipt-saved',
    atMs,
    receipt: {
      id,
      number,
      customerNo: request.customerNo,
      bankNo: request.bankNo,
      transDate: request.transDate,
      chequeAmount: request.chequeAmount,
      chequeNo: request.chequeNo,
      chequeDate: request.chequeDate ?? request.transDate,
      paymentMethod: request.paymentMethod,
      description: request.description,
      invoices: request.detailInvoice.map((paid, index) => ({
        id: id + 1 + index,
        invoiceNo: paid.invoiceNo,
        paymentAmount: paid.paymentAmount,
        discounts: paid.detailDiscount.map(({ accountNo, amount, discountNotes }) => ({
          accountNo,
          amount,
          notes: discountNotes,
        })),
      })),
    },
  })
}

/** The customer of what a row settles, an invoice or a return. */
const customerOf = (state: AccurateState, number: string): string | undefined =>
  (state.invoices.get(number)?.invoice ?? state.returns.get(number)?.salesReturn)?.customerNo

/** An invoice of another customer cannot be picked in Accurate, so it counts as not found. */
const nameErrors = (state: AccurateState, request: ReceiptRequest): AccurateRefusal => [
  ...bankErrors(request.bankNo),
  ...customerErrors(state, request.customerNo),
  ...branchErrors(request.branchName),
  ...request.detailInvoice.flatMap((paid) =>
    customerOf(state, paid.invoiceNo) === request.customerNo
      ? []
      : [`Faktur Penjualan ${paid.invoiceNo} tidak ditemukan atau sudah dihapus`],
  ),
  ...request.detailInvoice.flatMap((paid) =>
    paid.detailDiscount.flatMap((discount) => discountAccountErrors(discount.accountNo)),
  ),
]

const dateErrors = (state: AccurateState, request: ReceiptRequest): AccurateRefusal => {
  if (request.passValidateInvoiceDate === true) return []
  const paidAtMs = parseAccurateTime(request.transDate) ?? 0
  return request.detailInvoice.flatMap((paid) => {
    const settled = state.invoices.get(paid.invoiceNo)?.invoice ?? state.returns.get(paid.invoiceNo)?.salesReturn
    const invoicedAtMs = parseAccurateTime(settled?.transDate ?? '') ?? 0
    return paidAtMs < invoicedAtMs
      ? [`Tanggal transaksi tidak dapat lebih kecil dari tanggal faktur "${paid.invoiceNo}"`]
      : []
  })
}

/**
 * A row is above zero against an invoice and below zero against a return, never the other way round: how the API takes
 * the latter is inferred from Accurate's screens, and so are these words.
 */
const signErrors = (state: AccurateState, request: ReceiptRequest): AccurateRefusal =>
  request.detailInvoice.every((paid) =>
    state.invoices.has(paid.invoiceNo) ? paid.paymentAmount >= 0 : paid.paymentAmount < 0 && settledBy(paid) < 0,
  )
    ? []
    : ['Nilai Pembayaran tidak tepat']

const amountErrors = (state: AccurateState, request: ReceiptRequest): AccurateRefusal => {
  const settledByInvoice = new Map<string, number>()
  for (const paid of request.detailInvoice) {
    const before = settledByInvoice.get(paid.invoiceNo) ?? 0
    settledByInvoice.set(paid.invoiceNo, roundAccurate(before + settledBy(paid)))
  }
  const overpaid = [...settledByInvoice].filter(([invoiceNo, settled]) => {
    const held = state.invoices.get(invoiceNo)
    const salesReturn = state.returns.get(invoiceNo)
    if (held !== undefined) return settled > owingOn(held)
    return salesReturn !== undefined && -settled > owedOnReturn(salesReturn)
  })
  if (overpaid.length > 0) {
    return overpaid.map(([invoiceNo]) => `Pembayaran faktur "${invoiceNo}" melebihi nilai piutang fakturnya`)
  }
  const payments = roundAccurate(request.detailInvoice.reduce((sum, paid) => sum + paid.paymentAmount, 0))
  const isTooLittle = request.chequeAmount < payments || (payments < 0 && request.chequeAmount !== payments)
  return isTooLittle ? ['Nilai Pembayaran tidak mencukupi untuk melunasi pembayaran!'] : []
}

const settledBy = (paid: PaidInvoice): number =>
  paid.detailDiscount.reduce((sum, discount) => sum + discount.amount, paid.paymentAmount)
