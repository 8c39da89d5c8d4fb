import type { PrintJob } from './print-job.ts'

type JobStart = Pick<PrintJob, 'document' | 'subject'> & Partial<Pick<PrintJob, 'isCopy' | 'printerId'>>

/** A job that waits: the printer that the rule for its kind names takes it, unless one is given. */
export const freshPrintJob = (start: JobStart, id: string, createdAtMs: number): PrintJob => ({
  isCopy: false,
  printerId: null,
  ...start,
  id,
  subjectId: subjectIdOf(start.subject, id),
  createdAtMs,
  state: 'waiting',
  runId: null,
  finishedAtMs: null,
  trouble: null,
  bytesSent: null,
  totalBytes: null,
  isCutOff: false,
})

const subjectIdOf = (subject: PrintJob['subject'], jobId: string): string => {
  if (subject.type === 'sale') return subject.saleId
  return subject.type === 'shift-report' ? subject.report.shift.id : jobId
}
