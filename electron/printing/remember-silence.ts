import type { Transport } from './transport.ts'

/** So many jobs without a word make a printer one that does not say when it is done. */
const SILENCE_LIMIT = 2
/**
 * Such a printer is asked again after this long, since it may have been off line or been changed for another; after each
 * further silence twice as long, since whoever buys meanwhile waits for it.
 */
const FORGIVE_AFTER_MS = 10 * 60_000

type Silence = { readonly count: number; readonly sinceMs: number }
const NONE: Silence = { count: 0, sinceMs: 0 }

/**
 * Remembers which printers left the question at the end of a job unanswered, and asks those no more for a while: a printer
 * that tells its state and knows no end of a job would hold up every receipt for as long as an answer may take. One that says
 * anything at all during a job, such as that its paper is out, is not silent.
 */
export const rememberingSilence = (now: () => number): ((printer: string, transport: Transport) => Transport) => {
  const silences = new Map<string, Silence>()
  return (printer, transport) => ({
    ...transport,
    send: async (bytes, options = {}) => {
      const { endOfJob, ...unasked } = options
      const before = silences.get(printer) ?? NONE
      // A clock that was set says nothing of how long it was.
      const pauseMs = FORGIVE_AFTER_MS * 2 ** Math.max(0, before.count - SILENCE_LIMIT)
      const isLeftAlone = before.count >= SILENCE_LIMIT && Math.abs(now() - before.sinceMs) < pauseMs
      const isAsked = endOfJob !== undefined && !isLeftAlone
      const report = await transport.send(bytes, isAsked ? options : unasked)
      const hasSpoken = report.isConfirmed || report.answers.length > 0
      if (hasSpoken && isAsked) silences.delete(printer)
      // What it says by itself is worth one more question, not all of them.
      else if (hasSpoken) silences.set(printer, { ...before, sinceMs: -Infinity })
      else if (isAsked && report.trouble === null) silences.set(printer, { count: before.count + 1, sinceMs: now() })
      return report
    },
  })
}
