import type { DotPage } from './dot-page.ts'

/** What an interpreter made of a job. */
export type Interpretation = {
  readonly pages: readonly DotPage[]
  /** What it did not understand, each with its place in the bytes. Nothing is ignored. */
  readonly problems: readonly string[]
  readonly drawerKicks: number
  readonly cuts: number
}
