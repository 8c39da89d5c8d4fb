import { allocate } from '../../../shared/domain/allocate.ts'
import { addRupiah, subtractRupiah, ZERO_RUPIAH, type Rupiah } from '../../../shared/domain/money.ts'
import { formatQuantity, priceTimes } from '../../../shared/domain/quantity.ts'
import { lineTotal, roundingParts, soldLines } from '../../../shared/domain/sale-sums.ts'
import type { Sale, SaleLine } from '../../../shared/domain/sale.ts'

/** One unit as Forstok takes it: the catalogue's price, and what it was sold for. */
export type OrderRow = { readonly sku: string; readonly price: Rupiah; readonly sale_price: Rupiah }

/** What of a sale Forstok's fields carry. The rows' sale prices less the discount are the sale's sold part. */
export type OrderAmounts = {
  readonly rows: readonly OrderRow[]
  /** The order's own discount, 0 or more. */
  readonly discount: Rupiah
}

/** True for a line that travels as one row at its whole amount: Forstok counts whole pieces only. */
const isOneRow = (line: SaleLine): boolean => line.soldBy === 'weight' || !Number.isInteger(line.quantity)

const unitCount = (line: SaleLine): number => (isOneRow(line) ? 1 : line.quantity)

const share = (total: Rupiah, weights: readonly number[]): readonly Rupiah[] => {
  if (total === 0) return weights.map(() => ZERO_RUPIAH)
  const weighed = weights.some((weight) => weight > 0) ? weights : weights.map(() => 1)
  return allocate(total, weighed)
}

/** The rows of one line before the basket's discount, with their share of tax that stands on top of prices: Forstok has no tax field. */
const rowsOf = (line: SaleLine): readonly OrderRow[] => {
  const count = unitCount(line)
  const price = isOneRow(line) ? priceTimes(line.regularPrice, line.quantity) : line.regularPrice
  const amount = addRupiah(lineTotal(line), line.basketDiscount)
  return share(
    amount,
    Array.from({ length: count }, () => 1),
  ).map((salePrice) => ({ sku: line.sku, price, sale_price: salePrice }))
}

/**
 * What is sold in the fields that Forstok has (regular and selling price per unit, one discount an order, no tax, no
 * rounding): the basket's discount and rounding down are the order's discount; rounding up makes that discount smaller,
 * and what it has more than the discount is spread over the rows. Never a price or a discount below 0.
 */
export const orderRows = (sale: Pick<Sale, 'lines' | 'rounding'>): OrderAmounts => {
  const lines = soldLines(sale)
  const rows = lines.flatMap(rowsOf)
  const basketDiscount = addRupiah(...lines.map((line) => line.basketDiscount))
  const discount = subtractRupiah(basketDiscount, roundingParts(sale).sold)
  if (discount >= 0) return { rows, discount }
  const extra = share(
    subtractRupiah(ZERO_RUPIAH, discount),
    rows.map((row) => row.sale_price),
  )
  const raised = rows.map((row, index) => ({
    ...row,
    sale_price: addRupiah(row.sale_price, extra[index] ?? ZERO_RUPIAH),
  }))
  return { rows: raised, discount: ZERO_RUPIAH }
}

/** What Forstok's rows cannot say of weighed lines: `GULA-CURAH 1,25 kg`. */
export const weighedNotes = (sale: Pick<Sale, 'lines'>): readonly string[] =>
  soldLines(sale)
    .filter(isOneRow)
    .map((line) => `${line.sku} ${formatQuantity(line.quantity)} kg`)
