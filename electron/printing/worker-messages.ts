import { z } from 'zod'
import { claimedPrintJobSchema, documentKindSchema } from '../../shared/domain/print-job.ts'
import { printerSettingsSchema } from '../../shared/ipc/printer-settings.ts'

/** What the print worker is started with. */
export const workerDataSchema = z.object({ fontDirectory: z.string() })

/** One document to draw. */
export const workerRequestSchema = z.object({
  id: z.number().int(),
  request: z.object({
    content: claimedPrintJobSchema.shape.content,
    document: documentKindSchema,
    isCopy: z.boolean(),
    settings: printerSettingsSchema,
  }),
})

/** Its bytes, or why it cannot be drawn. */
export const workerAnswerSchema = z.discriminatedUnion('ok', [
  z.object({ id: z.number().int(), ok: z.literal(true), bytes: z.instanceof(Uint8Array) }),
  z.object({ id: z.number().int(), ok: z.literal(false), message: z.string() }),
])
export type WorkerAnswer = z.infer<typeof workerAnswerSchema>
