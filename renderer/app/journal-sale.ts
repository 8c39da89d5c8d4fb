import type { Basket } from '../../shared/domain/basket.ts'
import { priceSale } from '../../shared/domain/price-sale.ts'
import { success, type Result } from '../../shared/domain/result.ts'
import { unnumberedSaleSchema, type Sale, type UnnumberedSale } from '../../shared/domain/sale.ts'
import type { ActionableError } from '../../shared/ipc/contract.ts'
import type { PayContext } from '../storage/pay-context.ts'
import { documentsOfSale } from '../storage/write-sale.ts'
import type { JournalEntryOfSale } from './journal-entry.ts'
import { beginHandover, type HandoverDeps, type SaleHandover } from './sale-handover.ts'
import type { TenderEntry, TillSettings } from './till.ts'

/** One press on Pay, through all its tries. */
export type Payment = {
  readonly basket: Basket
  readonly tenders: readonly TenderEntry[]
  /** Its paper, from the first try on. */
  handover: SaleHandover | null
}

/** What is printed of a sale under the shop's settings. */
export const printsOf = (
  { kind }: Pick<Sale, 'kind'>,
  { printsReceipts, printsPickLists }: Pick<TillSettings, 'printsReceipts' | 'printsPickLists'>,
) => ({
  printsReceipt: printsReceipts,
  printsPickList: printsPickLists === 'always' || (printsPickLists === 'deliveries' && kind === 'delivery'),
})

const withoutNumber = (sale: UnnumberedSale): string => JSON.stringify(unnumberedSaleSchema.parse(sale))

/**
 * True while a sale of an earlier payment is what this basket and these payments make: nobody has changed them, and what comes
 * back has not come back otherwise meanwhile. Else the drawer and the receipt would not agree with what was entered.
 */
const isStillSold = (held: Sale, { basket, tenders }: Payment, { settings, history }: PayContext): boolean => {
  const { tax, cashRounding } = settings.selling
  const { paidAtMs, shiftId } = held
  const again = priceSale(basket, tenders, { ...settings, paidAtMs, tax, cashRounding, shiftId, history })
  return again.ok && withoutNumber(again.value) === withoutNumber(held)
}

/**
 * Makes the step of Pay that gives the sale as it stands in the journal, with its paper on the way: of an earlier payment while it
 * holds, or priced and journaled now.
 */
export const createJournalSale =
  (deps: HandoverDeps & { readonly entry: JournalEntryOfSale; readonly mintId: () => string }) =>
  async (
    payment: Payment,
    context: PayContext,
    paidAtMs: number,
  ): Promise<Result<{ readonly sale: Sale; readonly handover: SaleHandover }, ActionableError>> => {
    const { entry } = deps
    const { basket, tenders } = payment
    const { settings, history, openShift } = context
    const isFirstTry = payment.handover === null
    const handoverOf = (sale: UnnumberedSale): SaleHandover => {
      payment.handover ??= beginHandover(deps, documentsOfSale(sale, printsOf(sale, settings)), settings)
      return payment.handover
    }
    const held = isFirstTry ? await entry.find(basket.id) : success(null)
    if (!held.ok) return held
    if (held.value !== null && isStillSold(held.value.sale, payment, context)) {
      const { sale, earlierPapers } = held.value
      const handover = handoverOf(sale)
      handover.leaveOut(earlierPapers, 'run-ended')
      return success({ sale, handover })
    }
    const { tax, cashRounding } = settings.selling
    const shiftId = openShift?.id ?? deps.mintId()
    const priced = priceSale(basket, tenders, { ...settings, paidAtMs, tax, cashRounding, shiftId, history })
    if (!priced.ok) {
      // An earlier try was journaled, and is no sale: nobody is to be asked about it.
      if (!isFirstTry) await entry.discard(basket.id, priced.error.message.en)
      return priced
    }
    const handover = handoverOf(priced.value)
    // What comes back may have come back otherwise meanwhile, and then this is no sale yet: nothing is printed before it is written.
    const goesAtOnce = isFirstTry && basket.returns === null
    const appended = await entry.append(priced.value, context.highest, goesAtOnce ? handover.request : null)
    if (!appended.ok) return appended
    const { sale, earlierPapers } = appended.value
    if (isFirstTry) handover.leaveOut(earlierPapers, 'paid-anew')
    return success({ sale, handover })
  }
