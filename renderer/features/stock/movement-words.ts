import type { Movement } from '../../../shared/domain/stock-level.ts'
import { isRest } from '../../../shared/domain/stock-movements.ts'

/** The key of what stands beside a movement: whether it was sent, and whether the pulled figure holds it. */
export type MovementStateKey =
  | 'movement.contained'
  | 'movement.calledOff'
  | 'movement.rest'
  | 'movement.sent'
  | 'movement.local'

/** Chooses the words for a movement's state. */
export const stateKeyOf = (movement: Movement): MovementStateKey => {
  if (movement.state === 'contained')
    return movement.acknowledgedAtMs === null ? 'movement.calledOff' : 'movement.contained'
  if (isRest(movement) && movement.stepId === null) return 'movement.rest'
  return movement.state === 'sent' ? 'movement.sent' : 'movement.local'
}
