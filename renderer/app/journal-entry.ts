import { failure, success, type Result } from '../../shared/domain/result.ts'
import type { SalePaper } from '../../shared/domain/sale-paper.ts'
import type { Sale, UnnumberedSale } from '../../shared/domain/sale.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { ActionableError, SaleHandoverRequest } from '../../shared/ipc/contract.ts'
import { messageOf, type ReportProblem } from './report-problem.ts'

/** What the cashier is told when the journal gave no answer. */
export const journalSilent = (detail: string): ActionableError => ({
  code: 'journal.no-answer',
  message: {
    id: 'Penjualan belum tersimpan. Tekan Bayar sekali lagi untuk keranjang ini; jangan buat keranjang baru.',
    en: 'The sale is not stored yet. Press Pay again for this basket; do not ring it up anew.',
  },
  detail,
})

/** A sale as the journal holds it, with what an earlier try to pay it gave to printers. */
export type HeldSale = { readonly sale: Sale; readonly earlierPapers: readonly SalePaper[] }

/** The journal's side of paying, and what it may hold of sales that are not in the database yet. */
export type JournalEntryOfSale = {
  /** Numbers the sale and makes it durable; at the first try `handover` goes to its printers. */
  readonly append: (
    sale: UnnumberedSale,
    highest: { readonly sale: number; readonly return: number },
    handover: SaleHandoverRequest | null,
  ) => Promise<Result<HeldSale, ActionableError>>
  /** What the journal holds of an earlier try: paying the same again writes exactly this. Null when it holds nothing. */
  readonly find: (saleId: string) => Promise<Result<HeldSale | null, ActionableError>>
  /** The sale is written, or is to be priced anew. */
  readonly forget: (saleId: string) => void
  /** What was journaled is no sale after all. */
  readonly discard: (saleId: string, reason: string) => Promise<void>
}

/** Keeps track of what was journaled, for as long as the page lives. */
export const createJournalEntry = (
  bridge: Pick<Bridge, 'appendSaleToJournal' | 'readJournaledSales' | 'discardJournaledSale'>,
  report: ReportProblem,
): JournalEntryOfSale => {
  // What the journal holds and the database does not: the same sale need not be journaled twice.
  const journaled = new Map<string, HeldSale>()
  // Appending gave no answer: the journal may hold the sale or not.
  const uncertain = new Set<string>()
  return {
    append: async (sale, highest, handover) => {
      try {
        const answer = await bridge.appendSaleToJournal({
          sale,
          highestKnownSequence: highest.sale,
          highestKnownReturnSequence: highest.return,
          handover,
        })
        if (!answer.ok) return answer
        const { number, returnNumber, earlierPapers } = answer.value
        const numbered: Sale = { ...sale, number, returnNumber }
        journaled.set(sale.id, { sale: numbered, earlierPapers: [...earlierPapers, ...(handover?.papers ?? [])] })
        return success({ sale: numbered, earlierPapers })
      } catch (error) {
        uncertain.add(sale.id)
        report('pay', error)
        return failure(journalSilent(messageOf(error)))
      }
    },
    find: async (saleId) => {
      const known = journaled.get(saleId)
      if (known !== undefined) return success(known)
      if (!uncertain.has(saleId)) return success(null)
      try {
        const [held] = await bridge.readJournaledSales({ saleIds: [saleId] })
        return success(held === undefined ? null : { sale: held.sale, earlierPapers: held.papers })
      } catch (error) {
        return failure(journalSilent(messageOf(error)))
      }
    },
    forget: (saleId) => {
      journaled.delete(saleId)
      uncertain.delete(saleId)
    },
    discard: async (saleId, reason) => {
      await bridge.discardJournaledSale({ saleId, reason }).catch((error: unknown) => report('journal', error))
    },
  }
}
