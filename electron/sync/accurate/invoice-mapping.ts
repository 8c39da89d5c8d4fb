import type { Sale } from '../../../shared/domain/sale.ts'
import { registerDate } from '../register-time.ts'

/** The shop's names and numbers in its Accurate company. */
export type AccurateDirectory = {
  readonly customerNo: string
  readonly warehouseName: string
  /** Number of the cash or bank account that takes each kind of tender. */
  readonly bankNos: Readonly<Record<'cash' | 'qris' | 'card' | 'transfer', string>>
}

const description = (sale: Sale): string =>
  [
    `Konter ${sale.register}, kasir ${sale.cashier}`,
    sale.delivery === null
      ? ''
      : `kirim: ${sale.delivery.courier}${sale.delivery.awb === null ? '' : ` ${sale.delivery.awb}`}`,
    sale.note,
  ]
    .filter((part) => part !== '')
    .join(' | ')

/**
 * The body of sales-invoice/save.do. Prices are what the buyer paid, so no discount is sent (a percent and an amount on one line make
 * Accurate drop the amount). Prices include what tax there is; the tax itself is not reported yet.
 */
export const invoiceBody = (sale: Sale, directory: AccurateDirectory) => {
  const { delivery } = sale
  return {
    number: sale.number,
    transDate: registerDate(sale.paidAtMs, sale.utcOffsetMinutes),
    customerNo: directory.customerNo,
    taxable: false,
    inclusiveTax: false,
    description: description(sale),
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
    detailItem: sale.lines.map((line) => ({
      itemNo: line.sku,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      warehouseName: directory.warehouseName,
    })),
  }
}
