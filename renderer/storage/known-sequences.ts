import { formatLocalDay } from '../../shared/domain/local-time.ts'
import { numberPrefix } from '../../shared/domain/sale-number.ts'
import type { TillDatabase } from './database.ts'

type SequenceIndex = '[numberPrefix+sequence]' | '[returnPrefix+returnSequence]'

const highest = async (database: TillDatabase, index: SequenceIndex, prefix: string): Promise<number> => {
  const key = await database.sales.where(index).between([prefix, 0], [prefix, Infinity], true, true).lastKey()
  return Array.isArray(key) && typeof key[1] === 'number' ? key[1] : 0
}

/** The highest sequences of sales and returns that this database holds of a register's day, 0 for none. */
export const readHighestSequences = async (
  database: TillDatabase,
  register: string,
  atMs: number,
  utcOffsetMinutes: number,
): Promise<{ readonly sale: number; readonly return: number }> => {
  const day = formatLocalDay(atMs, utcOffsetMinutes)
  const prefixOf = (series: 'sale' | 'return'): string => numberPrefix({ register, series, day })
  const [sale, returned] = await Promise.all([
    highest(database, '[numberPrefix+sequence]', prefixOf('sale')),
    highest(database, '[returnPrefix+returnSequence]', prefixOf('return')),
  ])
  return { sale, return: returned }
}
