import { formatLocalDay } from '../../shared/domain/local-time.ts'
import { parseSaleNumber } from '../../shared/domain/sale-number.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { StoredSale } from './rows.ts'

/** The part of a sale number before its sequence: `K1-261121-0007` -> `K1-261121`. */
export const numberPrefixOf = (number: string): string => number.slice(0, Math.max(number.lastIndexOf('-'), 0))

const sequenceOf = (number: string): number => parseSaleNumber(number)?.sequence ?? 0

// A key that is there with `undefined` or null would be no key of its index, but would be stored: it is left out.
const indexedParts = ({ shiftId, returnOf, returnNumber }: Sale): Partial<StoredSale> => ({
  ...(shiftId === null ? {} : { shiftId }),
  ...(returnOf === null ? {} : { returnOfId: returnOf.saleId }),
  ...(returnNumber === null
    ? {}
    : { returnPrefix: numberPrefixOf(returnNumber), returnSequence: sequenceOf(returnNumber) }),
})

/** The row of a sale, with the columns for its indexes. */
export const toStoredSale = (sale: Sale, isRecovered: boolean): StoredSale => ({
  id: sale.id,
  number: sale.number,
  paidAtMs: sale.paidAtMs,
  day: formatLocalDay(sale.paidAtMs, sale.utcOffsetMinutes),
  kind: sale.kind,
  numberPrefix: numberPrefixOf(sale.number),
  sequence: sequenceOf(sale.number),
  text: [
    sale.number,
    sale.returnNumber ?? '',
    sale.returnOf?.number ?? '',
    ...sale.lines.flatMap((line) => [line.name, line.sku]),
    sale.delivery?.recipientName ?? '',
  ]
    .join('\n')
    .toLowerCase(),
  isRecovered,
  ...indexedParts(sale),
  voiding: null,
  confirmations: [],
  sale,
})
