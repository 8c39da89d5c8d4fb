import { type DocumentKind, ROLL_DOCUMENTS } from '../../../shared/domain/document-kind.ts'
import type { PrintJob } from '../../../shared/domain/print-job.ts'
import { type Printer, printerFor, type PrinterMedia, type PrinterSettings } from '../../../shared/domain/printer.ts'

/** Kinds that belong on labels and come on a roll as well when a person says so: a roll is cut off by hand. */
const ALSO_ON_ROLLS: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['product-label', 'shelf-tag', 'pdf'])

/** Whether a kind of document belongs on this paper: some on a roll, the others on labels; test pages on both. */
export const belongsOn = (document: DocumentKind, media: PrinterMedia): boolean =>
  document === 'test-page' || ROLL_DOCUMENTS.includes(document) === (media.type === 'roll')

/** Whether a kind of document can be sent to this paper: where it belongs, and labels of goods and PDFs on a roll too. */
export const fitsDocument = (document: DocumentKind, media: PrinterMedia): boolean =>
  belongsOn(document, media) || ALSO_ON_ROLLS.has(document)

/** Whether what was meant for one paper fits on another: any roll for a roll, a label at least as large for a label. */
export const canTakeOver = (from: PrinterMedia, to: PrinterMedia): boolean => {
  if (from.type === 'roll' || to.type === 'roll') return from.type === to.type
  return to.widthMm >= from.widthMm && to.heightMm >= from.heightMm
}

/** Whether a printer's work would come to another one by way of substitutes. */
const leadsTo = (settings: PrinterSettings, from: Printer, printerId: string): boolean => {
  const seen = new Set<string>()
  let at: Printer | undefined = from
  while (at !== undefined && !seen.has(at.id)) {
    if (at.id === printerId) return true
    seen.add(at.id)
    const next: string | null = at.substituteId
    at = settings.printers.find(({ id }) => id === next)
  }
  return false
}

/** The printers that may take this one's work: paper that fits, and no ring of substitutes. */
export const substitutesFor = (settings: PrinterSettings, printer: Printer): readonly Printer[] =>
  settings.printers.filter((other) => canTakeOver(printer.media, other.media) && !leadsTo(settings, other, printer.id))

/** The printer that a job went to, or goes to by the rule for its kind; null when there is none. */
export const printerOfJob = (
  settings: PrinterSettings,
  job: Pick<PrintJob, 'printerId' | 'document'>,
): Printer | null =>
  settings.printers.find(({ id }) => id === job.printerId) ??
  (job.printerId === null ? printerFor(settings, job.document) : null)

/** Where a job could be printed instead of where it went. A printer whose work goes to a substitute would not print it. */
export const printersElsewhere = (
  settings: PrinterSettings,
  job: Pick<PrintJob, 'printerId' | 'document'>,
): readonly Printer[] => {
  const before = printerOfJob(settings, job)
  return settings.printers.filter(
    (other) =>
      other.id !== before?.id &&
      other.substituteId === null &&
      fitsDocument(job.document, other.media) &&
      (before === null ||
        canTakeOver(before.media, other.media) ||
        (ALSO_ON_ROLLS.has(job.document) && before.media.type !== other.media.type)),
  )
}
