import type { StoredCodes } from '../../shared/domain/review-catalogue.ts'
import type { TillDatabase } from './database.ts'
import { readSearchRows } from './import-catalogue.ts'
import { normalise, toSearchEntries } from './item-search.ts'

/** The SKUs and barcodes of all stored items, from the rows of the search: some fifty reads, however many items there are. */
export const readStoredCodes = async (database: TillDatabase): Promise<StoredCodes> => {
  const spellings = new Map<string, string>()
  const owners = new Map<string, string>()
  for (const { sku, text } of toSearchEntries(await readSearchRows(database))) {
    spellings.set(sku.toLowerCase(), sku)
    // After the name stand the codes, the SKU first (see SearchEntry).
    for (const code of text.split('\t').slice(2)) owners.set(code.trim(), sku)
  }
  return {
    ownerOfBarcode: (barcode) => owners.get(normalise(barcode)) ?? null,
    spellingOfSku: (sku) => spellings.get(sku.toLowerCase()) ?? null,
  }
}
