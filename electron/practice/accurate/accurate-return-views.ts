import { accurateTimestampOf } from './accurate-clock.ts'
import type { View } from './accurate-list.ts'
import { ACCURATE_BRANCH } from './accurate-places.ts'
import { owedOnReturn, type AccurateState, type HeldAdjustment, type HeldReturn } from './accurate-state.ts'
import { accountRef, customerRef, invoiceLineView } from './accurate-views.ts'

/** A return as `list.do` may show it. */
export const returnView = (state: AccurateState, { salesReturn, savedAtMs }: HeldReturn): View => ({
  id: salesReturn.id,
  number: salesReturn.number,
  returnType: salesReturn.returnType,
  transDate: salesReturn.transDate,
  taxDate: salesReturn.taxDate,
  customer: customerRef(state, salesReturn.customerNo),
  branch: ACCURATE_BRANCH,
  description: salesReturn.description,
  taxable: salesReturn.taxable,
  inclusiveTax: salesReturn.inclusiveTax,
  subTotal: salesReturn.subTotal,
  cashDiscount: salesReturn.cashDiscount,
  tax1Amount: salesReturn.taxAmount,
  totalAmount: salesReturn.totalAmount,
  lastUpdate: accurateTimestampOf(savedAtMs),
  ...salesReturn.charFields,
})

/** A return as `detail.do` and the save's `r` show it. */
export const returnDetailView = (state: AccurateState, held: HeldReturn): View => ({
  ...returnView(state, held),
  invoice: { number: held.salesReturn.invoiceNumber },
  outstanding: owedOnReturn(held) > 0,
  detailItem: held.salesReturn.lines.map((line) => invoiceLineView(state, line)),
  detailExpense: held.salesReturn.expenses.map((expense) => ({
    id: expense.id,
    account: accountRef(expense.accountNo),
    expenseName: expense.expenseName,
    expenseAmount: expense.amount,
  })),
})

/** An item adjustment as `list.do`, `detail.do` and the save's `r` show it. */
export const adjustmentView = ({ adjustment, savedAtMs }: HeldAdjustment): View => ({
  id: adjustment.id,
  number: adjustment.number,
  transDate: adjustment.transDate,
  description: adjustment.description,
  lastUpdate: accurateTimestampOf(savedAtMs),
  detailItem: adjustment.rows.map((row) => ({
    id: row.id,
    item: { no: row.itemNo },
    itemAdjustmentType: row.type,
    quantity: row.quantity,
    warehouse: { name: row.warehouseName },
  })),
})
