import type { DotPage } from './dot-page.ts'

/** What an interpreter made of a job. */
export type Interpretation = {
  readonly pages: readonly DotPage[]
  /** What it did not understand, each with its place in the bytes. Nothing is ignored. */
  readonly problems: readonly string[]
  readonly drawerKicks: number
  readonly cuts: number
}

/**
 * A printer that is switched on: what it was told and what it still waits for last from one job to the next, as with a job
 * that was cut off in the middle.
 */
export type Interpreter = { readonly feed: (bytes: Uint8Array) => Interpretation }
