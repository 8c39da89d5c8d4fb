/** How one scenario of a rig went: its figures, or what did not hold. */
export type RigResult = {
  readonly title: string
  readonly isGood: boolean
  readonly facts: string
  readonly tookMs: number
}

/** What a rig found; `skippedBecause` says in one line why it could not run here. */
export type RigRun = { readonly results: readonly RigResult[]; readonly skippedBecause: string | null }
