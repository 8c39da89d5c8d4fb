/** Decides whether the window may close while something is being printed. */
export type PrintHold = {
  /** Asks for one attempt to close; true holds it, and the window is closed again when the printers are done. */
  readonly holds: () => boolean
  /** Somebody else holds the window: it stays open, and printing goes on. */
  readonly staysOpen: () => void
}

/**
 * A print that is cut off spoils its paper and asks a question at the next start. So a close waits until what is being sent
 * is settled (the page keeps the queue, and must live so long), at most `timeoutMs`; nothing further is begun meanwhile.
 */
export const createPrintHold = (deps: {
  readonly isPrinting: () => boolean
  /** Resolves when what is under way is settled. */
  readonly finish: () => Promise<void>
  /** Takes up printing again after `finish`. */
  readonly resume: () => void
  readonly close: () => void
  readonly timeoutMs: number
}): PrintHold => {
  let state: 'free' | 'waiting' | 'released' = 'free'
  let attempt = 0
  const releaseOf = (which: number) => (): void => {
    if (state !== 'waiting' || which !== attempt) return
    state = 'released'
    deps.close()
  }
  return {
    holds: () => {
      if (state === 'waiting') return true
      if (state === 'released' || !deps.isPrinting()) return false
      state = 'waiting'
      attempt += 1
      const release = releaseOf(attempt)
      setTimeout(release, deps.timeoutMs).unref()
      deps.finish().then(release, release)
      return true
    },
    staysOpen: () => {
      if (state === 'free') return
      state = 'free'
      deps.resume()
    },
  }
}
