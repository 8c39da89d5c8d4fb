import { stockDocumentSchema, type StockDocument } from '../../shared/domain/stock-document.ts'
import { acknowledge } from '../../shared/domain/stock-ledger.ts'
import { movementSchema } from '../../shared/domain/stock-level.ts'
import { stepsOwedForStock } from '../../shared/domain/stock-movements.ts'
import { NEVER_MS, type Step } from '../../shared/domain/step.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { AnswerOf } from '../../shared/ipc/contract.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'
import { addLostDocument, documentTables } from './stock-document-store.ts'

type Kept = AnswerOf<'journal.listKeptRecords'>

const recoveredStep = (step: Step, kept: Kept, nowMs: number): Step => {
  const attempts: Step['attempts'] = [
    { atMs: nowMs, mode: 'resolve', outcome: 'recovered', message: '', httpStatus: null, durationMs: null },
  ]
  const done = { ...step, dueAtMs: NEVER_MS, settledAtMs: nowMs, attempts }
  const sent = kept.sentSteps.find((each) => each.stepId === step.id)
  if (sent !== undefined) return { ...done, state: 'sent', remote: sent.remote }
  const closed = kept.closedSteps.find((each) => each.stepId === step.id)
  if (closed !== undefined) return { ...done, state: 'closed', closedReason: closed.reason }
  // It may have arrived: it is looked up before anything is sent.
  return { ...step, state: 'unknown', dueAtMs: nowMs, attempts }
}

const restore = (database: TillDatabase, document: StockDocument, kept: Kept, nowMs: number): Promise<boolean> =>
  database.transaction('rw', documentTables(database), async () => {
    if ((await database.stockDocuments.where('id').equals(document.id).count()) > 0) return false
    const steps = stepsOwedForStock(document).map((step) => recoveredStep(step, kept, nowMs))
    await addLostDocument(database, document, steps, nowMs)
    for (const step of steps.filter((each) => each.settledAtMs !== null)) {
      const raws = await database.movements.where('stepId').equals(step.id).toArray()
      // Levels are pulled later: what arrived counts as acknowledged now.
      await database.movements.bulkPut(readRows(movementSchema, raws).rows.map((each) => acknowledge(each, nowMs)))
    }
    return true
  })

/**
 * Puts stock documents of the journal back that this database has lost, oldest first. To be called after the sales are back,
 * so that a count finds the rests that it takes the place of. Gives how many; a bad one is reported and keeps back only itself.
 */
export const putBackStockDocuments = async (
  database: TillDatabase,
  kept: Kept,
  nowMs: number,
  onBad: (number: string, problem: unknown) => void,
): Promise<number> => {
  let count = 0
  for (const record of kept.records) {
    if (record.kind !== 'stock-document') continue
    try {
      if (await restore(database, record.document, kept, nowMs)) count += 1
    } catch (error) {
      onBad(record.document.number, error)
    }
  }
  return count
}

/** The journal keeps copies for so long; what is older and done is not given to it again. */
const KEPT_MS = 90 * 86_400_000

/**
 * Gives the journal the stock documents that it has lost or never got, and those that have changed since its copy was made:
 * without them a lost database would make their numbers again. Rejects when the journal takes one not; it is tried again at
 * the next start.
 */
export const giveStockDocuments = async (
  database: TillDatabase,
  journal: Pick<Bridge, 'keepRecord'>,
  kept: Kept,
  nowMs: number,
): Promise<void> => {
  const copies = new Map(
    kept.records.flatMap((record) =>
      record.kind === 'stock-document' ? [[record.id, JSON.stringify(stockDocumentSchema.parse(record.document))]] : [],
    ),
  )
  const recent = await database.stockDocuments
    .where('atMs')
    .above(nowMs - KEPT_MS)
    .toArray()
  for (const document of readRows(stockDocumentSchema, recent).rows) {
    if (copies.get(document.id) === JSON.stringify(document)) continue
    const record = { kind: 'stock-document', id: document.id, atMs: document.atMs, document } as const
    const answer = await journal.keepRecord({ record })
    if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.detail ?? ''}`)
  }
}
