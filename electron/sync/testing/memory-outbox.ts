import { claim, close, expireLease, release, settle } from '../../../shared/domain/outbox.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import { NEVER_MS, type ClaimedStep, type Step } from '../../../shared/domain/step.ts'
import { stepsFor } from '../../../shared/domain/steps-for.ts'
import type { StockDocument } from '../../../shared/domain/stock-document.ts'
import { stepsOwedForStock } from '../../../shared/domain/stock-movements.ts'
import type { AskRequestOf, StockRow } from '../../../shared/ipc/contract.ts'
import type { SyncPage } from '../sync-page.ts'

/** The page's side of the sync in memory, on the outbox's own rules. For tests. */
export type MemoryOutbox = SyncPage & {
  readonly add: (sale: Sale) => void
  readonly addDocument: (document: StockDocument) => void
  readonly steps: () => readonly Step[]
  readonly stockRows: () => readonly StockRow[]
  readonly settlements: () => readonly AskRequestOf<'outbox.settle'>[]
  /** Makes everything that waits due now, as "try now" does. */
  readonly makeDue: () => void
  /** Closes a step as a person does; throws where that is not possible. */
  readonly closeStep: (stepId: string, reason: string) => void
}

export const createMemoryOutbox = (): MemoryOutbox => {
  const rows = new Map<string, Step>()
  const subjects = new Map<string, ClaimedStep['subject']>()
  const stock: StockRow[] = []
  const settlements: AskRequestOf<'outbox.settle'>[] = []
  const stepsOf = (saleId: string, destination: string): readonly Step[] =>
    [...rows.values()].filter((step) => step.saleId === saleId && step.destination === destination)

  const isDone = (step: Step): boolean => step.state === 'sent' || step.state === 'closed'
  /** It waits for a step of another sale. */
  const isHeldUp = ({ afterStepId }: Step): boolean => {
    const before = afterStepId === null ? undefined : rows.get(afterStepId)
    return before !== undefined && !isDone(before)
  }
  const isFirstUndone = (step: Step): boolean =>
    stepsOf(step.saleId, step.destination).every((other) => other.position >= step.position || isDone(other))
  const startOf = (step: Step): Step =>
    step.position === 0 && step.afterStepId !== null && !isHeldUp(step) ? { ...step, dueAtMs: step.paidAtMs } : step

  /** Lets go what waited for a step that is done now. */
  const releaseAfter = (done: Step, nowMs: number): void => {
    const next = stepsOf(done.saleId, done.destination).find((other) => other.position === done.position + 1)
    if (next !== undefined && !isHeldUp(next)) rows.set(next.id, release(next, nowMs))
    for (const follower of rows.values())
      if (follower.afterStepId === done.id && isFirstUndone(follower)) rows.set(follower.id, release(follower, nowMs))
  }

  return {
    add: (sale) => {
      subjects.set(sale.id, { type: 'sale', sale })
      for (const step of stepsFor(sale, sale.route)) rows.set(step.id, startOf(step))
    },
    addDocument: (document) => {
      subjects.set(document.id, { type: 'stock', document })
      for (const step of stepsOwedForStock(document)) rows.set(step.id, step)
    },
    steps: () => [...rows.values()],
    stockRows: () => stock,
    settlements: () => settlements,
    makeDue: () => {
      for (const step of rows.values())
        if ((step.state === 'queued' || step.state === 'unknown') && step.dueAtMs !== NEVER_MS)
          rows.set(step.id, { ...step, dueAtMs: 0 })
    },
    closeStep: (stepId, reason) => {
      const step = rows.get(stepId)
      const closed = step === undefined ? null : close(step, reason, step.paidAtMs)
      if (closed === null) throw new Error(`Step ${stepId} cannot be closed`)
      rows.set(stepId, closed)
      releaseAfter(closed, closed.paidAtMs)
    },
    claimSteps: async ({ destination, limit, nowMs, leaseMs, claimId }) => {
      await Promise.resolve()
      const own = [...rows.values()].filter((step) => step.destination === destination)
      for (const step of own) {
        const expired = expireLease(step, nowMs, leaseMs)
        if (expired !== null) rows.set(step.id, expired)
      }
      const steps = own
        .map((step) => rows.get(step.id) ?? step)
        .sort((left, right) => left.paidAtMs - right.paidAtMs || left.position - right.position)
        .flatMap((step) => {
          const taken = claim(step, { claimId, nowMs, leaseMs })
          const subject = subjects.get(step.saleId)
          if (taken === null || subject === undefined) return []
          const previous = stepsOf(step.saleId, destination)
            .filter((other) => other.position < step.position)
            .flatMap((other) => (other.remote === null ? [] : [other.remote]))
          return [{ step: taken.step, mode: taken.mode, subject, previous }]
        })
        .slice(0, limit)
      for (const { step } of steps) rows.set(step.id, step)
      const waiting = [...rows.values()].filter(
        (step) =>
          step.destination === destination &&
          (step.state === 'queued' || step.state === 'unknown') &&
          step.dueAtMs !== NEVER_MS,
      )
      const dueTimes = waiting.map((step) => step.dueAtMs)
      return { steps, nextDueMs: dueTimes.length === 0 ? null : Math.min(...dueTimes) }
    },
    settleStep: async (request) => {
      await Promise.resolve()
      settlements.push(request)
      const step = rows.get(request.stepId)
      const settled =
        step === undefined ? null : settle(step, request.claimId, request.outcome, request.nowMs, request.durationMs)
      if (settled === null) return { accepted: false }
      rows.set(request.stepId, settled.step)
      if (settled.releasesNext) releaseAfter(settled.step, request.nowMs)
      return { accepted: true }
    },
    applyStock: async ({ rows: pulled, isFirst }) => {
      await Promise.resolve()
      if (isFirst) stock.length = 0
      stock.push(...pulled)
      return null
    },
  }
}
