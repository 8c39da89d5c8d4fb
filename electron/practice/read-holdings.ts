import { rupiah } from '../../shared/domain/money.ts'
import type { HeldInvoice, HeldOrder, HeldStock, PracticeHoldings } from '../../shared/ipc/practice.ts'
import { type AccurateState, owingOn } from './accurate/accurate-state.ts'
import { discountsByInvoice, readBooks } from './accurate/read-books.ts'
import { DEFAULT_WAREHOUSE } from './forstok/forstok-places.ts'
import type { ForstokState, ForstokVariant, HeldForstokOrder } from './forstok/forstok-state.ts'

/** Above so many SKUs only those whose stock has moved are listed: nobody reads 100,000 rows. */
const LARGEST_FULL_STOCK_LIST = 2000

/** What both services hold, newest first; stock as Forstok sees it in its default warehouse, which is the till's. */
export const readHoldings = (forstok: ForstokState, accurate: AccurateState): PracticeHoldings => ({
  orders: [...forstok.orders.values()].toReversed().map(orderHolding),
  invoices: invoiceHoldings(accurate),
  stock: stockHoldings(forstok),
  books: readBooks(accurate),
})

const orderHolding = ({ order, status, createdAtMs }: HeldForstokOrder): HeldOrder => {
  const goods = order.lines.reduce((sum, line) => sum + line.salePrice, 0)
  return {
    id: String(order.id),
    reference: order.reference,
    status,
    customerName: order.customerName,
    createdAtMs,
    lines: foldBySku(order.lines),
    total: rupiah(goods - order.discountAmount + order.shippingPrice),
  }
}

const foldBySku = (units: readonly { readonly sku: string; readonly salePrice: number }[]): HeldOrder['lines'] => {
  const folded = new Map<string, { quantity: number; amount: number }>()
  for (const unit of units) {
    const before = folded.get(unit.sku) ?? { quantity: 0, amount: 0 }
    folded.set(unit.sku, { quantity: before.quantity + 1, amount: before.amount + unit.salePrice })
  }
  return [...folded].map(([sku, { quantity, amount }]) => ({ sku, quantity, amount: rupiah(amount) }))
}

const invoiceHoldings = (state: AccurateState): readonly HeldInvoice[] => {
  const discounts = discountsByInvoice(state)
  const receiptsByInvoice = new Map<string, HeldInvoice['receipts'][number][]>()
  for (const { receipt } of state.receipts.values()) {
    for (const paid of receipt.invoices) {
      const receipts = receiptsByInvoice.get(paid.invoiceNo) ?? []
      receipts.push({ number: receipt.number, bankNo: receipt.bankNo, amount: wholeRupiah(paid.paymentAmount) })
      receiptsByInvoice.set(paid.invoiceNo, receipts)
    }
  }
  return [...state.invoices.values()].toReversed().map((held) => ({
    id: String(held.invoice.id),
    number: held.invoice.number,
    customerNo: held.invoice.customerNo,
    transDate: held.invoice.transDate,
    lines: held.invoice.lines.map((line) => ({
      sku: line.itemNo,
      quantity: line.quantity,
      amount: wholeRupiah(line.amount),
    })),
    total: wholeRupiah(held.invoice.totalAmount),
    outstanding: wholeRupiah(owingOn(held)),
    discounted: wholeRupiah(discounts.get(held.invoice.number) ?? 0),
    receipts: receiptsByInvoice.get(held.invoice.number) ?? [],
  }))
}

const stockHoldings = (state: ForstokState): readonly HeldStock[] => {
  if (state.variants.length <= LARGEST_FULL_STOCK_LIST) return state.variants.map(stockHolding)
  return [...state.changedSkus].flatMap((sku) => {
    const variant = state.variantsBySku.get(sku)
    return variant === undefined ? [] : [stockHolding(variant)]
  })
}

const stockHolding = (variant: ForstokVariant): HeldStock => {
  const own = variant.quantities.filter((quantity) => quantity.warehouseId === DEFAULT_WAREHOUSE.id)
  const onHand = own.reduce((sum, quantity) => sum + quantity.onHand, 0)
  const reserved = own.reduce((sum, quantity) => sum + quantity.reserved, 0)
  return { sku: variant.sku, onHand, reserved, available: onHand - reserved }
}

/** Accurate keeps decimals; the holdings are shown in whole rupiah. */
const wholeRupiah = (amount: number) => rupiah(Math.round(amount))
