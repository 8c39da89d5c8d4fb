import { claim, expireLease, release, settle } from '../../../shared/domain/outbox.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import { NEVER_MS, type Step } from '../../../shared/domain/step.ts'
import { stepsFor } from '../../../shared/domain/steps-for.ts'
import type { AskRequestOf, StockRow } from '../../../shared/ipc/contract.ts'
import type { SyncPage } from '../sync-page.ts'

/** The page's side of the sync in memory, on the outbox's own rules. For tests. */
export type MemoryOutbox = SyncPage & {
  readonly add: (sale: Sale) => void
  readonly steps: () => readonly Step[]
  readonly stockRows: () => readonly StockRow[]
  readonly settlements: () => readonly AskRequestOf<'outbox.settle'>[]
  /** Makes everything that waits due now, as "try now" does. */
  readonly makeDue: () => void
}

export const createMemoryOutbox = (): MemoryOutbox => {
  const rows = new Map<string, Step>()
  const sales = new Map<string, Sale>()
  const stock: StockRow[] = []
  const settlements: AskRequestOf<'outbox.settle'>[] = []
  const stepsOf = (saleId: string, destination: string): readonly Step[] =>
    [...rows.values()].filter((step) => step.saleId === saleId && step.destination === destination)

  return {
    add: (sale) => {
      sales.set(sale.id, sale)
      for (const step of stepsFor(sale, sale.route)) rows.set(step.id, step)
    },
    steps: () => [...rows.values()],
    stockRows: () => stock,
    settlements: () => settlements,
    makeDue: () => {
      for (const step of rows.values())
        if ((step.state === 'queued' || step.state === 'unknown') && step.dueAtMs !== NEVER_MS)
          rows.set(step.id, { ...step, dueAtMs: 0 })
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
          const sale = sales.get(step.saleId)
          if (taken === null || sale === undefined) return []
          const previous = stepsOf(step.saleId, destination)
            .filter((other) => other.position < step.position)
            .flatMap((other) => (other.remote === null ? [] : [other.remote]))
          return [{ step: taken.step, mode: taken.mode, sale, previous }]
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
      if (settled.releasesNext) {
        const next = stepsOf(settled.step.saleId, settled.step.destination).find(
          (other) => other.position === settled.step.position + 1,
        )
        if (next !== undefined) rows.set(next.id, release(next, request.nowMs))
      }
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
