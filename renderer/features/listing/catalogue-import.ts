import type { CatalogueReview } from '../../../shared/domain/catalogue-review.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { ActionableError, ImportedTable } from '../../../shared/ipc/contract.ts'
import type { ImportProgress } from '../../app/till.ts'

/** Where an import stands. Nothing is written before `writing`. */
export type CatalogueImport =
  | { readonly stage: 'idle' }
  | { readonly stage: 'reading'; readonly fileName: string }
  | { readonly stage: 'reviewing'; readonly fileName: string }
  | { readonly stage: 'review'; readonly fileName: string; readonly review: CatalogueReview }
  | { readonly stage: 'writing'; readonly fileName: string; readonly progress: ImportProgress }
  | { readonly stage: 'done'; readonly importedRows: number }
  | { readonly stage: 'refused'; readonly reason: string }

/** What reads a table: a chosen file or the practice catalogue. */
export type TableReader = () => Promise<Result<ImportedTable, ActionableError>>

/** True while the import must not be left (rows are being written). */
export const isBusy = (state: CatalogueImport): boolean =>
  state.stage === 'reading' || state.stage === 'reviewing' || state.stage === 'writing'

/** True when the review holds something to write. */
export const canImport = (review: CatalogueReview): boolean => review.fileProblem === null && review.accepted.length > 0
