import { z } from 'zod'
import { basketSchema } from '../../shared/domain/basket-schema.ts'
import type { Basket } from '../../shared/domain/basket.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'

/** A basket that was put aside: by whom and when. */
export const parkedBasketSchema = z.object({
  id: z.string(),
  parkedAtMs: z.number().int(),
  by: z.string(),
  basket: basketSchema,
})
export type ParkedBasket = z.infer<typeof parkedBasketSchema>

/** Puts a basket aside; false when it has become a sale already. */
export const putParked = (
  database: TillDatabase,
  basket: Basket,
  how: { readonly nowMs: number; readonly by: string },
): Promise<boolean> =>
  database.transaction('rw', [database.parked, database.sales], async () => {
    if ((await database.sales.where('id').equals(basket.id).count()) > 0) return false
    await database.parked.put({ id: basket.id, parkedAtMs: how.nowMs, by: how.by, basket })
    return true
  })

/** Takes a parked basket out; null when it is gone, or cannot be read: then it stays where it is. */
export const takeParked = (database: TillDatabase, basketId: string): Promise<Basket | null> =>
  database.transaction('rw', [database.parked], async () => {
    const row = parkedBasketSchema.safeParse(await database.parked.get(basketId))
    if (!row.success) return null
    await database.parked.delete(basketId)
    return row.data.basket
  })

/** Baskets that were put aside, oldest first. */
export const readParked = async (database: TillDatabase): Promise<readonly ParkedBasket[]> =>
  readRows(parkedBasketSchema, await database.parked.orderBy('parkedAtMs').toArray()).rows
