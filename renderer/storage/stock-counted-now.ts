import type { CountedGoods } from '../../shared/domain/stock-document-builders.ts'
import type { CountLine } from './stock-count-store.ts'
import type { TillDatabase } from './database.ts'
import { readSkuFigures } from './stock-figures.ts'

/** A line as if nothing had happened since it was counted. */
export const asExpected = (line: CountLine): CountedGoods => ({
  ...line,
  now: { onHand: line.expected, restIds: [], restQuantity: 0 },
})

/**
 * The lines of a count with what the till knows of each SKU now. Lines by the piece that match are not looked up: there is
 * nothing to change of them. Runs in the transaction that writes the count, after refused counts were called off.
 */
export const readCountedNow = async (
  database: TillDatabase,
  lines: readonly CountLine[],
): Promise<readonly CountedGoods[]> => {
  const goods: CountedGoods[] = []
  for (const line of lines) {
    if (line.soldBy === 'piece' && line.counted === line.expected) {
      goods.push(asExpected(line))
      continue
    }
    const { onHand, openOnHand, restIds, restQuantity } = await readSkuFigures(database, line.sku)
    goods.push({ ...line, now: { onHand: onHand ?? openOnHand, restIds, restQuantity } })
  }
  return goods
}
