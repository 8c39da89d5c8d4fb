import { assertNever } from './assert-never.ts'
import { NEVER_MS, type Attempt, type ClaimMode, type Step, type StepOutcome } from './step.ts'

const FIRST_BACK_OFF_MS = 1_000
const LONGEST_BACK_OFF_MS = 60_000
const JITTER_SHARE = 0.1
const KEPT_ATTEMPTS = 50

/** FNV-1a over the text, as 0..1: the same step always waits the same time, and two steps rarely the same. */
const fractionOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0) / 0xffffffff
}

/** How long the step waits after its n-th failure (from 1): 1 s, doubled each time, at most 60 s, +-10 % by the id. No cap on tries. */
export const backOffMs = (stepId: string, failureCount: number): number => {
  const doubled = FIRST_BACK_OFF_MS * 2 ** Math.min(Math.max(failureCount - 1, 0), 16)
  const plainMs = Math.min(doubled, LONGEST_BACK_OFF_MS)
  const jitter = (fractionOf(`${stepId}#${failureCount}`) * 2 - 1) * JITTER_SHARE
  return Math.round(plainMs * (1 + jitter))
}

const withAttempt = (step: Step, attempt: Attempt): Step => ({
  ...step,
  attempts: [...step.attempts, attempt].slice(-KEPT_ATTEMPTS),
})

const modeOf = (step: Step): ClaimMode => (step.claimedFrom === 'unknown' ? 'resolve' : 'send')

/** Leases a due step. Null when it may not be handed out: not queued or unknown, or not yet due. An unknown one is only ever looked up. */
export const claim = (
  step: Step,
  lease: { readonly claimId: string; readonly nowMs: number; readonly leaseMs: number },
): { readonly step: Step; readonly mode: ClaimMode } | null => {
  if (step.state !== 'queued' && step.state !== 'unknown') return null
  if (step.dueAtMs > lease.nowMs) return null
  const mode: ClaimMode = step.state === 'unknown' ? 'resolve' : 'send'
  return {
    mode,
    step: {
      ...step,
      state: 'claimed',
      claimedFrom: step.state,
      claimId: lease.claimId,
      dueAtMs: lease.nowMs + lease.leaseMs,
      lastSendAtMs: mode === 'send' ? lease.nowMs : step.lastSendAtMs,
    },
  }
}

/**
 * Turns a claimed step whose lease ran out into `unknown`, due now: its call may have arrived. Null when the lease still
 * stands. A lease that ends later than any lease given now could means that the clock was set back: it counts as run out.
 */
export const expireLease = (step: Step, nowMs: number, leaseMs: number): Step | null => {
  if (step.state !== 'claimed') return null
  if (step.dueAtMs > nowMs && step.dueAtMs <= nowMs + leaseMs) return null
  const attempt: Attempt = {
    atMs: nowMs,
    mode: modeOf(step),
    outcome: 'lease-expired',
    message: '',
    httpStatus: null,
    durationMs: null,
  }
  // The claim's id stays until the next claim, so that a late "sent" of the same call is still believed.
  return withAttempt({ ...step, state: 'unknown', claimedFrom: null, dueAtMs: nowMs }, attempt)
}

const arrived = (step: Step, outcome: Extract<StepOutcome, { type: 'sent' }>, nowMs: number): Step => ({
  ...step,
  state: 'sent',
  remote: outcome.remote,
  attention: null,
  claimId: null,
  claimedFrom: null,
  dueAtMs: NEVER_MS,
  settledAtMs: nowMs,
})

/** What has arrived of a step stays arrived, however often the rest is tried. */
const settledSoFar = (step: Step, arrivedNow: readonly string[]): Pick<Step, 'settledLines'> => {
  const skus = [...new Set([...(step.settledLines ?? []), ...arrivedNow])]
  return skus.length === 0 ? {} : { settledLines: skus }
}

