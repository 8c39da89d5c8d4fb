/** Decides whether the window may close. Sales that wait for a service hold it until the cashier has exported them. */
export type QuitHold = {
  readonly reportWaiting: (waitingSales: number) => void
  /** From now on nothing is held. */
  readonly release: () => void
  /** Asks for one attempt to close; true holds it, and the page has been told why. */
  readonly holds: () => boolean
}

/** `tellPage` shows why; `isPageAlive` is false when no page could show it, and then nothing is held. */
export const createQuitHold = (deps: {
  readonly tellPage: (waitingSales: number) => void
  readonly isPageAlive: () => boolean
}): QuitHold => {
  let waitingSales = 0
  let isReleased = false
  return {
    reportWaiting: (count) => {
      waitingSales = count
    },
    release: () => {
      isReleased = true
    },
    holds: () => {
      if (isReleased || waitingSales === 0 || !deps.isPageAlive()) return false
      deps.tellPage(waitingSales)
      return true
    },
  }
}
