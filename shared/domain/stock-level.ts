import { z } from 'zod'
import { quantitySchema } from './quantity.ts'

/** A stock figure as a service gave it (or as an imported file said, until the first pull). */
export const stockLevelSchema = z.object({
  sku: z.string().min(1),
  warehouseId: z.string(),
  onHand: quantitySchema,
  reserved: quantitySchema,
  available: quantitySchema,
  /** When the pull that brought it began (not ended): what was acknowledged before this is contained in it. */
  pulledAtMs: z.number().int(),
  source: z.enum(['pull', 'file']),
})
export type StockLevel = z.infer<typeof stockLevelSchema>

/** Why stock moved. */
export const movementCauseSchema = z.enum([
  'sale',
  'return',
  'void',
  'count',
  'in',
  'out',
  'transfer-in',
  'transfer-out',
])
export type MovementCause = z.infer<typeof movementCauseSchema>

/** One signed change of stock with its cause. `acknowledgedAtMs` is when its step reached the destination that owns stock. */
export const movementSchema = z.object({
  id: z.string(),
  sku: z.string().min(1),
  warehouseId: z.string(),
  quantity: quantitySchema,
  cause: movementCauseSchema,
  /** The sale or stock document that moved it. */
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
  quantity: quantitySchema,
  foundAtMs: z.number().int(),
  /** Sale numbers of this register that took part, newest first. */
  saleNumbers: z.array(z.string()).readonly(),
  /** What moved it at this register since the last pull, with the sum of each cause. */
  causes: z
    .array(z.object({ cause: movementCauseSchema, quantity: quantitySchema }))
    .readonly()
    .default([]),
})
export type StockFinding = z.infer<typeof stockFindingSchema>
