import { rupiah } from '../../shared/domain/money.ts'
import { returnOf } from '../../shared/domain/return-line.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { formatSaleNumber } from '../../shared/domain/sale-number.ts'
import { formatLocalDay } from '../../shared/domain/local-time.ts'
import { saleLineOf, saleOf } from './till-fixture.ts'

/** The return of the one piece of a sale that `saleOf` made, restocked and paid back in cash. */
export const returnSaleOf = (original: Sale, id: string, sequence: number, paidAtMs: number): Sale => {
  const day = formatLocalDay(paidAtMs, 420)
  const number = formatSaleNumber({ register: 'K1', series: 'return', day, sequence })
  const sku = original.lines[0]?.sku ?? 'A'
  return {
    ...saleOf(id, sequence, paidAtMs, sku),
    number,
    returnNumber: number,
    lines: [
      {
        ...saleLineOf(sku),
        quantity: -1,
        amount: rupiah(-500),
        returned: { lineIndex: 0, received: 1, restocked: 1, reason: 'Berubah Pikiran' },
      },
    ],
    total: rupiah(-500),
    tenders: [{ method: 'cash', amount: rupiah(-500), applied: rupiah(-500), reference: null, isConfirmed: true }],
    returnOf: returnOf(original),
  }
}
