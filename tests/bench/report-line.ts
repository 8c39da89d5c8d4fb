import { percentile } from '../fixtures/percentile.ts'

/** One line of the bench's table; a budget is for its 95th percentile. */
export type BenchLine = {
  readonly what: string
  readonly samplesMs: readonly number[]
  readonly budgetMs: number | null
}

/** Milliseconds with one digit; a dash where nothing was measured. */
export const formatMs = (ms: number): string => (Number.isNaN(ms) ? '-' : ms.toFixed(1))

/** The words above the columns. */
export const printHeading = (): void => {
  console.log(
    `${'what (ms)'.padEnd(52)}${'n'.padStart(5)}${'p50'.padStart(10)}${'p95'.padStart(10)}${'budget'.padStart(9)}`,
  )
}

/** Count, median, 95th percentile, budget, and whether it holds. */
export const printLine = ({ what, samplesMs, budgetMs }: BenchLine): void => {
  const p95 = percentile(samplesMs, 0.95)
  const verdict = budgetMs === null ? '' : p95 <= budgetMs ? 'within' : 'OVER'
  console.log(
    `${what.padEnd(52)}${String(samplesMs.length).padStart(5)}${formatMs(percentile(samplesMs, 0.5)).padStart(10)}${formatMs(p95).padStart(10)}${(budgetMs === null ? '-' : String(budgetMs)).padStart(9)}  ${verdict}`,
  )
}
