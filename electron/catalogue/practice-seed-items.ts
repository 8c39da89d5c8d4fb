import { parseBundle } from '../../shared/domain/parse-bundle.ts'
import { parseQuantityText } from '../../shared/domain/parse-quantity.ts'
import type { ImportedTable } from '../../shared/ipc/contract.ts'
import type { PracticeSeedItem } from '../practice/practice-seed.ts'

/** Forstok counts whole pieces, so a figure of kilograms loses its decimals in both services. */
const wholeStock = (text: string): number => {
  const quantity = parseQuantityText(text)
  return quantity.ok ? Math.floor(quantity.value) : 0
}

/** Each so manieth row has so many pieces in Forstok's second warehouse as well. */
const BACK_STOCK_EVERY = 5
const BACK_STOCK = 24

const wholeNumber = (text: string): number | null => (/^-?\d+$/.test(text) ? Number(text) : null)

/** What both simulators know from the start. Rows without SKU, name or a whole price are left out; no stock figure counts as 0, and one below zero stays so. */
export const seedFromTable = (table: ImportedTable): readonly PracticeSeedItem[] => {
  const columns = new Map(table.header.map((name, index) => [name.toLowerCase(), index]))
  return table.rows.flatMap(({ cells }, place) => {
    const cell = (name: string): string => cells[columns.get(name) ?? -1] ?? ''
    const price = wholeNumber(cell('price'))
    if (cell('sku') === '' || cell('name') === '' || price === null) return []
    const barcode = cell('barcode')
    const bundle = parseBundle(cell('bundle'))
    return [
      {
        sku: cell('sku'),
        barcode: barcode === '' ? null : barcode,
        name: cell('name'),
        category: cell('category'),
        price,
        costPrice: wholeNumber(cell('cost')),
        stock: wholeStock(cell('stock')),
        ...(bundle.ok && bundle.value.length > 0
          ? { components: bundle.value }
          : place % BACK_STOCK_EVERY === 0
            ? { backStock: BACK_STOCK }
            : {}),
      },
    ]
  })
}
