import { success } from '../../../shared/domain/result.ts'
import type { Sale, Tender, TenderMethod } from '../../../shared/domain/sale.ts'
import { registerDate } from '../register-time.ts'
import { accurateTotals } from './accurate-totals.ts'
import type { AccurateDirectory } from './invoice-mapping.ts'
import { lacking } from './missing-setup.ts'
import { returnNumberOf } from './return-mapping.ts'

const PAYMENT_METHODS: Readonly<Record<TenderMethod, string>> = {
  cash: 'CASH_OTHER',
  qris: 'QRIS',
  card: 'EDC',
  transfer: 'BANK_TRANSFER',
  deposit: 'OTHERS',
}

/** `<sale number>-<n>`, n from 1 in the order of the sale's tenders: the same tender always has the same number. */
export const receiptNumber = (sale: Sale, tenderIndex: number): string => `${sale.number}-${tenderIndex + 1}`

/** The number of the document by which what comes back pays for what is sold. */
export const offsetNumber = (sale: Sale): string => `${sale.number}-OFFSET`

const tenderOf = (sale: Sale, tenderIndex: number): Tender => {
  const tender = sale.tenders[tenderIndex]
  if (tender === undefined) throw new Error(`Sale ${sale.number} has no tender ${tenderIndex}`)
  return tender
}

const header = (sale: Sale, directory: AccurateDirectory, number: string, words: string) => ({
  number,
  transDate: registerDate(sale.paidAtMs, sale.utcOffsetMinutes),
  customerNo: directory.customerNo,
  description: `Konter ${sale.register}, ${words}`,
})

const withReference = (words: string, { reference }: Tender): string =>
  reference === null ? words : `${words}, ref ${reference}`

const roundingDiscount = (accountNo: string, amount: number) => [{ accountNo, amount, discountNotes: 'Pembulatan' }]

/**
 * The body of sales-receipt/save.do for one tender: what of it pays the sale, without the change. The last receipt in cash
 * also writes off what was rounded down. Throws for a tender that the sale does not have: that is a bug of the outbox.
 */
export const receiptBody = (sale: Sale, tenderIndex: number, directory: AccurateDirectory) => {
  const tender = tenderOf(sale, tenderIndex)
  const bankNo = directory.bankNos[tender.method]
  if (bankNo === null) return lacking('depositAccount')
  const { discountTenderIndex, invoiceDiscount } = accurateTotals(sale)
  const discount = discountTenderIndex === tenderIndex ? invoiceDiscount : 0
  const { roundingAccountNo } = directory
  if (discount > 0 && roundingAccountNo === null) return lacking('roundingAccount')
  return success({
    ...header(sale, directory, receiptNumber(sale, tenderIndex), withReference(sale.number, tender)),
    bankNo,
    chequeAmount: tender.applied,
    paymentMethod: PAYMENT_METHODS[tender.method],
    detailInvoice: [
      {
        invoiceNo: sale.number,
        paymentAmount: tender.applied,
        ...(discount > 0 && roundingAccountNo !== null
          ? { detailDiscount: roundingDiscount(roundingAccountNo, discount) }
          : {}),
      },
    ],
  })
}

/**
 * The body of a receipt that settles a return, since no public text shows how Accurate's API pays one back: inferred from
 * its own screens, where a return stands in a customer's receipt as a row below zero. With a tender it is money given back
 * (a receipt below zero against the return); without one it sets off what comes back against what is sold (a receipt of 0
 * over both). A refusal therefore goes to a person, who enters it by hand.
 */
export const settleReturnBody = (sale: Sale, tenderIndex: number | null, directory: AccurateDirectory) => {
  if (tenderIndex !== null) {
    const tender = tenderOf(sale, tenderIndex)
    const bankNo = directory.bankNos[tender.method]
    if (bankNo === null) return lacking('depositAccount')
    return success({
      ...header(
        sale,
        directory,
        receiptNumber(sale, tenderIndex),
        withReference(`pengembalian ${returnNumberOf(sale)}`, tender),
      ),
      bankNo,
      chequeAmount: tender.applied,
      paymentMethod: PAYMENT_METHODS[tender.method],
      detailInvoice: [{ invoiceNo: returnNumberOf(sale), paymentAmount: tender.applied }],
    })
  }
  const { offset } = accurateTotals(sale)
  return success({
    ...header(sale, directory, offsetNumber(sale), `tukar ${returnNumberOf(sale)} dengan ${sale.number}`),
    bankNo: directory.bankNos.cash,
    chequeAmount: 0,
    paymentMethod: PAYMENT_METHODS.cash,
    detailInvoice: [
      { invoiceNo: sale.number, paymentAmount: offset },
      { invoiceNo: returnNumberOf(sale), paymentAmount: 0 - offset },
    ],
  })
}
