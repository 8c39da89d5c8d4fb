import { itemSchema, type Item } from '../../shared/domain/item.ts'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import { shownAvailable } from '../../shared/domain/stock-ledger.ts'
import type { ActionableError } from '../../shared/ipc/contract.ts'
import type { ItemRow } from '../app/till.ts'
import type { TillDatabase } from './database.ts'
import { groupBySku } from './group-by-sku.ts'
import { readRows } from './read-rows.ts'
import { readLevels, readOpenMovements } from './stock-store.ts'

/** Items with their stock figures, in the order of `skus`; unknown SKUs are left out. One read transaction, whatever the number. */
export const readItems = async (database: TillDatabase, skus: readonly string[]): Promise<readonly ItemRow[]> => {
  const { items, stockLevels, movements: movementTable, syncState } = database
  const [raws, levels, open] = await database.transaction('r', [items, stockLevels, movementTable, syncState], () =>
    Promise.all([items.bulkGet([...skus]), readLevels(database, skus), readOpenMovements(database, skus)]),
  )
  const movements = groupBySku(open)
  return readRows(itemSchema, raws).rows.map((item) => {
    const level = levels.get(item.sku)
    if (level === undefined) return { item, stock: null }
    const available = shownAvailable(level, movements.get(item.sku) ?? [])
    return { item, stock: { available, pulledAtMs: level.pulledAtMs, source: level.source } }
  })
}

/** The item with exactly this barcode, else with this SKU in any case; null for none; an error when a barcode belongs to several items. */
export const findByCode = async (
  database: TillDatabase,
  code: string,
): Promise<Result<Item | null, ActionableError>> => {
  const wanted = code.trim()
  if (wanted === '') return success(null)
  const byBarcode = readRows(itemSchema, await database.items.where('barcodes').equals(wanted).limit(10).toArray()).rows
  if (byBarcode.length > 1) {
    const skus = byBarcode.map((item) => item.sku).join(', ')
    return failure({
      code: 'item.ambiguous-barcode',
      message: {
        id: `Barcode ${wanted} dipakai beberapa barang: ${skus}. Cari dengan nama atau SKU.`,
        en: `Barcode ${wanted} belongs to several items: ${skus}. Search by name or SKU.`,
      },
      detail: skus,
    })
  }
  const [found] = byBarcode
  if (found !== undefined) return success(found)
  const exact = itemSchema.safeParse(await database.items.get(wanted))
  if (exact.success) return success(exact.data)
  const anyCase = await database.items.where('skuLower').equals(wanted.toLowerCase()).limit(1).toArray()
  return success(readRows(itemSchema, anyCase).rows[0] ?? null)
}
