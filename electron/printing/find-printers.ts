import type { PrinterSearch } from '../../shared/ipc/printer-settings.ts'
import { searchPrinters } from './find-printers-search.ts'
import { systemSearches } from './find-printers-ways.ts'

/**
 * Looks for those that are plugged in, USB and serial ports; faster than looking on every way, and without opening a printer, which
 * may be at work. Never rejects.
 */
export const findPluggedPrinters = (): Promise<PrinterSearch> =>
  searchPrinters(
    systemSearches(process.platform, { opensThem: false }).filter(
      ({ way }) => way === 'usb' || way === 'spooler' || way === 'serial',
    ),
  )

/** Looks for printers on every way that this system has, on all at once. Takes some seconds; never rejects. */
export const findPrinters = (): Promise<PrinterSearch> => searchPrinters(systemSearches())
