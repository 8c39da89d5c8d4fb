/** When a look-up began, on the wall clock and on the one that never jumps. */
export type LookUpStart = { readonly wallMs: number; readonly monotonicMs: number }

/** Decides whether a look-up that found nothing may be believed, for one destination. */
export type AbsenceTrust = {
  /** A write of this step has just ended, with or without an answer. */
  readonly noteSend: (stepId: string) => void
  readonly beginLookUp: () => LookUpStart
  /** A look-up of this step found nothing. Null when that may be believed, else the milliseconds to wait before looking again. */
  readonly judge: (stepId: string, start: LookUpStart, lastSendAtMs: number | null) => number | null
  /** The step is settled for good. */
  readonly forget: (stepId: string) => void
}

/**
 * A service may still be committing a request that we gave up, so nothing found soon after the last sending proves nothing.
 * The wall clock of a till may be set in between: what this run itself saw is kept on a clock that never jumps, and a sending "in
 * the future" (the clock was set back) is believed absent after two look-ups that are far enough apart.
 */
export const createAbsenceTrust = (
  trustDelayMs: number,
  clocks: { readonly now: () => number; readonly monotonicNow: () => number },
): AbsenceTrust => {
  const sendEndedAt = new Map<string, number>()
  const firstAbsentAt = new Map<string, number>()
  return {
    noteSend: (stepId) => {
      sendEndedAt.set(stepId, clocks.monotonicNow())
      firstAbsentAt.delete(stepId)
    },
    beginLookUp: () => ({ wallMs: clocks.now(), monotonicMs: clocks.monotonicNow() }),
    judge: (stepId, start, lastSendAtMs) => {
      const firstMs = firstAbsentAt.get(stepId) ?? start.monotonicMs
      firstAbsentAt.set(stepId, firstMs)
      const ownEndMs = sendEndedAt.get(stepId)
      const ownWaitMs = ownEndMs === undefined ? 0 : ownEndMs + trustDelayMs - start.monotonicMs
      const recordedWaitMs = lastSendAtMs === null ? 0 : lastSendAtMs + trustDelayMs - start.wallMs
      const observedWaitMs = firstMs + trustDelayMs - start.monotonicMs
      const waitMs = Math.max(ownWaitMs, Math.min(recordedWaitMs, observedWaitMs))
      return waitMs <= 0 ? null : Math.ceil(Math.min(waitMs, trustDelayMs))
    },
    forget: (stepId) => {
      sendEndedAt.delete(stepId)
      firstAbsentAt.delete(stepId)
    },
  }
}
