import type { Bilingual } from './bilingual.ts'
import type { CatalogueReview, RowProblem } from './catalogue-review.ts'
import type { Component, Item } from './item.ts'

type AcceptedRow = CatalogueReview['accepted'][number]

/** Rows whose bundles are sound, their parts spelled as the till spells those SKUs, and what is wrong with the others. */
export type JudgedBundles = { readonly accepted: readonly AcceptedRow[]; readonly refused: readonly RowProblem[] }

const partProblem = (
  part: Component,
  inFile: Item | null,
  isStored: boolean,
): { readonly code: string; readonly message: Bilingual } | null => {
  if (inFile === null && !isStored)
    return {
      code: 'bundle.unknown',
      message: {
        id: `Isi paket ${part.sku} tidak ada di berkas ini (atau ditolak) dan belum ada di katalog.`,
        en: `The part ${part.sku} is not in this file (or refused) and not in the catalogue.`,
      },
    }
  if (inFile !== null && inFile.components.length > 0)
    return {
      code: 'bundle.nested',
      message: {
        id: `Isi paket ${part.sku} adalah paket juga. Tulis isinya langsung.`,
        en: `The part ${part.sku} is a bundle itself. List its parts instead.`,
      },
    }
  if (inFile?.soldBy === 'piece' && !Number.isInteger(part.quantity))
    return {
      code: 'bundle.fraction',
      message: {
        id: `${part.sku} dijual satuan; jumlahnya harus bulat.`,
        en: `${part.sku} is sold by the piece; its quantity must be whole.`,
      },
    }
  return null
}

/** Judges the bundles of a file once all its rows are known: every part must be an ordinary item of the file or of the till. */
export const judgeBundles = (
  rows: readonly AcceptedRow[],
  spellingOfStored: (sku: string) => string | null,
): JudgedBundles => {
  const inFile = new Map(rows.map(({ item }) => [item.sku.toLowerCase(), item]))
  const accepted: AcceptedRow[] = []
  const refused: RowProblem[] = []
  for (const row of rows) {
    const { lineNumber, item } = row
    const components = item.components.map((part): Component => {
      const sku = inFile.get(part.sku.toLowerCase())?.sku ?? spellingOfStored(part.sku) ?? part.sku
      return { ...part, sku }
    })
    const problems = components.flatMap((part): RowProblem[] => {
      const found = inFile.get(part.sku.toLowerCase()) ?? null
      const problem = partProblem(part, found, spellingOfStored(part.sku) !== null)
      return problem === null ? [] : [{ lineNumber, column: 'bundle', value: part.sku, ...problem }]
    })
    if (problems.length === 0) accepted.push(components.length === 0 ? row : { ...row, item: { ...item, components } })
    else refused.push(...problems)
  }
  return { accepted, refused }
}
