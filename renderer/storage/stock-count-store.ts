import { z } from 'zod'
import type { Item } from '../../shared/domain/item.ts'
import { addQuantities, LARGEST_QUANTITY, quantitySchema } from '../../shared/domain/quantity.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'
import { figureTables, readSkuFigures } from './stock-figures.ts'
import { findRefusedCounts } from './stock-refused-counts.ts'

const HEAD_KEY = 'stock-count'
const LINE_PREFIX = 'stock-count/'
const UNKNOWN_CODES_KEPT = 500

const headSchema = z.object({
  /** Becomes the id of the document, so that a count can only ever be submitted once. */
  id: z.uuid(),
  startedAtMs: z.number().int(),
  /** False when no fresh figures could be had when it began. */
  isFresh: z.boolean(),
  stage: z.enum(['counting', 'finished']),
  unknownCodes: z.array(z.object({ code: z.string(), times: z.number().int().positive() })).readonly(),
})
/** Where a stock count stands. */
export type CountHead = z.infer<typeof headSchema>

const lineSchema = z.object({
  sku: z.string().min(1),
  name: z.string(),
  soldBy: z.enum(['piece', 'weight']),
  counted: quantitySchema,
  countedAtMs: z.number().int(),
  expected: quantitySchema,
  pulledOnHand: quantitySchema.nullable(),
  pulledAtMs: z.number().int().nullable(),
  /** Earlier counts of this SKU that the service refused and that this one takes the place of. */
  refusedIds: z.array(z.string()).readonly(),
  /** The figure that it is compared with may hold a sale twice: to be counted again after the next pull. */
  isInDoubt: z.boolean(),
})
/** One line of a count that is going on. */
export type CountLine = z.infer<typeof lineSchema>

/** A count that is not submitted yet; lines in the order in which they were counted last, newest first. */
export type CountDraft = { readonly head: CountHead; readonly lines: readonly CountLine[] }

/** What a scan or a typed figure does to a line. */
export type CountChange = { readonly type: 'add' | 'set'; readonly quantity: number }

const linesOf = (database: TillDatabase) =>
  database.syncState.where('key').between(LINE_PREFIX, `${LINE_PREFIX}\uffff`, true, true)

const readHead = async (database: TillDatabase): Promise<CountHead | null> => {
  const parsed = headSchema.safeParse((await database.syncState.get(HEAD_KEY))?.value)
  return parsed.success ? parsed.data : null
}

const writeHead = async (database: TillDatabase, head: CountHead): Promise<void> => {
  await database.syncState.put({ key: HEAD_KEY, value: head })
}

/** The count that is going on; null for none. It survives a reload and a restart. */
export const readCount = async (database: TillDatabase): Promise<CountDraft | null> => {
  const [head, rows] = await Promise.all([readHead(database), linesOf(database).toArray()])
  if (head === null) return null
  const { rows: lines } = readRows(
    lineSchema,
    rows.map((row) => row.value),
  )
  return { head, lines: lines.toSorted((left, right) => right.countedAtMs - left.countedAtMs) }
}

/** Begins a count, or goes on with the one that is there. */
export const beginCount = (
  database: TillDatabase,
  fresh: { readonly id: string; readonly nowMs: number; readonly isFresh: boolean },
): Promise<void> =>
  database.transaction('rw', [database.syncState], async () => {
    if ((await readHead(database)) !== null) return
    // A head that could not be read leaves lines behind that belong to no count.
    await linesOf(database).delete()
    const { id, nowMs, isFresh } = fresh
    await writeHead(database, { id, startedAtMs: nowMs, isFresh, stage: 'counting', unknownCodes: [] })
  })

/**
 * Counts one item: a scan adds, a typed figure sets. What is expected is read in the same transaction, as of this moment.
 * False when no count is going on.
 */
export const countItem = (
  database: TillDatabase,
  item: Pick<Item, 'sku' | 'name' | 'soldBy'>,
  change: CountChange,
  nowMs: number,
): Promise<boolean> =>
  database.transaction('rw', figureTables(database), async () => {
    if ((await readHead(database)) === null) return false
    const key = LINE_PREFIX + item.sku
    const before = lineSchema.safeParse((await database.syncState.get(key))?.value)
    const counted = change.type === 'add' && before.success ? before.data.counted : 0
    const figures = await readSkuFigures(database, item.sku)
    const refused = await findRefusedCounts(database, figures.open)
    const line: CountLine = {
      sku: item.sku,
      name: item.name,
      soldBy: item.soldBy,
      counted: Math.min(addQuantities(counted, change.quantity), LARGEST_QUANTITY),
      countedAtMs: nowMs,
      expected: addQuantities(figures.onHand ?? figures.openOnHand, -refused.quantity),
      pulledOnHand: figures.level?.source === 'pull' ? figures.level.onHand : null,
      pulledAtMs: figures.level?.source === 'pull' ? figures.level.pulledAtMs : null,
      refusedIds: refused.documentIds,
      isInDoubt: figures.isInDoubt,
    }
    await database.syncState.put({ key, value: line })
    return true
  })

/** Takes a line out of the count. */
export const removeCountLine = async (database: TillDatabase, sku: string): Promise<void> => {
  await database.syncState.delete(LINE_PREFIX + sku)
}

/** Changes the count that is going on; nothing for none. */
export const changeCount = (database: TillDatabase, change: (head: CountHead) => CountHead): Promise<void> =>
  database.transaction('rw', [database.syncState], async () => {
    const head = await readHead(database)
    if (head !== null) await writeHead(database, change(head))
  })

/** Notes a code that belongs to no item. */
export const withUnknownCode = (head: CountHead, code: string): CountHead => {
  const known = head.unknownCodes.find((each) => each.code === code)
  const others = head.unknownCodes.filter((each) => each.code !== code)
  return {
    ...head,
    unknownCodes: [{ code, times: (known?.times ?? 0) + 1 }, ...others].slice(0, UNKNOWN_CODES_KEPT),
  }
}

/** Throws the count away. */
export const discardCount = (database: TillDatabase): Promise<void> =>
  database.transaction('rw', [database.syncState], async () => {
    await database.syncState.delete(HEAD_KEY)
    await linesOf(database).delete()
  })
