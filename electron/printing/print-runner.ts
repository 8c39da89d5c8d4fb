import { DOCUMENT_KINDS } from '../../shared/domain/document-kind.ts'
import type { ClaimedPrintJob, PrintOutcome } from '../../shared/domain/print-job.ts'
import { printerFor, substituteOf, type Printer, type PrinterSettings } from '../../shared/domain/printer.ts'
import { machineOf } from '../../shared/domain/same-way.ts'
import type { AskRequestOf } from '../../shared/ipc/contract.ts'
import { createPrintLane, type LaneState, type PrintLane } from './print-lane.ts'
import { rememberingCuts } from './remember-cuts.ts'
import { rememberingSilence } from './remember-silence.ts'
import type { SendParts } from './send-job.ts'
import { takingTurns } from './taking-turns.ts'

/** Which jobs a lane takes. */
export type ClaimWish = Pick<
  AskRequestOf<'printJobs.claim'>,
  'printerId' | 'documents' | 'servedPrinterIds' | 'knownPrinterIds'
>

export type PrintRunnerParts = Omit<SendParts, 'onProgress'> & {
  readonly claimJob: (wish: ClaimWish) => Promise<ClaimedPrintJob | null>
  readonly settleJob: (jobId: string, outcome: PrintOutcome) => Promise<void>
  readonly noteProgress: (jobId: string, bytesSent: number, totalBytes: number) => void
  readonly settings: () => PrinterSettings
  readonly onStateChanged: () => void
  readonly now: () => number
  readonly retryDelayMs?: number
  /** The printers that had a job of an earlier run which never got into the queue; none when left out. Must not reject. */
  readonly leftBehind?: () => Promise<readonly string[]>
}

/** Prints what waits in the queue: a lane for each printer, and none waits for another. */
export type PrintRunner = {
  /** Resolves when the jobs under way are settled; takes no further ones. */
  readonly stop: () => Promise<void>
  /** Goes on after `stop`. */
  readonly resume: () => void
  /** A job was added, or the settings changed: takes up what waits. Returns at once. */
  readonly kick: () => void
  /**
   * Sends a job that is claimed for its printer already, once however often it is handed over; true when it begins. False, with
   * nothing sent, when there is no such printer any more.
   */
  readonly handOver: (claimed: ClaimedPrintJob) => Promise<boolean>
  /** What is known of a printer's last job; null for one that there is not. */
  readonly state: (printerId: string) => LaneState | null
  /** Does something else with a printer while no job is on its way to it; null, undone, when one is. */
  readonly visit: <Value>(printerId: string, work: () => Promise<Value>) => Promise<Value | null>
}

const RETRY_DELAY_MS = 2000
/** A job is handed over a second time some milliseconds after the first. */
const REMEMBERED_HANDOVERS = 100

/** What the lane of a printer takes now; null is the lane of what no printer takes. */
const wishOf = (settings: PrinterSettings, printerId: string | null): ClaimWish => ({
  printerId,
  documents: DOCUMENT_KINDS.filter((document) => (printerFor(settings, document)?.id ?? null) === printerId),
  servedPrinterIds: settings.printers.map(({ id }) => id).filter((id) => substituteOf(settings, id)?.id === printerId),
  knownPrinterIds: settings.printers.map((printer) => printer.id),
})

/** A runner at rest; nothing is claimed before `kick`. */
export const createPrintRunner = (parts: PrintRunnerParts): PrintRunner => {
  const lanes = new Map<string | null, PrintLane>()
  const turns = takingTurns()
  /** Two set-ups of one machine (another roll in it) share its way: they take turns. */
  const wayOf = (printer: Printer): string => machineOf(printer, parts.settings().printers)
  const waysLeftBehind = async (): Promise<readonly string[]> => {
    const ids = (await parts.leftBehind?.()) ?? []
    return parts.settings().printers.flatMap((printer) => (ids.includes(printer.id) ? [wayOf(printer)] : []))
  }
  const remember = rememberingCuts(waysLeftBehind)
  const handedOver = new Map<string, Promise<boolean>>()
  const rememberSilence = rememberingSilence(parts.now)
  let isStopped = false
  const findPrinter = (printerId: string | null): Printer | null =>
    parts.settings().printers.find((printer) => printer.id === printerId) ?? null

  const laneOf = (printerId: string | null): PrintLane => {
    const known = lanes.get(printerId)
    if (known !== undefined) return known
    const lane = createPrintLane({
      ...parts,
      openTransport: (printer, claimed) => {
        const way = wayOf(printer)
        const transport = remember(
          { way, printer, isFreed: claimed.comesAfterCut },
          rememberSilence(`${way} ${printer.language}`, parts.openTransport(printer, claimed)),
        )
        return { ...transport, send: (bytes, options) => turns.take(way, () => transport.send(bytes, options)) }
      },
      printer: () => findPrinter(printerId),
      claimJob: async () =>
        // A printer that was removed takes nothing more.
        printerId !== null && findPrinter(printerId) === null
          ? null
          : parts.claimJob(wishOf(parts.settings(), printerId)),
      retryDelayMs: parts.retryDelayMs ?? RETRY_DELAY_MS,
    })
    lanes.set(printerId, lane)
    return lane
  }

  const kick = (): void => {
    if (isStopped) return
    for (const { id } of parts.settings().printers) laneOf(id).kick()
    laneOf(null).kick()
  }

  const handOver = async (claimed: ClaimedPrintJob): Promise<boolean> => {
    const { printerId } = claimed.job
    if (isStopped || printerId === null || findPrinter(printerId) === null) return false
    // The rule has changed meanwhile, or another does its work now.
    if (!wishOf(parts.settings(), printerId).documents.includes(claimed.job.document)) return false
    return laneOf(printerId).handOver(claimed)
  }

  return {
    kick,
    handOver: (claimed) => {
      const { id } = claimed.job
      const known = handedOver.get(id)
      if (known !== undefined) return known
      const answer = handOver(claimed)
      handedOver.set(id, answer)
      const [oldest] = handedOver.keys()
      if (handedOver.size > REMEMBERED_HANDOVERS && oldest !== undefined) handedOver.delete(oldest)
      return answer
    },
    stop: async () => {
      isStopped = true
      await Promise.all([...lanes.values()].map((lane) => lane.stop()))
    },
    resume: () => {
      isStopped = false
      for (const lane of lanes.values()) lane.resume()
      kick()
    },
    state: (printerId) => (findPrinter(printerId) === null ? null : laneOf(printerId).state()),
    visit: async (printerId, work) => {
      const printer = findPrinter(printerId)
      if (isStopped || printer === null) return null
      const way = wayOf(printer)
      // Another set-up of the same machine is using it.
      if (turns.isTaken(way)) return null
      return laneOf(printerId).visit(() => turns.take(way, work))
    },
  }
}
