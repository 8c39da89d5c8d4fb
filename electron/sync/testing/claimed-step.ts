import { claim } from '../../../shared/domain/outbox.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import type { Attempt, ClaimedStep, ClaimMode, RemoteRecord, Step, StepKind } from '../../../shared/domain/step.ts'
import { stepsFor } from '../../../shared/domain/steps-for.ts'
import type { StockDocument } from '../../../shared/domain/stock-document.ts'
import { stepsOwedForStock } from '../../../shared/domain/stock-movements.ts'

type ClaimOptions = {
  readonly mode?: ClaimMode
  readonly previous?: readonly RemoteRecord[]
  readonly lastSendAtMs?: number | null
  readonly attempts?: readonly Attempt[]
}

const claimOf = (owed: Step, subject: ClaimedStep['subject'], options: ClaimOptions): ClaimedStep => {
  const state = options.mode === 'resolve' ? ('unknown' as const) : ('queued' as const)
  const taken = claim({ ...owed, state, dueAtMs: 0 }, { claimId: 'claim-1', nowMs: 1, leaseMs: 60_000 })
  if (taken === null) throw new Error('The step cannot be claimed')
  return {
    step: {
      ...taken.step,
      lastSendAtMs: options.lastSendAtMs ?? null,
      attempts: options.attempts ?? taken.step.attempts,
    },
    mode: taken.mode,
    subject,
    previous: options.previous ?? [],
  }
}

/** A claim of one step of a sale, as the outbox hands it out. For tests. */
export const claimedStep = (
  sale: Sale,
  kind: StepKind,
  options: ClaimOptions & { readonly tenderIndex?: number } = {},
): ClaimedStep => {
  const step = stepsFor(sale, 'both-not-linked').find(
    (owed) => owed.kind === kind && (owed.tenderIndex ?? 0) === (options.tenderIndex ?? 0),
  )
  if (step === undefined) throw new Error(`The sale owes no ${kind}`)
  return claimOf(step, { type: 'sale', sale }, options)
}

/** A claim of a stock document's step at a destination. For tests. */
export const claimedStockStep = (
  document: StockDocument,
  kind: 'forstok.stock' | 'accurate.adjustment',
  options: ClaimOptions = {},
): ClaimedStep => {
  const step = stepsOwedForStock(document).find((owed) => owed.kind === kind)
  if (step === undefined) throw new Error(`The document owes no ${kind}`)
  return claimOf(step, { type: 'stock', document }, options)
}
