import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'
import { storedSaleSchema, type StoredSale } from './rows.ts'

type Journal = Pick<Bridge, 'noteSaleVoided' | 'noteTenderConfirmed'>

const payOff = async (database: TillDatabase, journal: Journal, row: StoredSale): Promise<void> => {
  if (row.voiding !== null) {
    const noted = await journal.noteSaleVoided({ voiding: row.voiding })
    if (!noted.ok) throw new Error(`${noted.error.code}: ${noted.error.detail ?? ''}`)
  }
  for (const confirmation of row.confirmations) await journal.noteTenderConfirmed({ confirmation })
  await database.sales
    .where('id')
    .equals(row.id)
    .modify((stored: StoredSale) => {
      // What came in meanwhile is owed again.
      if (stored.journalOwedAtMs === row.journalOwedAtMs) delete stored.journalOwedAtMs
    })
}

/**
 * Tells the journal of voidings and confirmed payments that it has not taken yet, of one sale or of all. Rejects when it
 * does not take one; that one is tried again at the next start.
 */
export const payJournalDebts = async (database: TillDatabase, journal: Journal, saleId?: string): Promise<void> => {
  const owed =
    saleId === undefined
      ? await database.sales.where('journalOwedAtMs').above(-Infinity).toArray()
      : await database.sales.bulkGet([saleId])
  for (const row of readRows(storedSaleSchema, owed).rows) await payOff(database, journal, row)
}
