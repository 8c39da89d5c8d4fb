import type { Basket } from '../../shared/domain/basket.ts'
import type { SaleHistory } from '../../shared/domain/return-line.ts'
import type { Shift } from '../../shared/domain/shift.ts'
import type { TillSettings } from '../app/till.ts'
import type { TillDatabase } from './database.ts'
import { readHighestSequences } from './known-sequences.ts'
import type { StoredSale } from './rows.ts'
import { readSaleHistory } from './sale-history.ts'
import { readSettings } from './settings-store.ts'
import { readOpenShift } from './shift-store.ts'
import { DEFAULT_WAREHOUSE_ID, readStockState } from './sync-state.ts'

/** All that Pay must know from the database beforehand. */
export type PayContext = {
  /** The sale that this basket has already become; undefined when it has not. */
  readonly stored: StoredSale | undefined
  readonly settings: TillSettings
  readonly warehouseId: string
  /** The highest sequences that the database knows of this register's day, 0 for none. */
  readonly highest: { readonly sale: number; readonly return: number }
  /** The shift that is open; null for none: then the sale opens one. */
  readonly openShift: Shift | null
  /** The sale from which the basket's goods come back, with what came back before; null when nothing does, or it is not here. */
  readonly history: SaleHistory | null
}

/** Reads it in one transaction: each one of its own would cost the counter some milliseconds. */
export const readPayContext = (
  database: TillDatabase,
  basket: Pick<Basket, 'id' | 'returns'>,
  paidAtMs: number,
): Promise<PayContext> => {
  const { sales, settings: settingsTable, syncState, shifts } = database
  const { returns } = basket
  return database.transaction('r', [sales, settingsTable, syncState, shifts], async () => {
    const [stored, settings, stock, openShift, history] = await Promise.all([
      sales.get(basket.id),
      readSettings(database),
      readStockState(database),
      readOpenShift(database),
      returns === null ? null : readSaleHistory(database, returns.of.saleId),
    ])
    const { register, utcOffsetMinutes } = settings
    return {
      stored,
      settings,
      warehouseId: stock.warehouseId ?? DEFAULT_WAREHOUSE_ID,
      highest: await readHighestSequences(database, register, paidAtMs, utcOffsetMinutes),
      openShift,
      history,
    }
  })
}
