import { addRupiah } from '../domain/money.ts'
import { withAmount } from '../domain/qris-payload.ts'
import type { Sale } from '../domain/sale.ts'
import type { SellingRules } from '../domain/selling-rules.ts'

/**
 * What the QRIS code on a sale's receipt says: the shop's own code with the amount that nobody has seen arrive. Null when
 * there is no such payment, the shop wants no code on receipts, or its code cannot be read.
 */
export const receiptQris = (sale: Pick<Sale, 'tenders'>, qris: SellingRules['qris']): string | null => {
  const open = sale.tenders.filter((tender) => tender.method === 'qris' && !tender.isConfirmed && tender.amount > 0)
  if (!qris.printsOnReceipt || open.length === 0) return null
  const payload = withAmount(qris.payload, addRupiah(...open.map((tender) => tender.amount)))
  return payload.ok ? payload.value : null
}
