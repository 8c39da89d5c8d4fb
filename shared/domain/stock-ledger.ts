import { addQuantities } from './quantity.ts'
import type { Movement, MovementCause, StockFinding, StockLevel } from './stock-level.ts'

const NAMED_SALES = 10
/** A sale can reach the figures while a pull is running, after it began. */
const LONGEST_PULL_MS = 120_000

const sumOf = (movements: readonly Movement[]): number =>
  addQuantities(...movements.map((movement) => movement.quantity))

/** No acknowledgement lies this far behind the beginning of the pull that follows it: the clock was set back in between. */
const CLOCK_SET_BACK_MS = 86_400_000

/** An acknowledgement dated by a clock that has been set back since counts as of now, or no pull would contain it for as long. */
const withTrueDate = (movement: Movement, pullBeganAtMs: number): Movement =>
  movement.acknowledgedAtMs !== null && movement.acknowledgedAtMs > pullBeganAtMs + CLOCK_SET_BACK_MS
    ? { ...movement, acknowledgedAtMs: pullBeganAtMs }
    : movement

const isOpen = (movement: Movement): boolean => movement.state !== 'contained'

/** What is shown: the last pulled figure plus the movements not yet contained in it. May be below zero; never clamped (design, invariant 4). */
export const shownAvailable = (level: Pick<StockLevel, 'available'>, movements: readonly Movement[]): number =>
  addQuantities(level.available, sumOf(movements.filter(isOpen)))

/** A movement whose step the service has acknowledged. Contained ones stay contained. */
export const acknowledge = (movement: Movement, nowMs: number): Movement =>
  movement.state === 'local' ? { ...movement, state: 'sent', acknowledgedAtMs: nowMs } : movement

/** A movement whose step is to be sent again; contained ones stay contained. */
export const withdrawAcknowledgement = (movement: Movement): Movement =>
  movement.state === 'sent' ? { ...movement, state: 'local', acknowledgedAtMs: null } : movement

/**
 * Whether a movement belongs to a warehouse's figures. Sales and what comes back always leave from and return to the
 * register's own warehouse, whatever it was called when they were written; other movements belong where they name.
 */
export const isMovementOf = (
  movement: Movement,
  warehouseId: string,
  isOwnWarehouse: boolean,
  unnamedId: string,
): boolean => {
  if (['sale', 'return', 'void'].includes(movement.cause)) return isOwnWarehouse
  return movement.warehouseId === warehouseId || (isOwnWarehouse && movement.warehouseId === unnamedId)
}

/**
 * Takes a movement back that has not reached the service and never will: it and its mirror image, which sum to zero, are
 * both done with, and both stay to be read. Null for one that a pull contains.
 */
export const cancelMovement = (
  movement: Movement,
  how: { readonly id: string; readonly cause: MovementCause; readonly atMs: number },
): readonly [Movement, Movement] | null => {
  if (movement.state === 'contained') return null
  const done = { ...movement, state: 'contained' } as const
  return [done, { ...done, ...how, quantity: addQuantities(-movement.quantity), stepId: null, acknowledgedAtMs: null }]
}

/** What moved a SKU, summed by cause, in the order in which the causes first occurred. */
export const causesOf = (
  movements: readonly Movement[],
): readonly { readonly cause: MovementCause; readonly quantity: number }[] => {
  const causes = [...new Set(movements.map((movement) => movement.cause))]
  return causes.map((cause) => ({ cause, quantity: sumOf(movements.filter((movement) => movement.cause === cause)) }))
}

/** One SKU after a pull: its new level, its movements as they now stand, and what a person should know. */
export type PulledStock = {
  readonly level: StockLevel
  readonly movements: readonly Movement[]
  readonly findings: readonly StockFinding[]
}

/** Whether the first n movements, for some n above 0, sum to the figure. */
const somePrefixSumsTo = (movements: readonly Movement[], figure: number): boolean => {
  let sum = 0
  return movements.some((movement) => {
    sum = addQuantities(sum, movement.quantity)
    return sum === figure
  })
}

/**
 * The part of a level's change that known sales do not explain; 0 when they do. A sale whose acknowledgement was still on
 * its way may be in the service's figure one pull early: such a difference counts as explained, in that pull and in the
 * next, where it comes back with the opposite sign.
 */
const unexplainedChange = (
  previous: StockLevel | null,
  available: number,
  nowContained: readonly Movement[],
  stillOpen: readonly Movement[],
): number => {
  if (previous === null || previous.source !== 'pull') return 0
  const difference = addQuantities(available, -previous.available, -sumOf(nowContained))
  if (difference === 0) return 0
  const wasOpenThen = nowContained.filter((movement) => movement.atMs < previous.pulledAtMs + LONGEST_PULL_MS)
  // What waits for no step cannot have reached the service.
  const onTheirWay = stillOpen.filter((movement) => movement.stepId !== null)
  const isExplained = somePrefixSumsTo(onTheirWay, difference) || somePrefixSumsTo(wasOpenThen, -difference)
  return isExplained ? 0 : difference
}

/**
 * Applies one pulled row to a SKU (design, section 6, "Reconciling stock"). A movement becomes contained only if it was
 * acknowledged before the pull began; all others stay on top, none is erased. Findings: `oversold` when what is shown is
 * below zero, `moved-elsewhere` when the level moved in a way that known sales do not explain. `movements` are all of
 * this SKU that are not contained; `saleNumberOf` names the sales.
 */
export const applyPull = (
  previous: StockLevel | null,
  pulled: Omit<StockLevel, 'pulledAtMs' | 'source'>,
  movements: readonly Movement[],
  pullBeganAtMs: number,
  saleNumberOf: (saleId: string) => string | null,
): PulledStock => {
  const level: StockLevel = { ...pulled, pulledAtMs: pullBeganAtMs, source: 'pull' }
  const open = movements.filter(isOpen).toSorted((left, right) => left.atMs - right.atMs)
  const isContained = (movement: Movement): boolean =>
    movement.acknowledgedAtMs !== null && movement.acknowledgedAtMs < pullBeganAtMs
  const nowContained = open.filter(isContained)
  const stillOpen = open.filter((movement) => !isContained(movement))
  const newestFirst = open.toReversed().map((movement) => saleNumberOf(movement.saleId))
  const saleNumbers = [...new Set(newestFirst.filter((number) => number !== null))].slice(0, NAMED_SALES)
  const finding = (kind: StockFinding['kind'], quantity: number): StockFinding => ({
    id: `${level.sku}/${level.warehouseId}/${kind}`,
    sku: level.sku,
    warehouseId: level.warehouseId,
    kind,
    quantity,
    foundAtMs: pullBeganAtMs,
    saleNumbers,
    causes: causesOf(open),
  })
  const shown = shownAvailable(level, stillOpen)
  const elsewhere = unexplainedChange(previous, level.available, nowContained, stillOpen)
  return {
    level,
    movements: movements.map((movement) =>
      isOpen(movement) && isContained(movement)
        ? { ...movement, state: 'contained' }
        : withTrueDate(movement, pullBeganAtMs),
    ),
    findings: [
      ...(shown < 0 ? [finding('oversold', shown)] : []),
      ...(elsewhere === 0 ? [] : [finding('moved-elsewhere', elsewhere)]),
    ],
  }
}
