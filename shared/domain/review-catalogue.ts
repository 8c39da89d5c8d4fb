import type { ImportedTable } from '../ipc/contract.ts'
import { barcodeDoubt } from './barcode-check-digit.ts'
import type { Bilingual } from './bilingual.ts'
import { readCost, readPrice, readRegularPrice } from './catalogue-amounts.ts'
import { readBundle, readStock, readTax, readUnit, type CellProblem } from './catalogue-cells.ts'
import { findCatalogueColumns, type CatalogueColumn } from './catalogue-columns.ts'
import type { CatalogueReview, RowProblem } from './catalogue-review.ts'
import { judgeBundles } from './judge-bundles.ts'
import type { Rupiah } from './money.ts'
import type { Result } from './result.ts'
import { skuWarnings } from './sku-warnings.ts'

type TableRow = ImportedTable['rows'][number]
type AcceptedRow = CatalogueReview['accepted'][number]

/** What the till already sells, as far as a new file can clash with it. Both give the SKU as it is stored, null for none. */
export type StoredCodes = {
  readonly ownerOfBarcode: (barcode: string) => string | null
  readonly spellingOfSku: (sku: string) => string | null
}

const NOTHING_STORED: StoredCodes = { ownerOfBarcode: () => null, spellingOfSku: () => null }

const barcodeOwned = (owner: string): Bilingual => ({
  id: `Barcode sudah dipakai SKU ${owner}.`,
  en: `The barcode belongs to SKU ${owner} already.`,
})

/** Judges a file piece by piece, so that a long one need not hold up the screen. `judge` takes the next rows in file order. */
export type CatalogueReviewer = {
  readonly judge: (rows: readonly TableRow[]) => void
  readonly finish: () => CatalogueReview
}

/**
 * Opens a review of a file with this header. A row is accepted whole or refused whole; a wrong EAN or UPC check digit and
 * a SKU that the services may not take are warnings. Of rows with the same SKU or barcode the first stands; a barcode of an
 * item that the file does not bring stays with that item.
 */
