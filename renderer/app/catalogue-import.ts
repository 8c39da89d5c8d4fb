import { create } from 'zustand'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { ActionableError } from '../../shared/ipc/contract.ts'
import { failure, type Result, success } from '../../shared/domain/result.ts'
import type { ImportProgress, Till } from './till.ts'

export type PracticeImport =
  | { readonly type: 'idle' }
  | { readonly type: 'running'; readonly progress: ImportProgress }
  | { readonly type: 'failed'; readonly error: ActionableError }

/** How far the practice catalogue has come into the till. */
export const usePracticeImport = create<{ readonly current: PracticeImport }>(() => ({ current: { type: 'idle' } }))

const unusable = (message: ActionableError['message']): ActionableError => ({
  code: 'catalogue.unusable',
  message,
  detail: null,
})

/** Brings the practice catalogue into an empty till: read by main, judged row by row, written in one transaction. */
export const importPracticeCatalogue = async (
  till: Till,
  bridge: Bridge,
  onProgress: (progress: ImportProgress) => void,
): Promise<Result<number, ActionableError>> => {
  const file = await bridge.readPracticeCatalogue({})
  if (!file.ok) return file
  const review = await till.reviewCatalogue(file.value)
  if (review.fileProblem !== null) return failure(unusable(review.fileProblem))
  const written = await till.importCatalogue(review, onProgress)
  return written.ok ? success(written.value) : written
}

/** Runs {@link importPracticeCatalogue} once and shows its progress; calling it again while it runs does nothing. */
export const startPracticeImport = async (till: Till, bridge: Bridge): Promise<void> => {
  if (usePracticeImport.getState().current.type === 'running') return
  const show = (current: PracticeImport) => usePracticeImport.setState({ current })
  show({ type: 'running', progress: { writtenRows: 0, totalRows: 0 } })
  const result = await importPracticeCatalogue(till, bridge, (progress) => show({ type: 'running', progress }))
  show(result.ok ? { type: 'idle' } : { type: 'failed', error: result.error })
}
