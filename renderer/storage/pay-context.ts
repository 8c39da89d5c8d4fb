import { formatSaleNumber, saleDay } from '../../shared/domain/sale-number.ts'
import type { TillSettings } from '../app/till.ts'
import type { TillDatabase } from './database.ts'
import type { StoredSale } from './rows.ts'
import { readSettings } from './settings-store.ts'
import { numberPrefixOf } from './stored-sale.ts'
import { DEFAULT_WAREHOUSE_ID, readStockState } from './sync-state.ts'
import { highestKnownSequence } from './write-sale.ts'

/** All that Pay must know from the database beforehand. */
export type PayContext = {
  /** The sale that this basket has already become; undefined when it has not. */
  readonly stored: StoredSale | undefined
  readonly settings: TillSettings
  readonly warehouseId: string
  /** The highest sequence that the database knows of this register's day, 0 for none. */
  readonly highestSequence: number
}

/** Reads it in one transaction: each one of its own would cost the counter some milliseconds. */
export const readPayContext = (database: TillDatabase, saleId: string, paidAtMs: number): Promise<PayContext> => {
  const { sales, settings: settingsTable, syncState } = database
  return database.transaction('r', [sales, settingsTable, syncState], async () => {
    const [stored, settings, stock] = await Promise.all([
      sales.get(saleId),
      readSettings(database),
      readStockState(database),
    ])
    const day = saleDay(paidAtMs, settings.utcOffsetMinutes)
    const prefix = numberPrefixOf(formatSaleNumber({ register: settings.register, day, sequence: 1 }))
    return {
      stored,
      settings,
      warehouseId: stock.warehouseId ?? DEFAULT_WAREHOUSE_ID,
      highestSequence: await highestKnownSequence(database, prefix),
    }
  })
}
