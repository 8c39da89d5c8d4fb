import { formatLocalDay } from '../../shared/domain/local-time.ts'
import { parseSaleNumber } from '../../shared/domain/sale-number.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { StoredSale } from './rows.ts'

/** The part of a sale number before its sequence: `K1-261121-0007` -> `K1-261121`. */
export const numberPrefixOf = (number: string): string => number.slice(0, Math.max(number.lastIndexOf('-'), 0))

/** The row of a sale, with the columns for its indexes. */
export const toStoredSale = (sale: Sale, isRecovered: boolean): StoredSale => ({
  id: sale.id,
  number: sale.number,
  paidAtMs: sale.paidAtMs,
  day: formatLocalDay(sale.paidAtMs, sale.utcOffsetMinutes),
  kind: sale.kind,
  numberPrefix: numberPrefixOf(sale.number),
  sequence: parseSaleNumber(sale.number)?.sequence ?? 0,
  text: [sale.number, ...sale.lines.flatMap((line) => [line.name, line.sku]), sale.delivery?.recipientName ?? '']
    .join('\n')
    .toLowerCase(),
  isRecovered,
  sale,
})
