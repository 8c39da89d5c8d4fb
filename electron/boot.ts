/** One named step of a start. `run` answers `stop` when this process must not go on (a second instance). */
export type BootPhase = {
  readonly name: string
  readonly run: () => BootOutcome | Promise<BootOutcome>
}

type BootOutcome = 'stop' | void

/** What each phase does; given by the composition root. */
export type BootSteps = {
  readonly openProfile: () => void
  readonly openLog: () => void
  /** False when another instance owns this profile: it has been told, and this one ends. */
  readonly claimSingleInstance: () => boolean
  /** Everything Electron only takes before `ready`: privileged scheme, sandbox. */
  readonly prepareBeforeReady: () => void
  readonly waitUntilReady: () => Promise<void>
  readonly lockDownSession: () => void
  /** This and what follows up to the messages begins in the background: the window does not wait, only the messages that need it do. */
  readonly beginJournal: () => void
  readonly beginPracticeServices: () => void
  readonly beginSyncEngine: () => void
  readonly beginPrintRunner: () => void
  readonly registerMessages: () => void
  readonly openWindow: () => Promise<void>
}

/**
 * The ordered phases of a start, as data. What stands before `ready` runs in one go, since Electron refuses it later; the
 * messages are registered before the window opens, so that the page's first question is answered.
 */
export const bootPlan = (steps: BootSteps): readonly BootPhase[] => [
  { name: 'profile', run: steps.openProfile },
  { name: 'log', run: steps.openLog },
  { name: 'single-instance', run: () => (steps.claimSingleInstance() ? undefined : 'stop') },
  { name: 'before-ready', run: steps.prepareBeforeReady },
  { name: 'ready', run: steps.waitUntilReady },
  { name: 'session', run: steps.lockDownSession },
  { name: 'journal', run: steps.beginJournal },
  { name: 'practice', run: steps.beginPracticeServices },
  { name: 'sync', run: steps.beginSyncEngine },
  { name: 'printing', run: steps.beginPrintRunner },
  { name: 'messages', run: steps.registerMessages },
  { name: 'window', run: steps.openWindow },
]

/** A start that failed, with the phase it failed in. */
export class BootError extends Error {
  override readonly name = 'BootError'
}

/** Runs the phases in order; true when all ran, false when one said stop. Throws a BootError that names the failed phase. */
export const runBoot = async (phases: readonly BootPhase[]): Promise<boolean> => {
  for (const phase of phases) {
    try {
      const outcome = phase.run()
      // Awaiting a plain value would let `ready` pass before what must come ahead of it.
      if ((outcome instanceof Promise ? await outcome : outcome) === 'stop') return false
    } catch (error) {
      throw new BootError(`Start failed in phase "${phase.name}": ${String(error)}`, { cause: error })
    }
  }
  return true
}
