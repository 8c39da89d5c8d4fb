import type { Rupiah } from '../../../shared/domain/money.ts'
import type { Sale, Tender, TenderMethod } from '../../../shared/domain/sale.ts'
import { registerDate } from '../register-time.ts'
import type { AccurateDirectory } from './invoice-mapping.ts'

const PAYMENT_METHODS: Readonly<Record<TenderMethod, string>> = {
  cash: 'CASH_OTHER',
  qris: 'QRIS',
  card: 'EDC',
  transfer: 'BANK_TRANSFER',
}

/** `<sale number>-<n>`, n from 1 in the order of the sale's tenders: the same tender always has the same number. */
export const receiptNumber = (sale: Sale, tenderIndex: number): string => `${sale.number}-${tenderIndex + 1}`

/** What the receipt of a tender pays: change is never part of it. */
export const receiptAmount = (tender: Tender): Rupiah => tender.applied

/** The body of sales-receipt/save.do for one tender. Throws for a tender that the sale does not have: that is a bug of the outbox. */
export const receiptBody = (sale: Sale, tenderIndex: number, directory: AccurateDirectory) => {
  const tender = sale.tenders[tenderIndex]
  if (tender === undefined) throw new Error(`Sale ${sale.number} has no tender ${tenderIndex}`)
  const amount = receiptAmount(tender)
  return {
    number: receiptNumber(sale, tenderIndex),
    transDate: registerDate(sale.paidAtMs, sale.utcOffsetMinutes),
    customerNo: directory.customerNo,
    bankNo: directory.bankNos[tender.method],
    chequeAmount: amount,
    paymentMethod: PAYMENT_METHODS[tender.method],
    description: `Konter ${sale.register}, ${sale.number}${tender.reference === null ? '' : `, ref ${tender.reference}`}`,
    detailInvoice: [{ invoiceNo: sale.number, paymentAmount: amount }],
  }
}
