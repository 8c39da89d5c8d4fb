import type { DocumentKind } from '../../shared/domain/document-kind.ts'
import type { Printer } from '../../shared/domain/printer.ts'
import { printTrouble } from '../../shared/domain/print-trouble.ts'
import type { PracticePrinter } from '../practice/printer/practice-printer.ts'
import type { PrintLog } from './print-log.ts'
import type { Transport } from './transport.ts'

/** The way to a printer of practice mode. Bytes that it does not understand are logged: they are faults of the encoders. */
export const createPracticeTransport = (
  practicePrinter: PracticePrinter,
  printer: Printer,
  document: DocumentKind,
  log: PrintLog,
): Transport => ({
  send: async (bytes, options) => {
    const { problems } = await practicePrinter.print(printer, document, bytes)
    options?.onProgress?.(bytes.length)
    for (const problem of problems) log('error', `Practice printer: ${problem}`)
    const [first] = problems
    return {
      acceptedBytes: bytes.length,
      hasBegun: true,
      trouble: first === undefined ? null : printTrouble('not-confirmed', first),
      answers: new Uint8Array(),
      isConfirmed: false,
    }
  },
  ask: async () => ({ type: 'deaf' }),
})
