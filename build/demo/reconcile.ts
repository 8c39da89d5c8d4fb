import type { Sale } from '../../shared/domain/sale.ts'
import type { PracticeHoldings } from '../../shared/ipc/practice.ts'

export type Reconciliation = {
  readonly salesAtTill: number
  readonly rupiahAtTill: number
  readonly rupiahInForstok: number
  readonly rupiahInAccurate: number
  readonly rupiahReceivedInAccurate: number
  /** Sales whose total differs at a destination, or is not paid off in Accurate. */
  readonly differences: readonly string[]
  /** Numbers that a destination holds more than once. */
  readonly duplicates: readonly string[]
  /** Sales that a destination does not hold, or records there without a sale here. */
  readonly losses: readonly string[]
}

const countByNumber = (numbers: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return counts
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

/** Compares the till's sales with what the services hold, number by number and rupiah by rupiah. */
export const reconcile = (sales: readonly Sale[], holdings: PracticeHoldings): Reconciliation => {
  const orders = holdings.orders.map((order) => ({ number: order.reference, total: order.total }))
  const invoices = holdings.invoices.map((invoice) => ({ number: invoice.number, total: invoice.total }))
  const receiptNumbers = holdings.invoices.flatMap((invoice) => invoice.receipts.map((receipt) => receipt.number))
  const differences: string[] = []
  const duplicates: string[] = []
  const losses: string[] = []
  for (const [destination, records] of [
    ['Forstok', orders],
    ['Accurate', invoices],
  ] as const) {
    const counts = countByNumber(records.map((record) => record.number))
    for (const [number, count] of counts)
      if (count > 1) duplicates.push(`${destination} holds ${number} ${count} times`)
    const known = new Set(sales.map((sale) => sale.number))
    for (const number of counts.keys())
      if (!known.has(number)) losses.push(`${number} is in ${destination} but not at the till`)
    for (const sale of sales) {
      const record = records.find((candidate) => candidate.number === sale.number)
      if (record === undefined) losses.push(`${sale.number} is not in ${destination}`)
      else if (record.total !== sale.total) {
        differences.push(`${sale.number} is ${sale.total} at the till and ${record.total} in ${destination}`)
      }
    }
  }
  for (const [number, count] of countByNumber(receiptNumbers)) {
    if (count > 1) duplicates.push(`Accurate holds receipt ${number} ${count} times`)
  }
  for (const invoice of holdings.invoices) {
    if (invoice.outstanding !== 0)
      differences.push(`${invoice.number} has ${invoice.outstanding} outstanding in Accurate`)
  }
  return {
    salesAtTill: sales.length,
    rupiahAtTill: sum(sales.map((sale) => sale.total)),
    rupiahInForstok: sum(orders.map((order) => order.total)),
    rupiahInAccurate: sum(invoices.map((invoice) => invoice.total)),
    rupiahReceivedInAccurate: sum(
      holdings.invoices.flatMap((invoice) => invoice.receipts.map((receipt) => receipt.amount)),
    ),
    differences,
    duplicates,
    losses,
  }
}
