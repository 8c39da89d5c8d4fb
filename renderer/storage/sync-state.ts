import { z } from 'zod'
import type { TillDatabase } from './database.ts'

const stockSchema = z.object({ warehouseId: z.string().nullable(), pulledAtMs: z.number().int().nullable() })
const catalogueSchema = z.object({ importedAtMs: z.number().int() })

/** The warehouse of movements before the first pull has named one. */
export const DEFAULT_WAREHOUSE_ID = 'default'

/** Where stock pulls stand: the register's warehouse, and when the last whole pull began. */
export type StockState = z.infer<typeof stockSchema>

/** Reads where stock pulls stand; nulls before the first. */
export const readStockState = async (database: TillDatabase): Promise<StockState> => {
  const parsed = stockSchema.safeParse((await database.syncState.get('stock'))?.value)
  return parsed.success ? parsed.data : { warehouseId: null, pulledAtMs: null }
}

/** Writes where stock pulls stand. */
export const writeStockState = async (database: TillDatabase, state: StockState): Promise<void> => {
  await database.syncState.put({ key: 'stock', value: state })
}

/** When the catalogue was last imported; null when never. */
export const readImportedAtMs = async (database: TillDatabase): Promise<number | null> => {
  const parsed = catalogueSchema.safeParse((await database.syncState.get('catalogue'))?.value)
  return parsed.success ? parsed.data.importedAtMs : null
}

/** Records an import. */
export const writeImportedAtMs = async (database: TillDatabase, importedAtMs: number): Promise<void> => {
  await database.syncState.put({ key: 'catalogue', value: { importedAtMs } })
}
