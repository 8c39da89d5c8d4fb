import { release } from '../../shared/domain/outbox.ts'
import { NEVER_MS, stepSchema, type Step } from '../../shared/domain/step.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'

/** True for a step that holds up no other: it has arrived, a person has dealt with it, or only a person ever does it. */
const isOutOfTheWay = (step: Pick<Step, 'state' | 'kind'>): boolean =>
  step.state === 'sent' || step.state === 'closed' || step.kind === 'forstok.return'

/** The steps of a sale or stock document at one destination, in order. */
export const readSiblings = async (
  database: TillDatabase,
  step: Pick<Step, 'saleId' | 'destination'>,
): Promise<readonly Step[]> => {
  const raws = await database.outbox.where('saleId').equals(step.saleId).toArray()
  const { rows } = readRows(stepSchema, raws)
  return rows
    .filter((each) => each.destination === step.destination)
    .toSorted((left, right) => left.position - right.position)
}

/** Those of these steps of other sales that are still to be waited for. One that is not there is not waited for. */
const readBlocking = async (database: TillDatabase, stepIds: readonly string[]): Promise<ReadonlySet<string>> => {
  if (stepIds.length === 0) return new Set()
  const { rows } = readRows(stepSchema, await database.outbox.bulkGet([...stepIds]))
  return new Set(rows.filter((step) => !isOutOfTheWay(step)).map((step) => step.id))
}

const afterIdsOf = (steps: readonly Step[]): readonly string[] => steps.flatMap((step) => step.afterStepId ?? [])

/**
 * Steps about to be written, with those at NEVER_MS that wait for a step of another sale made due when that one is done or
 * not there. `dueAtMsOf` says when such a step is due. Runs in a transaction over the outbox, after what it may wait for
 * was written.
 */
export const withWaitsResolved = async (
  database: TillDatabase,
  steps: readonly Step[],
  dueAtMsOf: (step: Step) => number,
): Promise<readonly Step[]> => {
  const blocking = await readBlocking(database, afterIdsOf(steps))
  const isFirstUndone = (step: Step): boolean =>
    steps.every(
      (each) =>
        each.saleId !== step.saleId ||
        each.destination !== step.destination ||
        each.position >= step.position ||
        isOutOfTheWay(each),
    )
  return steps.map((step) =>
    step.afterStepId !== null &&
    step.dueAtMs === NEVER_MS &&
    (step.state === 'queued' || step.state === 'unknown') &&
    !blocking.has(step.afterStepId) &&
    isFirstUndone(step)
      ? { ...step, dueAtMs: dueAtMsOf(step) }
      : step,
  )
}

/** Makes the first undone step of each of these sales due, unless it waits for another sale's. */
const releaseFirstUndone = async (
  database: TillDatabase,
  subjects: readonly Pick<Step, 'saleId' | 'destination'>[],
  nowMs: number,
): Promise<void> => {
  const firsts: Step[] = []
  for (const subject of subjects) {
    const first = (await readSiblings(database, subject)).find((step) => !isOutOfTheWay(step))
    if (first !== undefined) firsts.push(first)
  }
  const blocking = await readBlocking(database, afterIdsOf(firsts))
  const free = firsts.filter((step) => step.afterStepId === null || !blocking.has(step.afterStepId))
  const released = free.map((step) => release(step, nowMs)).filter((step, index) => step !== free[index])
  if (released.length > 0) await database.outbox.bulkPut(released)
}

/** True while a step waits for a step of another sale that is there and not done. Runs in a transaction over the outbox. */
export const isBlocked = async (database: TillDatabase, step: Step): Promise<boolean> =>
  (await readBlocking(database, afterIdsOf([step]))).size > 0

/**
 * After a step was sent or closed: the next one of its sale becomes due, and the first undone one of each sale that waited
 * for it. Runs in a transaction over the outbox.
 */
export const releaseAfter = async (database: TillDatabase, step: Step, nowMs: number): Promise<void> => {
  const waiting = readRows(stepSchema, await database.outbox.where('afterStepId').equals(step.id).toArray()).rows
  await releaseFirstUndone(database, [step, ...waiting], nowMs)
}
