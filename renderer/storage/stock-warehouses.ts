import { z } from 'zod'
import type { TillDatabase } from './database.ts'

const KEY = 'stock-warehouses'

/** A warehouse of the service that owns stock; its name is its id where the service tells none. */
export const warehouseSchema = z.object({ id: z.string(), name: z.string() })
export type Warehouse = z.infer<typeof warehouseSchema>

const parseWarehouses = (value: unknown): readonly Warehouse[] => {
  const parsed = z.array(warehouseSchema).safeParse(value)
  return parsed.success ? parsed.data : []
}

/** The warehouses of the last pull, in the service's order. */
export const readWarehouses = async (database: TillDatabase): Promise<readonly Warehouse[]> =>
  parseWarehouses((await database.syncState.get(KEY))?.value)

/** Notes the warehouses of a page of levels. Where the service names all of its own, those it names no more are forgotten. */
export const noteWarehouses = async (
  database: TillDatabase,
  ids: readonly string[],
  named: readonly Warehouse[],
): Promise<void> => {
  await database.transaction('rw', [database.syncState], async () => {
    const known = await readWarehouses(database)
    const names = new Map((named.length > 0 ? named : known).map((each) => [each.id, each.name]))
    for (const id of ids) if (!names.has(id)) names.set(id, id)
    const next = [...names].map(([id, name]): Warehouse => ({ id, name }))
    const isSame =
      next.length === known.length &&
      next.every((each, index) => each.id === known[index]?.id && each.name === known[index].name)
    if (!isSame) await database.syncState.put({ key: KEY, value: next })
  })
}
