import { success } from '../../../shared/domain/result.ts'
import { returnedLines } from '../../../shared/domain/sale-sums.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import { registerDate } from '../register-time.ts'
import { accurateTotals } from './accurate-totals.ts'
import { describe, roundingExpense, type AccurateDirectory } from './invoice-mapping.ts'
import { isTaxable, returnedRows, scrappedQuantity } from './item-rows.ts'
import { lacking } from './missing-setup.ts'

/** The number of the document of what comes back: an exchange has one for each of its two parts. */
export const returnNumberOf = (sale: Pick<Sale, 'number' | 'returnNumber'>): string => sale.returnNumber ?? sale.number

/**
 * The body of sales-return/save.do: what comes back, with quantities and amounts above zero, against the invoice of the
 * earlier sale. The specification marks `taxDate` and `detailExpense` as required, so both are always sent. Throws for a
 * sale from which nothing comes back: that is a bug of the outbox.
 */
export const returnBody = (sale: Sale, directory: AccurateDirectory) => {
  const { returnOf } = sale
  if (returnOf === null) throw new Error(`Sale ${sale.number} takes nothing back`)
  const lines = returnedLines(sale)
  const { returnExpense, returnDiscount } = accurateTotals(sale)
  const { roundingAccountNo, scrapWarehouseName } = directory
  if (returnExpense > 0 && roundingAccountNo === null) return lacking('roundingAccount')
  if (scrapWarehouseName === null && lines.some((line) => scrappedQuantity(line) > 0)) return lacking('scrapWarehouse')
  const transDate = registerDate(sale.paidAtMs, sale.utcOffsetMinutes)
  const taxable = isTaxable(sale, lines)
  return success({
    number: returnNumberOf(sale),
    returnType: 'INVOICE',
    invoiceNumber: returnOf.number,
    transDate,
    taxDate: transDate,
    customerNo: directory.customerNo,
    taxable,
    inclusiveTax: taxable,
    description: describe(sale),
    charField1: sale.id,
    detailItem: returnedRows(sale, lines, { shelf: directory.warehouseName, scrap: scrapWarehouseName }),
    detailExpense:
      returnExpense > 0 && roundingAccountNo !== null ? [roundingExpense(roundingAccountNo, returnExpense)] : [],
    ...(returnDiscount > 0 ? { cashDiscount: returnDiscount } : {}),
  })
}
