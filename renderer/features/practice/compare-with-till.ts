import { addRupiah, subtractRupiah, ZERO_RUPIAH, type Rupiah } from '../../../shared/domain/money.ts'
import { returnedLines, saleParts, soldLines } from '../../../shared/domain/sale-sums.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import { destinationsOf } from '../../../shared/domain/steps-for.ts'
import type { Destination } from '../../../shared/domain/sales-route.ts'
import type { PracticeHoldings } from '../../../shared/ipc/practice.ts'

/** One service's copies of the till's documents of one kind, compared by number. */
export type DestinationComparison = {
  /** What the till expects there. */
  readonly expectedCount: number
  readonly expectedTotal: Rupiah
  readonly heldCount: number
  readonly heldTotal: Rupiah
  /** The till's documents that this service holds (once or more). */
  readonly arrivedCount: number
  /** Numbers that the till knows and the service does not hold yet. */
  readonly missing: readonly string[]
  /** Numbers that the service holds more than once. */
  readonly doubled: readonly string[]
  /** Numbers that the service holds with another total than the till's. */
  readonly different: readonly string[]
  /** Numbers at the service that the till does not know. */
  readonly foreign: readonly string[]
}

/** The till beside both services. */
export type TillComparison = {
  readonly saleCount: number
  /** What all sales come to, what came back taken off: received minus refunded. */
  readonly saleTotal: Rupiah
  /** Of it: what was sold (0 or above), what came back (0 or below), and the cash rounding within both. */
  readonly sold: Rupiah
  readonly returned: Rupiah
  readonly rounding: Rupiah
  /** Orders, with what was sold. */
  readonly forstok: DestinationComparison
  /** Invoices less what their receipts wrote off, with what was sold. */
  readonly accurate: DestinationComparison
  /** Returns in Accurate, with what came back. */
  readonly accurateReturns: DestinationComparison
}

type Numbered = { readonly number: string; readonly total: Rupiah }

const sumOf = (records: readonly { readonly total: Rupiah }[]): Rupiah =>
  records.reduce<Rupiah>((sum, record) => addRupiah(sum, record.total), ZERO_RUPIAH)

const compareWith = (expected: readonly Numbered[], held: readonly Numbered[]): DestinationComparison => {
  const totalByNumber = new Map(expected.map(({ number, total }) => [number, total]))
  const countByNumber = new Map<string, number>()
  const different = new Set<string>()
  for (const record of held) {
    countByNumber.set(record.number, (countByNumber.get(record.number) ?? 0) + 1)
    const total = totalByNumber.get(record.number)
    if (total !== undefined && total !== record.total) different.add(record.number)
  }
  const missing = expected.filter(({ number }) => !countByNumber.has(number)).map(({ number }) => number)
  return {
    expectedCount: expected.length,
    expectedTotal: sumOf(expected),
    heldCount: held.length,
    heldTotal: sumOf(held),
    arrivedCount: expected.length - missing.length,
    missing,
    doubled: [...countByNumber].filter(([, count]) => count > 1).map(([number]) => number),
    different: [...different],
    foreign: [...countByNumber.keys()].filter((number) => !totalByNumber.has(number)),
  }
}

/** What a destination is owed of what was sold: an order or an invoice a sale. */
const soldAt = (sales: readonly Sale[], destination: Destination): readonly Numbered[] =>
  sales
    .filter((sale) => soldLines(sale).length > 0 && destinationsOf(sale.kind, sale.route).includes(destination))
    .map((sale) => ({ number: sale.number, total: saleParts(sale).sold }))

/** What Accurate is owed of what came back, above zero as it holds it. Forstok's returns are entered by a person. */
const returnedAtAccurate = (sales: readonly Sale[]): readonly Numbered[] =>
  sales
    .filter(
      ({ returnOf, lines }) =>
        returnOf !== null &&
        returnedLines({ lines }).length > 0 &&
        destinationsOf(returnOf.kind, returnOf.route).includes('accurate'),
    )
    .map((sale) => ({
      number: sale.returnNumber ?? sale.number,
      total: subtractRupiah(ZERO_RUPIAH, saleParts(sale).returned),
    }))

/** Compares every sale of the till (voided ones left out) with what the practice services hold. Cancelled orders count as held: they exist. */
export const compareWithTill = (sales: readonly Sale[], holdings: PracticeHoldings): TillComparison => {
  const parts = sales.map(saleParts)
  return {
    saleCount: sales.length,
    saleTotal: sumOf(sales),
    sold: addRupiah(...parts.map((part) => part.sold)),
    returned: addRupiah(...parts.map((part) => part.returned)),
    rounding: addRupiah(...sales.map((sale) => sale.rounding)),
    forstok: compareWith(
      soldAt(sales, 'forstok'),
      holdings.orders.map((order) => ({ number: order.reference, total: order.total })),
    ),
    accurate: compareWith(
      soldAt(sales, 'accurate'),
      holdings.invoices.map((invoice) => ({
        number: invoice.number,
        total: subtractRupiah(invoice.total, invoice.discounted),
      })),
    ),
    accurateReturns: compareWith(returnedAtAccurate(sales), holdings.books.returns),
  }
}

/** `exact` when each document is there once with its total; `waiting` when some only have not arrived; `wrong` otherwise. */
export const judgeComparison = (comparison: DestinationComparison): 'exact' | 'waiting' | 'wrong' => {
  const isWrong = comparison.doubled.length > 0 || comparison.different.length > 0 || comparison.foreign.length > 0
  if (isWrong) return 'wrong'
  return comparison.missing.length > 0 ? 'waiting' : 'exact'
}
