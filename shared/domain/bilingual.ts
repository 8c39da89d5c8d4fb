import { z } from 'zod'

/** A text for people, in Indonesian (shown first) and English. */
export const bilingualSchema = z.object({ id: z.string(), en: z.string() })
export type Bilingual = z.infer<typeof bilingualSchema>
