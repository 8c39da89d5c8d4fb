import { z } from 'zod'
import { LARGEST_RUPIAH } from '../../../shared/domain/money.ts'
import { failure, type Result, success } from '../../../shared/domain/result.ts'
import { accurateDateOf } from './accurate-clock.ts'
import { type AccurateEvent, RETURN_TYPES } from './accurate-events.ts'
import {
  amountRequestFields,
  charFieldsOf,
  documentTotals,
  expensesOf,
  rowErrors,
  rowOf,
  rowRequestSchema,
  type RowRequest,
} from './accurate-rows.ts'
import type { AccurateRefusal } from './accurate-save-invoice.ts'
import type { AccurateState } from './accurate-state.ts'
import {
  optionalDate,
  optionalNumber,
  optionalText,
  optionalWord,
  requiredDate,
  requiredList,
  requiredText,
  roundAccurate,
  wordsOfIssues,
} from './accurate-values.ts'
import { freeNumber } from './free-number.ts'
import { branchErrors, customerErrors } from './name-errors.ts'

const returnRequestSchema = z.object({
  id: optionalNumber,
  customerNo: requiredText,
  detailItem: requiredList(rowRequestSchema),
  returnType: optionalWord(RETURN_TYPES),
  invoiceNumber: optionalText,
  transDate: optionalDate,
  taxDate: requiredDate,
  number: optionalText,
  branchName: optionalText,
  description: optionalText,
  ...amountRequestFields,
})

/**
 * What saving a return does. The specification marks `taxDate` as required. The words for a number that is taken and for
 * more than was invoiced are assumed; nobody has recorded them.
 */
export const decideSaveReturn = (
  state: AccurateState,
  body: unknown,
  atMs: number,
): Result<AccurateEvent & { readonly type: 'return-saved' }, AccurateRefusal> => {
  const parsed = returnRequestSchema.safeParse(body)
  if (!parsed.success) return failure(wordsOfIssues(parsed.error))
  const request = parsed.data
  const { returnType, invoiceNumber } = request
  if (request.id !== null) return failure(['Retur Penjualan tidak tepat'])
  if (returnType === null) return failure(['returnType harus diisi'])
  if (returnType === 'INVOICE' && invoiceNumber === null) return failure(['invoiceNumber harus diisi'])
  const errors = [
    ...customerErrors(state, request.customerNo),
    ...branchErrors(request.branchName),
    ...rowErrors(state, request.detailItem, request.detailExpense),
    ...(returnType === 'INVOICE' && state.invoices.get(invoiceNumber ?? '')?.invoice.customerNo !== request.customerNo
      ? [`Faktur Penjualan ${invoiceNumber ?? ''} tidak ditemukan atau sudah dihapus`]
      : []),
  ]
  if (errors.length > 0) return failure(errors)
  const transDate = request.transDate ?? accurateDateOf(atMs)
  const number = request.number ?? freeNumber('SR', transDate, state.returns)
  if (state.returns.has(number)) return failure([`Sudah ada data lain dengan No Retur "${number}"`])
  if (returnType === 'INVOICE' && invoiceNumber !== null) {
    const tooMany = beyondInvoice(state, invoiceNumber, request.detailItem)
    if (tooMany.length > 0) return failure(tooMany)
  }

  const id = state.nextId
  const lines = request.detailItem.map((row, index) => rowOf(row, id + 1 + index))
  const expenses = expensesOf(request.detailExpense, id + 1 + lines.length)
  const { customerNo, description, cashDiscPercent, cashDiscount, taxDate } = request
  const [taxable, inclusiveTax] = [request.taxable ?? false, request.inclusiveTax ?? false]
  const totals = documentTotals(lines, expenses, { cashDiscount, cashDiscPercent, taxable, inclusiveTax })
  if (Math.abs(totals.totalAmount) > LARGEST_RUPIAH) return failure(['Nilai angka terlalu besar'])
  return success({
    type: 'return-saved',
    atMs,
    salesReturn: {
      id,
      number,
      returnType,
      invoiceNumber,
      customerNo,
      transDate,
      taxDate,
      description,
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

const sumByItem = (
  rows: readonly { readonly itemNo: string; readonly quantity: number | null }[],
): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const { itemNo, quantity } of rows) sums.set(itemNo, roundAccurate((sums.get(itemNo) ?? 0) + (quantity ?? 1)))
  return sums
}

const beyondInvoice = (state: AccurateState, invoiceNumber: string, rows: readonly RowRequest[]): readonly string[] => {
  const invoiced = sumByItem(state.invoices.get(invoiceNumber)?.invoice.lines ?? [])
  const earlier = [...state.returns.values()].flatMap(({ salesReturn }) =>
    salesReturn.invoiceNumber === invoiceNumber ? salesReturn.lines : [],
  )
  const returned = sumByItem([...earlier, ...rows])
  return [...sumByItem(rows).keys()].flatMap((itemNo) =>
    (returned.get(itemNo) ?? 0) > (invoiced.get(itemNo) ?? 0)
      ? [`Kuantitas retur barang ${itemNo} melebihi kuantitas faktur "${invoiceNumber}"`]
      : [],
  )
}
