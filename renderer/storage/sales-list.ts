import { printJobSchema } from '../../shared/domain/print-job.ts'
import { DESTINATIONS } from '../../shared/domain/sales-route.ts'
import { parseSaleNumber } from '../../shared/domain/sale-number.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { NEVER_MS, stepSchema, type Step, type StepState } from '../../shared/domain/step.ts'
import type { DayOfSales, SaleDetail, SaleRow, SalesFilter } from '../app/till.ts'
import type { TillDatabase } from './database.ts'
import { deliveryState, OPEN_STATES } from './delivery-state.ts'
import { readRows } from './read-rows.ts'
import { storedSaleSchema, type StoredSale } from './rows.ts'
import { numberPrefixOf } from './stored-sale.ts'

const ROWS_AT_ONCE = 1_000

/** A step's id begins with its sale's or its stock document's: keys alone tell which are open. */
const saleIdOf = (stepId: string): string => stepId.slice(0, stepId.indexOf('/'))

/**
 * Ids of sales and stock documents with an open step in one of these states, read from the index alone. At Forstok, steps
 * that wait for an earlier one of their sale are passed over: the earlier one is open itself. At Accurate a return may
 * wait for a step of another sale, and would be missed. `counts` tells by a step's id whether it matters; without it all do.
 */
export const readSaleIdsWithSteps = async (
  database: TillDatabase,
  states: readonly StepState[],
  counts: (stepId: string) => boolean = () => true,
): Promise<ReadonlySet<string>> => {
  const ranges = DESTINATIONS.flatMap((destination) => states.map((state) => ({ destination, state })))
  const keys = await Promise.all(
    ranges.map(({ destination, state }) => {
      const passesOver = destination === 'forstok' && (state === 'queued' || state === 'unknown')
      const last = passesOver ? NEVER_MS - 1 : Infinity
      return database.outbox
        .where('[destination+state+dueAtMs]')
        .between([destination, state, -Infinity], [destination, state, last], true, true)
        .primaryKeys()
    }),
  )
  return new Set(keys.flat().filter(counts).map(saleIdOf))
}

const byPaidAt = (left: Sale, right: Sale): number => left.paidAtMs - right.paidAtMs

const salesOf = (raws: readonly unknown[]): readonly Sale[] =>
  readRows(storedSaleSchema, raws)
    .rows.filter((row) => row.voiding === null)
    .map((row) => row.sale)
    .toSorted(byPaidAt)

/** All sales whose steps are not all sent or closed, oldest first. */
export const readUnsentSales = async (database: TillDatabase): Promise<readonly Sale[]> =>
  salesOf(await database.sales.bulkGet([...(await readSaleIdsWithSteps(database, OPEN_STATES))]))

/** Sales paid on one calendar day of the register (`yyyy-mm-dd`), oldest first, without voided ones. */
export const readSalesOfDay = async (database: TillDatabase, day: string): Promise<readonly Sale[]> =>
  salesOf(await database.sales.where('day').equals(day).toArray())

/** A calendar day of the register (`yyyy-mm-dd`) with the sales that were called off and the payments seen to arrive since. */
export const readDay = async (database: TillDatabase, day: string): Promise<DayOfSales> => {
  const { rows } = readRows(storedSaleSchema, await database.sales.where('day').equals(day).toArray())
  return {
    sales: rows.map((row) => row.sale).toSorted(byPaidAt),
    voidings: rows.flatMap((row) => (row.voiding === null ? [] : [row.voiding])),
    confirmations: rows.flatMap((row) => row.confirmations),
  }
}

/** Every sale in the database but voided ones, oldest first. */
export const readAllSales = async (database: TillDatabase): Promise<readonly Sale[]> =>
  salesOf(await database.sales.toArray())

/** Every step of the outbox that can be read, in no order. */
export const readAllSteps = async (database: TillDatabase): Promise<readonly Step[]> =>
  readRows(stepSchema, await database.outbox.toArray()).rows

const withStates = async (database: TillDatabase, stored: readonly StoredSale[]): Promise<readonly SaleRow[]> => {
  const raws = await database.outbox
    .where('saleId')
    .anyOf(stored.map((row) => row.id))
    .toArray()
  const stepsOf = new Map<string, (typeof raws)[number][]>()
  for (const step of raws) {
    const own = stepsOf.get(step.saleId)
    if (own === undefined) stepsOf.set(step.saleId, [step])
    else own.push(step)
  }
  return readRows(storedSaleSchema, stored).rows.map((row) => ({
    sale: row.sale,
    isRecovered: row.isRecovered,
    voiding: row.voiding,
    confirmations: row.confirmations,
    forstok: deliveryState(stepsOf.get(row.id) ?? [], 'forstok'),
    accurate: deliveryState(stepsOf.get(row.id) ?? [], 'accurate'),
  }))
}

type Page = { readonly rows: readonly SaleRow[]; readonly total: number }

