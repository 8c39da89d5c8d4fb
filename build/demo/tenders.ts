import { type Rupiah, rupiah } from '../../shared/domain/money.ts'
import type { TenderEntry } from '../../renderer/app/till.ts'

const upTo = (total: number, note: number): Rupiah => rupiah(Math.ceil(total / note) * note)

/** How the buyer of the demo's n-th sale pays: mostly cash with change, then QRIS, card, transfer, and a split of QRIS and cash. */
export const demoTenders = (index: number, total: Rupiah): readonly TenderEntry[] => {
  if (total === 0) return []
  switch (index % 10) {
    case 6:
      return [{ method: 'qris', amount: total, reference: null, isConfirmed: true }]
    case 7:
      return [{ method: 'card', amount: total, reference: `EDC${index}`, isConfirmed: true }]
    case 8:
      return [{ method: 'transfer', amount: total, reference: null, isConfirmed: true }]
    case 9: {
      const byQris = rupiah(Math.floor(total / 2))
      if (byQris === 0) return [{ method: 'cash', amount: upTo(total, 500), reference: null, isConfirmed: true }]
      return [
        { method: 'qris', amount: byQris, reference: null, isConfirmed: true },
        { method: 'cash', amount: upTo(total - byQris, 1000), reference: null, isConfirmed: true },
      ]
    }
    default:
      return [{ method: 'cash', amount: upTo(total, 5000), reference: null, isConfirmed: true }]
  }
}
