import { movementSchema, type Movement } from '../../shared/domain/stock-level.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'

/** Changes every movement that a step puts into the service's figures. Runs in a transaction over the movements. */
export const changeMovementsOf = async (
  database: TillDatabase,
  stepId: string,
  change: (movement: Movement) => Movement,
): Promise<void> => {
  const { rows } = readRows(movementSchema, await database.movements.where('stepId').equals(stepId).toArray())
  if (rows.length > 0) await database.movements.bulkPut(rows.map(change))
}
