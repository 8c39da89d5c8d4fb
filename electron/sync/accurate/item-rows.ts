import { sliceOf } from '../../../shared/domain/allocate.ts'
import { addRupiah, rupiah, subtractRupiah, ZERO_RUPIAH, type Rupiah } from '../../../shared/domain/money.ts'
import { addQuantities, thousandthsOf, timesQuantity } from '../../../shared/domain/quantity.ts'
import { lineTotal } from '../../../shared/domain/sale-sums.ts'
import type { Sale, SaleLine } from '../../../shared/domain/sale.ts'
import { taxOn } from '../../../shared/domain/tax.ts'
import { exactRow } from './exact-row.ts'

/** A row of `detailItem`, of an invoice or a return. */
export type ItemRow = {
  readonly itemNo: string
  readonly quantity: number
  readonly unitPrice: number
  readonly itemCashDiscount: number
  readonly warehouseName: string
  readonly useTax1?: boolean
  readonly detailNotes?: string
}

type RowContext = { readonly tax: Sale['tax']; readonly isTaxable: boolean }
type Portion = {
  readonly quantity: number
  readonly amount: Rupiah
  readonly warehouseName: string
  readonly detailNotes?: string
}

/** The unit price with its tax in it: Accurate's documents always stand with tax included, so that its own rounding cannot move a total. */
const priceWithTax = (line: SaleLine, tax: Sale['tax']): Rupiah =>
  line.isTaxed && !line.isTaxIncluded && tax !== null
    ? addRupiah(line.unitPrice, taxOn(line.unitPrice, tax.rate, false).tax)
    : line.unitPrice

/** A bundle is its own row with the price, and its parts at price 0, which moves their stock (as Forstok's own Accurate integration does). */
const rowsOf = (line: SaleLine, portion: Portion, context: RowContext): readonly ItemRow[] => {
  const { warehouseName, detailNotes } = portion
  const shared = {
    warehouseName,
    ...(context.isTaxable ? { useTax1: line.isTaxed } : {}),
    ...(detailNotes === undefined ? {} : { detailNotes }),
  }
  const { quantity, unitPrice, itemCashDiscount } = exactRow(
    priceWithTax(line, context.tax),
    portion.quantity,
    portion.amount,
  )
  return [
    { itemNo: line.sku, quantity, unitPrice, itemCashDiscount, ...shared },
    ...line.components.map((component) => ({
      itemNo: component.sku,
      quantity: timesQuantity(component.quantity, portion.quantity),
      unitPrice: 0,
      itemCashDiscount: 0,
      ...shared,
    })),
  ]
}

/** Whether a document over these lines carries tax. */
export const isTaxable = (sale: Pick<Sale, 'tax'>, lines: readonly SaleLine[]): boolean =>
  sale.tax !== null && lines.some((line) => line.isTaxed)

/** The rows of sold lines, each coming to exactly what the buyer pays for the line. */
export const soldRows = (
  sale: Pick<Sale, 'tax'>,
  lines: readonly SaleLine[],
  warehouseName: string,
): readonly ItemRow[] => {
  const context = { tax: sale.tax, isTaxable: isTaxable(sale, lines) }
  return lines.flatMap((line) =>
    rowsOf(line, { quantity: line.quantity, amount: lineTotal(line), warehouseName }, context),
  )
}

/** What of a returned line does not go back on the shelf: broken, or never received. */
export const scrappedQuantity = (line: SaleLine): number =>
  addQuantities(-line.quantity, -(line.returned?.restocked ?? 0))

/**
 * The rows of lines that come back, with quantities and amounts above zero: what is restocked into the shop's warehouse,
 * the rest into the one for scrap. The amount is shared between the two without losing a rupiah.
 */
export const returnedRows = (
  sale: Pick<Sale, 'tax'>,
  lines: readonly SaleLine[],
  warehouses: { readonly shelf: string; readonly scrap: string | null },
): readonly ItemRow[] => {
  const context = { tax: sale.tax, isTaxable: isTaxable(sale, lines) }
  return lines.flatMap((line) => {
    const amount = subtractRupiah(ZERO_RUPIAH, lineTotal(line))
    const [restocked, scrapped] = [line.returned?.restocked ?? 0, scrappedQuantity(line)]
    const onShelf = sliceOf(amount, 0, thousandthsOf(restocked), thousandthsOf(-line.quantity))
    const detailNotes = line.returned?.reason ?? ''
    const portions: Portion[] = []
    if (restocked > 0)
      portions.push({ quantity: restocked, amount: onShelf, warehouseName: warehouses.shelf, detailNotes })
    if (scrapped > 0) {
      if (warehouses.scrap === null) throw new Error(`No warehouse for what is not restocked of ${line.sku}`)
      portions.push({
        quantity: scrapped,
        amount: rupiah(amount - onShelf),
        warehouseName: warehouses.scrap,
        detailNotes,
      })
    }
    return portions.flatMap((portion) => rowsOf(line, portion, context))
  })
}
