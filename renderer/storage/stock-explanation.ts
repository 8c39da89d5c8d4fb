import { itemSchema } from '../../shared/domain/item.ts'
import { stockLevelSchema, type Movement, type StockLevel } from '../../shared/domain/stock-level.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'
import { figureTables, readSkuFigures } from './stock-figures.ts'
import { readMovementNumbers } from './stock-numbers.ts'

const CONTAINED_SHOWN = 20

/** A movement with the number of the sale or stock document that made it; null when that cannot be read. */
export type ExplainedMovement = { readonly movement: Movement; readonly number: string | null }

/** Why a SKU's figure is what it is: `level.available` plus the open movements is `available`, exactly. */
export type StockExplanation = {
  readonly sku: string
  readonly itemName: string | null
  /** What was pulled last for the register's warehouse (or what a file said); null when nothing is known. */
  readonly level: StockLevel | null
  /** What no pull contains yet, oldest first. */
  readonly open: readonly ExplainedMovement[]
  /** The newest of what is contained or was called off, newest first; for reference, not part of the sum. */
  readonly contained: readonly ExplainedMovement[]
  readonly available: number | null
  /** What should be on the shelf. */
  readonly onHand: number | null
  /** Levels of the same SKU in other warehouses. */
  readonly elsewhere: readonly StockLevel[]
}

/** Explains one SKU's figure; of a SKU that nobody knows, an explanation without figures. */
export const explainStock = (database: TillDatabase, sku: string): Promise<StockExplanation> =>
  database.transaction(
    'r',
    [...figureTables(database), database.items, database.sales, database.stockDocuments],
    async () => {
      const figures = await readSkuFigures(database, sku)
      const contained = figures.contained.slice(0, CONTAINED_SHOWN)
      const [numbers, rawItem, rawLevels] = await Promise.all([
        readMovementNumbers(database, [...figures.open, ...contained]),
        database.items.get(sku),
        database.stockLevels.where('[sku+warehouseId]').between([sku, ''], [sku, '\uffff'], true, true).toArray(),
      ])
      const item = itemSchema.safeParse(rawItem)
      const explained = (movement: Movement): ExplainedMovement => ({
        movement,
        number: numbers.get(movement.saleId) ?? null,
      })
      return {
        sku,
        itemName: item.success ? item.data.name : null,
        level: figures.level,
        open: figures.open.map(explained),
        contained: contained.map(explained),
        available: figures.available,
        onHand: figures.onHand,
        elsewhere: readRows(stockLevelSchema, rawLevels).rows.filter(
          (level) => level.warehouseId !== figures.level?.warehouseId && level.source === 'pull',
        ),
      }
    },
  )
