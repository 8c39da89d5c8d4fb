import { setTimeout as sleep } from 'node:timers/promises'
import type { ClaimedStep, RemoteRecord, StepOutcome } from '../../shared/domain/step.ts'
import type { LinkNews } from './http/classify-exchange.ts'
import type { Gateway, StepReport } from './step-report.ts'
import type { SyncLog } from './sync-log.ts'
import type { SyncPage } from './sync-page.ts'
import type { SyncTiming } from './sync-timing.ts'

/** A leased step with the time (monotonic) at which its lease runs out. */
export type Claim = {
  readonly claimed: ClaimedStep
  readonly claimId: string
  readonly leaseEndsMs: number
}

/** Tells the journal that a step has arrived. */
export type OnStepSent = (stepId: string, saleId: string, remote: RemoteRecord) => void

export type ClaimRunner = {
  /** Carries out one claim and settles it. Gives the outcome, and what was learnt of the line; never rejects. */
  readonly run: (claim: Claim, isPaused: () => boolean) => Promise<{ outcome: StepOutcome; news: LinkNews | null }>
  /** Gives a claim back as it was. */
  readonly release: (claim: Claim) => Promise<void>
}

const SETTLE_TRIES = 5

export const createClaimRunner = (options: {
  readonly gateway: Gateway
  readonly page: SyncPage
  readonly timing: SyncTiming
  readonly now: () => number
  readonly monotonicNow: () => number
  readonly onStepSent: OnStepSent
  readonly log: SyncLog
}): ClaimRunner => {
  const { gateway, page, timing, now, monotonicNow, log } = options

  /** Settling is tried again: a settlement that is lost costs a look-up later, never a second sending. */
  const settle = async (claim: Claim, outcome: StepOutcome, durationMs: number | null): Promise<void> => {
    const { step } = claim.claimed
    for (let attempt = 1; attempt <= SETTLE_TRIES; attempt += 1) {
      try {
        const request = { stepId: step.id, claimId: claim.claimId, nowMs: now(), durationMs, outcome }
        const { accepted } = await page.settleStep(request)
        if (!accepted) log.warn(`${step.saleNumber} ${step.kind}: the claim no longer stood (${outcome.type})`)
        return
      } catch (error) {
        log.error(`${step.saleNumber} ${step.kind}: settling failed, try ${attempt}: ${String(error)}`)
        if (attempt < SETTLE_TRIES) await sleep(100 * 2 ** attempt)
      }
    }
  }

  const carryOut = async (claim: Claim, isPaused: () => boolean): Promise<StepReport> => {
    const { claimed } = claim
    const isLeaseLongEnough = (): boolean =>
      claim.leaseEndsMs - monotonicNow() >= timing.requestTimeoutMs + timing.leaseMarginMs
    if (isPaused() || !isLeaseLongEnough()) return { outcome: { type: 'released' }, news: null }
    try {
      return await gateway.carryOut(claimed, () => !isPaused() && isLeaseLongEnough())
    } catch (error) {
      // A bug of ours. Whether the call left is not known, so a send is looked up; the step is never lost by it.
      const message = `Konter: ${error instanceof Error ? error.message : String(error)}`
      log.error(`${claimed.step.saleNumber} ${claimed.step.kind}: ${message}`)
      const outcome: StepOutcome =
        claimed.mode === 'send'
          ? { type: 'unknown', message, httpStatus: null }
          : { type: 'retry', message, httpStatus: null, notBeforeMs: null }
      return { outcome, news: null }
    }
  }

  return {
    run: async (claim, isPaused) => {
      const { step, mode } = claim.claimed
      const beganMs = monotonicNow()
      const report = await carryOut(claim, isPaused)
      const { outcome } = report
      const durationMs = Math.round(monotonicNow() - beganMs)
      if (outcome.type === 'sent') {
        try {
          options.onStepSent(step.id, step.saleId, outcome.remote)
        } catch (error) {
          log.error(`${step.saleNumber} ${step.kind}: noting it as sent failed: ${String(error)}`)
        }
      }
      const words = outcome.type === 'attention' ? outcome.attention.code : outcome.type
      log.info(`${step.saleNumber} ${step.kind} ${mode}: ${words}, ${durationMs} ms`)
      await settle(claim, outcome, outcome.type === 'released' ? null : durationMs)
      return report
    },
    release: async (claim) => settle(claim, { type: 'released' }, null),
  }
}
