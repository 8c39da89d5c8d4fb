import { settle } from '../../shared/domain/outbox.ts'
import { acknowledge } from '../../shared/domain/stock-ledger.ts'
import { stepSchema } from '../../shared/domain/step.ts'
import type { AskAnswerOf, AskRequestOf } from '../../shared/ipc/contract.ts'
import { changeMovementsOf } from './acknowledge-movements.ts'
import type { TillDatabase } from './database.ts'
import { releaseAfter } from './step-order.ts'

/** Settles one claim: the step, those that waited for it (of its sale and of others), and the movements that its arrival acknowledges. */
export const settleStep = (
  database: TillDatabase,
  request: AskRequestOf<'outbox.settle'>,
): Promise<AskAnswerOf<'outbox.settle'>> =>
  database.transaction('rw', [database.outbox, database.movements], async () => {
    const parsed = stepSchema.safeParse(await database.outbox.get(request.stepId))
    if (!parsed.success) return { accepted: false }
    const { claimId, outcome, nowMs, durationMs } = request
    const settled = settle(parsed.data, claimId, outcome, nowMs, durationMs)
    if (settled === null) return { accepted: false }
    await database.outbox.put(settled.step)
    const { settledLines } = settled.step
    if (settledLines !== undefined)
      // Of a document that was refused in part, what did arrive is in the next pull's figures.
      await changeMovementsOf(database, settled.step.id, (movement) =>
        settledLines.includes(movement.sku) ? acknowledge(movement, nowMs) : movement,
      )
    if (settled.releasesNext) {
      await releaseAfter(database, settled.step, nowMs)
      await changeMovementsOf(database, settled.step.id, (movement) => acknowledge(movement, nowMs))
    }
    return { accepted: true }
  })
