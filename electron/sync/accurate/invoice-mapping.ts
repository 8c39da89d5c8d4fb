import { success, type Result } from '../../../shared/domain/result.ts'
import { soldLines } from '../../../shared/domain/sale-sums.ts'
import type { Sale, TenderMethod } from '../../../shared/domain/sale.ts'
import type { Attention } from '../../../shared/domain/step.ts'
import { registerDate } from '../register-time.ts'
import { accurateTotals } from './accurate-totals.ts'
import { isTaxable, soldRows } from './item-rows.ts'
import { lacking } from './missing-setup.ts'

/** The shop's names and numbers in its Accurate company. What only some documents need may be null. */
export type AccurateDirectory = {
  readonly customerNo: string
  readonly warehouseName: string
  /** Of what comes back and cannot be sold again. */
  readonly scrapWarehouseName: string | null
  /** All that are in use. */
  readonly warehouses: readonly { readonly id: string; readonly name: string }[]
  /** Number of the cash or bank account that takes each kind of tender. */
  readonly bankNos: Readonly<Record<Exclude<TenderMethod, 'deposit'>, string>> & { readonly deposit: string | null }
  readonly roundingAccountNo: string | null
  /** Of stock found or lost; null leaves it to the preferences of the company. */
  readonly adjustmentAccountNo: string | null
}

/** A body, or what a person must set up in Accurate before there can be one. */
export type Body<Value> = Result<Value, Attention>

/** What stands in a document's description for people. */
export const describe = (sale: Sale): string =>
  [
    `Konter ${sale.register}, kasir ${sale.cashier}`,
    sale.returnOf === null ? '' : `retur dari ${sale.returnOf.number}`,
    sale.delivery === null
      ? ''
      : `kirim: ${sale.delivery.courier}${sale.delivery.awb === null ? '' : ` ${sale.delivery.awb}`}`,
    sale.note,
  ]
    .filter((part) => part !== '')
    .join(' | ')

/** Cash rounding as an expense on its own account. */
export const roundingExpense = (accountNo: string, expenseAmount: number) => ({
  accountNo,
  expenseName: 'Pembulatan',
  expenseAmount,
})

/**
 * The body of sales-invoice/save.do: what is sold. Discounts go as rupiah for the row, never as a percent (a row with both
 * loses the rupiah), and tax is always included in the prices. `charField1` carries the sale's id, by which the document is
 * known as this register's own.
 */
export const invoiceBody = (sale: Sale, directory: AccurateDirectory) => {
  const { delivery } = sale
  const lines = soldLines(sale)
  const { invoiceExpense } = accurateTotals(sale)
  const { roundingAccountNo } = directory
  if (invoiceExpense > 0 && roundingAccountNo === null) return lacking('roundingAccount')
  const taxable = isTaxable(sale, lines)
  return success({
    number: sale.number,
    transDate: registerDate(sale.paidAtMs, sale.utcOffsetMinutes),
    customerNo: directory.customerNo,
    taxable,
    inclusiveTax: taxable,
    description: describe(sale),
    charField1: sale.id,
    ...(delivery === null
      ? {}
      : {
          toAddress: [
            delivery.recipientName,
            delivery.phone,
            delivery.address,
            `${delivery.subDistrict}, ${delivery.district}, ${delivery.city}, ${delivery.province} ${delivery.postalCode}`,
          ].join('\n'),
        }),
    detailItem: soldRows(sale, lines, directory.warehouseName),
    ...(invoiceExpense > 0 && roundingAccountNo !== null
      ? { detailExpense: [roundingExpense(roundingAccountNo, invoiceExpense)] }
      : {}),
  })
}