export const createCatalogueReviewer = (
  header: readonly string[],
  stored: StoredCodes = NOTHING_STORED,
): CatalogueReviewer => {
  const columns = findCatalogueColumns(header)
  const accepted: AcceptedRow[] = []
  const refused: RowProblem[] = []
  const warnings: RowProblem[] = []
  const lineOfSku = new Map<string, number>()
  const skuOfBarcode = new Map<string, string>()
  let totalRows = 0

  const judgeRow = (row: TableRow): void => {
    if (!columns.ok) return
    const cell = (column: CatalogueColumn): string => {
      const place = columns.value[column]
      return place === null ? '' : (row.cells[place] ?? '').trim()
    }
    const problem = (column: CatalogueColumn, code: string, message: Bilingual): RowProblem => ({
      lineNumber: row.lineNumber,
      column,
      value: cell(column),
      code,
      message,
    })
    const problems: RowProblem[] = []
    const refuse = (column: CatalogueColumn, code: string, id: string, en: string): void => {
      problems.push(problem(column, code, { id, en }))
    }

    const sku = cell('sku')
    const earlierLine = lineOfSku.get(sku.toLowerCase())
    if (sku === '') refuse('sku', 'sku.empty', 'SKU kosong.', 'The SKU is empty.')
    else if (/[\r\n\t]/.test(sku)) {
      refuse('sku', 'sku.line-break', 'SKU berisi baris baru atau tab.', 'The SKU contains a line break or tab.')
    } else if (earlierLine !== undefined) {
      refuse(
        'sku',
        'sku.duplicate',
        `SKU sudah ada di baris ${earlierLine}.`,
        `The SKU stands in line ${earlierLine} already.`,
      )
    }
    const spelling = stored.spellingOfSku(sku)
    if (spelling !== null && spelling !== sku) {
      refuse(
        'sku',
        'sku.other-case',
        `SKU ini sudah ada sebagai ${spelling}. Tulis sama persis.`,
        `This SKU is stored as ${spelling}. Write it exactly so.`,
      )
    }
    const name = cell('name')
    if (name === '') refuse('name', 'name.empty', 'Nama kosong.', 'The name is empty.')

    const barcodes = [
      ...new Set(
        cell('barcode')
          .split(/[\s,;|]+/)
          .filter((code) => code !== ''),
      ),
    ]
    if (barcodes.some((code) => /^\d(?:\.\d+)?e\+?\d+$/i.test(code))) {
      refuse(
        'barcode',
        'barcode.rounded',
        'Barcode rusak oleh Excel. Format kolomnya sebagai teks dan isi ulang.',
        'Excel damaged the barcode. Format its column as text and enter it again.',
      )
    }
    for (const code of barcodes) {
      const owner = skuOfBarcode.get(code)
      if (owner === undefined || owner === sku) continue
      problems.push(problem('barcode', 'barcode.duplicate', barcodeOwned(owner)))
    }

    const read = <Value>(column: CatalogueColumn, result: Result<Value, CellProblem>, otherwise: Value): Value => {
      if (result.ok) return result.value
      problems.push(problem(column, result.error.code, result.error.message))
      return otherwise
    }
    const price = read<Rupiah | null>('price', readPrice('price', cell('price')), null)
    const costPrice = read('cost', readCost(cell('cost')), null)
    const regularPrice = read('regular', readRegularPrice(cell('regular'), price), null)
    const soldBy = read('unit', readUnit(cell('unit')), 'piece')
    const isTaxed = read('tax', readTax(cell('tax')), true)
    const components = read('bundle', readBundle(cell('bundle'), sku, soldBy), [])
    const stock = read('stock', readStock(cell('stock'), soldBy), null)

    if (problems.length > 0 || price === null) {
      refused.push(...problems)
      return
    }
    lineOfSku.set(sku.toLowerCase(), row.lineNumber)
    for (const code of barcodes) {
      skuOfBarcode.set(code, sku)
      const doubt = barcodeDoubt(code)
      if (doubt !== null) warnings.push(problem('barcode', doubt.code, doubt.message))
    }
    for (const warning of skuWarnings(sku)) warnings.push(problem('sku', warning.code, warning.message))
    accepted.push({
      lineNumber: row.lineNumber,
      item: {
        sku,
        barcodes,
        name,
        category: cell('category'),
        price,
        regularPrice,
        costPrice,
        soldBy,
        isTaxed,
        components,
      },
      // A bundle has no stock of its own: that of its parts moves.
      stock: components.length > 0 ? null : stock,
    })
  }

  return {
    judge: (rows) => {
      totalRows += rows.length
      for (const row of rows) judgeRow(row)
    },
    finish: () => {
      // Only now is it known whether the file also brings the barcode's owner, and may have taken the barcode from it.
      const clashes = accepted.flatMap(({ lineNumber, item }) =>
        item.barcodes.flatMap((barcode): RowProblem[] => {
          const owner = stored.ownerOfBarcode(barcode)
          if (owner === null || owner === item.sku || lineOfSku.has(owner.toLowerCase())) return []
          return [
            { lineNumber, column: 'barcode', value: barcode, code: 'barcode.stored', message: barcodeOwned(owner) },
          ]
        }),
      )
      const clashingRows = new Set(clashes.map((clash) => clash.lineNumber))
      const bundles = judgeBundles(
        accepted.filter((row) => !clashingRows.has(row.lineNumber)),
        stored.spellingOfSku,
      )
      const late = [...clashes, ...bundles.refused]
      const clashing = new Set(late.map((problemOfRow) => problemOfRow.lineNumber))
      return {
        accepted: bundles.accepted,
        refused: [...refused, ...late].toSorted((left, right) => left.lineNumber - right.lineNumber),
        warnings: warnings.filter((warning) => !clashing.has(warning.lineNumber)),
        fileProblem: columns.ok ? null : columns.error,
        totalRows,
      }
    },
  }
}

/** Judges a whole file at once; see {@link createCatalogueReviewer}. */
export const reviewCatalogue = (table: ImportedTable): CatalogueReview => {
  const reviewer = createCatalogueReviewer(table.header)
  reviewer.judge(table.rows)
  return reviewer.finish()
}
