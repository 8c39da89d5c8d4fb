import type { RigResult } from '../../rig-run.ts'

/** All held, but too slowly. */
export class TooLateError extends Error {}

/** Rejects as too late unless it holds; only after everything else that a scenario demands. */
export const demandInTime = (holds: boolean, facts: string): void => {
  if (!holds) throw new TooLateError(facts)
}

/** How a scenario ended. */
export type TriedEnd = Pick<RigResult, 'isGood' | 'facts' | 'tooLateAtFirst'>

/**
 * Runs a scenario, and once more when nothing was wrong but that it took too long: whatever else the host does slows an
 * emulated machine down. Anything else that fails has failed: a fault that shows now and then must not pass.
 */
export const tryInTime = async (run: () => Promise<string>): Promise<TriedEnd> => {
  try {
    return { isGood: true, facts: await run(), tooLateAtFirst: null }
  } catch (error) {
    if (!(error instanceof TooLateError)) return failed(error, null)
    const tooLateAtFirst = error.message
    return run().then(
      (facts) => ({ isGood: true, facts, tooLateAtFirst }),
      (again: unknown) => failed(again, tooLateAtFirst),
    )
  }
}

const failed = (error: unknown, tooLateAtFirst: string | null): TriedEnd => ({
  isGood: false,
  facts: error instanceof Error ? error.message : String(error),
  tooLateAtFirst,
})
