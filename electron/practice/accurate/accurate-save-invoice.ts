import { z } from 'zod'
import { LARGEST_RUPIAH } from '../../../shared/domain/money.ts'
import { failure, type Result, success } from '../../../shared/domain/result.ts'
import { accurateDateOf } from './accurate-clock.ts'
import type { AccurateEvent, AccurateInvoiceLine } from './accurate-events.ts'
import { freeNumber } from './free-number.ts'
import { accountErrors, branchErrors, customerErrors, itemErrors, unitErrors, warehouseErrors } from './name-errors.ts'
import { DEFAULT_ACCURATE_WAREHOUSE } from './accurate-places.ts'
import type { AccurateState } from './accurate-state.ts'
import {
  lessPercents,
  optionalDate,
  optionalFlag,
  optionalList,
  optionalNumber,
  optionalPercents,
  optionalText,
  requiredList,
  requiredNumber,
  requiredText,
  roundAccurate,
  wordsOfIssues,
} from './accurate-values.ts'

/** The words of a refusal, as they stand in `d`. */
export type AccurateRefusal = readonly string[]

const lineRequestSchema = z.object({
  itemNo: requiredText,
  unitPrice: requiredNumber,
  quantity: optionalNumber,
  itemUnitName: optionalText,
  warehouseName: optionalText,
  itemDiscPercent: optionalPercents,
  itemCashDiscount: optionalNumber,
  detailName: optionalText,
  detailNotes: optionalText,
})
type LineRequest = z.infer<typeof lineRequestSchema>

const CHAR_FIELDS = Array.from({ length: 10 }, (_, index) => `charField${String(index + 1)}`)

const invoiceRequestSchema = z.object({
  id: optionalNumber,
  customerNo: requiredText,
  detailItem: requiredList(lineRequestSchema),
  transDate: optionalDate,
  number: optionalText,
  branchName: optionalText,
  description: optionalText,
  poNumber: optionalText,
  taxable: optionalFlag,
  inclusiveTax: optionalFlag,
  cashDiscount: optionalNumber,
  cashDiscPercent: optionalPercents,
  detailExpense: optionalList(
    z.object({ accountNo: requiredText, expenseAmount: requiredNumber, expenseName: optionalText }),
  ),
})
type InvoiceRequest = z.infer<typeof invoiceRequestSchema>

const charFieldsSchema = z.record(z.string(), z.unknown())

/**
 * What saving an invoice does. The practice company has no tax on its items, so a total is lines - discount + expenses
 * whatever the tax flags say. Stock never refuses a sale. Changing a saved invoice (`id`) is not part of the simulator.
 */
export const decideSaveInvoice = (
  state: AccurateState,
  body: unknown,
  atMs: number,
): Result<AccurateEvent & { readonly type: 'invoice-saved' }, AccurateRefusal> => {
  const parsed = invoiceRequestSchema.safeParse(body)
  if (!parsed.success) return failure(wordsOfIssues(parsed.error))
  const request = parsed.data
  if (request.id !== null) return failure(['Faktur Penjualan tidak tepat'])
  const errors = nameErrors(state, request)
  if (errors.length > 0) return failure(errors)
  const transDate = request.transDate ?? accurateDateOf(atMs)
  const number = request.number ?? freeNumber('SI', transDate, state.invoices)
  if (state.invoices.has(number)) return failure([`Sudah ada data lain dengan No Faktur "${number}"`])

  const id = state.nextId
  const lines = request.detailItem.map((line, index) => lineOf(line, id + 1 + index))
  const expenses = request.detailExpense.map((expense, index) => ({
    id: id + 1 + lines.length + index,
    accountNo: expense.accountNo,
    expenseName: expense.expenseName,
    amount: expense.expenseAmount,
  }))
  const subTotal = sumOf(lines)
  const cashDiscount =
    request.cashDiscPercent === null
      ? (request.cashDiscount ?? 0)
      : roundAccurate(subTotal - lessPercents(subTotal, request.cashDiscPercent))
  const totalAmount = roundAccurate(subTotal - cashDiscount + sumOf(expenses))
  if (Math.abs(totalAmount) > LARGEST_RUPIAH) return failure(['Nilai angka terlalu besar'])
  const { customerNo, description, poNumber, cashDiscPercent } = request
  return success({
    type: 'invoice-saved',
    atMs,
    invoice: {
      id,
      number,
      customerNo,
      transDate,
      description,
      poNumber,
      inclusiveTax: request.inclusiveTax ?? false,
      taxable: request.taxable ?? false,
      cashDiscount,
      cashDiscPercent,
      charFields: charFieldsOf(body),
      lines,
      expenses,
      subTotal,
      totalAmount,
    },
  })
}

/** A line with both kinds of discount loses the rupiah one: Accurate was seen to do so, on a real invoice. */
const lineOf = (line: LineRequest, id: number): AccurateInvoiceLine => {
  const quantity = line.quantity ?? 1
  const itemCashDiscount = line.itemDiscPercent === null ? (line.itemCashDiscount ?? 0) : 0
  const fullAmount = quantity * line.unitPrice
  const amount = line.itemDiscPercent === null ? fullAmount : lessPercents(fullAmount, line.itemDiscPercent)
  return {
    id,
    itemNo: line.itemNo,
    quantity,
    unitPrice: line.unitPrice,
    itemDiscPercent: line.itemDiscPercent,
    itemCashDiscount,
    amount: roundAccurate(amount - itemCashDiscount),
    warehouseName: line.warehouseName ?? DEFAULT_ACCURATE_WAREHOUSE.name,
    detailName: line.detailName,
    detailNotes: line.detailNotes,
  }
}

const nameErrors = (state: AccurateState, request: InvoiceRequest): AccurateRefusal => [
  ...customerErrors(state, request.customerNo),
  ...branchErrors(request.branchName),
  ...itemErrors(
    state,
    request.detailItem.map((line) => line.itemNo),
  ),
  ...warehouseErrors(request.detailItem.map((line) => line.warehouseName)),
  ...unitErrors(request.detailItem.map((line) => line.itemUnitName)),
  ...request.detailExpense.flatMap((expense) => accountErrors(expense.accountNo)),
]

const charFieldsOf = (body: unknown): Record<string, string> => {
  const parsed = charFieldsSchema.safeParse(body)
  if (!parsed.success) return {}
  return Object.fromEntries(
    CHAR_FIELDS.flatMap((name): readonly (readonly [string, string])[] => {
      const value = parsed.data[name]
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  )
}

const sumOf = (rows: readonly { readonly amount: number }[]): number =>
  roundAccurate(rows.reduce((sum, row) => sum + row.amount, 0))
