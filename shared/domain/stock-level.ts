import { z } from 'zod'

/** A stock figure as a service gave it (or as an imported file said, until the first pull). */
export const stockLevelSchema = z.object({
  sku: z.string().min(1),
  warehouseId: z.string(),
  onHand: z.number().int(),
  reserved: z.number().int(),
  available: z.number().int(),
  /** When the pull that brought it began (not ended): what was acknowledged before this is contained in it. */
  pulledAtMs: z.number().int(),
  source: z.enum(['pull', 'file']),
})
export type StockLevel = z.infer<typeof stockLevelSchema>

/** One signed change of stock with its cause. `acknowledgedAtMs` is when its step reached the destination that owns stock. */
export const movementSchema = z.object({
  id: z.string(),
  sku: z.string().min(1),
  warehouseId: z.string(),
  quantity: z.number().int(),
  cause: z.enum(['sale']),
  saleId: z.string(),
  atMs: z.number().int(),
  /** The step whose acknowledgement puts this movement into the service's figures; null when none is owed. */
  stepId: z.string().nullable(),
  state: z.enum(['local', 'sent', 'contained']),
  acknowledgedAtMs: z.number().int().nullable(),
})
export type Movement = z.infer<typeof movementSchema>

/** Something about a SKU that a person should know after a pull. */
export const stockFindingSchema = z.object({
  id: z.string(),
  sku: z.string(),
  warehouseId: z.string(),
  kind: z.enum(['oversold', 'moved-elsewhere']),
  /** Oversold: the figure below zero. Moved elsewhere: new figure minus the figure that known sales explain. */
  quantity: z.number().int(),
  foundAtMs: z.number().int(),
  /** Sale numbers of this register that took part, newest first. */
  saleNumbers: z.array(z.string()).readonly(),
})
export type StockFinding = z.infer<typeof stockFindingSchema>
