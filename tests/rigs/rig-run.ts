/** How one scenario of a rig went: its figures, or what did not hold. */
export type RigResult = {
  readonly title: string
  readonly isGood: boolean
  readonly facts: string
  readonly tookMs: number
  /** What was too slow at the first try, where this is how the second went; null when there was one try. */
  readonly tooLateAtFirst: string | null
}

/** What a rig found; `skippedBecause` says in one line why it could not run here. */
export type RigRun = { readonly results: readonly RigResult[]; readonly skippedBecause: string | null }

/** The line a rig ends with; it names what was in time only at its second try. */
export const closingLine = (name: string, { results, skippedBecause }: RigRun, tookMs: number): string => {
  if (skippedBecause !== null) return `Rig ${name} DID NOT RUN: ${skippedBecause.split('\n').join(' ')}`
  const passed = results.filter(({ isGood }) => isGood).length
  const late = results.filter(({ isGood, tooLateAtFirst }) => isGood && tooLateAtFirst !== null)
  const counts = `${String(passed)} passed, ${String(results.length - passed)} failed in ${(tookMs / 1000).toFixed(0)} s`
  const rest = late.map(({ title, tooLateAtFirst }) => `${title} (at first: ${String(tooLateAtFirst)})`).join('; ')
  return `Rig ${name}: ${counts}${late.length === 0 ? '' : `; in time only at the second try: ${rest}`}`
}
