import { z } from 'zod'
import { documentKindSchema } from '../domain/document-kind.ts'
import { printTroubleSchema } from '../domain/print-trouble.ts'
import { printerConditionSchema } from '../domain/printer-condition.ts'
import { printerLanguageSchema, transportSettingsSchema } from '../domain/printer.ts'

/** What is known of one printer now. */
export const printerStatusSchema = z.object({
  printerId: z.string(),
  /** What its last job did: `asking` waits for a person's answer. `idle` until one was tried, and after one that went well. */
  work: z.enum(['idle', 'sending', 'asking', 'failed']),
  sinceMs: z.number().int(),
  /** Why the last job did not simply succeed. */
  trouble: printTroubleSchema.nullable(),
  /** Whether it is there, by its own answers or the system's; `unknown` where nobody can say. */
  presence: z.enum(['unknown', 'present', 'absent']),
  /** What it said of itself; null when it says nothing, which is neither well nor ill. */
  condition: printerConditionSchema.nullable(),
  /** What a person should mend about the way to it, though nothing stops it now; `detail` is the command that does so. */
  advice: printTroubleSchema.nullable(),
  /** When it was last heard of; null for never. */
  heardAtMs: z.number().int().nullable(),
  /** How far the job under way has got. */
  progress: z.object({ jobId: z.string(), bytesSent: z.number().int(), totalBytes: z.number().int() }).nullable(),
})
export type PrinterStatus = z.infer<typeof printerStatusSchema>

/** A printer that the system or the network shows. */
export const foundPrinterSchema = z.object({
  transport: transportSettingsSchema,
  /** Maker and model, as the printer or the system says. */
  title: z.string(),
  /** From its IEEE-1284 id; null when it does not say. */
  language: printerLanguageSchema.nullable(),
})
export type FoundPrinter = z.infer<typeof foundPrinterSchema>

/** What a search found, and which ways could not be searched, in the system's words. */
export const printerSearchSchema = z.object({
  found: z.array(foundPrinterSchema).readonly(),
  troubles: z
    .array(z.object({ way: z.enum(['usb', 'serial', 'spooler', 'cups', 'network']), detail: z.string() }))
    .readonly(),
})
export type PrinterSearch = z.infer<typeof printerSearchSchema>

/** A page that practice mode's printer drew from the bytes it was sent. */
export const practicePageSchema = z.object({
  id: z.string(),
  document: documentKindSchema,
  printedAtMs: z.number().int(),
  widthDots: z.number().int(),
  heightDots: z.number().int(),
  byteCount: z.number().int(),
  /** data:image/png;base64,… */
  imageUrl: z.string().startsWith('data:image/png;base64,'),
})
export type PracticePage = z.infer<typeof practicePageSchema>
