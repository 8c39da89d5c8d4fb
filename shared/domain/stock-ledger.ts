import type { Movement, StockFinding, StockLevel } from './stock-level.ts'

const NAMED_SALES = 10
/** A sale can reach the figures while a pull is running, after it began. */
const LONGEST_PULL_MS = 120_000

const sumOf = (movements: readonly Movement[]): number =>
  movements.reduce((sum, movement) => sum + movement.quantity, 0)

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
  level.available + sumOf(movements.filter(isOpen))

/** A movement whose step the service has acknowledged. Contained ones stay contained. */
export const acknowledge = (movement: Movement, nowMs: number): Movement =>
  movement.state === 'local' ? { ...movement, state: 'sent', acknowledgedAtMs: nowMs } : movement

/** A movement whose step is to be sent again; contained ones stay contained. */
export const withdrawAcknowledgement = (movement: Movement): Movement =>
  movement.state === 'sent' ? { ...movement, state: 'local', acknowledgedAtMs: null } : movement

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
    sum += movement.quantity
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
  const difference = available - (previous.available + sumOf(nowContained))
  if (difference === 0) return 0
  const wasOpenThen = nowContained.filter((movement) => movement.atMs < previous.pulledAtMs + LONGEST_PULL_MS)
  const isExplained = somePrefixSumsTo(stillOpen, difference) || somePrefixSumsTo(wasOpenThen, -difference)
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
