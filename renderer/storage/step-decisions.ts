import { close, requeue } from '../../shared/domain/outbox.ts'
import { acknowledge, withdrawAcknowledgement } from '../../shared/domain/stock-ledger.ts'
import { NEVER_MS, stepSchema, type Step } from '../../shared/domain/step.ts'
import { changeMovementsOf } from './acknowledge-movements.ts'
import type { TillDatabase } from './database.ts'
import { isBlocked, readSiblings, releaseAfter } from './step-order.ts'

/** Why a person's command on a step was not carried out. */
export type StepRefusal = 'missing' | 'earlier-undone' | 'wrong-state' | 'voided'

/** A task that only a person does stands by itself: no step before it holds it up, and closing one does not tick it off. */
const isTask = (step: Pick<Step, 'kind'>): boolean => step.kind === 'forstok.return'

/** A ticked-off task is open again: it is never sent, so there is nothing to look up. */
const reopenTask = (step: Step, nowMs: number): Step | null => {
  const reopened = step.state === 'closed' ? requeue(step, nowMs, false) : null
  return reopened === null ? null : { ...reopened, state: 'attention', attention: step.attention, dueAtMs: NEVER_MS }
}

/** True when the step's sale or stock document was called off: it owes nothing, and must never be sent. */
const isCalledOff = async (database: TillDatabase, saleId: string): Promise<boolean> => {
  const [sale, document] = await Promise.all([database.sales.get(saleId), database.stockDocuments.get(saleId)])
  // Rows of version 1 have no such column.
  return [sale, document].some((row) => row !== undefined && (row.voiding ?? null) !== null)
}

/**
 * Takes a step up again after attention or closing, and the later ones that were closed with it; not of what was called off.
 * Null when done.
 */
export const requeueStep = (database: TillDatabase, stepId: string, nowMs: number): Promise<StepRefusal | null> => {
  const { outbox, movements, audit, sales, stockDocuments } = database
  return database.transaction('rw', [outbox, movements, audit, sales, stockDocuments], async () => {
    const parsed = stepSchema.safeParse(await database.outbox.get(stepId))
    if (!parsed.success) return 'missing'
    const { data: step } = parsed
    if (await isCalledOff(database, step.saleId)) return 'voided'
    const siblings = (await readSiblings(database, step)).filter((each) => !isTask(each))
    if (!isTask(step) && siblings.some((each) => each.position < step.position && each.state !== 'sent'))
      return 'earlier-undone'
    const requeued = isTask(step) ? reopenTask(step, nowMs) : requeue(step, nowMs, !(await isBlocked(database, step)))
    if (requeued === null) return 'wrong-state'
    const later = isTask(step)
      ? []
      : siblings.flatMap((each) =>
          each.position > requeued.position && each.state === 'closed' ? (requeue(each, nowMs, false) ?? []) : [],
        )
    await database.outbox.bulkPut([requeued, ...later])
    const isSettled = (sku: string): boolean => step.settledLines?.includes(sku) === true
    await changeMovementsOf(database, stepId, (movement) =>
      isSettled(movement.sku) ? movement : withdrawAcknowledgement(movement),
    )
    await database.audit.add({ atMs: nowMs, kind: 'step-requeued', saleId: requeued.saleId, detail: stepId })
    return null
  })
}

/** Closes a step and the later ones of its sale at that destination: a person has dealt with it. Null when done. */
export const closeStep = (
  database: TillDatabase,
  stepId: string,
  reason: string,
  nowMs: number,
): Promise<StepRefusal | null> =>
  database.transaction('rw', [database.outbox, database.movements, database.audit], async () => {
    const parsed = stepSchema.safeParse(await database.outbox.get(stepId))
    if (!parsed.success) return 'missing'
    const first = close(parsed.data, reason, nowMs)
    if (first === null) return 'wrong-state'
    const siblings = isTask(first) ? [] : await readSiblings(database, first)
    const later = siblings.flatMap((step) =>
      step.position > first.position && !isTask(step) ? (close(step, reason, nowMs) ?? []) : [],
    )
    const closed = [first, ...later]
    await database.outbox.bulkPut(closed)
    // The person has recorded the sale (or dropped it) at the service: the next pull's figure is the truth.
    for (const step of closed) {
      await changeMovementsOf(database, step.id, (movement) => acknowledge(movement, nowMs))
      await releaseAfter(database, step, nowMs)
    }
    await database.audit.add({ atMs: nowMs, kind: 'step-closed', saleId: first.saleId, detail: `${stepId}: ${reason}` })
    return null
  })

/** What a person has decided of a step and of the later ones of its sale at that destination: closed with a reason, or (null) not. */
export const readDecisions = async (
  database: TillDatabase,
  stepId: string,
): Promise<readonly { readonly saleId: string; readonly stepId: string; readonly reason: string | null }[]> => {
  const parsed = stepSchema.safeParse(await database.outbox.get(stepId))
  if (!parsed.success) return []
  const siblings = await readSiblings(database, parsed.data)
  return siblings
    .filter((step) => step.position >= parsed.data.position)
    .map(({ id, saleId, state, closedReason }) => ({
      saleId,
      stepId: id,
      reason: state === 'closed' ? (closedReason ?? '') : null,
    }))
}
