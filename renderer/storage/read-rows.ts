import type { z } from 'zod'

/** Rows that parse, and how those that do not are called. A bad row is reported and left where it is; it never blocks the others. */
export type ReadRows<Row> = { readonly rows: readonly Row[]; readonly badIds: readonly string[] }

const idOf = (raw: unknown): string =>
  typeof raw === 'object' && raw !== null && 'id' in raw ? String(raw.id) : 'unknown'

/** Parses rows read back from the database; `undefined` (asked for and not there) is left out. */
export const readRows = <Row>(schema: z.ZodType<Row>, raws: readonly unknown[]): ReadRows<Row> => {
  const rows: Row[] = []
  const badIds: string[] = []
  for (const raw of raws) {
    if (raw === undefined) continue
    const parsed = schema.safeParse(raw)
    if (parsed.success) rows.push(parsed.data)
    else badIds.push(idOf(raw))
  }
  return { rows, badIds }
}
