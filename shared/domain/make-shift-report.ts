import type { TenderConfirmation, Voiding } from '../ipc/contract.ts'
import { addRupiah, subtractRupiah, ZERO_RUPIAH, type Rupiah } from './money.ts'
import { lineGross, lineTotal, returnedLines, soldLines } from './sale-sums.ts'
import { parseSaleNumber } from './sale-number.ts'
import { TENDER_METHODS, type Sale, type SaleLine, type Shop, type Tender } from './sale.ts'
import { expectedCash } from './shift-cash.ts'
import type { CashMove, Shift } from './shift.ts'
import type { ShiftReport } from './shift-report.ts'
import type { TaxRate } from './tax.ts'

/** A sale of a shift with what became of it since it was paid. */
export type ShiftSale = {
  readonly sale: Sale
  readonly voiding: Pick<Voiding, 'saleId'> | null
  readonly confirmations: readonly Pick<TenderConfirmation, 'tenderIndex'>[]
}

/** All that a report is made of. */
export type ShiftReportSource = {
  readonly shift: Shift
  readonly sales: readonly ShiftSale[]
  readonly cashMoves: readonly CashMove[]
  readonly shop: Shop
  readonly madeAtMs: number
}

// One at a time: a shift that nobody closed for months has more lines than a call may have arguments.
const sumOf = <Each>(all: readonly Each[], amountOf: (each: Each) => Rupiah): Rupiah =>
  all.reduce((sum, each) => addRupiah(sum, amountOf(each)), ZERO_RUPIAH)

/** Sums lines of the sales that have any of them: an exchange counts once in what is sold and once in what came back. */
const partOf = (sales: readonly Sale[], linesOf: (sale: Sale) => readonly SaleLine[]): ShiftReport['sold'] => {
  const parts = sales.map(linesOf).filter((lines) => lines.length > 0)
  return { count: parts.length, amount: sumOf(parts.flat(), lineTotal) }
}

const byTenderOf = (tenders: readonly Tender[]): ShiftReport['byTender'] =>
  TENDER_METHODS.flatMap((method) => {
    const own = tenders.filter((tender) => tender.method === method)
    if (own.length === 0) return []
    const appliedOf = (tender: Tender): Rupiah => tender.applied
    return [
      {
        method,
        count: own.length,
        received: sumOf(
          own.filter((tender) => tender.applied > 0),
          appliedOf,
        ),
        refunded: sumOf(
          own.filter((tender) => tender.applied < 0),
          appliedOf,
        ),
      },
    ]
  })

/** The rates at which anything was taxed, each once, in whatever order the sales are given. */
const taxRatesOf = (sales: readonly Sale[]): readonly TaxRate[] => {
  const rates = sales.flatMap(({ tax, lines }) =>
    tax !== null && lines.some((line) => line.isTaxed) ? [tax.rate] : [],
  )
  const byWords = new Map(rates.map((rate) => [JSON.stringify(rate), rate]))
  return [...byWords].toSorted(([one], [other]) => one.localeCompare(other)).map(([, rate]) => rate)
}

const byCashierOf = (sales: readonly Sale[]): ShiftReport['byCashier'] =>
  [...new Set(sales.map((sale) => sale.cashier))]
    .toSorted((left, right) => left.localeCompare(right))
    .map((cashier) => {
      const own = sales.filter((sale) => sale.cashier === cashier)
      return { cashier, count: own.length, total: sumOf(own, (sale) => sale.total) }
    })

const unconfirmedOf = (sales: readonly ShiftSale[]): ShiftReport['unconfirmed'] => {
  const open = sales.flatMap(({ sale, confirmations }) =>
    sale.tenders.filter(
      (tender, index) => !tender.isConfirmed && confirmations.every((each) => each.tenderIndex !== index),
    ),
  )
  return { count: open.length, amount: sumOf(open, (tender) => tender.applied) }
}

/** The numbers of the series of sales, oldest first; voided ones are part of it, returns have a series of their own. */
const saleNumbersOf = (sales: readonly ShiftSale[]): readonly string[] =>
  sales
    .flatMap(({ sale: { number } }) => {
      const parts = parseSaleNumber(number)
      return parts === null || parts.series !== 'sale' ? [] : [{ number, ...parts }]
    })
    .toSorted((one, other) => one.day.localeCompare(other.day) || one.sequence - other.sequence)
    .map(({ number }) => number)

/**
 * The X report of an open shift (as it stands at `madeAtMs`) or the Z report of a closed one. `sales` are those of the
 * shift in any order. What was voided is counted apart and stands in no sum. The sums hold by construction: see
 * shift-report.ts.
 */
export const makeShiftReport = (kind: ShiftReport['kind'], source: ShiftReportSource): ShiftReport => {
  const { shift, cashMoves, shop, madeAtMs } = source
  const kept = source.sales.filter((each) => each.voiding === null)
  const voided = source.sales.filter((each) => each.voiding !== null)
  const sales = kept.map((each) => each.sale)
  const lines = sales.flatMap((sale) => sale.lines)
  const gross = sumOf(lines, lineGross)
  const lineDiscounts = sumOf(lines, (line) => line.lineDiscount)
  const basketDiscounts = sumOf(lines, (line) => line.basketDiscount)
  const taxOnTop = sumOf(
    lines.filter((line) => !line.isTaxIncluded),
    (line) => line.tax,
  )
  const rounding = sumOf(sales, (sale) => sale.rounding)
  const tenders = sales.flatMap((sale) => sale.tenders)
  const cash = tenders.filter((tender) => tender.method === 'cash')
  const numbers = saleNumbersOf(source.sales)
  return {
    kind,
    madeAtMs,
    shop,
    shift,
    cashMoves: cashMoves.toSorted((one, other) => one.atMs - other.atMs || one.id.localeCompare(other.id)),
    sold: partOf(sales, soldLines),
    returned: partOf(sales, returnedLines),
    voided: { count: voided.length, amount: sumOf(voided, ({ sale }) => sale.total) },
    gross,
    lineDiscounts,
    basketDiscounts,
    taxBase: sumOf(lines, (line) => line.taxBase),
    taxRates: taxRatesOf(sales),
    untaxed: sumOf(
      lines.filter((line) => !line.isTaxed),
      lineTotal,
    ),
    tax: sumOf(lines, (line) => line.tax),
    taxOnTop,
    rounding,
    total: addRupiah(subtractRupiah(gross, addRupiah(lineDiscounts, basketDiscounts)), taxOnTop, rounding),
    byTender: byTenderOf(tenders),
    byCashier: byCashierOf(sales),
    unconfirmed: unconfirmedOf(kept),
    expectedCash: expectedCash(
      shift,
      sumOf(cash, (tender) => tender.applied),
      cashMoves,
    ),
    firstNumber: numbers[0] ?? null,
    lastNumber: numbers.at(-1) ?? null,
  }
}
