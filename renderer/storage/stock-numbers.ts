import { stockDocumentSchema } from '../../shared/domain/stock-document.ts'
import type { Movement } from '../../shared/domain/stock-level.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'
import { storedSaleSchema } from './rows.ts'

/** The numbers of the sales and stock documents that moved something, by their ids. Runs in a transaction over both tables. */
export const readMovementNumbers = async (
  database: TillDatabase,
  movements: readonly Pick<Movement, 'saleId'>[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(movements.map((movement) => movement.saleId))]
  if (ids.length === 0) return new Map()
  const [sales, documents] = await Promise.all([database.sales.bulkGet(ids), database.stockDocuments.bulkGet(ids)])
  return new Map([
    ...readRows(storedSaleSchema, sales).rows.map((row): [string, string] => [row.id, row.number]),
    ...readRows(stockDocumentSchema, documents).rows.map((row): [string, string] => [row.id, row.number]),
  ])
}
