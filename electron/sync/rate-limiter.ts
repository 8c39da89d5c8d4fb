import { setTimeout as sleep } from 'node:timers/promises'

/** State of a token bucket, kept as the time at which the bucket would be full again (the "generic cell rate algorithm"). */
export type Bucket = { readonly fullAtMs: number }

export type BucketRate = {
  /** One token a so many milliseconds. */
  readonly intervalMs: number
  /** Tokens that may be taken at once; a fraction lets a late timer catch up without ever letting two go together. */
  readonly burst: number
}

/** Takes one token: when it may be used, and the bucket after it. In any window W at most `(W + (burst - 1) * interval) / interval + 1` are used. */
export const takeToken = (
  bucket: Bucket,
  nowMs: number,
  rate: BucketRate,
): { readonly startAtMs: number; readonly bucket: Bucket } => {
  const tolerance = (rate.burst - 1) * rate.intervalMs
  const startAtMs = Math.max(nowMs, bucket.fullAtMs - tolerance)
  return { startAtMs, bucket: { fullAtMs: Math.max(bucket.fullAtMs, startAtMs) + rate.intervalMs } }
}

export type RateLimiter = {
  /** Waits for a turn. First come, first served. */
  readonly takeTurn: () => Promise<void>
}

/** A token bucket on a clock that no change of the wall clock moves. */
export const createRateLimiter = (rate: BucketRate, monotonicNow: () => number): RateLimiter => {
  let bucket: Bucket = { fullAtMs: 0 }
  let last: Promise<void> = Promise.resolve()

  /** The token is taken when the call really starts: after a stall of the machine those who waited must not start all at once. */
  const waitForToken = async (): Promise<void> => {
    for (;;) {
      const nowMs = monotonicNow()
      const taken = takeToken(bucket, nowMs, rate)
      if (taken.startAtMs <= nowMs) {
        bucket = taken.bucket
        return
      }
      await sleep(Math.ceil(taken.startAtMs - nowMs))
    }
  }
  return {
    takeTurn: async () => {
      last = last.then(waitForToken)
      return last
    },
  }
}
