import { formatQuantity } from '../../../shared/domain/quantity.ts'
import type { Sale, SaleLine, TenderMethod } from '../../../shared/domain/sale.ts'

/** The goods of a sale in one line of a list: `2× Beng-beng, SUI Botol 600 mL, +3`. At most `namedLines` are named. */
export const summarizeLines = (lines: readonly SaleLine[], namedLines = 2): string => {
  const named = lines
    .slice(0, namedLines)
    .map((line) =>
      line.quantity === 1 ? line.name : `${formatQuantity(line.quantity).replace(/^-/u, '−')}× ${line.name}`,
    )
  const unnamed = lines.length - named.length
  return unnamed > 0 ? `${named.join(', ')}, +${unnamed}` : named.join(', ')
}

/** The methods of payment of a sale, each once, in the order in which they were taken. */
export const tenderMethodsOf = (sale: Sale): readonly TenderMethod[] => [
  ...new Set(sale.tenders.map((tender) => tender.method)),
]

/** How many pieces went over the counter; a weighed line counts as one, what came back not at all. */
export const countUnits = (lines: readonly SaleLine[]): number =>
  lines.reduce((sum, line) => sum + (line.returned !== null ? 0 : line.soldBy === 'weight' ? 1 : line.quantity), 0)

/** How many pieces came back; a weighed line counts as one. */
export const countReturnedUnits = (lines: readonly SaleLine[]): number =>
  lines.reduce((sum, line) => sum + (line.returned === null ? 0 : line.soldBy === 'weight' ? 1 : -line.quantity), 0)

/** The address as it stands on a label, one part a line; empty parts are left out. */
export const addressLinesOf = (delivery: NonNullable<Sale['delivery']>): readonly string[] =>
  [
    delivery.address,
    [delivery.subDistrict, delivery.district].filter((part) => part !== '').join(', '),
    [delivery.city, delivery.province, delivery.postalCode].filter((part) => part !== '').join(', '),
  ].filter((line) => line !== '')
