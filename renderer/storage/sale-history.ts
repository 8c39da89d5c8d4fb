import { addQuantities } from '../../shared/domain/quantity.ts'
import { returnableLines, type SaleHistory } from '../../shared/domain/return-line.ts'
import { returnedLines } from '../../shared/domain/sale-sums.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'
import { storedSaleSchema } from './rows.ts'

/** What has come back of a sale, voided returns left out, oldest first. Rejects when one of them cannot be read: too much could come back. */
export const readReturnsOf = async (database: TillDatabase, saleId: string): Promise<readonly Sale[]> => {
  const { rows, badIds } = readRows(storedSaleSchema, await database.sales.where('returnOfId').equals(saleId).toArray())
  if (badIds.length > 0) throw new Error(`returns of sale ${saleId} cannot be read: ${badIds.join(', ')}`)
  return rows
    .filter((row) => row.voiding === null)
    .map((row) => row.sale)
    .toSorted((left, right) => left.paidAtMs - right.paidAtMs)
}

/** A sale with everything that has come back of it; null when it is not at this till, cannot be read, or was voided. */
export const readSaleHistory = async (database: TillDatabase, saleId: string): Promise<SaleHistory | null> => {
  const stored = storedSaleSchema.safeParse(await database.sales.get(saleId))
  if (!stored.success || stored.data.voiding !== null) return null
  return { sale: stored.data.sale, returns: await readReturnsOf(database, saleId) }
}

/**
 * Whether what a sale takes back may still come back: false when it has come back by another since, or the earlier sale was
 * voided. An earlier sale that is not at this till any more keeps nothing back.
 */
export const mayStillComeBack = (database: TillDatabase, sale: Sale): Promise<boolean> =>
  database.transaction('r', [database.sales], async () => {
    const { returnOf } = sale
    if (returnOf === null || (await database.sales.get(returnOf.saleId)) === undefined) return true
    const history = await readSaleHistory(database, returnOf.saleId)
    if (history === null) return false
    const left = new Map(returnableLines(history).map((each) => [each.lineIndex, each.leftQuantity]))
    return returnedLines(sale).every(
      (line) => addQuantities(left.get(line.returned?.lineIndex ?? -1) ?? 0, line.quantity) >= 0,
    )
  })

/** {@link readSaleHistory} in a transaction of its own: the sale and its returns as they stood at one moment. */
export const readHistory = (database: TillDatabase, saleId: string): Promise<SaleHistory | null> =>
  database.transaction('r', [database.sales], () => readSaleHistory(database, saleId))
