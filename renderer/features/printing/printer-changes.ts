import { type DocumentKind } from '../../../shared/domain/document-kind.ts'
import { type Printer, type PrinterSettings } from '../../../shared/domain/printer.ts'
import { belongsOn, canTakeOver, fitsDocument } from './printer-fits.ts'

/** Rules and substitutes that point at a printer which is gone, or whose paper no longer fits, point nowhere. */
const withoutMisfits = (settings: PrinterSettings): PrinterSettings => {
  const find = (id: string | null) => settings.printers.find((printer) => printer.id === id) ?? null
  const isTakenOver = (printer: Printer): boolean => {
    const substitute = find(printer.substituteId)
    return substitute !== null && substitute.id !== printer.id && canTakeOver(printer.media, substitute.media)
  }
  return {
    ...settings,
    printers: settings.printers.map((printer) => (isTakenOver(printer) ? printer : { ...printer, substituteId: null })),
    routes: settings.routes.map((route) => {
      const printer = find(route.printerId)
      return printer !== null && fitsDocument(route.document, printer.media) ? route : { ...route, printerId: null }
    }),
  }
}

/** The settings with a new printer; it takes the kinds of documents that no printer takes yet and that belong on its paper. */
export const withNewPrinter = (settings: PrinterSettings, printer: Printer): PrinterSettings => ({
  ...settings,
  printers: [...settings.printers, printer],
  routes: settings.routes.map((route) =>
    route.printerId === null && belongsOn(route.document, printer.media) ? { ...route, printerId: printer.id } : route,
  ),
})

/** The settings with a printer as it is now; what no longer fits its paper goes to no printer. */
export const withPrinter = (settings: PrinterSettings, printer: Printer): PrinterSettings =>
  withoutMisfits({
    ...settings,
    printers: settings.printers.map((other) => (other.id === printer.id ? printer : other)),
  })

/** The settings without a printer. */
export const withoutPrinter = (settings: PrinterSettings, printerId: string): PrinterSettings =>
  withoutMisfits({ ...settings, printers: settings.printers.filter(({ id }) => id !== printerId) })

/** The settings with another rule for a kind of document. */
export const withRoute = (
  settings: PrinterSettings,
  document: DocumentKind,
  printerId: string | null,
): PrinterSettings => ({
  ...settings,
  routes: [...settings.routes.filter((route) => route.document !== document), { document, printerId }],
})

/** The settings of a file, its rules and substitutes pointing only at what fits. Null when two printers have one id. */
export const tidySettings = (settings: PrinterSettings): PrinterSettings | null =>
  new Set(settings.printers.map(({ id }) => id)).size === settings.printers.length ? withoutMisfits(settings) : null
