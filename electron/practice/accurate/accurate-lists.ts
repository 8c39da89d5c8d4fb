import { parseAccurateTime } from './accurate-clock.ts'
import type { FilterField } from './accurate-filter.ts'
import type { ListModule } from './accurate-list.ts'
import { ACCURATE_ACCOUNTS, ACCURATE_BRANCH, ACCURATE_WAREHOUSES } from './accurate-places.ts'
import { adjustmentView, returnView } from './accurate-return-views.ts'
import type {
  AccurateItem,
  AccurateState,
  HeldAdjustment,
  HeldCustomer,
  HeldInvoice,
  HeldReceipt,
  HeldReturn,
} from './accurate-state.ts'
import {
  accountView,
  branchView,
  customerView,
  invoiceView,
  itemView,
  receiptView,
  warehouseView,
} from './accurate-views.ts'

const never: FilterField<unknown> = { kind: 'flag', read: () => false }
/** Timestamps are compared as Accurate shows them: in whole seconds. */
const wholeSeconds = (atMs: number): number => Math.floor(atMs / 1000) * 1000

/** Items by name, number, barcode, type, category and last change. */
export const itemList = (state: AccurateState): ListModule<AccurateItem> => ({
  rows: state.items,
  view: itemView,
  filters: {
    no: { kind: 'text', read: (item) => item.no },
    itemType: { kind: 'text', read: () => 'INVENTORY' },
    itemCategoryId: { kind: 'number', read: (item) => item.category.id },
    keywords: { kind: 'keywords', read: (item) => [item.no, item.name, item.upcNo ?? ''].join('\n') },
    lastUpdate: { kind: 'time', read: (item) => wholeSeconds(item.updatedAtMs) },
    suspended: never,
  },
})

/** Both warehouses. */
export const warehouseList: ListModule<(typeof ACCURATE_WAREHOUSES)[number]> = {
  rows: ACCURATE_WAREHOUSES,
  view: warehouseView,
  filters: { suspended: never },
}

/** Accounts by type, and leaves only where that is asked for. */
export const accountList: ListModule<(typeof ACCURATE_ACCOUNTS)[number]> = {
  rows: ACCURATE_ACCOUNTS,
  view: accountView,
  filters: {
    accountType: { kind: 'text', read: (account) => account.accountType },
    leafOnly: { kind: 'atLeast', read: (account) => account.isLeaf },
    suspended: never,
    no: { kind: 'text', read: (account) => account.no },
    keywords: { kind: 'keywords', read: (account) => `${account.no}\n${account.name}` },
  },
}

/** The one branch. */
export const branchList: ListModule<typeof ACCURATE_BRANCH> = {
  rows: [ACCURATE_BRANCH],
  view: branchView,
  filters: { suspended: never },
}

/** Customers by number; `filter.no` is the specification's name for it. */
export const customerList = (state: AccurateState): ListModule<HeldCustomer> => ({
  rows: [...state.customers.values()],
  view: customerView,
  filters: {
    no: { kind: 'text', read: ({ customer }) => customer.customerNo },
    keywords: { kind: 'keywords', read: ({ customer }) => `${customer.customerNo}\n${customer.name}` },
    lastUpdate: { kind: 'time', read: (held) => wholeSeconds(held.savedAtMs) },
    suspended: never,
  },
})

/** Invoices. `filter.charField1` and `filter.transDate.from` are among the names that are ignored; `filter.customerNo` is refused, as one company saw. */
export const invoiceList = (state: AccurateState): ListModule<HeldInvoice> => ({
  rows: [...state.invoices.values()],
  view: (held) => invoiceView(state, held),
  filters: {
    number: { kind: 'text', read: ({ invoice }) => invoice.number },
    transDate: { kind: 'time', read: ({ invoice }) => parseAccurateTime(invoice.transDate) ?? 0 },
    lastUpdate: { kind: 'time', read: (held) => wholeSeconds(held.savedAtMs) },
    customerId: { kind: 'number', read: ({ invoice }) => customerIdOf(state, invoice.customerNo) },
    customerNo: { kind: 'refused', words: 'Pelanggan tidak tepat' },
    branchName: { kind: 'text', read: () => ACCURATE_BRANCH.name },
    keywords: { kind: 'keywords', read: ({ invoice }) => `${invoice.number}\n${invoice.description ?? ''}` },
  },
})

/** Receipts, by the same names. */
export const receiptList = (state: AccurateState): ListModule<HeldReceipt> => ({
  rows: [...state.receipts.values()],
  view: (held) => receiptView(state, held),
  filters: {
    number: { kind: 'text', read: ({ receipt }) => receipt.number },
    transDate: { kind: 'time', read: ({ receipt }) => parseAccurateTime(receipt.transDate) ?? 0 },
    lastUpdate: { kind: 'time', read: (held) => wholeSeconds(held.savedAtMs) },
    customerId: { kind: 'number', read: ({ receipt }) => customerIdOf(state, receipt.customerNo) },
    customerNo: { kind: 'refused', words: 'Pelanggan tidak tepat' },
    keywords: { kind: 'keywords', read: ({ receipt }) => `${receipt.number}\n${receipt.description ?? ''}` },
  },
})

/** Returns, by the same names. */
export const returnList = (state: AccurateState): ListModule<HeldReturn> => ({
  rows: [...state.returns.values()],
  view: (held) => returnView(state, held),
  filters: {
    number: { kind: 'text', read: ({ salesReturn }) => salesReturn.number },
    transDate: { kind: 'time', read: ({ salesReturn }) => parseAccurateTime(salesReturn.transDate) ?? 0 },
    lastUpdate: { kind: 'time', read: (held) => wholeSeconds(held.savedAtMs) },
    customerId: { kind: 'number', read: ({ salesReturn }) => customerIdOf(state, salesReturn.customerNo) },
    customerNo: { kind: 'refused', words: 'Pelanggan tidak tepat' },
    keywords: {
      kind: 'keywords',
      read: ({ salesReturn }) => `${salesReturn.number}\n${salesReturn.description ?? ''}`,
    },
  },
})

/** Item adjustments by number and date. */
export const adjustmentList = (state: AccurateState): ListModule<HeldAdjustment> => ({
  rows: [...state.adjustments.values()],
  view: adjustmentView,
  filters: {
    number: { kind: 'text', read: ({ adjustment }) => adjustment.number },
    transDate: { kind: 'time', read: ({ adjustment }) => parseAccurateTime(adjustment.transDate) ?? 0 },
    lastUpdate: { kind: 'time', read: (held) => wholeSeconds(held.savedAtMs) },
    keywords: { kind: 'keywords', read: ({ adjustment }) => `${adjustment.number}\n${adjustment.description ?? ''}` },
  },
})

const customerIdOf = (state: AccurateState, customerNo: string): number =>
  state.customers.get(customerNo)?.customer.id ?? 0
