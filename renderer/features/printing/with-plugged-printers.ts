import type { FoundPrinter, PrinterSearch } from '../../../shared/ipc/printer-settings.ts'

const ON_CABLES: ReadonlySet<FoundPrinter['transport']['type']> = new Set(['usb', 'device', 'serial', 'spooler'])

/** What a search found, with the printers on cables that there are now in place of those that there were then. */
export const withPluggedPrinters = (search: PrinterSearch, plugged: readonly FoundPrinter[]): PrinterSearch => ({
  ...search,
  found: [...plugged, ...search.found.filter(({ transport }) => !ON_CABLES.has(transport.type))],
})
