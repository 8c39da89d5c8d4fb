import { type DocumentKind, DOCUMENT_KINDS } from '../../../shared/domain/document-kind.ts'
import {
  type Printer,
  printerSchema,
  type PrinterSettings,
  printerSettingsSchema,
} from '../../../shared/domain/printer.ts'
import { tidySettings } from './printer-changes.ts'

/** The settings in a file; null when it holds none. */
export const readPrinterFile = (text: string): PrinterSettings | null => {
  try {
    const raw: unknown = JSON.parse(text)
    const parsed = printerSettingsSchema.safeParse(raw)
    return parsed.success ? tidySettings(parsed.data) : null
  } catch {
    // Not JSON: the caller says so.
    return null
  }
}

/** What taking over a file would change. */
export type PrinterImport = {
  readonly added: readonly Printer[]
  readonly changed: readonly { readonly before: Printer; readonly after: Printer }[]
  readonly removed: readonly Printer[]
  readonly unchanged: readonly Printer[]
  /** Kinds of documents that would go elsewhere. */
  readonly rerouted: readonly { readonly document: DocumentKind; readonly to: Printer | null }[]
}

const routeOf = (settings: PrinterSettings, document: DocumentKind): string | null =>
  settings.routes.find((route) => route.document === document)?.printerId ?? null

/** A printer as text, its fields in the order of the schema. */
const inOrder = (printer: Printer): string => JSON.stringify(printerSchema.parse(printer))

/** Compares the printers of a file with those set up now, by id. */
export const comparePrinters = (now: PrinterSettings, next: PrinterSettings): PrinterImport => {
  const beforeOf = (printer: Printer) => now.printers.find(({ id }) => id === printer.id)
  const isSame = (printer: Printer) => {
    const before = beforeOf(printer)
    return before !== undefined && inOrder(before) === inOrder(printer)
  }
  return {
    added: next.printers.filter((printer) => beforeOf(printer) === undefined),
    changed: next.printers.flatMap((after) => {
      const before = beforeOf(after)
      return before === undefined || isSame(after) ? [] : [{ before, after }]
    }),
    removed: now.printers.filter((printer) => next.printers.every(({ id }) => id !== printer.id)),
    unchanged: next.printers.filter(isSame),
    rerouted: DOCUMENT_KINDS.filter((document) => routeOf(now, document) !== routeOf(next, document)).map(
      (document) => ({
        document,
        to: next.printers.find(({ id }) => id === routeOf(next, document)) ?? null,
      }),
    ),
  }
}

/** Whether taking the file over would change nothing. */
export const changesNothing = ({ added, changed, removed, rerouted }: PrinterImport): boolean =>
  added.length + changed.length + removed.length + rerouted.length === 0
