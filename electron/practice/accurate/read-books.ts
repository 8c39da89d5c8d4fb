import { rupiah, type Rupiah } from '../../../shared/domain/money.ts'
import type { AccurateBooks, HeldReturn } from '../../../shared/ipc/practice.ts'
import type { AccurateInvoiceLine, AccurateReceipt } from './accurate-events.ts'
import { ACCURATE_ACCOUNTS } from './accurate-places.ts'
import { owedOnReturn, type AccurateItem, type AccurateState } from './accurate-state.ts'
import { roundAccurate } from './accurate-values.ts'

/** Above so many items only those whose stock has moved are listed: nobody reads 100,000 rows. */
const LARGEST_FULL_STOCK_LIST = 2000

/** Accurate keeps decimals; what is shown is in whole rupiah. */
const wholeRupiah = (amount: number): Rupiah => rupiah(Math.round(amount))

const sumOf = (amounts: readonly number[]): number =>
  amounts.reduce((total, amount) => roundAccurate(total + amount), 0)

const roundingNos: ReadonlySet<string> = new Set(
  ACCURATE_ACCOUNTS.filter((account) => account.name === 'Pembulatan').map((account) => account.no),
)

/** What an invoice's receipts wrote off, by the invoice's number. */
export const discountsByInvoice = (state: AccurateState): ReadonlyMap<string, number> => {
  const discounts = new Map<string, number>()
  for (const { receipt } of state.receipts.values())
    for (const paid of receipt.invoices) {
      const amount = sumOf(paid.discounts.map((discount) => discount.amount))
      if (amount !== 0) discounts.set(paid.invoiceNo, roundAccurate((discounts.get(paid.invoiceNo) ?? 0) + amount))
    }
  return discounts
}

const refundsByReturn = (state: AccurateState): ReadonlyMap<string, HeldReturn['refunds']> => {
  const refunds = new Map<string, HeldReturn['refunds']>()
  for (const { receipt } of state.receipts.values()) {
    if (receipt.chequeAmount >= 0) continue
    for (const paid of receipt.invoices) {
      const refund = { number: receipt.number, bankNo: receipt.bankNo, amount: wholeRupiah(-paid.paymentAmount) }
      refunds.set(paid.invoiceNo, [...(refunds.get(paid.invoiceNo) ?? []), refund])
    }
  }
  return refunds
}

const linesOf = (lines: readonly AccurateInvoiceLine[]): HeldReturn['lines'] =>
  lines.map(({ itemNo, quantity, amount, warehouseName }) => ({
    sku: itemNo,
    quantity,
    amount: wholeRupiah(amount),
    warehouseName,
  }))

const returnsOf = (state: AccurateState): readonly HeldReturn[] => {
  const refunds = refundsByReturn(state)
  return [...state.returns.values()].toReversed().map((held) => ({
    id: String(held.salesReturn.id),
    number: held.salesReturn.number,
    invoiceNumber: held.salesReturn.invoiceNumber,
    customerNo: held.salesReturn.customerNo,
    transDate: held.salesReturn.transDate,
    lines: linesOf(held.salesReturn.lines),
    total: wholeRupiah(held.salesReturn.totalAmount),
    outstanding: wholeRupiah(owedOnReturn(held)),
    refunds: refunds.get(held.salesReturn.number) ?? [],
  }))
}

const listedItems = (state: AccurateState): readonly AccurateItem[] =>
  state.items.length <= LARGEST_FULL_STOCK_LIST
    ? state.items
    : [...state.movedNos].flatMap((itemNo) => state.itemsByNo.get(itemNo) ?? [])

const sumsOf = (state: AccurateState): AccurateBooks['sums'] => {
  const receipts: readonly AccurateReceipt[] = [...state.receipts.values()].map((held) => held.receipt)
  const invoices = [...state.invoices.values()].map((held) => held.invoice)
  const returns = [...state.returns.values()].map((held) => held.salesReturn)
  const roundingIn = (documents: readonly { readonly expenses: readonly { accountNo: string; amount: number }[] }[]) =>
    sumOf(
      documents.flatMap(({ expenses }) =>
        expenses.filter((one) => roundingNos.has(one.accountNo)).map((e) => e.amount),
      ),
    )
  const discounts = receipts.flatMap((receipt) => receipt.invoices.flatMap((paid) => paid.discounts))
  const writtenOff = sumOf(discounts.map((discount) => discount.amount))
  const roundedDown = sumOf(
    discounts.filter((discount) => roundingNos.has(discount.accountNo)).map((discount) => discount.amount),
  )
  const keptBack = sumOf(returns.map((each) => each.cashDiscount))
  return {
    invoiced: wholeRupiah(sumOf(invoices.map((invoice) => invoice.totalAmount)) - writtenOff),
    returned: wholeRupiah(sumOf(returns.map((each) => each.totalAmount))),
    received: wholeRupiah(sumOf(receipts.map((receipt) => Math.max(0, receipt.chequeAmount)))),
    refunded: wholeRupiah(sumOf(receipts.map((receipt) => Math.max(0, -receipt.chequeAmount)))),
    rounding: wholeRupiah(roundingIn(invoices) - roundedDown - roundingIn(returns) + keptBack),
  }
}

/** What Accurate's simulator holds beside its invoices, newest first. */
export const readBooks = (state: AccurateState): AccurateBooks => ({
  returns: returnsOf(state),
  adjustments: [...state.adjustments.values()].toReversed().map(({ adjustment }) => ({
    number: adjustment.number,
    lines: adjustment.rows.map((row) => ({
      sku: row.itemNo,
      quantity: row.type === 'ADJUSTMENT_IN' ? row.quantity : -row.quantity,
      warehouseName: row.warehouseName,
    })),
  })),
  stock: listedItems(state).flatMap((item) =>
    item.balances.map(({ warehouseName, balance }) => ({ sku: item.no, warehouseName, quantity: balance })),
  ),
  sums: sumsOf(state),
})
