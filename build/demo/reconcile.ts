import { compareWithTill, type DestinationComparison } from '../../renderer/features/practice/compare-with-till.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { PracticeHoldings } from '../../shared/ipc/practice.ts'

export type Reconciliation = {
  readonly salesAtTill: number
  readonly rupiahAtTill: number
  /** Of what is at the till: sold, come back (0 or below), and the cash rounding within both. */
  readonly soldAtTill: number
  readonly returnedAtTill: number
  readonly roundingAtTill: number
  readonly rupiahInForstok: number
  /** Invoices less what their receipts wrote off, and returns (0 or above). */
  readonly invoicedInAccurate: number
  readonly returnedInAccurate: number
  readonly rupiahReceivedInAccurate: number
  readonly rupiahRefundedInAccurate: number
  /** Documents whose total differs at a destination, or that are not settled in Accurate. */
  readonly differences: readonly string[]
  /** Numbers that a destination holds more than once. */
  readonly duplicates: readonly string[]
  /** Documents that a destination does not hold, or holds without one here. */
  readonly losses: readonly string[]
}

/** Numbers that stand more than once in a list. */
const repeated = (numbers: readonly string[]): readonly string[] => [
  ...new Set(numbers.filter((number, index) => numbers.indexOf(number) !== index)),
]

/** Compares the till's sales with what the services hold, number by number and rupiah by rupiah. */
export const reconcile = (sales: readonly Sale[], holdings: PracticeHoldings): Reconciliation => {
  const till = compareWithTill(sales, holdings)
  const { books, invoices } = holdings
  const destinations: readonly (readonly [string, DestinationComparison])[] = [
    ['Forstok', till.forstok],
    ['Accurate', till.accurate],
    ["Accurate's returns", till.accurateReturns],
  ]
  const each = (words: (name: string, found: DestinationComparison) => readonly string[]): readonly string[] =>
    destinations.flatMap(([name, found]) => words(name, found))
  const money = [
    ...invoices.flatMap((invoice) => invoice.receipts.map((receipt) => receipt.number)),
    ...books.returns.flatMap((held) => held.refunds.map((refund) => refund.number)),
  ]
  const open = [...invoices, ...books.returns].filter((document) => document.outstanding !== 0)
  const { sums } = books
  const sumDifferences: readonly (readonly [string, number, number])[] = [
    ['sold at the till and in Forstok', till.sold, till.forstok.heldTotal],
    ['sold at the till and invoiced in Accurate', till.sold, sums.invoiced],
    ['returned at the till and in Accurate', 0 - till.returned, sums.returned],
    ['money at the till and in Accurate', till.saleTotal, sums.received - sums.refunded],
  ]
  return {
    salesAtTill: till.saleCount,
    rupiahAtTill: till.saleTotal,
    soldAtTill: till.sold,
    returnedAtTill: till.returned,
    roundingAtTill: till.rounding,
    rupiahInForstok: till.forstok.heldTotal,
    invoicedInAccurate: sums.invoiced,
    returnedInAccurate: sums.returned,
    rupiahReceivedInAccurate: sums.received,
    rupiahRefundedInAccurate: sums.refunded,
    differences: [
      ...each((name, found) => found.different.map((number) => `${number} has another total in ${name}`)),
      ...open.map((document) => `${document.number} has ${document.outstanding} outstanding in Accurate`),
      ...sumDifferences.flatMap(([what, one, other]) => (one === other ? [] : [`${what}: ${one} and ${other}`])),
    ],
    duplicates: [
      ...each((name, found) => found.doubled.map((number) => `${name} holds ${number} more than once`)),
      ...repeated(money).map((number) => `Accurate holds receipt ${number} more than once`),
    ],
    losses: [
      ...each((name, found) => found.missing.map((number) => `${number} is not in ${name}`)),
      ...each((name, found) => found.foreign.map((number) => `${number} is in ${name} but not at the till`)),
    ],
  }
}
