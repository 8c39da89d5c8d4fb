import { claim } from '../../../shared/domain/outbox.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import type { ClaimedStep, ClaimMode, RemoteRecord, StepKind } from '../../../shared/domain/step.ts'
import { stepsFor } from '../../../shared/domain/steps-for.ts'

/** A claim of one step of a sale, as the outbox hands it out. For tests. */
export const claimedStep = (
  sale: Sale,
  kind: StepKind,
  options: {
    readonly mode?: ClaimMode
    readonly previous?: readonly RemoteRecord[]
    readonly lastSendAtMs?: number | null
    readonly tenderIndex?: number
  } = {},
): ClaimedStep => {
  const step = stepsFor(sale, 'both-not-linked').find(
    (owed) => owed.kind === kind && (owed.tenderIndex ?? 0) === (options.tenderIndex ?? 0),
  )
  if (step === undefined) throw new Error(`The sale owes no ${kind}`)
  const state = options.mode === 'resolve' ? ('unknown' as const) : ('queued' as const)
  const taken = claim({ ...step, state, dueAtMs: 0 }, { claimId: 'claim-1', nowMs: 1, leaseMs: 60_000 })
  if (taken === null) throw new Error('The step cannot be claimed')
  return {
    step: { ...taken.step, lastSendAtMs: options.lastSendAtMs ?? null },
    mode: taken.mode,
    sale,
    previous: options.previous ?? [],
  }
}
