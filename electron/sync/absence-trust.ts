/** When a look-up began, on the wall clock and on the one that never jumps. */
export type LookUpStart = { readonly wallMs: number; readonly monotonicMs: number }

/** Decides whether a look-up that found nothing may be believed, for one destination. */
export type AbsenceTrust = {
  /** A write of this step has just ended, with or without an answer. */
  readonly noteSend: (stepId: string) => void
  readonly beginLookUp: () => LookUpStart
  /** A look-up of this step found nothing. Null when that may be believed, else the milliseconds to wait before looking again. */
  readonly judge: (stepId: string, start: LookUpStart, lastSendAtMs: number | null) => number | null
  /** The step was found or may be sent: what its look-ups did not find no longer counts. Its last sending still does. */
  readonly forget: (stepId: string) => void
}

const MOST_KEPT_SENDS = 500

/**
 * A service may still be committing a request that we gave up, so nothing found soon after the last sending proves nothing.
 * The wall clock of a till may be set in between: what this run itself saw is kept on a clock that never jumps, and a sending "in
 * the future" (the clock was set back) is believed absent after two look-ups that are far enough apart. What an earlier run sent it
 * sent at the latest when this run began: a killed app that starts again at once, even without its outbox, waits for that.
 */
export const createAbsenceTrust = (
  trustDelayMs: number,
  clocks: { readonly now: () => number; readonly monotonicNow: () => number },
): AbsenceTrust => {
  const sendEndedAt = new Map<string, number>()
  const firstAbsentAt = new Map<string, number>()
  const beganMs = clocks.monotonicNow()
  const forgetOldSends = (): void => {
    if (sendEndedAt.size < MOST_KEPT_SENDS) return
    const oldestKeptMs = clocks.monotonicNow() - trustDelayMs
    for (const [stepId, endedMs] of sendEndedAt) if (endedMs < oldestKeptMs) sendEndedAt.delete(stepId)
  }
  return {
    noteSend: (stepId) => {
      forgetOldSends()
      sendEndedAt.set(stepId, clocks.monotonicNow())
      firstAbsentAt.delete(stepId)
    },
    beginLookUp: () => ({ wallMs: clocks.now(), monotonicMs: clocks.monotonicNow() }),
    judge: (stepId, start, lastSendAtMs) => {
      const firstMs = firstAbsentAt.get(stepId) ?? start.monotonicMs
      firstAbsentAt.set(stepId, firstMs)
      const ownWaitMs = (sendEndedAt.get(stepId) ?? beganMs) + trustDelayMs - start.monotonicMs
      const recordedWaitMs = lastSendAtMs === null ? 0 : lastSendAtMs + trustDelayMs - start.wallMs
      const observedWaitMs = firstMs + trustDelayMs - start.monotonicMs
      const waitMs = Math.max(ownWaitMs, Math.min(recordedWaitMs, observedWaitMs))
      return waitMs <= 0 ? null : Math.ceil(Math.min(waitMs, trustDelayMs))
    },
    forget: (stepId) => {
      firstAbsentAt.delete(stepId)
    },
  }
}
