import type { Transport } from './transport.ts'

/** So many jobs without a word make a printer one that does not say when it is done. */
const SILENCE_LIMIT = 2

/**
 * Remembers which printers left the question at the end of a job unanswered, and asks those no more: a printer that tells its
 * state and knows no end of a job would hold up every receipt for as long as an answer may take. One that says anything at
 * all, such as that its paper is out, is not silent.
 */
export const rememberingSilence = (): ((printer: string, transport: Transport) => Transport) => {
  const silences = new Map<string, number>()
  return (printer, transport) => ({
    ...transport,
    send: async (bytes, options = {}) => {
      const { endOfJob, ...unasked } = options
      const before = silences.get(printer) ?? 0
      if (endOfJob === undefined || before >= SILENCE_LIMIT) return transport.send(bytes, unasked)
      const report = await transport.send(bytes, options)
      if (report.isConfirmed || report.answers.length > 0) silences.delete(printer)
      else if (report.trouble === null) silences.set(printer, before + 1)
      return report
    },
  })
}
