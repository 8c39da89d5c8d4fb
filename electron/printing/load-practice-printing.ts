import type { DocumentKind } from '../../shared/domain/document-kind.ts'
import { printTrouble } from '../../shared/domain/print-trouble.ts'
import type { Printer } from '../../shared/domain/printer.ts'
import type { PracticePage } from '../../shared/ipc/printer-settings.ts'
import type { PrintLog } from './print-log.ts'
import { nothingLeft, type Transport } from './transport.ts'

/** The printer on the screen, and the way to it. */
export type PracticePrinting = {
  readonly pages: () => PracticePage[]
  readonly transportFor: (printer: Printer, document: DocumentKind) => Transport
}

/** The way to nowhere. */
const NO_TRANSPORT: Transport = {
  send: async () => nothingLeft(printTrouble('no-printer')),
  ask: async () => ({ type: 'deaf' }),
}

/** Loads the printer on the screen. Outside practice mode it is not there: nothing may look printed that is not. */
export const loadPracticePrinting = async (
  mode: 'practice' | 'live',
  parts: {
    readonly onPage: (page: PracticePage) => void
    readonly now: () => number
    readonly mintId: () => string
    readonly fontDirectory: string
    readonly log: PrintLog
  },
): Promise<PracticePrinting> => {
  if (mode === 'live') return { pages: () => [], transportFor: () => NO_TRANSPORT }
  const [{ createPracticePrinter }, { createPracticeTransport }] = await Promise.all([
    import('../practice/printer/practice-printer.ts'),
    import('./practice-transport.ts'),
  ])
  const practicePrinter = createPracticePrinter(parts)
  return {
    pages: () => [...practicePrinter.pages()],
    transportFor: (printer, document) => createPracticeTransport(practicePrinter, printer, document, parts.log),
  }
}
