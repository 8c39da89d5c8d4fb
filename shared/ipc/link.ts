import { z } from 'zod'
import { destinationSchema } from '../domain/sales-route.ts'

/** What is known of the line to one destination. `waiting` = not tried yet; `refused` = reached, but it does not let us in (credentials, scope). */
export const linkSchema = z.object({
  destination: destinationSchema,
  state: z.enum(['waiting', 'up', 'down', 'refused']),
  sinceMs: z.number().int(),
  lastAnswerMs: z.number().int().nullable(),
  /** The service's or the network's own words when not up. */
  reason: z.string().nullable(),
  /** When the engine tries next, where it waits; null otherwise. */
  nextTryMs: z.number().int().nullable(),
})
export type Link = z.infer<typeof linkSchema>
