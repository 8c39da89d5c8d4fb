import type { Bilingual } from './bilingual.ts'
import type { Item } from './item.ts'

/** What is wrong with one row of an imported file, by its line in the file, and what to do. */
export type RowProblem = {
  readonly lineNumber: number
  readonly column: string
  readonly value: string
  readonly code: string
  readonly message: Bilingual
}

/** The judgement over an imported catalogue: rows that may be written, rows refused, and warnings about accepted rows. */
export type CatalogueReview = {
  readonly accepted: readonly { readonly lineNumber: number; readonly item: Item; readonly stock: number | null }[]
  readonly refused: readonly RowProblem[]
  readonly warnings: readonly RowProblem[]
  /** Set when the file as a whole cannot be used (a column missing); nothing is accepted then. */
  readonly fileProblem: Bilingual | null
  readonly totalRows: number
}
