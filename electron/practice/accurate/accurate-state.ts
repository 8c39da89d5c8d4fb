import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { PracticeSeed } from '../practice-seed.ts'
import type {
  AccurateAdjustment,
  AccurateCustomer,
  AccurateEvent,
  AccurateInvoice,
  AccurateReceipt,
  AccurateReturn,
} from './accurate-events.ts'
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
/** `settledAmount` is what of it was given back or set off. */
export type HeldReturn = { readonly salesReturn: AccurateReturn; readonly savedAtMs: number; settledAmount: number }
export type HeldAdjustment = { readonly adjustment: AccurateAdjustment; readonly savedAtMs: number }
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
  readonly returns: Map<string, HeldReturn>
  readonly adjustments: Map<string, HeldAdjustment>
  /** The items whose stock has moved since the beginning. */
  readonly movedNos: Set<string>
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
    returns: new Map(),
    adjustments: new Map(),
    movedNos: new Set(),
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
      return
    case 'return-saved':
      applyReturn(state, event.salesReturn, event.atMs)
      return
    case 'adjustment-saved':
      applyAdjustment(state, event.adjustment, event.atMs)
      return
    default:
      assertNever(event, "event of Accurate's simulator")
  }
}

const moveStock = (state: AccurateState, itemNo: string, warehouseName: string, change: number, atMs: number): void => {
  const item = state.itemsByNo.get(itemNo)
  if (item === undefined) throw new Error(`No item ${itemNo} whose stock could move`)
  const balance = balanceIn(item, warehouseName)
  balance.balance = roundAccurate(balance.balance + change)
  item.updatedAtMs = atMs
  state.movedNos.add(itemNo)
}

const applyInvoice = (state: AccurateState, invoice: AccurateInvoice, atMs: number): void => {
  state.invoices.set(invoice.number, { invoice, savedAtMs: atMs, settledAmount: 0 })
  raiseNextId(state, invoice.id)
  for (const expense of invoice.expenses) raiseNextId(state, expense.id)
  for (const line of invoice.lines) {
    raiseNextId(state, line.id)
    moveStock(state, line.itemNo, line.warehouseName, -line.quantity, atMs)
  }
}

const applyReturn = (state: AccurateState, salesReturn: AccurateReturn, atMs: number): void => {
  state.returns.set(salesReturn.number, { salesReturn, savedAtMs: atMs, settledAmount: 0 })
  raiseNextId(state, salesReturn.id)
  for (const expense of salesReturn.expenses) raiseNextId(state, expense.id)
  for (const line of salesReturn.lines) {
    raiseNextId(state, line.id)
    moveStock(state, line.itemNo, line.warehouseName, line.quantity, atMs)
  }
}

const applyAdjustment = (state: AccurateState, adjustment: AccurateAdjustment, atMs: number): void => {
  state.adjustments.set(adjustment.number, { adjustment, savedAtMs: atMs })
  raiseNextId(state, adjustment.id)
  for (const row of adjustment.rows) {
    raiseNextId(state, row.id)
    const change = row.type === 'ADJUSTMENT_IN' ? row.quantity : -row.quantity
    moveStock(state, row.itemNo, row.warehouseName, change, atMs)
  }
}

const applyReceipt = (state: AccurateState, receipt: AccurateReceipt, atMs: number): void => {
  state.receipts.set(receipt.number, { receipt, savedAtMs: atMs })
  raiseNextId(state, receipt.id)
  for (const paid of receipt.invoices) {
    raiseNextId(state, paid.id)
    const discount = paid.discounts.reduce((sum, { amount }) => sum + amount, 0)
    const settled = paid.paymentAmount + discount
    const invoice = state.invoices.get(paid.invoiceNo)
    const salesReturn = state.returns.get(paid.invoiceNo)
    if (invoice !== undefined) invoice.settledAmount = roundAccurate(invoice.settledAmount + settled)
    else if (salesReturn !== undefined) salesReturn.settledAmount = roundAccurate(salesReturn.settledAmount - settled)
    else throw new Error(`No invoice ${paid.invoiceNo} to settle`)
  }
}

/** What is still owed on an invoice. */
export const owingOn = (held: HeldInvoice): number => roundAccurate(held.invoice.totalAmount - held.settledAmount)

/** What of a return the buyer has not yet been given. */
export const owedOnReturn = (held: HeldReturn): number =>
  roundAccurate(held.salesReturn.totalAmount - held.settledAmount)

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
