import type { PracticeSeed } from '../practice-seed.ts'
import type { AccurateCustomer, AccurateEvent, AccurateInvoice, AccurateReceipt } from './accurate-events.ts'
import { DEFAULT_ACCURATE_WAREHOUSE, WALK_IN_CUSTOMER } from './accurate-places.ts'
import { roundAccurate } from './accurate-values.ts'

export type AccurateItem = {
  readonly id: number
  readonly no: string
  readonly upcNo: string | null
  readonly name: string
  readonly category: { readonly id: number; readonly name: string }
  readonly unitPrice: number
  readonly vendorPrice: number | null
  /** By warehouse name; may be below zero. */
  readonly balances: { readonly warehouseName: string; balance: number }[]
  updatedAtMs: number
}

export type HeldCustomer = { readonly customer: AccurateCustomer; readonly savedAtMs: number }
export type HeldInvoice = { readonly invoice: AccurateInvoice; readonly savedAtMs: number; settledAmount: number }
export type HeldReceipt = { readonly receipt: AccurateReceipt; readonly savedAtMs: number }

/**
 * What Accurate's simulator holds. It is a fold over events: only {@link applyAccurateEvent} changes it, and in place,
 * because copying 100,000 items for each invoice would be slower than the service it stands for.
 */
export type AccurateState = {
  readonly items: readonly AccurateItem[]
  readonly itemsByNo: ReadonlyMap<string, AccurateItem>
  /** Each in the order of saving, by the number that must be unique. */
  readonly customers: Map<string, HeldCustomer>
  readonly invoices: Map<string, HeldInvoice>
  readonly receipts: Map<string, HeldReceipt>
  nextId: number
}

const FIRST_CATEGORY_ID = 200
const FIRST_ITEM_ID = 10_001

/** The state of a company whose items have just been entered, with one customer and the stock in the default warehouse. */
export const seedAccurateState = (seed: PracticeSeed): AccurateState => {
  const categories = new Map<string, { id: number; name: string }>()
  const categoryOf = (name: string) => {
    const category = categories.get(name) ?? { id: FIRST_CATEGORY_ID + categories.size, name }
    categories.set(name, category)
    return category
  }
  const items = seed.items.map((item, index): AccurateItem => ({
    id: FIRST_ITEM_ID + index,
    no: item.sku,
    upcNo: item.barcode,
    name: item.name,
    category: categoryOf(item.category),
    unitPrice: item.price,
    vendorPrice: item.costPrice,
    balances: [{ warehouseName: DEFAULT_ACCURATE_WAREHOUSE.name, balance: item.stock }],
    updatedAtMs: seed.atMs,
  }))
  const state: AccurateState = {
    items,
    itemsByNo: new Map(items.map((item) => [item.no, item])),
    customers: new Map(),
    invoices: new Map(),
    receipts: new Map(),
    nextId: FIRST_ITEM_ID + items.length,
  }
  const walkIn = { id: state.nextId, ...WALK_IN_CUSTOMER, mobilePhone: null, email: null }
  applyAccurateEvent(state, { type: 'customer-saved', atMs: seed.atMs, customer: walkIn })
  return state
}

/** Lets one event happen. The same events on the same seed give the same state. */
export const applyAccurateEvent = (state: AccurateState, event: AccurateEvent): void => {
  switch (event.type) {
    case 'customer-saved':
      state.customers.set(event.customer.customerNo, { customer: event.customer, savedAtMs: event.atMs })
      raiseNextId(state, event.customer.id)
      return
    case 'invoice-saved':
      applyInvoice(state, event.invoice, event.atMs)
      return
    case 'receipt-saved':
      applyReceipt(state, event.receipt, event.atMs)
  }
}

const applyInvoice = (state: AccurateState, invoice: AccurateInvoice, atMs: number): void => {
  state.invoices.set(invoice.number, { invoice, savedAtMs: atMs, settledAmount: 0 })
  raiseNextId(state, invoice.id)
  for (const expense of invoice.expenses) raiseNextId(state, expense.id)
  for (const line of invoice.lines) {
    raiseNextId(state, line.id)
    const item = state.itemsByNo.get(line.itemNo)
    if (item === undefined) throw new Error(`No item ${line.itemNo} to take stock from`)
    const balance = balanceIn(item, line.warehouseName)
    balance.balance = roundAccurate(balance.balance - line.quantity)
    item.updatedAtMs = atMs
  }
}

const applyReceipt = (state: AccurateState, receipt: AccurateReceipt, atMs: number): void => {
  state.receipts.set(receipt.number, { receipt, savedAtMs: atMs })
  raiseNextId(state, receipt.id)
  for (const paid of receipt.invoices) {
    raiseNextId(state, paid.id)
    const held = state.invoices.get(paid.invoiceNo)
    if (held === undefined) throw new Error(`No invoice ${paid.invoiceNo} to settle`)
    const discount = paid.discounts.reduce((sum, { amount }) => sum + amount, 0)
    held.settledAmount = roundAccurate(held.settledAmount + paid.paymentAmount + discount)
  }
}

/** What is still owed on an invoice. */
export const owingOn = (held: HeldInvoice): number => roundAccurate(held.invoice.totalAmount - held.settledAmount)

const raiseNextId = (state: AccurateState, usedId: number): void => {
  state.nextId = Math.max(state.nextId, usedId + 1)
}

const balanceIn = (item: AccurateItem, warehouseName: string): { balance: number } => {
  const existing = item.balances.find((row) => row.warehouseName === warehouseName)
  if (existing !== undefined) return existing
  const created = { warehouseName, balance: 0 }
  item.balances.push(created)
  return created
}
