import type { Approval } from '../../shared/domain/approval.ts'
import { isEmptyBasket } from '../../shared/domain/basket-rules.ts'
import type { Basket } from '../../shared/domain/basket.ts'
import { refuse } from '../../shared/domain/refuse.ts'
import { success, type Result } from '../../shared/domain/result.ts'
import type { SaleHistory } from '../../shared/domain/return-line.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { ActionableError } from '../../shared/ipc/contract.ts'
import { confirmStoredTender } from '../storage/confirm-tender.ts'
import type { TillDatabase } from '../storage/database.ts'
import { payJournalDebts } from '../storage/journal-debts.ts'
import { putParked, takeParked } from '../storage/parked-store.ts'
import { readHistory } from '../storage/sale-history.ts'
import { findSales } from '../storage/sales-list.ts'
import { readSettings } from '../storage/settings-store.ts'
import { voidStoredSale } from '../storage/void-sale.ts'
import type { ReportProblem } from './report-problem.ts'
import type { SaleRow } from './till.ts'

/** What can be done with sales after they were paid, and with baskets before. */
export type SaleCommands = {
  /** Sales by number (typed or scanned from the receipt, any case), or by words of items, SKUs and recipient; newest first. */
  readonly findSales: (text: string, limit: number) => Promise<readonly SaleRow[]>
  /** A sale with everything that has come back of it (voided returns left out); null when it is not at this till, or was voided. */
  readonly readHistory: (saleId: string) => Promise<SaleHistory | null>
  /**
   * Calls a sale off before anything of it was sent: nothing is owed any more and its goods are back. Refused, with the
   * remedy (a return), once a step was tried, in another shift, or when something has come back of it already.
   */
  readonly voidSale: (saleId: string, approval: Approval) => Promise<Result<null, ActionableError>>
  /** Somebody has seen the payment arrive. */
  readonly confirmTender: (saleId: string, tenderIndex: number) => Promise<Result<null, ActionableError>>
  /** Puts a basket aside; it survives a restart and owes nothing. */
  readonly parkBasket: (basket: Basket) => Promise<Result<null, ActionableError>>
  /** Takes a parked basket up again; null when somebody else has, or it cannot be read. */
  readonly takeParked: (basketId: string) => Promise<Basket | null>
}

type Options = {
  readonly database: TillDatabase
  readonly bridge: Pick<Bridge, 'noteSaleVoided' | 'noteTenderConfirmed'>
  readonly now: () => number
  readonly report: ReportProblem
  /** Settles when everything that was lost has been put back; settled all along otherwise. */
  readonly recoveryIsDone: () => Promise<unknown>
}

/** Makes the commands over sales that are paid and baskets that are not. */
export const createSaleCommands = ({ database, bridge, now, report, recoveryIsDone }: Options): SaleCommands => {
  /** The journal is told at once; what it does not take is owed to it until the next start. */
  const tellJournal = async (saleId: string): Promise<void> => {
    await payJournalDebts(database, bridge, saleId).catch((error: unknown) => report('journal', error))
  }
  const cashier = async (): Promise<string> => (await readSettings(database)).cashier

  return {
    findSales: (text, limit) => findSales(database, text, limit),
    readHistory: (saleId) => readHistory(database, saleId),
    voidSale: async (saleId, approval) => {
      // What has come back of it may be among what is still to be put back.
      await recoveryIsDone()
      const voided = await voidStoredSale(database, saleId, approval)
      if (!voided.ok) return voided
      await tellJournal(saleId)
      return success(null)
    },
    confirmTender: async (saleId, tenderIndex) => {
      const by = await cashier()
      const confirmed = await confirmStoredTender(database, { saleId, tenderIndex, atMs: now(), by })
      if (!confirmed.ok) return confirmed
      await tellJournal(saleId)
      return success(null)
    },
    parkBasket: async (basket) => {
      if (isEmptyBasket(basket)) return refuse('park.empty', 'Keranjang masih kosong.', 'The basket is empty.')
      const isParked = await putParked(database, basket, { nowMs: now(), by: await cashier() })
      return isParked
        ? success(null)
        : refuse(
            'park.paid',
            'Keranjang ini sudah dibayar. Buka keranjang baru.',
            'This basket has been paid already. Open a new one.',
          )
    },
    takeParked: (basketId) => takeParked(database, basketId),
  }
}
