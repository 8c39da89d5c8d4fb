import { NEVER_MS, type RemoteRecord, type Step } from '../../shared/domain/step.ts'
import type { PrintJob } from '../../shared/domain/print-job.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { Movement } from '../../shared/domain/stock-level.ts'
import { stepsFor, stockStepIdOf } from '../../shared/domain/steps-for.ts'
import type { TillDatabase } from './database.ts'
import { toStoredSale } from './stored-sale.ts'

const movementsOf = (sale: Sale, warehouseId: string, acknowledgedAtMs: number | null): readonly Movement[] => {
  const quantities = new Map<string, number>()
  for (const line of sale.lines) quantities.set(line.sku, (quantities.get(line.sku) ?? 0) + line.quantity)
  return [...quantities].map(([sku, quantity]) => ({
    id: `${sale.id}/${sku}`,
    sku,
    warehouseId,
    quantity: -quantity,
    cause: 'sale',
    saleId: sale.id,
    atMs: sale.paidAtMs,
    stepId: stockStepIdOf(sale, sale.route),
    state: acknowledgedAtMs === null ? 'local' : 'sent',
    acknowledgedAtMs,
  }))
}

const printJobsOf = (sale: Sale, printsReceipt: boolean, mintId: () => string): readonly PrintJob[] => {
  const documents: readonly PrintJob['document'][] = [
    ...(printsReceipt ? (['receipt'] as const) : []),
    ...(sale.kind === 'delivery' ? (['label'] as const) : []),
  ]
  return documents.map((document) => ({
    id: mintId(),
    saleId: sale.id,
    saleNumber: sale.number,
    document,
    isCopy: false,
    state: 'waiting',
    createdAtMs: sale.paidAtMs,
    runId: null,
    finishedAtMs: null,
    message: null,
    bytesSent: null,
  }))
}

/**
 * Writes a journaled sale with all that it owes in one strict transaction (design, section 4, 2b). A sale that is there
 * already is left as it is. Rejects when nothing at all was written.
 */
export const writePaidSale = async (
  database: TillDatabase,
  sale: Sale,
  how: { readonly warehouseId: string; readonly printsReceipt: boolean; readonly mintId: () => string },
): Promise<void> => {
  const steps = stepsFor(sale, sale.route)
  const movements = movementsOf(sale, how.warehouseId, null)
  const jobs = printJobsOf(sale, how.printsReceipt, how.mintId)
  const { sales, movements: movementTable, outbox, printJobs, audit } = database
  await database.transaction('rw', [sales, movementTable, outbox, printJobs, audit], async () => {
    if ((await sales.where('id').equals(sale.id).count()) > 0) return
    await Promise.all([
      sales.add(toStoredSale(sale, false)),
      movementTable.bulkAdd(movements),
      outbox.bulkAdd(steps),
      printJobs.bulkAdd(jobs),
      audit.add({ atMs: sale.paidAtMs, kind: 'paid', saleId: sale.id, detail: sale.number }),
    ])
  })
}

/** A sale from the journal with the steps that are known to have arrived. */
export type RecoveredSale = {
  readonly sale: Sale
  readonly sentSteps: readonly { readonly stepId: string; readonly remote: RemoteRecord }[]
  readonly closedSteps: readonly { readonly stepId: string; readonly reason: string }[]
}

const recoveredSteps = ({ sale, sentSteps, closedSteps }: RecoveredSale, nowMs: number): readonly Step[] => {
  const remotes = new Map(sentSteps.map((sent) => [sent.stepId, sent.remote]))
  const isOpenAt = new Set<string>()
  return stepsFor(sale, sale.route).map((step): Step => {
    const remote = remotes.get(step.id)
    const attempts: Step['attempts'] = [
      { atMs: nowMs, mode: 'resolve', outcome: 'recovered', message: '', httpStatus: null, durationMs: null },
    ]
    // Steps run in order: one after a gap cannot have arrived by itself, and is looked up like the rest.
    if (remote !== undefined && !isOpenAt.has(step.destination)) {
      return { ...step, state: 'sent', remote, dueAtMs: NEVER_MS, settledAtMs: nowMs, attempts }
    }
    const closedReason = closedSteps.find((closed) => closed.stepId === step.id)?.reason
    // A person has dealt with it, perhaps by hand under another number: a look-up would not find that, and must not lead to a sending.
    if (closedReason !== undefined) {
      isOpenAt.add(step.destination)
      return { ...step, state: 'closed', closedReason, dueAtMs: NEVER_MS, settledAtMs: nowMs, attempts }
    }
    const isFirstUndone = !isOpenAt.has(step.destination)
    isOpenAt.add(step.destination)
    return { ...step, state: 'unknown', dueAtMs: isFirstUndone ? nowMs : NEVER_MS, attempts }
  })
}

/**
 * Puts sales from the journal back, in one transaction: what is not known to have arrived is looked up before it is sent,
 * nothing prints. A movement whose step arrived counts as acknowledged now, since levels are pulled later. Gives the ids
 * of those that were missing.
 */
export const putBackSales = async (
  database: TillDatabase,
  recovered: readonly RecoveredSale[],
  how: { readonly warehouseId: string; readonly nowMs: number },
): Promise<ReadonlySet<string>> => {
  const { sales, movements, outbox, audit } = database
  return database.transaction('rw', [sales, movements, outbox, audit], async () => {
    const present = new Set(
      await sales
        .where('id')
        .anyOf(recovered.map((each) => each.sale.id))
        .primaryKeys(),
    )
    const missing = recovered.filter((each) => !present.has(each.sale.id))
    const steps = missing.flatMap((each) => recoveredSteps(each, how.nowMs))
    const settledIds = new Set(steps.filter((step) => step.settledAtMs !== null).map((step) => step.id))
    await Promise.all([
      sales.bulkAdd(missing.map((each) => toStoredSale(each.sale, true))),
      outbox.bulkPut(steps),
      movements.bulkPut(
        missing.flatMap(({ sale }) =>
          movementsOf(sale, how.warehouseId, settledIds.has(stockStepIdOf(sale, sale.route)) ? how.nowMs : null),
        ),
      ),
      audit.bulkAdd(
        missing.map(({ sale }) => ({ atMs: how.nowMs, kind: 'recovered', saleId: sale.id, detail: sale.number })),
      ),
    ])
    return new Set(missing.map((each) => each.sale.id))
  })
}

/** The highest sequence that this database holds of a day at a register, 0 for none. `numberPrefix` is like `K1-261121`. */
export const highestKnownSequence = async (database: TillDatabase, numberPrefix: string): Promise<number> => {
  const key = await database.sales
    .where('[numberPrefix+sequence]')
    .between([numberPrefix, 0], [numberPrefix, Infinity], true, true)
    .lastKey()
  return Array.isArray(key) && typeof key[1] === 'number' ? key[1] : 0
}
