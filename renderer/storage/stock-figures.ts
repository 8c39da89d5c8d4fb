import { addQuantities } from '../../shared/domain/quantity.ts'
import { shownAvailable } from '../../shared/domain/stock-ledger.ts'
import { movementSchema, type Movement, type StockLevel } from '../../shared/domain/stock-level.ts'
import { isRest } from '../../shared/domain/stock-movements.ts'
import { isOpenOnHand, mayBeContained, shownOnHand, type LeavingStep } from '../../shared/domain/stock-on-hand.ts'
import { stepSchema } from '../../shared/domain/step.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'
import { readLevels, readOpenMovements } from './stock-store.ts'

const ORDER = '/forstok.order'
const READY_TO_SHIP = '/forstok.ready-to-ship'

/** Contained movements whose goods may still be on Forstok's On Hand: an order is made ready to ship within days, or never. */
const LOOKED_BACK = 300

/** One SKU in the register's warehouse. Available and on hand are null while no level is known. */
export type SkuFigures = {
  readonly level: StockLevel | null
  /** Movements that no pull contains, oldest first. */
  readonly open: readonly Movement[]
  /** The newest movements that a pull contains, newest first. */
  readonly contained: readonly Movement[]
  readonly available: number | null
  readonly onHand: number | null
  /** The on hand figure that open movements alone make: what is expected of a SKU without a level. */
  readonly openOnHand: number
  /** Rests of weighed sales that wait for no step: which, and their sum. */
  readonly restIds: readonly string[]
  readonly restQuantity: number
  /** The pulled on hand may hold something that the till counts on top of it as well, until the next pull. */
  readonly isInDoubt: boolean
}

/** The tables that {@link readSkuFigures} reads; a transaction around it must hold them. */
export const figureTables = (database: TillDatabase) => [
  database.stockLevels,
  database.movements,
  database.syncState,
  database.outbox,
]

/** The SKU's newest movements, newest first. */
const readNewestMovements = async (database: TillDatabase, sku: string): Promise<readonly Movement[]> => {
  const ofSku = () => database.movements.where('[sku+atMs]').between([sku, -Infinity], [sku, Infinity], true, true)
  const all = await ofSku().count()
  const oldestFirst = await ofSku()
    .offset(Math.max(0, all - LOOKED_BACK))
    .toArray()
  return readRows(movementSchema, oldestFirst.toReversed()).rows
}

const leavingSteps = async (
  database: TillDatabase,
  movements: readonly Movement[],
): Promise<(movement: Movement) => LeavingStep> => {
  const orders = movements.filter((movement) => movement.cause === 'sale' && movement.stepId?.endsWith(ORDER) === true)
  const ids = orders.map((movement) => `${movement.saleId}${READY_TO_SHIP}`)
  const steps = new Map(
    readRows(stepSchema, await database.outbox.bulkGet(ids)).rows.map((step) => [step.saleId, step]),
  )
  const atForstok = new Set(orders)
  // An order without that step is a delivery: its goods leave when Forstok ships them.
  return (movement) => (atForstok.has(movement) ? (steps.get(movement.saleId) ?? 'shipping') : null)
}

/** Whether the level may hold a movement that also stands on top of it. */
const isDoubtful = async (
  database: TillDatabase,
  onTop: readonly Movement[],
  leavingOf: (movement: Movement) => LeavingStep,
  pulledAtMs: number,
): Promise<boolean> => {
  const ids = onTop.flatMap((movement) =>
    leavingOf(movement) === null ? (movement.stepId ?? []) : `${movement.saleId}${READY_TO_SHIP}`,
  )
  const steps = readRows(stepSchema, await database.outbox.bulkGet(ids)).rows
  return steps.some((step) => mayBeContained(step, pulledAtMs))
}

/** Reads one SKU's level, its movements and what they come to, as of now. */
export const readSkuFigures = async (database: TillDatabase, sku: string): Promise<SkuFigures> => {
  const [levels, unordered, newest] = await Promise.all([
    readLevels(database, [sku]),
    readOpenMovements(database, [sku]),
    readNewestMovements(database, sku),
  ])
  const level = levels.get(sku) ?? null
  const open = unordered.toSorted((left, right) => left.atMs - right.atMs)
  const contained = newest.filter((movement) => movement.state === 'contained')
  // A cancelled movement was contained in nothing: it and its mirror image sum to zero, and neither is looked at here.
  const arrived = contained.filter((movement) => movement.acknowledgedAtMs !== null)
  const physical = [...open, ...arrived]
  const leavingOf = await leavingSteps(database, physical)
  const rests = open.filter((movement) => isRest(movement) && movement.stepId === null)
  const pulledAtMs = level?.pulledAtMs ?? 0
  const onTop = physical.filter((movement) => isOpenOnHand(movement, leavingOf(movement), pulledAtMs))
  const isInDoubt = level?.source === 'pull' && (await isDoubtful(database, onTop, leavingOf, pulledAtMs))
  return {
    level,
    open,
    contained,
    available: level === null ? null : shownAvailable(level, open),
    onHand: level === null ? null : shownOnHand(level, physical, leavingOf),
    openOnHand: addQuantities(...onTop.map((movement) => movement.quantity)),
    restIds: rests.map((movement) => movement.id),
    restQuantity: addQuantities(...rests.map((movement) => movement.quantity)),
    isInDoubt,
  }
}
