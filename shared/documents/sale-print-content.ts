import type { PrintContent } from '../domain/print-job.ts'
import type { Sale } from '../domain/sale.ts'
import type { SellingRules } from '../domain/selling-rules.ts'
import type { TenderConfirmation } from '../ipc/contract.ts'
import { receiptQris } from './receipt-qris.ts'
import { withConfirmations } from './with-confirmations.ts'

/** What a stored sale prints now, on paper and in pictures of it. */
export const salePrintContent = (
  stored: { readonly sale: Sale; readonly confirmations: readonly TenderConfirmation[] },
  qris: SellingRules['qris'],
): Extract<PrintContent, { type: 'sale' }> => {
  const sale = withConfirmations(stored.sale, stored.confirmations)
  const qrisPayload = receiptQris(sale, qris)
  return { type: 'sale', sale, ...(qrisPayload === null ? {} : { qrisPayload }) }
}
