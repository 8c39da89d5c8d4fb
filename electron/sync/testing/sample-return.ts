import { addRupiah, rupiah } from '../../../shared/domain/money.ts'
import { lineTotal } from '../../../shared/domain/sale-sums.ts'
import { saleSchema, type Sale } from '../../../shared/domain/sale.ts'
import { returnLine, returnOf } from '../../../shared/domain/return-line.ts'
import { sampleSale } from './sample-sale.ts'

/** What a test says about what comes back of the first line of a sale, in cash; the rest is filled in. */
export type SampleReturn = {
  readonly quantity: number
  /** All of it when left out. */
  readonly restocked?: number
  readonly rounding?: number
  /** What is bought in its place, which makes it an exchange. */
  readonly exchangedFor?: Sale['lines']
}

/** A return of the sale's first line, or an exchange, numbered after `sequence`. Every sum agrees. */
export const sampleReturn = (sale: Sale, sequence: number, sample: SampleReturn): Sale => {
  const { quantity } = sample
  const restocked = sample.restocked ?? quantity
  const request = { lineIndex: 0, quantity, received: quantity, restocked, reason: 'Barang Rusak' }
  const line = returnLine({ sale, returns: [] }, request)
  if (!line.ok) throw new Error(line.error.message.en)
  const lines = [...(sample.exchangedFor ?? []), line.value]
  const rounding = rupiah(sample.rounding ?? 0)
  const total = addRupiah(...lines.map(lineTotal), rounding)
  const isExchange = sample.exchangedFor !== undefined
  const digits = String(sequence).padStart(4, '0')
  const returnNumber = `K1-R261121-${digits}`
  return saleSchema.parse({
    ...sampleSale({ sequence, route: sale.route }),
    number: isExchange ? `K1-261121-${digits}` : returnNumber,
    returnNumber,
    returnOf: returnOf(sale),
    lines,
    tax: sale.tax,
    rounding,
    total,
    tenders: total === 0 ? [] : [{ method: 'cash', amount: total, applied: total, reference: null }],
    change: 0,
  })
}