const afterOutcome = (step: Step, outcome: StepOutcome, nowMs: number): Step => {
  const from = step.claimedFrom ?? 'unknown'
  const free = { ...step, claimId: null, claimedFrom: null }
  switch (outcome.type) {
    case 'sent':
      return arrived(step, outcome, nowMs)
    case 'retry': {
      const failureCount = step.failureCount + 1
      const dueAtMs = Math.max(nowMs + backOffMs(step.id, failureCount), outcome.notBeforeMs ?? 0)
      return { ...free, state: from, failureCount, dueAtMs: Math.min(dueAtMs, NEVER_MS - 1) }
    }
    case 'unknown': {
      const failureCount = step.failureCount + 1
      return { ...free, state: 'unknown', failureCount, dueAtMs: nowMs + backOffMs(step.id, failureCount) }
    }
    case 'absent':
      return { ...free, state: 'queued', dueAtMs: nowMs }
    case 'attention':
      return {
        ...free,
        state: 'attention',
        attention: outcome.attention,
        remote: outcome.remote ?? step.remote,
        dueAtMs: NEVER_MS,
        ...settledSoFar(step, outcome.settledLines ?? []),
      }
    case 'released':
      return { ...free, state: from, dueAtMs: nowMs }
    default:
      return assertNever(outcome, 'step outcome')
  }
}

const attemptOf = (mode: ClaimMode, outcome: StepOutcome, nowMs: number, durationMs: number | null): Attempt | null => {
  if (outcome.type === 'released') return null
  const said = outcome.type === 'attention' ? outcome.attention : outcome
  return {
    atMs: nowMs,
    mode,
    outcome: outcome.type,
    message: said.message,
    httpStatus: 'httpStatus' in said ? said.httpStatus : null,
    durationMs,
  }
}

/** What a settlement did: the new row, and whether the next step of the sale at this destination may go. */
export type Settlement = { readonly step: Step; readonly releasesNext: boolean }

/**
 * Settles a claim (design, section 6). Null when the claim no longer stands: another claim took the step, or it is no
 * longer claimed. One late answer is believed: `sent`, for a step whose lease ran out and which nobody claimed since. It
 * is certain knowledge, and saves a look-up.
 */
export const settle = (
  step: Step,
  claimId: string,
  outcome: StepOutcome,
  nowMs: number,
  durationMs: number | null = null,
): Settlement | null => {
  if (step.claimId !== claimId) return null
  const isLateSent = step.state === 'unknown' && outcome.type === 'sent'
  if (step.state !== 'claimed' && !isLateSent) return null
  const settled = afterOutcome(step, outcome, nowMs)
  const attempt = attemptOf(isLateSent ? 'send' : modeOf(step), outcome, nowMs, durationMs)
  return {
    step: attempt === null ? settled : withAttempt(settled, attempt),
    releasesNext: settled.state === 'sent',
  }
}

/** Makes the step after a sent one due. Its due time is the payment, so that the oldest sale goes on first; never later than now. */
export const release = (step: Step, nowMs: number): Step =>
  (step.state === 'queued' || step.state === 'unknown') && step.dueAtMs === NEVER_MS
    ? { ...step, dueAtMs: Math.min(step.paidAtMs, nowMs) }
    : step

/** Takes a step up again after attention or closing, to be looked up before it is sent. Null in any other state. `isFirstUndone`: no earlier step is owed. */
export const requeue = (step: Step, nowMs: number, isFirstUndone: boolean): Step | null => {
  if (step.state !== 'attention' && step.state !== 'closed') return null
  // A person does it, so there is nothing to look up: it is a task again, or still.
  if (step.kind === 'forstok.return') {
    if (step.state === 'attention') return null
    return withAttempt(
      { ...step, state: 'attention', dueAtMs: NEVER_MS, closedReason: null, settledAtMs: null },
      { atMs: nowMs, mode: 'resolve', outcome: 'requeued', message: '', httpStatus: null, durationMs: null },
    )
  }
  return withAttempt(
    {
      ...step,
      state: 'unknown',
      dueAtMs: isFirstUndone ? nowMs : NEVER_MS,
      claimId: null,
      claimedFrom: null,
      failureCount: 0,
      attention: null,
      closedReason: null,
      settledAtMs: null,
    },
    { atMs: nowMs, mode: 'resolve', outcome: 'requeued', message: '', httpStatus: null, durationMs: null },
  )
}

/** Closes a step that a person has dealt with. Null when it is sent or closed already, or a call is on its way. */
export const close = (step: Step, reason: string, nowMs: number): Step | null => {
  if (step.state === 'sent' || step.state === 'closed' || step.state === 'claimed') return null
  return withAttempt(
    { ...step, state: 'closed', closedReason: reason, claimId: null, dueAtMs: NEVER_MS, settledAtMs: nowMs },
    { atMs: nowMs, mode: 'resolve', outcome: 'closed', message: reason, httpStatus: null, durationMs: null },
  )
}
