import type { ImportedTable } from '../../shared/ipc/contract.ts'
import type { PracticeSeedItem } from '../practice/practice-seed.ts'

const wholeNumber = (text: string): number | null => (/^-?\d+$/.test(text) ? Number(text) : null)

/** What both simulators know from the start. Rows without SKU, name or a whole price are left out; no stock figure counts as 0, and one below zero stays so. */
export const seedFromTable = (table: ImportedTable): readonly PracticeSeedItem[] => {
  const columns = new Map(table.header.map((name, index) => [name.toLowerCase(), index]))
  return table.rows.flatMap(({ cells }) => {
    const cell = (name: string): string => cells[columns.get(name) ?? -1] ?? ''
    const price = wholeNumber(cell('price'))
    if (cell('sku') === '' || cell('name') === '' || price === null) return []
    const barcode = cell('barcode')
    return [
      {
        sku: cell('sku'),
        barcode: barcode === '' ? null : barcode,
        name: cell('name'),
        category: cell('category'),
        price,
        costPrice: wholeNumber(cell('cost')),
        stock: wholeNumber(cell('stock')) ?? 0,
      },
    ]
  })
}
