import { accurateDateOf, accurateTimestampOf } from './accurate-clock.ts'
import type { AccurateInvoiceLine } from './accurate-events.ts'
import type { View } from './accurate-list.ts'
import {
  ACCURATE_ACCOUNTS,
  ACCURATE_BRANCH,
  ACCURATE_UNIT,
  ACCURATE_WAREHOUSES,
  type AccurateAccount,
  type AccurateWarehouse,
} from './accurate-places.ts'
import type { AccurateItem, AccurateState, HeldCustomer, HeldInvoice, HeldReceipt } from './accurate-state.ts'
import { owingOn } from './accurate-state.ts'

/** An item as `list.do` may show it. */
export const itemView = (item: AccurateItem): View => {
  const balance = item.balances.reduce((sum, row) => sum + row.balance, 0)
  return {
    id: item.id,
    no: item.no,
    name: item.name,
    upcNo: item.upcNo,
    itemType: 'INVENTORY',
    itemCategory: item.category,
    unit1: ACCURATE_UNIT,
    unitPrice: item.unitPrice,
    vendorPrice: item.vendorPrice,
    availableToSell: balance,
    balance,
    balanceInUnit: `${String(balance)} ${ACCURATE_UNIT.name}`,
    onSales: 0,
    suspended: false,
    lastUpdate: accurateTimestampOf(item.updatedAtMs),
  }
}

/** An item as `detail.do` shows it: with its stock by warehouse and its prices. */
export const itemDetailView = (item: AccurateItem): View => ({
  ...itemView(item),
  detailWarehouseData: ACCURATE_WAREHOUSES.map((warehouse) => {
    const balance = item.balances.find((row) => row.warehouseName === warehouse.name)?.balance ?? 0
    return {
      id: warehouse.id,
      warehouseName: warehouse.name,
      balance,
      balanceUnit: `${String(balance)} ${ACCURATE_UNIT.name}`,
      unit1Quantity: balance,
      defaultWarehouse: warehouse.isDefault,
      scrapWarehouse: warehouse.isScrap,
      suspended: false,
    }
  }),
  detailSellingPrice: [
    {
      priceCategory: { id: 80, name: 'Umum' },
      price: item.unitPrice,
      unit: ACCURATE_UNIT,
      currency: { code: 'IDR' },
      branch: { ...ACCURATE_BRANCH, defaultBranch: true },
      effectiveDate: accurateDateOf(item.updatedAtMs),
    },
  ],
})

/** A warehouse as `list.do` may show it. */
export const warehouseView = (warehouse: AccurateWarehouse): View => ({
  id: warehouse.id,
  name: warehouse.name,
  description: null,
  suspended: false,
  defaultWarehouse: warehouse.isDefault,
  scrapWarehouse: warehouse.isScrap,
})

/** An account as `list.do` may show it. */
export const accountView = (account: AccurateAccount): View => ({
  id: account.id,
  no: account.no,
  name: account.name,
  accountType: account.accountType,
  accountTypeName: account.accountTypeName,
  lvl: account.level,
  balance: 0,
  suspended: false,
})

/** The branch as `list.do` may show it. */
export const branchView = (branch: typeof ACCURATE_BRANCH): View => ({
  ...branch,
  defaultBranch: true,
  suspended: false,
})

/** A customer as `list.do` and `detail.do` show it. */
export const customerView = ({ customer, savedAtMs }: HeldCustomer): View => ({
  ...customer,
  suspended: false,
  lastUpdate: accurateTimestampOf(savedAtMs),
})

/** An invoice as `list.do` may show it: `outstanding`, `primeOwing`, `status` and `customerName` were seen to stay empty there. */
export const invoiceView = (state: AccurateState, { invoice, savedAtMs }: HeldInvoice): View => ({
  id: invoice.id,
  number: invoice.number,
  transDate: invoice.transDate,
  customer: customerRef(state, invoice.customerNo),
  branch: ACCURATE_BRANCH,
  description: invoice.description,
  poNumber: invoice.poNumber,
  taxable: invoice.taxable,
  inclusiveTax: invoice.inclusiveTax,
  subTotal: invoice.subTotal,
  cashDiscount: invoice.cashDiscount,
  cashDiscPercent: invoice.cashDiscPercent,
  tax1Amount: invoice.taxAmount,
  totalAmount: invoice.totalAmount,
  lastUpdate: accurateTimestampOf(savedAtMs),
  ...invoice.charFields,
})

