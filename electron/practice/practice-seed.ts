import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { componentSchema, type Component } from '../../shared/domain/item.ts'

/** One item that both practice services know from the start. `stock` is signed, as the shop's own file may be. */
export type PracticeSeedItem = {
  sku: string
  barcode: string | null
  name: string
  category: string
  price: number
  costPrice: number | null
  stock: number
  /** Of a bundle: what its sale cuts in its place. */
  components?: readonly Component[]
  /** What Forstok has of it in its second warehouse, beside `stock`. */
  backStock?: number
}

/** What both services were seeded with, and when. */
export type PracticeSeed = { readonly atMs: number; readonly items: readonly PracticeSeedItem[] }

/** Rows without keys: 100,000 items stay a few megabytes and are read in well under a second. */
const seedFileSchema = z.object({
  atMs: z.number(),
  items: z.array(
    z.tuple([
      z.string().min(1),
      z.string().nullable(),
      z.string(),
      z.string(),
      z.number(),
      z.number().nullable(),
      z.number(),
      z.array(componentSchema).optional(),
      z.number().optional(),
    ]),
  ),
})

/**
 * The seed of a practice folder: read back where one stands, otherwise asked for and written (under another name first,
 * so that a killed process leaves all of it or nothing). Throws when the stored one cannot be read.
 */
export const loadOrWriteSeed = async (
  directory: string,
  seed: () => Promise<readonly PracticeSeedItem[]>,
  now: () => number,
): Promise<PracticeSeed> => {
  const path = join(directory, 'seed.json')
  if (existsSync(path)) return readSeed(path)
  const items = firstOfEachSku(await seed())
  const atMs = now()
  const rows = items.map((item) => [
    item.sku,
    item.barcode,
    item.name,
    item.category,
    item.price,
    item.costPrice,
    item.stock,
    ...lastCellsOf(item),
  ])
  writeFileSync(`${path}.new`, JSON.stringify({ atMs, items: rows }))
  renameSync(`${path}.new`, path)
  return { atMs, items }
}

/** The cells that most rows do without: they stand only as far as the row needs them. */
const lastCellsOf = ({ components = [], backStock }: PracticeSeedItem): readonly unknown[] => {
  if (backStock !== undefined) return [components, backStock]
  return components.length === 0 ? [] : [components]
}

const readSeed = (path: string): PracticeSeed => {
  const file = seedFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  const items = file.items.map(([sku, barcode, name, category, price, costPrice, stock, components, backStock]) => ({
    sku,
    barcode,
    name,
    category,
    price,
    costPrice,
    stock,
    ...(components === undefined || components.length === 0 ? {} : { components }),
    ...(backStock === undefined ? {} : { backStock }),
  }))
  return { atMs: file.atMs, items }
}

const firstOfEachSku = (items: readonly PracticeSeedItem[]): readonly PracticeSeedItem[] => {
  const seen = new Set<string>()
  return items.filter((item) => {
    if (seen.has(item.sku)) return false
    seen.add(item.sku)
    return true
  })
}
