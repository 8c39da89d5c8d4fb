import { addRupiah, ZERO_RUPIAH } from '../../../shared/domain/money.ts'
import type { Rupiah } from '../../../shared/domain/money.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import type { PracticeHoldings } from '../../../shared/ipc/practice.ts'

/** One service's copies of the till's sales, compared by sale number. */
export type DestinationComparison = {
  readonly heldCount: number
  readonly heldTotal: Rupiah
  /** The till's sales that this service holds (once or more). */
  readonly arrivedCount: number
  /** Sale numbers that the till knows and the service does not hold yet. */
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
  readonly saleTotal: Rupiah
  readonly forstok: DestinationComparison
  readonly accurate: DestinationComparison
}

type Held = { readonly number: string; readonly total: Rupiah }

const sumOf = (records: readonly { readonly total: Rupiah }[]): Rupiah =>
  records.reduce<Rupiah>((sum, record) => addRupiah(sum, record.total), ZERO_RUPIAH)

const compareWith = (sales: readonly Sale[], held: readonly Held[]): DestinationComparison => {
  const saleByNumber = new Map(sales.map((sale) => [sale.number, sale]))
  const countByNumber = new Map<string, number>()
  const different = new Set<string>()
  for (const record of held) {
    countByNumber.set(record.number, (countByNumber.get(record.number) ?? 0) + 1)
    const sale = saleByNumber.get(record.number)
    if (sale !== undefined && sale.total !== record.total) different.add(record.number)
  }
  const missing = sales.filter((sale) => !countByNumber.has(sale.number)).map((sale) => sale.number)
  return {
    heldCount: held.length,
    heldTotal: sumOf(held),
    arrivedCount: sales.length - missing.length,
    missing,
    doubled: [...countByNumber].filter(([, count]) => count > 1).map(([number]) => number),
    different: [...different],
    foreign: [...countByNumber.keys()].filter((number) => !saleByNumber.has(number)),
  }
}

/** Compares every sale of the till with what the practice services hold. Cancelled orders count as held: they exist. */
export const compareWithTill = (sales: readonly Sale[], holdings: PracticeHoldings): TillComparison => ({
  saleCount: sales.length,
  saleTotal: sumOf(sales),
  forstok: compareWith(
    sales,
    holdings.orders.map((order) => ({ number: order.reference, total: order.total })),
  ),
  accurate: compareWith(sales, holdings.invoices),
})

/** `exact` when each sale is there once with its total; `waiting` when some only have not arrived; `wrong` otherwise. */
export const judgeComparison = (comparison: DestinationComparison): 'exact' | 'waiting' | 'wrong' => {
  const isWrong = comparison.doubled.length > 0 || comparison.different.length > 0 || comparison.foreign.length > 0
  if (isWrong) return 'wrong'
  return comparison.missing.length > 0 ? 'waiting' : 'exact'
}