/** An invoice as `detail.do` and the save's `r` show it. `outstanding` says whether something is owed, `primeOwing` how much. */
export const invoiceDetailView = (state: AccurateState, held: HeldInvoice): View => ({
  ...invoiceView(state, held),
  outstanding: owingOn(held) > 0,
  primeOwing: owingOn(held),
  detailItem: held.invoice.lines.map((line) => invoiceLineView(state, line)),
  detailExpense: held.invoice.expenses.map((expense) => ({
    id: expense.id,
    account: accountRef(expense.accountNo),
    expenseName: expense.expenseName,
    expenseAmount: expense.amount,
  })),
})

/** A row of an invoice or a return. */
export const invoiceLineView = (state: AccurateState, line: AccurateInvoiceLine): View => {
  const item = state.itemsByNo.get(line.itemNo)
  return {
    id: line.id,
    item: { id: item?.id ?? null, no: line.itemNo, name: item?.name ?? null },
    detailName: line.detailName ?? item?.name ?? null,
    detailNotes: line.detailNotes,
    quantity: line.quantity,
    itemUnit: ACCURATE_UNIT,
    unitPrice: line.unitPrice,
    itemDiscPercent: line.itemDiscPercent,
    itemCashDiscount: line.itemCashDiscount,
    totalPrice: line.amount,
    useTax1: line.usesTax,
    warehouse: ACCURATE_WAREHOUSES.flatMap(({ id, name }) => (name === line.warehouseName ? [{ id, name }] : []))[0],
  }
}

/** A receipt as `list.do` may show it. */
export const receiptView = (state: AccurateState, { receipt, savedAtMs }: HeldReceipt): View => ({
  id: receipt.id,
  number: receipt.number,
  transDate: receipt.transDate,
  customer: customerRef(state, receipt.customerNo),
  bank: accountRef(receipt.bankNo),
  branch: ACCURATE_BRANCH,
  chequeAmount: receipt.chequeAmount,
  chequeNo: receipt.chequeNo,
  chequeDate: receipt.chequeDate,
  totalPayment: receipt.invoices.reduce((sum, paid) => sum + paid.paymentAmount, 0),
  paymentMethod: receipt.paymentMethod,
  description: receipt.description,
  lastUpdate: accurateTimestampOf(savedAtMs),
})

/** The id of what a receipt's row settles, an invoice or a return. */
const settledId = (state: AccurateState, number: string): number | null =>
  state.invoices.get(number)?.invoice.id ?? state.returns.get(number)?.salesReturn.id ?? null

/** A receipt as `detail.do` and the save's `r` show it. */
export const receiptDetailView = (state: AccurateState, held: HeldReceipt): View => ({
  ...receiptView(state, held),
  detailInvoice: held.receipt.invoices.map((paid) => ({
    id: paid.id,
    invoice: { id: settledId(state, paid.invoiceNo), number: paid.invoiceNo },
    invoiceNo: paid.invoiceNo,
    paymentAmount: paid.paymentAmount,
    detailDiscount: paid.discounts.map(({ accountNo, amount, notes }) => ({
      account: accountRef(accountNo),
      amount,
      discountNotes: notes,
    })),
  })),
})

/** The customer as documents name it. */
export const customerRef = (state: AccurateState, customerNo: string): View => {
  const customer = state.customers.get(customerNo)?.customer
  return { id: customer?.id ?? null, customerNo, name: customer?.name ?? null }
}

/** An account as documents name it. */
export const accountRef = (accountNo: string): View => {
  const account = ACCURATE_ACCOUNTS.find((candidate) => candidate.no === accountNo)
  return { id: account?.id ?? null, no: accountNo, name: account?.name ?? null }
}
