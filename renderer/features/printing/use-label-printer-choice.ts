import { useState } from 'react'
import type { DocumentKind } from '../../../shared/domain/document-kind.ts'
import { printerFor, type Printer } from '../../../shared/domain/printer.ts'
import { usePrinterSettings } from '../../app/printer-settings-store.ts'

/** Which label printer takes what a dialog prints: the one that the rule for its kind names, until another is chosen. */
export const useLabelPrinterChoice = (
  document: DocumentKind,
): {
  readonly printers: readonly Printer[]
  /** Undefined when there is no label printer. */
  readonly printer: Printer | undefined
  /** What the jobs name: null leaves them to the rule for their kind, also when that printer's work goes elsewhere. */
  readonly printerId: string | null
  readonly choose: (printerId: string) => void
} => {
  const settings = usePrinterSettings((state) => state.settings)
  const [chosenId, choose] = useState<string | null>(null)
  const printers = (settings?.printers ?? []).filter(({ media }) => media.type === 'labels')
  const routed = settings === null ? null : printerFor(settings, document)
  const chosen = printers.find(({ id }) => id === chosenId)
  const printer = chosen ?? routed ?? printers[0]
  const printerId = chosen?.id ?? (routed === null ? (printer?.id ?? null) : null)
  return { printers, printer, printerId, choose }
}
