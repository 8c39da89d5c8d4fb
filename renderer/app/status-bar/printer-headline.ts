import { toneOfState, type PrinterState } from '../../features/printing/printer-state.ts'

/** A printer as the status bar lists it. */
export type PrinterRow = {
  readonly id: string
  readonly name: string
  readonly state: PrinterState
  /** Whether there is something to mend about the way to it, though nothing stops it now. */
  readonly hasAdvice: boolean
}

/**
 * What the status bar names of printers that stand in order of urgency: a trouble, else one that prints, else one with something
 * to mend, which can wait and is not to be mistaken for a trouble. Null when there is nothing to name.
 */
export const printerHeadline = (
  rows: readonly PrinterRow[],
): { readonly row: PrinterRow; readonly about: 'state' | 'advice' } | null => {
  const [worst] = rows
  if (worst !== undefined && ['bad', 'warn', 'info'].includes(toneOfState(worst.state))) {
    return { row: worst, about: 'state' }
  }
  const advised = rows.find(({ hasAdvice }) => hasAdvice)
  return advised === undefined ? null : { row: advised, about: 'advice' }
}
