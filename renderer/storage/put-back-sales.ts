import { movementsForSale } from '../../shared/domain/movements-for-sale.ts'
import { lostSaleJob } from '../../shared/domain/sale-paper.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { shiftOpenedBySale } from '../../shared/domain/shift-opened-by-sale.ts'
import type { Shift } from '../../shared/domain/shift.ts'
import { NEVER_MS, type Step } from '../../shared/domain/step.ts'
import { stepsFor } from '../../shared/domain/steps-for.ts'
import type { JournaledSale } from '../../shared/ipc/contract.ts'
import type { TillDatabase } from './database.ts'
import type { StoredSale } from './rows.ts'
import { withWaitsResolved } from './step-order.ts'
import { toStoredSale } from './stored-sale.ts'

/** What the journal knows of the steps of a sale or a stock document. */
export type KnownStepStates = Pick<JournaledSale, 'sentSteps' | 'closedSteps'>

/**
 * Owed steps as they come back after a loss: what is known to have arrived or to be closed stays so, the rest is looked up
 * before it is sent, in order. A task for a person is a task again.
 */
export const recoveredSteps = (
  owed: readonly Step[],
  { sentSteps, closedSteps }: KnownStepStates,
  nowMs: number,
): readonly Step[] => {
  const remotes = new Map(sentSteps.map((sent) => [sent.stepId, sent.remote]))
  const isOpenAt = new Set<string>()
  const closedAt = new Map<string, string>()
  return owed.map((step): Step => {
    const remote = remotes.get(step.id)
    const attempts: Step['attempts'] = [
      { atMs: nowMs, mode: 'resolve', outcome: 'recovered', message: '', httpStatus: null, durationMs: null },
    ]
    // Steps run in order: one after a gap cannot have arrived by itself, and is looked up like the rest.
    if (remote !== undefined && !isOpenAt.has(step.destination)) {
      return { ...step, state: 'sent', remote, attention: null, dueAtMs: NEVER_MS, settledAtMs: nowMs, attempts }
    }
    const isTask = step.kind === 'forstok.return'
    // Closing a step closes the later ones, and they are noted one by one: some of the notes may be missing.
    const closedReason =
      closedSteps.find((closed) => closed.stepId === step.id)?.reason ??
      (isTask ? undefined : closedAt.get(step.destination))
    // A person has dealt with it, perhaps by hand under another number: a look-up would not find that, and must not lead to a sending.
    if (closedReason !== undefined) {
      if (!isTask) {
        isOpenAt.add(step.destination)
        closedAt.set(step.destination, closedReason)
      }
      return { ...step, state: 'closed', closedReason, dueAtMs: NEVER_MS, settledAtMs: nowMs, attempts }
    }
    if (isTask) return { ...step, attempts }
    const isFirstUndone = !isOpenAt.has(step.destination)
    isOpenAt.add(step.destination)
    const waits = step.afterStepId !== null
    return { ...step, state: 'unknown', dueAtMs: isFirstUndone && !waits ? nowMs : NEVER_MS, attempts }
  })
}

const voidedSteps = (steps: readonly Step[], { voiding }: JournaledSale): readonly Step[] =>
  voiding === null
    ? steps
    : steps.map((step) => ({
        ...step,
        state: 'closed',
        closedReason: voiding.reason,
        dueAtMs: NEVER_MS,
        settledAtMs: voiding.atMs,
      }))

/** The shifts that sales name and nobody has: their copies were lost with the page, and the sales open them again. */
const reopenedShifts = async (database: TillDatabase, sales: readonly Sale[]): Promise<readonly Shift[]> => {
  const ids = [...new Set(sales.flatMap((sale) => sale.shiftId ?? []))]
  const present = new Set(await database.shifts.where('id').anyOf(ids).primaryKeys())
  const oldestFirst = sales.toSorted((left, right) => left.paidAtMs - right.paidAtMs)
  return ids.flatMap((id) => {
    const first = oldestFirst.find((sale) => sale.shiftId === id)
    return first === undefined || present.has(id) ? [] : [shiftOpenedBySale(first, id)]
  })
}

const storedOf = ({ sale, voiding, confirmations }: JournaledSale): StoredSale => ({
  ...toStoredSale(sale, true),
  voiding,
  confirmations,
})

/**
 * Puts sales from the journal back, in one transaction: what is not known to have arrived is looked up before it is sent,
 * nothing prints. Papers of a sale that went to printers before it was ever written are asked about. A movement whose step arrived counts as acknowledged now, since levels are pulled later; what was voided
 * moves nothing and owes nothing. Gives the ids of those that were missing.
 */
export const putBackSales = async (
  database: TillDatabase,
  journaled: readonly JournaledSale[],
  how: { readonly warehouseId: string; readonly nowMs: number },
): Promise<ReadonlySet<string>> => {
  const { sales, movements, outbox, printJobs, audit, shifts } = database
  return database.transaction('rw', [sales, movements, outbox, printJobs, audit, shifts], async () => {
    const present = new Set(
      await sales
        .where('id')
        .anyOf(journaled.map((each) => each.sale.id))
        .primaryKeys(),
    )
    const missing = journaled
      .filter((each) => !present.has(each.sale.id))
      .toSorted((left, right) => left.sale.paidAtMs - right.sale.paidAtMs)
    const steps = missing.flatMap((each) =>
      voidedSteps(recoveredSteps(stepsFor(each.sale, each.sale.route), each, how.nowMs), each),
    )
    const settledIds = new Set(steps.filter((step) => step.settledAtMs !== null).map((step) => step.id))
    const acknowledgedAtMsOf = (stepId: string): number | null => (settledIds.has(stepId) ? how.nowMs : null)
    const reopened = await reopenedShifts(
      database,
      missing.map((each) => each.sale),
    )
    await Promise.all([
      sales.bulkAdd(missing.map(storedOf)),
      outbox.bulkPut(steps),
      shifts.bulkPut(reopened),
      printJobs.bulkPut(
        missing
          .filter((each) => !each.isCommitted)
          .flatMap(({ sale, papers }) =>
            papers.map((paper) => lostSaleJob(sale, paper, { nowMs: how.nowMs, why: 'run-ended' })),
          ),
      ),
      movements.bulkPut(
        missing
          .filter((each) => each.voiding === null)
          .flatMap(({ sale }) => movementsForSale(sale, how.warehouseId, acknowledgedAtMsOf)),
      ),
      audit.bulkAdd(
        missing.map(({ sale }) => ({ atMs: how.nowMs, kind: 'recovered', saleId: sale.id, detail: sale.number })),
      ),
    ])
    const waiting = steps.filter((step) => step.afterStepId !== null)
    if (waiting.length > 0) {
      const returningIds = new Set(waiting.map((step) => step.saleId))
      const theirs = steps.filter((step) => returningIds.has(step.saleId))
      await outbox.bulkPut(await withWaitsResolved(database, theirs, () => how.nowMs))
    }
    return new Set(missing.map((each) => each.sale.id))
  })
}
