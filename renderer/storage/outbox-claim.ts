import { claim, expireLease } from '../../shared/domain/outbox.ts'
import { stockDocumentSchema } from '../../shared/domain/stock-document.ts'
import {
  NEVER_MS,
  stepSchema,
  type Attention,
  type ClaimedStep,
  type Step,
  type StepState,
} from '../../shared/domain/step.ts'
import type { AskAnswerOf, AskRequestOf } from '../../shared/ipc/contract.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'
import { storedSaleSchema } from './rows.ts'

const UNREADABLE_SUBJECT: Attention = {
  code: 'sale-unreadable',
  message: 'The stored sale or stock document cannot be read.',
  remedy: {
    id: 'Simpan ekspor penjualan dan hubungi dukungan; data ini masih ada di jurnal.',
    en: 'Save an export of the sales and ask for help; it is still in the journal.',
  },
  httpStatus: null,
}

/** Longer than any wait that the outbox gives: what is due later than this was dated by a clock that has been set back since. */
const LONGEST_WAIT_MS = 2 * 3_600_000

const inState = (database: TillDatabase, destination: string, state: StepState, from: number, to: number) =>
  database.outbox
    .where('[destination+state+dueAtMs]')
    .between([destination, state, from], [destination, state, to], true, true)

/** Moves rows that do not parse out of the way of the others: they are counted as needing attention and keep all they hold. */
const setAside = async (database: TillDatabase, badIds: readonly string[]): Promise<void> => {
  await Promise.all(badIds.map((id) => database.outbox.update(id, { state: 'attention', dueAtMs: NEVER_MS })))
}

const readSteps = async (database: TillDatabase, raws: readonly unknown[]): Promise<readonly Step[]> => {
  const { rows, badIds } = readRows(stepSchema, raws)
  if (badIds.length > 0) await setAside(database, badIds)
  return rows
}

/** Steps whose back-off was dated by a clock that has been set back since, in whatever year that was. */
const strandedSteps = async (
  database: TillDatabase,
  destination: string,
  limit: number,
  nowMs: number,
  known: ReadonlySet<string>,
): Promise<readonly Step[]> => {
  const stranded: Step[] = []
  for (const state of ['unknown', 'queued'] as const) {
    const raws = await inState(database, destination, state, nowMs + LONGEST_WAIT_MS, NEVER_MS - 1)
      .limit(limit)
      .toArray()
    stranded.push(...(await readSteps(database, raws)).filter((step) => !known.has(step.id)))
  }
  return stranded.map((step) => ({ ...step, dueAtMs: nowMs }))
}

const dueSteps = async (
  database: TillDatabase,
  { destination, limit, nowMs }: AskRequestOf<'outbox.claim'>,
): Promise<readonly Step[]> => {
  const due: Step[] = []
  for (const state of ['unknown', 'queued'] as const) {
    const raws = await inState(database, destination, state, -Infinity, nowMs).limit(limit).toArray()
    const rows = await readSteps(database, raws)
    due.push(...rows)
    if (rows.length === raws.length) continue
    // Those that do not parse are out of the way now: read what stands behind them.
    const again = await inState(database, destination, state, -Infinity, nowMs).limit(limit).toArray()
    const known = new Set(rows.map((row) => row.id))
    due.push(...(await readSteps(database, again)).filter((row) => !known.has(row.id)))
  }
  if (due.length < limit) {
    // A first step paid "in the future" means that the clock was set back since: it does not wait for that hour to return.
    const ahead = await inState(database, destination, 'queued', nowMs + 1, NEVER_MS - 1)
      .limit(limit)
      .toArray()
    const untried = (await readSteps(database, ahead)).filter((step) => step.attempts.length === 0)
    due.push(...untried.map((step) => ({ ...step, dueAtMs: nowMs })))
    due.push(...(await strandedSteps(database, destination, limit, nowMs, new Set(due.map((step) => step.id)))))
  }
  return due.toSorted((left, right) => left.paidAtMs - right.paidAtMs).slice(0, limit)
}

