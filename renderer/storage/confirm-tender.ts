import { refuse } from '../../shared/domain/refuse.ts'
import { success, type Result } from '../../shared/domain/result.ts'
import type { ActionableError, TenderConfirmation } from '../../shared/ipc/contract.ts'
import type { TillDatabase } from './database.ts'
import { storedSaleSchema } from './rows.ts'

/** Notes that somebody saw a payment arrive. Refused for a payment that is not there or needs no confirming; once confirmed it stays so. */
export const confirmStoredTender = (
  database: TillDatabase,
  confirmation: TenderConfirmation,
): Promise<Result<TenderConfirmation, ActionableError>> => {
  const { saleId, tenderIndex, atMs, by } = confirmation
  return database.transaction('rw', [database.sales, database.audit], async () => {
    const stored = storedSaleSchema.safeParse(await database.sales.get(saleId))
    const tender = stored.success ? stored.data.sale.tenders[tenderIndex] : undefined
    if (!stored.success || tender === undefined || tender.isConfirmed || stored.data.voiding !== null)
      return refuse(
        'tender.not-open',
        'Pembayaran ini tidak ada, sudah dipastikan, atau penjualannya dibatalkan. Muat ulang daftar penjualan.',
        'This payment is not there, needs no confirming, or its sale was voided. Look at the list of sales again.',
      )
    const known = stored.data.confirmations.find((each) => each.tenderIndex === tenderIndex)
    if (known !== undefined) return success(known)
    await database.sales.update(saleId, {
      confirmations: [...stored.data.confirmations, confirmation],
      journalOwedAtMs: atMs,
    })
    await database.audit.add({
      atMs,
      kind: 'tender-confirmed',
      saleId,
      detail: `${stored.data.number}, payment ${tenderIndex + 1}, by ${by}`,
    })
    return success(confirmation)
  })
}
