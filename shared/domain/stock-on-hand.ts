import { addQuantities } from './quantity.ts'
import type { Step } from './step.ts'
import type { Movement, StockLevel } from './stock-level.ts'

/** No settlement lies this far behind the beginning of the pull that follows it: the clock was set back in between. */
const CLOCK_SET_BACK_MS = 86_400_000

/** What puts a sale's goods into Forstok's On Hand: the step ready to ship, or `shipping` when a delivery's goods leave from there. */
export type LeavingStep = Pick<Step, 'state' | 'settledAtMs'> | 'shipping' | null

const isDone = (step: Pick<Step, 'state' | 'settledAtMs'>, pulledAtMs: number): boolean =>
  (step.state === 'sent' || step.state === 'closed') &&
  step.settledAtMs !== null &&
  (step.settledAtMs < pulledAtMs || step.settledAtMs > pulledAtMs + CLOCK_SET_BACK_MS)

/** As long as a pull may take: what was sent while it ran may be in its figures. */
const LONGEST_PULL_MS = 30_000

/**
 * True for a step whose effect the pulled figure may hold although the till could not know it: it was on its way before or
 * while the pull ran, and its arrival was not known when the pull began. A count must not be compared with such a figure.
 */
export const mayBeContained = (step: Step, pulledAtMs: number): boolean => {
  if (isDone(step, pulledAtMs) || step.state === 'queued') return false
  if (step.state === 'closed') return true
  if (step.state === 'attention' && step.remote === null) return false
  return step.lastSendAtMs !== null && step.lastSendAtMs < pulledAtMs + LONGEST_PULL_MS
}

/** True for a movement that stands on top of the on hand figure. */
export const isOpenOnHand = (movement: Movement, leaving: LeavingStep, pulledAtMs: number): boolean => {
  if (leaving === 'shipping') return false
  return leaving === null ? movement.state !== 'contained' : !isDone(leaving, pulledAtMs)
}

/**
 * What should be on the shelf: the last pulled on hand plus the physical movements that it does not contain. At Forstok an
 * order only reserves; on hand falls when it becomes ready to ship, so a walk-in sale stays on top until that step arrived
 * before a pull, and a delivery is on the shelf until Forstok ships it (its help pages on reserved stock). `leavingOf` tells
 * for a movement; null where its own step says it all. `movements` are the SKU's, those contained not long ago included.
 */
export const shownOnHand = (
  level: Pick<StockLevel, 'onHand' | 'pulledAtMs'>,
  movements: readonly Movement[],
  leavingOf: (movement: Movement) => LeavingStep = () => null,
): number =>
  addQuantities(
    level.onHand,
    ...movements
      .filter((movement) => isOpenOnHand(movement, leavingOf(movement), level.pulledAtMs))
      .map((movement) => movement.quantity),
  )
