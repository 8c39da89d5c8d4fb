import { z } from 'zod'
import { failure, type Result, success } from '../../../shared/domain/result.ts'
import type { ForstokRefusal } from './forstok-create-order.ts'
import type { ForstokEvent } from './forstok-events.ts'
import { DEFAULT_WAREHOUSE, FORSTOK_WAREHOUSES } from './forstok-places.ts'
import type { ForstokState } from './forstok-state.ts'

/** Both bodies that client code was seen to send. Forstok's sheet says that a filled-in figure must be 0 or more. */
const setStockRequestSchema = z.object({
  variants: z
    .array(
      z.union([
        z.object({ sku: z.string().min(1), quantity_hand: z.number().int().min(0) }),
        z.object({ sku: z.string().min(1), warehouse_id: z.number().int(), quantity: z.number().int().min(0) }),
      ]),
    )
    .min(1),
})

/** What setting on-hand figures does: all rows, or none when one of them is refused. */
export const decideSetStock = (
  state: ForstokState,
  body: unknown,
  atMs: number,
): Result<ForstokEvent, ForstokRefusal> => {
  const parsed = setStockRequestSchema.safeParse(body)
  if (!parsed.success) return failure(['variants is invalid'])
  const rows = parsed.data.variants.map((variant) =>
    'quantity_hand' in variant
      ? { sku: variant.sku, warehouseId: DEFAULT_WAREHOUSE.id, onHand: variant.quantity_hand }
      : { sku: variant.sku, warehouseId: variant.warehouse_id, onHand: variant.quantity },
  )
  const errors = rows.flatMap((row) => [
    ...(state.variantsBySku.has(row.sku) ? [] : [`SKU ${row.sku} not found`]),
    ...((state.variantsBySku.get(row.sku)?.components ?? []).length > 0 ? [`SKU ${row.sku} is a bundle`] : []),
    ...(FORSTOK_WAREHOUSES.some((warehouse) => warehouse.id === row.warehouseId && warehouse.active)
      ? []
      : [`Warehouse ${String(row.warehouseId)} not found`]),
  ])
  return errors.length > 0 ? failure(errors) : success({ type: 'stock-set', atMs, rows })
}
