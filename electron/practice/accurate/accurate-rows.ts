import { z } from 'zod'
import type { AccurateExpense, AccurateInvoiceLine } from './accurate-events.ts'
import { DEFAULT_ACCURATE_WAREHOUSE } from './accurate-places.ts'
import type { AccurateState } from './accurate-state.ts'
import {
  lessPercents,
  optionalFlag,
  optionalList,
  optionalNumber,
  optionalPercents,
  optionalText,
  requiredNumber,
  requiredText,
  roundAccurate,
} from './accurate-values.ts'
import { divideHalfUpMicro, fromMicro, timesMicro, toMicro } from './micro-amount.ts'
import { accountErrors, itemErrors, unitErrors, warehouseErrors } from './name-errors.ts'

/** A row of an invoice or a return, as it is sent. */
export const rowRequestSchema = z.object({
  itemNo: requiredText,
  unitPrice: requiredNumber,
  quantity: optionalNumber,
  itemUnitName: optionalText,
  warehouseName: optionalText,
  itemDiscPercent: optionalPercents,
  itemCashDiscount: optionalNumber,
  useTax1: optionalFlag,
  detailName: optionalText,
  detailNotes: optionalText,
})
export type RowRequest = z.infer<typeof rowRequestSchema>

/** The expenses of an invoice or a return, as they are sent. */
const expensesRequestSchema = optionalList(
  z.object({ accountNo: requiredText, expenseAmount: requiredNumber, expenseName: optionalText }),
)
/** What of an invoice or a return decides its amount, beside its rows. */
export const amountRequestFields = {
  taxable: optionalFlag,
  inclusiveTax: optionalFlag,
  cashDiscount: optionalNumber,
  cashDiscPercent: optionalPercents,
  detailExpense: expensesRequestSchema,
}

type ExpensesRequest = z.infer<typeof expensesRequestSchema>

/** A row with both kinds of discount loses the rupiah one: Accurate was seen to do so, on a real invoice. */
export const rowOf = (row: RowRequest, id: number): AccurateInvoiceLine => {
  const quantity = row.quantity ?? 1
  const itemCashDiscount = row.itemDiscPercent === null ? (row.itemCashDiscount ?? 0) : 0
  const full = timesMicro(toMicro(quantity), toMicro(row.unitPrice))
  const amount =
    row.itemDiscPercent === null ? full : toMicro(roundAccurate(lessPercents(fromMicro(full), row.itemDiscPercent)))
  return {
    id,
    itemNo: row.itemNo,
    quantity,
    unitPrice: row.unitPrice,
    itemDiscPercent: row.itemDiscPercent,
    itemCashDiscount,
    amount: fromMicro(amount - toMicro(itemCashDiscount)),
    usesTax: row.useTax1 ?? false,
    warehouseName: row.warehouseName ?? DEFAULT_ACCURATE_WAREHOUSE.name,
    detailName: row.detailName,
    detailNotes: row.detailNotes,
  }
}

/** Expenses with ids from `firstId`. */
export const expensesOf = (expenses: ExpensesRequest, firstId: number): readonly AccurateExpense[] =>
  expenses.map((expense, index) => ({
    id: firstId + index,
    accountNo: expense.accountNo,
    expenseName: expense.expenseName,
    amount: expense.expenseAmount,
  }))

/** Everything in rows and expenses that names something which does not exist. */
export const rowErrors = (
  state: AccurateState,
  rows: readonly RowRequest[],
  expenses: ExpensesRequest,
): readonly string[] => [
  ...itemErrors(
    state,
    rows.map((row) => row.itemNo),
  ),
  ...warehouseErrors(rows.map((row) => row.warehouseName)),
  ...unitErrors(rows.map((row) => row.itemUnitName)),
  ...expenses.flatMap((expense) => accountErrors(expense.accountNo)),
]

/** How a document reduces and taxes the sum of its rows. */
export type DocumentTerms = {
  readonly cashDiscount: number | null
  readonly cashDiscPercent: string | null
  readonly taxable: boolean
  readonly inclusiveTax: boolean
}

export type DocumentTotals = {
  readonly subTotal: number
  readonly cashDiscount: number
  readonly taxAmount: number
  readonly totalAmount: number
}

/**
 * What a document comes to: rows - discount + expenses, and tax on top unless the prices include it. The company's one tax
 * is PPN: 12 % of 11/12, so 11 % of a price without it and 11/111 of one with it, in whole rupiah, half up, on the sum of
 * the rows that use it less their share of the document's discount.
 */
export const documentTotals = (
  rows: readonly AccurateInvoiceLine[],
  expenses: readonly AccurateExpense[],
  terms: DocumentTerms,
): DocumentTotals => {
  const sum = (amounts: readonly number[]): bigint => amounts.reduce((total, amount) => total + toMicro(amount), 0n)
  const subTotal = sum(rows.map((row) => row.amount))
  const discount =
    terms.cashDiscPercent === null
      ? toMicro(terms.cashDiscount ?? 0)
      : subTotal - toMicro(roundAccurate(lessPercents(fromMicro(subTotal), terms.cashDiscPercent)))
  const taxed = terms.taxable ? sum(rows.filter((row) => row.usesTax).map((row) => row.amount)) : 0n
  const taxedNet = subTotal <= 0n ? taxed : taxed - divideHalfUpMicro(discount * taxed, subTotal)
  const wholeTax = divideHalfUpMicro(taxedNet * 11n, (terms.inclusiveTax ? 111n : 100n) * 1_000_000n)
  const onTop = terms.inclusiveTax ? 0n : wholeTax * 1_000_000n
  return {
    subTotal: fromMicro(subTotal),
    cashDiscount: fromMicro(discount),
    taxAmount: Number(wholeTax),
    totalAmount: fromMicro(subTotal - discount + sum(expenses.map((expense) => expense.amount)) + onTop),
  }
}

const CHAR_FIELDS = Array.from({ length: 10 }, (_, index) => `charField${String(index + 1)}`)
const charFieldsSchema = z.record(z.string(), z.unknown())

/** The free texts `charField1` to `charField10` of a body. */
export const charFieldsOf = (body: unknown): Record<string, string> => {
  const parsed = charFieldsSchema.safeParse(body)
  if (!parsed.success) return {}
  return Object.fromEntries(
    CHAR_FIELDS.flatMap((name): readonly (readonly [string, string])[] => {
      const value = parsed.data[name]
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  )
}