const ofKind = (database: TillDatabase, kind: SalesFilter['kind']) =>
  kind === 'all'
    ? database.sales.orderBy('paidAtMs')
    : database.sales.where('[kind+paidAtMs]').between([kind, -Infinity], [kind, Infinity], true, true)

/** `limit` sales from the `offset`-th newest on, newest first; `count` is how many there are of this kind. */
const readNewest = async (
  database: TillDatabase,
  kind: SalesFilter['kind'],
  page: { readonly count: number; readonly offset: number; readonly limit: number },
): Promise<readonly StoredSale[]> => {
  const end = page.count - page.offset
  const start = Math.max(0, end - page.limit)
  if (end <= start) return []
  const oldestFirst = await ofKind(database, kind)
    .offset(start)
    .limit(end - start)
    .toArray()
  return oldestFirst.toReversed()
}

/** Reads sales newest first in slices and keeps what matches; only for filters that no index answers. */
const scan = async (
  database: TillDatabase,
  kind: SalesFilter['kind'],
  matches: (row: StoredSale) => boolean,
  limit: number,
): Promise<Page> => {
  const kept: StoredSale[] = []
  const count = await ofKind(database, kind).count()
  let total = 0
  for (let offset = 0; offset < count; offset += ROWS_AT_ONCE) {
    const slice = await readNewest(database, kind, { count, offset, limit: ROWS_AT_ONCE })
    for (const row of slice) {
      if (!matches(row)) continue
      total += 1
      if (kept.length < limit) kept.push(row)
    }
  }
  return { rows: await withStates(database, kept), total }
}

const ofNumber = async (database: TillDatabase, text: string): Promise<readonly StoredSale[]> => {
  const number = text.toUpperCase()
  const sequence = parseSaleNumber(number)?.sequence
  if (sequence === undefined) return []
  const [byNumber, byReturnNumber] = await Promise.all([
    database.sales.where('number').equals(number).toArray(),
    database.sales
      .where('[returnPrefix+returnSequence]')
      .equals([numberPrefixOf(number), sequence])
      .toArray(),
  ])
  const ids = new Set(byNumber.map((row) => row.id))
  return [...byNumber, ...byReturnNumber.filter((row) => !ids.has(row.id))]
}

/**
 * Sales by a number of theirs, typed or scanned in any case; where there is none, by words of number, items, SKUs and
 * recipient, newest first. Voided ones are among them.
 */
export const findSales = async (database: TillDatabase, text: string, limit: number): Promise<readonly SaleRow[]> => {
  const exact = await ofNumber(database, text.trim())
  if (exact.length > 0) return withStates(database, exact)
  return (await readSales(database, { text, state: 'all', kind: 'all' }, limit)).rows
}

/** Sales newest first with their state at each destination; `total` counts all that match. */
export const readSales = async (database: TillDatabase, filter: SalesFilter, limit: number): Promise<Page> => {
  const text = filter.text.trim().toLowerCase()
  const matchesText = (row: StoredSale): boolean => text === '' || row.text.includes(text)
  const matchesKind = (row: StoredSale): boolean => filter.kind === 'all' || row.kind === filter.kind
  if (filter.state === 'waiting' || filter.state === 'attention') {
    const states = filter.state === 'attention' ? (['attention'] as const) : OPEN_STATES
    const ids = await readSaleIdsWithSteps(database, states)
    const open = (await database.sales.bulkGet([...ids])).filter((row) => row !== undefined)
    const matching = open
      .filter((row) => matchesText(row) && matchesKind(row))
      .toSorted((left, right) => right.paidAtMs - left.paidAtMs)
    return { rows: await withStates(database, matching.slice(0, limit)), total: matching.length }
  }
  if (filter.state === 'all' && text === '') {
    const total = await ofKind(database, filter.kind).count()
    const stored = await readNewest(database, filter.kind, { count: total, offset: 0, limit })
    return { rows: await withStates(database, stored), total }
  }
  const open = filter.state === 'sent' ? await readSaleIdsWithSteps(database, OPEN_STATES) : new Set<string>()
  return scan(database, filter.kind, (row) => matchesText(row) && !open.has(row.id), limit)
}

/** A sale with every step and print job; null when there is none with this id, or its row cannot be read. */
export const readSaleDetail = async (database: TillDatabase, saleId: string): Promise<SaleDetail | null> => {
  const raw = await database.sales.get(saleId)
  if (raw === undefined) return null
  const [row] = await withStates(database, [raw])
  if (row === undefined) return null
  const [steps, jobs] = await Promise.all([
    database.outbox.where('saleId').equals(saleId).toArray(),
    database.printJobs.where('subjectId').equals(saleId).toArray(),
  ])
  return {
    row,
    steps: readRows(stepSchema, steps).rows.toSorted(
      (left, right) => right.destination.localeCompare(left.destination) || left.position - right.position,
    ),
    printJobs: readRows(printJobSchema, jobs).rows.toSorted((left, right) => left.createdAtMs - right.createdAtMs),
  }
}
