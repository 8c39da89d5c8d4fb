import type { PrintJob, PrintSubject } from '../../shared/domain/print-job.ts'
import type { TillDatabase } from './database.ts'

/** A PDF that waits to be printed: many jobs for its pages share one. */
export type PrintFileRow = { readonly id: string; readonly pdfBase64: string }

type PdfSubject = Extract<PrintSubject, { type: 'pdf' }>

/** Takes the files out of subjects: what stays names its file, and each file is there once. */
export const splitFiles = <Subject extends PrintSubject>(
  subjects: readonly Subject[],
  mintId: () => string,
): { readonly subjects: readonly Subject[]; readonly files: readonly PrintFileRow[] } => {
  const ids = new Map<string, string>()
  const idOf = (pdfBase64: string): string => {
    const id = ids.get(pdfBase64) ?? mintId()
    ids.set(pdfBase64, id)
    return id
  }
  const split = subjects.map((subject) =>
    subject.type !== 'pdf' || subject.fileId !== undefined
      ? subject
      : { ...subject, pdfBase64: '', fileId: idOf(subject.pdfBase64) },
  )
  return { subjects: split, files: [...ids].map(([pdfBase64, id]) => ({ id, pdfBase64 })) }
}

/** A subject with its file; null when the file is not there any more. */
export const withFile = async (database: TillDatabase, subject: PdfSubject): Promise<PdfSubject | null> => {
  const { fileId, ...carried } = subject
  if (fileId === undefined) return carried
  const file = await database.printFiles.get(fileId)
  return file === undefined ? null : { ...carried, pdfBase64: file.pdfBase64 }
}

/** Forgets the files that no job names. */
export const forgetUnusedFiles = async (database: TillDatabase): Promise<void> => {
  const jobs = await jobsOfType(database, 'pdf', Infinity).toArray()
  const used = new Set(jobs.flatMap(({ subject }) => (subject.type === 'pdf' ? [subject.fileId] : [])))
  const ids = await database.printFiles.toCollection().primaryKeys()
  await database.printFiles.bulkDelete(ids.filter((id) => !used.has(id)))
}

/** The jobs of one type of subject, of so old or older. */
export const jobsOfType = (database: TillDatabase, type: PrintJob['subject']['type'], newestMs: number) =>
  database.printJobs.where('[subject.type+createdAtMs]').between([type, -Infinity], [type, newestMs], true, true)