const expireLeases = async (
  database: TillDatabase,
  { destination, nowMs, leaseMs }: AskRequestOf<'outbox.claim'>,
): Promise<void> => {
  const raws = await inState(database, destination, 'claimed', -Infinity, Infinity).toArray()
  const steps = await readSteps(database, raws)
  await database.outbox.bulkPut(steps.flatMap((step) => expireLease(step, nowMs, leaseMs) ?? []))
}

const nextDue = async (database: TillDatabase, destination: string): Promise<number | null> => {
  const firsts = await Promise.all(
    (['queued', 'unknown', 'claimed'] as const).map((state) =>
      inState(database, destination, state, -Infinity, NEVER_MS - 1)
        .limit(1)
        .keys(),
    ),
  )
  const times = firsts.flatMap(([key]) => (Array.isArray(key) && typeof key[2] === 'number' ? [key[2]] : []))
  return times.length === 0 ? null : Math.min(...times)
}

const readSubjects = async (
  database: TillDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ClaimedStep['subject']>> => {
  const { rows: sales } = readRows(storedSaleSchema, await database.sales.bulkGet([...ids]))
  const subjects = new Map<string, ClaimedStep['subject']>(
    sales.map((row) => [row.id, { type: 'sale', sale: row.sale }]),
  )
  const others = ids.filter((id) => !subjects.has(id))
  if (others.length === 0) return subjects
  const { rows: documents } = readRows(stockDocumentSchema, await database.stockDocuments.bulkGet(others))
  for (const document of documents) subjects.set(document.id, { type: 'stock', document })
  return subjects
}

/** Leases up to `limit` due steps, oldest sale first; leases that ran out become unknown first and are handed out to be looked up. */
export const claimSteps = (
  database: TillDatabase,
  request: AskRequestOf<'outbox.claim'>,
): Promise<AskAnswerOf<'outbox.claim'>> =>
  database.transaction('rw', [database.outbox, database.sales, database.stockDocuments], async () => {
    await expireLeases(database, request)
    const due = await dueSteps(database, request)
    const subjects = await readSubjects(database, [...new Set(due.map((step) => step.saleId))])
    const later = due.filter((step) => step.position > 0).map((step) => step.saleId)
    const siblings =
      later.length === 0 ? [] : readRows(stepSchema, await database.outbox.where('saleId').anyOf(later).toArray()).rows
    const claimed: ClaimedStep[] = []
    const written: Step[] = []
    for (const step of due) {
      const subject = subjects.get(step.saleId)
      if (subject === undefined) {
        written.push({ ...step, state: 'attention', attention: UNREADABLE_SUBJECT, dueAtMs: NEVER_MS })
        continue
      }
      const taken = claim(step, request)
      if (taken === null) continue
      const previous = siblings
        .filter(
          (sibling) =>
            sibling.saleId === step.saleId &&
            sibling.destination === step.destination &&
            sibling.position < step.position,
        )
        .toSorted((left, right) => left.position - right.position)
        .flatMap((sibling) => sibling.remote ?? [])
      written.push(taken.step)
      claimed.push({ step: taken.step, mode: taken.mode, subject, previous })
    }
    await database.outbox.bulkPut(written)
    return { steps: claimed, nextDueMs: await nextDue(database, request.destination) }
  })

/** Makes everything that waits out a back-off due now. */
export const makeAllDue = (database: TillDatabase, nowMs: number): Promise<void> =>
  database.transaction('rw', [database.outbox], async () => {
    for (const destination of ['forstok', 'accurate']) {
      for (const state of ['queued', 'unknown'] as const) {
        const ids = await inState(database, destination, state, nowMs + 1, NEVER_MS - 1).primaryKeys()
        await database.outbox.bulkUpdate(ids.map((key) => ({ key, changes: { dueAtMs: nowMs } })))
      }
    }
  })
