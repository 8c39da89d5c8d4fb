import type { Printer, PrinterSettings } from '../../../shared/domain/printer.ts'
import { labelPrinter, NO_PRINTERS, receiptPrinter } from '../../../shared/domain/usual-printers.ts'
import { withNewPrinter } from './printer-changes.ts'

const NETWORK = { type: 'tcp', host: '192.168.1.50', port: 9100 } as const

/** A label printer for tests: 100 x 150 mm, TSPL, on the network. */
export const labelPrinterFixture = (part: Partial<Printer> = {}): Printer => ({
  ...labelPrinter('label', 'Printer label', NETWORK),
  ...part,
})

/** A receipt printer for tests: 80 mm, ESC/POS, on the network. */
export const receiptPrinterFixture = (part: Partial<Printer> = {}): Printer => ({
  ...receiptPrinter('receipt', 'Printer struk', NETWORK),
  ...part,
})

/** A register to which these printers were added, one after the other. */
export const shopFixture = (...printers: readonly Printer[]): PrinterSettings =>
  printers.reduce(withNewPrinter, NO_PRINTERS)
