import type { DocumentKind } from '../../shared/domain/print-job.ts'
import type { PracticePrinter } from '../practice/printer/practice-printer.ts'
import type { PrintLog } from './print-log.ts'
import type { Transport } from './transport.ts'

/** The way to practice mode's printer. Bytes that it does not understand are logged: they are faults of the encoders. */
export const createPracticeTransport = (
  printer: PracticePrinter,
  document: DocumentKind,
  log: PrintLog,
): Transport => ({
  send: async (bytes) => {
    const { problems } = await printer.print(document, bytes)
    for (const problem of problems) log('error', `Practice printer: ${problem}`)
    const [first] = problems
    const trouble = first === undefined ? null : `Printer latihan tidak mengerti perintah (${first})`
    return { acceptedBytes: bytes.length, hasBegun: true, trouble, answers: new Uint8Array() }
  },
})
