import type { SyncTiming } from '../sync-timing.ts'

/** The engine's numbers, made small for tests on loopback. */
export const FAST_TIMING: Partial<SyncTiming> = {
  requestTimeoutMs: 400,
  connectTimeoutMs: 200,
  leaseMs: 4_000,
  leaseMarginMs: 50,
  backOffFloorMs: 30,
  backOffCeilingMs: 200,
  forstokAbsenceTrustDelayMs: 50,
  pollIntervalMs: 100,
  idleProbeIntervalMs: 200,
  pushBeforePullMs: 500,
  accurateCallsPerSecond: 7,
  stockCallIntervalMs: 10,
  tooManyRequestsMs: 50,
  stopGraceMs: 500,
}

/** Waits until `holds`, looking every few milliseconds; throws with `what` when it takes longer than `timeoutMs`. */
export const until = async (what: string, holds: () => boolean, timeoutMs = 15_000): Promise<void> => {
  const giveUpAtMs = performance.now() + timeoutMs
  while (!holds()) {
    if (performance.now() > giveUpAtMs) throw new Error(`Waited ${timeoutMs} ms in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
