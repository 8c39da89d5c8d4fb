import { close } from '../../shared/domain/outbox.ts'
import {
  stockDocumentSchema,
  stockStepIdOfDocument,
  type StockDocument,
  type StockDocumentLine,
} from '../../shared/domain/stock-document.ts'
import { cancelMovement } from '../../shared/domain/stock-ledger.ts'
import { movementSchema, type Movement } from '../../shared/domain/stock-level.ts'
import { stepsOwedForStock } from '../../shared/domain/stock-movements.ts'
import { stepSchema, type Step } from '../../shared/domain/step.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'

/** Who calls lines off, when and why. */
export type Dropping = { readonly by: string; readonly atMs: number; readonly reason: string }

/** Why lines were not called off: no such document or lines, or they may have reached the service already. */
export type DropRefusal = 'missing' | 'on-its-way'

/** True for a step of which nothing can have arrived: refused by the service, or never tried. */
const isHeld = (step: Step): boolean =>
  step.state === 'attention' || (step.state === 'queued' && step.attempts.length === 0 && step.lastSendAtMs === null)

/** True for a line that the service has taken, although it refused others of the document: it can no longer be called off. */
const isSettledLine = (owner: Step | null, { sku }: Pick<StockDocumentLine, 'sku'>): boolean =>
  owner?.settledLines?.includes(sku) === true

/** The steps that still have something to do: the owner of stock only what it has not taken yet, the other one all of it. */
const stillOwedIds = (document: StockDocument, owner: Step | null): ReadonlySet<string> => {
  const lines = document.lines.map((line) => (isSettledLine(owner, line) ? { ...line, isDropped: true } : line))
  const idsOf = (each: StockDocument): readonly string[] => stepsOwedForStock(each).map((step) => step.id)
  const leftForOwner = idsOf({ ...document, lines })
  return new Set(idsOf(document).filter((id) => id !== owner?.id || leftForOwner.includes(id)))
}

const readOwnerStep = async (database: TillDatabase, document: StockDocument): Promise<Step | null> => {
  const parsed = stepSchema.safeParse(await database.outbox.get(stockStepIdOfDocument(document)))
  return parsed.success ? parsed.data : null
}

/** True while lines of a document may be called off; also when there is nothing left of it to call off. */
export const isDroppable = async (database: TillDatabase, documentId: string): Promise<boolean> => {
  const parsed = stockDocumentSchema.safeParse(await database.stockDocuments.get(documentId))
  if (!parsed.success) return true
  const owner = await readOwnerStep(database, parsed.data)
  return owner === null || owner.state === 'closed' || isHeld(owner)
}

const cancelled = (movement: Movement, document: StockDocument, atMs: number): readonly Movement[] =>
  // What the count would have taken the place of stands by itself again.
  movement.saleId === document.id
    ? (cancelMovement(movement, { id: `${movement.id}/void`, cause: 'void', atMs }) ?? [])
    : [{ ...movement, stepId: null, state: 'local', acknowledgedAtMs: null }]

/**
 * Calls lines of a stock document off that the service refused or has not been sent: each movement gets its mirror image,
 * rests that a count had taken over stand by themselves again, and once no line is left the document is void and its step
 * is closed. A step that already arrived elsewhere (Accurate's books) stays as it is. Gives the document as it now stands.
 */
export const dropStockLines = (
  database: TillDatabase,
  documentId: string,
  skus: readonly string[],
  dropping: Dropping,
): Promise<StockDocument | DropRefusal> =>
  database.transaction(
    'rw',
    [database.stockDocuments, database.movements, database.outbox, database.audit],
    async () => {
      const parsed = stockDocumentSchema.safeParse(await database.stockDocuments.get(documentId))
      if (!parsed.success) return 'missing'
      const document = parsed.data
      const asked = document.lines.filter((line) => !line.isDropped && skus.includes(line.sku))
      if (asked.length === 0) return 'missing'
      const steps = readRows(stepSchema, await database.outbox.where('saleId').equals(documentId).toArray()).rows
      const owner = await readOwnerStep(database, document)
      if (owner !== null && !isHeld(owner)) return 'on-its-way'
      const dropped = asked.filter((line) => !isSettledLine(owner, line))
      if (dropped.length === 0) return 'on-its-way'
      const lines = document.lines.map((line) => (dropped.includes(line) ? { ...line, isDropped: true } : line))
      const isEmpty = lines.every((line) => line.isDropped)
      const next: StockDocument = { ...document, lines, voiding: isEmpty ? dropping : null }
      const droppedSkus = new Set(dropped.map((line) => line.sku))
      const superseded = await database.movements.bulkGet(dropped.flatMap((line) => line.supersedes))
      const own = await database.movements.where('saleId').equals(documentId).toArray()
      const movements = readRows(movementSchema, [...own, ...superseded]).rows.filter(
        (movement) =>
          movement.state !== 'contained' &&
          (movement.saleId === documentId ? droppedSkus.has(movement.sku) : movement.stepId === owner?.id),
      )
      const stillOwed = stillOwedIds(next, owner)
      const closed = steps
        .filter((step) => isHeld(step) && !stillOwed.has(step.id))
        .flatMap((step) => close(step, dropping.reason, dropping.atMs) ?? [])
      const detail = `${document.number}: ${[...droppedSkus].join(', ')}: ${dropping.reason}`
      await Promise.all([
        database.stockDocuments.put(next),
        database.movements.bulkPut(movements.flatMap((movement) => cancelled(movement, document, dropping.atMs))),
        database.outbox.bulkPut(closed),
        database.audit.add({ atMs: dropping.atMs, kind: 'stock-dropped', saleId: documentId, detail }),
      ])
      return next
    },
  )
