import { z } from 'zod'

/** Who records what, a set-up choice of the shop (docs/ARCHITECTURE.md, "Sales route"). */
export const salesRouteSchema = z.enum(['forstok-only', 'accurate-only', 'both-not-linked', 'linked'])
export type SalesRoute = z.infer<typeof salesRouteSchema>

export const destinationSchema = z.enum(['forstok', 'accurate'])
export type Destination = z.infer<typeof destinationSchema>
export const DESTINATIONS: readonly Destination[] = destinationSchema.options
