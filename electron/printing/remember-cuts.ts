import type { Printer } from '../../shared/domain/printer.ts'
import { recoverAfterCut } from './recover-after-cut.ts'
import type { Transport } from './transport.ts'

/** A job on its way to a machine. */
export type WayOfJob = {
  /** The machine, under whatever name it is set up. */
  readonly way: string
  readonly printer: Printer
  /** The job itself brings what frees the printer as it is set up now. */
  readonly isFreed: boolean
}

const NOTHING = new Uint8Array()

/** No machine was left in the middle of a job by an earlier run. */
const none = (): Promise<readonly string[]> => Promise.resolve([])

/** The one of two set-ups of a machine whose pictures are larger; in another language nothing of the old one counts. */
const larger = (left: Printer | undefined, printer: Printer): Printer =>
  left?.language === printer.language && recoverAfterCut(left).length > recoverAfterCut(printer).length ? left : printer

/**
 * Remembers which machines were left in the middle of a job, and frees them before the next one. The queue remembers it too,
 * over restarts, but for one set-up at a time: a machine that is set up twice is cut under one name and used under another,
 * with smaller labels perhaps. What frees the printer does not count among the bytes of the job.
 * `leftBehind` gives the ways of machines that had a job of an earlier run which never got into the queue; it must not reject.
 */
export const rememberingCuts = (leftBehind = none): ((job: WayOfJob, transport: Transport) => Transport) => {
  /** How each machine was set up, at its largest, since it was left. */
  const cut = new Map<string, Printer>()
  const used = new Set<string>()
  const wasLeftBehind = async (way: string): Promise<boolean> => {
    if (used.has(way)) return false
    used.add(way)
    return (await leftBehind()).includes(way)
  }
  return ({ way, printer, isFreed }, transport) => ({
    ...transport,
    send: async (bytes, options = {}) => {
      const left = cut.get(way) ?? ((await wasLeftBehind(way)) ? printer : undefined)
      const toFree = larger(left, printer)
      const head = left === undefined || (isFreed && toFree === printer) ? NOTHING : recoverAfterCut(toFree)
      const withoutHead = (count: number): number => Math.max(0, count - head.length)
      // Until it is known to be whole.
      cut.set(way, toFree)
      const { onProgress } = options
      const report = await transport.send(head.length === 0 ? bytes : Buffer.concat([head, bytes]), {
        ...options,
        ...(onProgress === undefined ? {} : { onProgress: (count: number) => onProgress(withoutHead(count)) }),
      })
      // Bytes that the system took may still have been lost on the way: only what ended well is known to be whole.
      if (report.hasBegun ? report.trouble === null : left === undefined) cut.delete(way)
      return { ...report, acceptedBytes: withoutHead(report.acceptedBytes) }
    },
  })
}
