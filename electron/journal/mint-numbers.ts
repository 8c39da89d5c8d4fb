import { formatSaleNumber, numberPrefix, type NumberSeries } from '../../shared/domain/sale-number.ts'
import { documentTypeOf } from '../../shared/domain/sale-sums.ts'
import type { UnnumberedSale } from '../../shared/domain/sale.ts'
import { highestSequence, seriesOf, type IndexedSale, type JournalIndex } from './known-records.ts'

/** The highest sequences of a register's day that the page knows, 0 for none. */
export type HighestKnown = { readonly sale: number; readonly return: number }

/** The numbers of a sale: a pure return's `number` is its return number; an exchange has one of each series. */
export type SaleNumbers = { readonly number: string; readonly returnNumber: string | null }

/**
 * The numbers that a sale is to carry: those that an earlier version of it got, or the next ones of each series, above what
 * the journal and the page know of the day.
 */
export const mintNumbers = (
  index: JournalIndex,
  sale: UnnumberedSale,
  day: string,
  highest: HighestKnown,
  known: IndexedSale | undefined,
): SaleNumbers => {
  const next = (series: NumberSeries, highestKnown: number): string => {
    const parts = { register: sale.register, series, day }
    const sequence = Math.max(highestSequence(index, numberPrefix(parts)), highestKnown) + 1
    return formatSaleNumber({ ...parts, sequence })
  }
  const type = documentTypeOf(sale)
  const returnNumber = type === 'sale' ? null : (known?.returnNumber ?? next('return', highest.return))
  if (type === 'return' && returnNumber !== null) return { number: returnNumber, returnNumber }
  const knownNumber = known !== undefined && seriesOf(known.number) === 'sale' ? known.number : null
  return { number: knownNumber ?? next('sale', highest.sale), returnNumber }
}
