import { z } from 'zod'

/** Who allowed something that not everybody may do, when and why. */
export const approvalSchema = z.object({ by: z.string().min(1), atMs: z.number().int(), reason: z.string() })
export type Approval = z.infer<typeof approvalSchema>
