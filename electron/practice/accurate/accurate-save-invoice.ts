import { z } from 'zod'
import { LARGEST_RUPIAH } from '../../../shared/domain/money.ts'
import { failure, type Result, success } from '../../../shared/domain/result.ts'
import { accurateDateOf } from './accurate-clock.ts'
import type { AccurateEvent } from './accurate-events.ts'
import {
  amountRequestFields,
  charFieldsOf,
  documentTotals,
  expensesOf,
  rowErrors,
  rowOf,
  rowRequestSchema,
} from './accurate-rows.ts'
import type { AccurateState } from './accurate-state.ts'
import {
  optionalDate,
  optionalNumber,
  optionalText,
  requiredList,
  requiredText,
  wordsOfIssues,
} from './accurate-values.ts'
import { freeNumber } from './free-number.ts'
import { branchErrors, customerErrors } from './name-errors.ts'

/** The words of a refusal, as they stand in `d`. */
export type AccurateRefusal = readonly string[]

const invoiceRequestSchema = z.object({
  id: optionalNumber,
  customerNo: requiredText,
  detailItem: requiredList(rowRequestSchema),
  transDate: optionalDate,
  number: optionalText,
  branchName: optionalText,
  description: optionalText,
  poNumber: optionalText,
  ...amountRequestFields,
})

/** What saving an invoice does. Stock never refuses a sale. Changing a saved invoice (`id`) is not part of the simulator. */
export const decideSaveInvoice = (
  state: AccurateState,
  body: unknown,
  atMs: number,
): Result<AccurateEvent & { readonly type: 'invoice-saved' }, AccurateRefusal> => {
  const parsed = invoiceRequestSchema.safeParse(body)
  if (!parsed.success) return failure(wordsOfIssues(parsed.error))
  const request = parsed.data
  if (request.id !== null) return failure(['Faktur Penjualan tidak tepat'])
  const errors = [
    ...customerErrors(state, request.customerNo),
    ...branchErrors(request.branchName),
    ...rowErrors(state, request.detailItem, request.detailExpense),
  ]
  if (errors.length > 0) return failure(errors)
  const transDate = request.transDate ?? accurateDateOf(atMs)
  const number = request.number ?? freeNumber('SI', transDate, state.invoices)
  if (state.invoices.has(number)) return failure([`Sudah ada data lain dengan No Faktur "${number}"`])

  const id = state.nextId
  const lines = request.detailItem.map((row, index) => rowOf(row, id + 1 + index))
  const expenses = expensesOf(request.detailExpense, id + 1 + lines.length)
  const { customerNo, description, poNumber, cashDiscPercent, cashDiscount } = request
  const [taxable, inclusiveTax] = [request.taxable ?? false, request.inclusiveTax ?? false]
  const totals = documentTotals(lines, expenses, { cashDiscount, cashDiscPercent, taxable, inclusiveTax })
  if (Math.abs(totals.totalAmount) > LARGEST_RUPIAH) return failure(['Nilai angka terlalu besar'])
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
      inclusiveTax,
      taxable,
      cashDiscPercent,
      charFields: charFieldsOf(body),
      lines,
      expenses: [...expenses],
      ...totals,
    },
  })
}
