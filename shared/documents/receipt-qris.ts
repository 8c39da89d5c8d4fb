import { addRupiah, type Rupiah } from '../domain/money.ts'
import { withAmount } from '../domain/qris-payload.ts'
import type { Sale } from '../domain/sale.ts'
import type { SellingRules } from '../domain/selling-rules.ts'

/** What a sale's QRIS payments come to that nobody has seen arrive: what its code asks for. */
export const openQris = ({ tenders }: Pick<Sale, 'tenders'>): Rupiah => {
  const open = tenders.filter(({ method, isConfirmed, amount }) => method === 'qris' && !isConfirmed && amount > 0)
  return addRupiah(...open.map(({ amount }) => amount))
}

/**
 * What the QRIS code on a sale's receipt says: the shop's own code with the amount that nobody has seen arrive. Null when
 * there is no such payment, the shop wants no code on receipts, or its code cannot be read.
 */
export const receiptQris = (sale: Pick<Sale, 'tenders'>, qris: SellingRules['qris']): string | null => {
  const amount = openQris(sale)
  if (!qris.printsOnReceipt || amount === 0) return null
  const payload = withAmount(qris.payload, amount)
  return payload.ok ? payload.value : null
}
