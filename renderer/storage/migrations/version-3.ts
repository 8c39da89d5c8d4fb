import { z } from 'zod'
import { printJobSchema, type PrintJob, type PrintJobState } from '../../../shared/domain/print-job.ts'
import { printTrouble } from '../../../shared/domain/print-trouble.ts'
import { shiftReportSchema } from '../../../shared/domain/shift-report.ts'
import type { Migration } from './migration.ts'

/** A print job as versions 1 and 2 wrote it: for one of two printers, its subject spread over three fields. */
const earlierJobSchema = z.object({
  id: z.string(),
  saleId: z.string(),
  saleNumber: z.string(),
  report: shiftReportSchema.nullable().default(null),
  document: z.enum(['receipt', 'label']),
  isCopy: z.boolean(),
  state: z.enum(['waiting', 'printing', 'done', 'unknown', 'failed']),
  createdAtMs: z.number().int(),
  runId: z.string().nullable(),
  finishedAtMs: z.number().int().nullable(),
  message: z.string().nullable(),
  bytesSent: z.number().int().nullable(),
})

const STATES = {
  waiting: 'waiting',
  printing: 'sending',
  done: 'sent',
  unknown: 'unknown',
  failed: 'failed',
} as const satisfies Record<z.infer<typeof earlierJobSchema>['state'], PrintJobState>

/** A row of before in today's form; null for one that is not such a row and stays as it is. */
export const toCurrentPrintJob = (raw: unknown): PrintJob | null => {
  const parsed = earlierJobSchema.safeParse(raw)
  if (!parsed.success || printJobSchema.safeParse(raw).success) return null
  const { saleId, saleNumber, report, message, state, document, ...kept } = parsed.data
  const isFailing = state === 'failed' || state === 'unknown'
  return {
    ...kept,
    document: report === null ? document : 'shift-report',
    subject: report === null ? { type: 'sale', saleId, saleNumber } : { type: 'shift-report', report },
    subjectId: saleId,
    printerId: null,
    state: STATES[state],
    trouble: message === null && !isFailing ? null : printTrouble(trouble(state), message ?? ''),
    totalBytes: null,
    isCutOff: state === 'unknown',
  }
}

const trouble = (state: z.infer<typeof earlierJobSchema>['state']) => (state === 'unknown' ? 'cut-off' : 'not-found')

/**
 * Print jobs of any document for any printer: found by their subject, by state in order of age, and by the printer that
 * finished them last, and by what they print in order of age; the PDFs of such jobs stand apart, one for all its pages. Rows that cannot be read stay as they are.
 */
export const version3: Migration = {
  version: 3,
  stores: {
    printJobs: 'id, subjectId, state, [state+createdAtMs], [printerId+finishedAtMs], [subject.type+createdAtMs]',
    printFiles: 'id',
  },
  upgrade: async (transaction) => {
    await transaction
      .table('printJobs')
      .toCollection()
      .modify((row: unknown, place: { value: unknown }) => {
        place.value = toCurrentPrintJob(row) ?? row
      })
  },
}
