import type { Sale } from '../domain/sale.ts'
import type { TenderConfirmation } from '../ipc/contract.ts'

/** The sale as it stands now: payments that somebody has seen arrive since count as confirmed. Those of other sales are passed over. */
export const withConfirmations = (sale: Sale, confirmations: readonly TenderConfirmation[]): Sale => {
  const seen = new Set(confirmations.filter((each) => each.saleId === sale.id).map((each) => each.tenderIndex))
  if (seen.size === 0) return sale
  const tenders = sale.tenders.map((tender, place) => (seen.has(place) ? { ...tender, isConfirmed: true } : tender))
  return { ...sale, tenders }
}
