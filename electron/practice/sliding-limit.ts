/** Lets at most `count` calls through in any `windowMs`. */
export type SlidingLimit = {
  /** Null when the call may pass (and is counted); otherwise the milliseconds until one may. */
  readonly take: (nowMs: number) => number | null
}

/** A limit that counts only what it let through, so that a client which hammers is not shut out for ever. */
export const createSlidingLimit = (count: number, windowMs: number): SlidingLimit => {
  let passedAtMs: readonly number[] = []
  return {
    take: (nowMs) => {
      // A clock that was set back must not lock everybody out: times in the future are forgotten.
      passedAtMs = passedAtMs.filter((atMs) => atMs <= nowMs && nowMs - atMs < windowMs)
      const [oldest] = passedAtMs
      if (oldest !== undefined && passedAtMs.length >= count) return oldest + windowMs - nowMs
      passedAtMs = [...passedAtMs, nowMs]
      return null
    },
  }
}
