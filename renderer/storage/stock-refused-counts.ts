import { addQuantities } from '../../shared/domain/quantity.ts'
import { stepSchema } from '../../shared/domain/step.ts'
import type { Movement } from '../../shared/domain/stock-level.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'
import { dropStockLines, isDroppable, type Dropping } from './stock-drop-lines.ts'
import type { StockDocument } from '../../shared/domain/stock-document.ts'

/** Earlier counts of a SKU that the service refused: a new count takes their place, so it must not expect what they say. */
export type RefusedCounts = {
  readonly documentIds: readonly string[]
  /** What they would have changed. */
  readonly quantity: number
}

const sumOf = (movements: readonly Movement[]): number => addQuantities(...movements.map((each) => each.quantity))

/** Finds the refused counts among a SKU's open movements. Runs in a transaction over the outbox. */
export const findRefusedCounts = async (database: TillDatabase, open: readonly Movement[]): Promise<RefusedCounts> => {
  const counts = open.filter((movement) => movement.cause === 'count')
  const stepIds = [...new Set(counts.flatMap((movement) => movement.stepId ?? []))]
  const steps = readRows(stepSchema, await database.outbox.bulkGet(stepIds)).rows
  const refused = new Map(steps.filter((step) => step.state === 'attention').map((step) => [step.saleId, step]))
  // What arrived of a count that was refused in part is no refused count.
  const own = counts.filter((movement) => {
    const step = refused.get(movement.saleId)
    return step !== undefined && step.settledLines?.includes(movement.sku) !== true
  })
  return { documentIds: [...new Set(own.map((movement) => movement.saleId))], quantity: sumOf(own) }
}

/**
 * Calls off the lines of refused counts that a new one takes the place of. Null when one of them has been sent again since:
 * then the SKU must be counted anew. Gives the documents as they now stand. Runs in the transaction that writes the new count.
 */
export const dropRefusedCounts = async (
  database: TillDatabase,
  lines: readonly { readonly sku: string; readonly refusedIds: readonly string[] }[],
  dropping: Dropping,
): Promise<{ readonly dropped: readonly StockDocument[] } | { readonly sentAgain: string }> => {
  // All are looked at before any is called off: what is refused must change nothing.
  for (const { sku, refusedIds } of lines) {
    for (const documentId of refusedIds) if (!(await isDroppable(database, documentId))) return { sentAgain: sku }
  }
  const dropped = new Map<string, StockDocument>()
  for (const { sku, refusedIds } of lines) {
    for (const documentId of refusedIds) {
      const outcome = await dropStockLines(database, documentId, [sku], dropping)
      // It was called off or closed by hand meanwhile: the next pull's figure is the truth.
      if (typeof outcome !== 'string') dropped.set(documentId, outcome)
    }
  }
  return { dropped: [...dropped.values()] }
}
