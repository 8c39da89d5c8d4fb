import type { ActionableError } from '../../shared/ipc/contract.ts'
import type { Approval } from '../../shared/domain/approval.ts'
import { formatLocalDay } from '../../shared/domain/local-time.ts'
import { success, type Result } from '../../shared/domain/result.ts'
import { formatSaleNumber, numberPrefix, parseSaleNumber } from '../../shared/domain/sale-number.ts'
import type { StockDocumentHead } from '../../shared/domain/stock-document-builders.ts'
import { stockDocumentSchema, stockStepIdOfDocument, type StockDocument } from '../../shared/domain/stock-document.ts'
import { movementSchema } from '../../shared/domain/stock-level.ts'
import { movementsOfDocument, stepsOwedForStock } from '../../shared/domain/stock-movements.ts'
import { stepSchema, type Step } from '../../shared/domain/step.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'
import { readSettings } from './settings-store.ts'
import { DEFAULT_WAREHOUSE_ID, readStockState } from './sync-state.ts'

/** A stock document with the steps that it owes, in no order. */
export type StockDocumentRow = { readonly document: StockDocument; readonly steps: readonly Step[] }

/** Who submits a stock document, when and under which id. The same id can only ever make one document. */
export type Submission = {
  readonly id: string
  readonly atMs: number
  readonly approval: Approval | null
  readonly note: string
}

/** Makes the document out of its head; runs within the transaction that writes it, and awaits nothing but Dexie. */
export type BuildDocument = (head: StockDocumentHead) => Promise<Result<StockDocument, ActionableError>>

/** The tables that writing a stock document touches; a build that reads others has them beside. */
export const documentTables = (database: TillDatabase) => [
  database.stockDocuments,
  database.movements,
  database.outbox,
  database.audit,
  database.settings,
  database.syncState,
  database.stockLevels,
]

/** The next number of the day. Sequences of five digits sort before those of four, so all of the day are looked at. */
const nextNumber = async (database: TillDatabase, register: string, day: string): Promise<string> => {
  const prefix = numberPrefix({ register, series: 'stock', day })
  const numbers = await database.stockDocuments.where('number').between(`${prefix}-`, `${prefix}-\uffff`).keys()
  const sequences = numbers.map(
    (number) => (typeof number === 'string' ? parseSaleNumber(number)?.sequence : null) ?? 0,
  )
  return formatSaleNumber({ register, series: 'stock', day, sequence: Math.max(0, ...sequences) + 1 })
}

/** Lets the rests that a count takes the place of wait for the count's own step: they are contained together with it. */
const adoptRests = async (database: TillDatabase, document: StockDocument): Promise<void> => {
  const ids = document.lines.filter((line) => !line.isDropped).flatMap((line) => line.supersedes)
  const rests = readRows(movementSchema, await database.movements.bulkGet(ids)).rows
  const stepId = stockStepIdOfDocument(document)
  await database.movements.bulkPut(
    rests
      .filter((movement) => movement.stepId === null && movement.state === 'local')
      .map((movement) => ({ ...movement, stepId })),
  )
}

const addDocument = async (
  database: TillDatabase,
  document: StockDocument,
  steps: readonly Step[],
  how: { readonly audit: string; readonly atMs: number },
): Promise<void> => {
  await Promise.all([
    database.stockDocuments.add(document),
    database.outbox.bulkPut(steps),
    database.movements.bulkPut(movementsOfDocument(document)),
    adoptRests(database, document),
    database.audit.add({ atMs: how.atMs, kind: how.audit, saleId: document.id, detail: document.number }),
  ])
}

/**
 * Numbers and writes a stock document with its movements, steps and audit entry in one strict transaction: all or nothing.
 * One of the same id that is there already is given back as it is. Rejects when nothing could be written.
 */
export const writeStockDocument = (
  database: TillDatabase,
  submission: Submission,
  build: BuildDocument,
  after: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Result<StockDocument, ActionableError>> =>
  database.transaction('rw', documentTables(database), async () => {
    const stored = stockDocumentSchema.safeParse(await database.stockDocuments.get(submission.id))
    if (stored.success) return success(stored.data)
    const [settings, { warehouseId }] = await Promise.all([readSettings(database), readStockState(database)])
    const { register, cashier, utcOffsetMinutes, route } = settings
    const built = await build({
      ...submission,
      number: await nextNumber(database, register, formatLocalDay(submission.atMs, utcOffsetMinutes)),
      register,
      by: cashier,
      utcOffsetMinutes,
      warehouseId: warehouseId ?? DEFAULT_WAREHOUSE_ID,
      route,
    })
    if (!built.ok) return built
    const how = { audit: `stock-${built.value.kind}`, atMs: submission.atMs }
    await addDocument(database, built.value, stepsOwedForStock(built.value), how)
    await after()
    return built
  })

/** Writes a document of the journal that this database has lost, with steps as they are known to stand. */
export const addLostDocument = (
  database: TillDatabase,
  document: StockDocument,
  steps: readonly Step[],
  atMs: number,
): Promise<void> => addDocument(database, document, steps, { audit: 'stock-recovered', atMs })

/** The newest stock documents with their steps. */
export const readStockDocuments = async (
  database: TillDatabase,
  limit: number,
): Promise<readonly StockDocumentRow[]> => {
  const all = await database.stockDocuments.count()
  const oldestFirst = await database.stockDocuments
    .orderBy('atMs')
    .offset(Math.max(0, all - limit))
    .toArray()
  const raws = oldestFirst.toReversed()
  const documents = readRows(stockDocumentSchema, raws).rows
  const ids = documents.map((document) => document.id)
  const steps = readRows(stepSchema, await database.outbox.where('saleId').anyOf(ids).toArray()).rows
  return documents.map((document) => ({ document, steps: steps.filter((step) => step.saleId === document.id) }))
}
