import type { CashRounding } from '../cash-rounding.ts'
import type { TenderMethod } from '../sale.ts'

/** One row of an example's basket: price, quantity, and what is unusual about it. Discounts read `10%` or `2000` (rupiah). */
export type ExampleLine = readonly [
  price: number,
  quantity: number,
  other?: {
    readonly isWeighed?: boolean
    readonly isUntaxed?: boolean
    readonly isBundle?: boolean
    readonly override?: number
    readonly discount?: string
  },
]

/** What a line must come to: amount, tax base and tax. */
export type ExpectedLine = readonly [amount: number, base: number, tax: number]

/** How the shop sells on the day; fields left out: 2026-11-21, no tax, no rounding. */
export type ExampleTerms = {
  readonly day?: string
  readonly tax?: 'off' | 'included' | 'on-top'
  readonly rounding?: readonly [mode: CashRounding['mode'], unit: CashRounding['unit']]
}

type Pays = readonly (readonly [TenderMethod, number])[]

/** What must come out; left out: 0, and no tax. */
export type Expected = {
  readonly lines: readonly ExpectedLine[]
  /** After the lines' own discounts, of what is sold. */
  readonly subtotal?: number
  readonly discount?: number
  readonly tax?: readonly [base: number, amount: number]
  readonly rounding?: number
  readonly total: number
  readonly change?: number
}

/** One visit to the shop: what is bought, what of the first visit comes back (line, quantity), how it is paid. */
export type ExampleVisit = ExampleTerms & {
  readonly buys?: readonly ExampleLine[]
  readonly brings?: readonly (readonly [line: number, quantity: number])[]
  readonly discount?: string
  readonly pays: Pays
  readonly expected: Expected
}

/** A sale, and perhaps what comes back of it later, with every figure worked out by hand and where it follows from. */
export type WorkedExample = { readonly name: string; readonly source: string; readonly visits: readonly ExampleVisit[] }
