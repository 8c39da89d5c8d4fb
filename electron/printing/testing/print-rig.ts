import type { PrintJob } from '../../../shared/domain/print-job.ts'
import type { Printer, PrinterSettings } from '../../../shared/domain/printer.ts'
import { labelPrinter, receiptPrinter, routesTo } from '../../../shared/domain/usual-printers.ts'
import type { LaneState } from '../print-lane.ts'
import { createPrintRunner, type PrintRunner, type PrintRunnerParts } from '../print-runner.ts'
import { createTcpTransport } from '../transports/tcp-transport.ts'
import { createPageQueue, renderBytes, type PageQueue } from './page-queue.ts'

/** Bounds of a test's patience. */
export const QUICK_LIMITS = { connectTimeoutMs: 1000, stallTimeoutMs: 300, closeTimeoutMs: 300 }

/** A runner on a queue in memory; printers at TCP ports are real sockets. */
export type PrintRig = {
  settings: PrinterSettings
  readonly runner: PrintRunner
  readonly queue: PageQueue
  readonly logged: string[]
  /** Every state that was told, with the outcomes that the queue held then. */
  readonly told: { readonly printerId: string; readonly state: LaneState; readonly settled: number }[]
  readonly progress: string[]
}

/** Printers that are not asked anything: only what is sent counts. */
export const quiet = (printer: Printer): Printer => ({ ...printer, asksStatus: false })

/** A receipt printer `r` and a label printer `l` at these ports of this machine. */
export const twoPrinters = (receiptPort: number, labelPort: number): PrinterSettings => ({
  version: 2,
  printers: [
    quiet(receiptPrinter('r', 'Struk', { type: 'tcp', host: '127.0.0.1', port: receiptPort })),
    quiet(labelPrinter('l', 'Label', { type: 'tcp', host: '127.0.0.1', port: labelPort })),
  ],
  routes: routesTo('r', 'l'),
})

/** A rig at rest. */
export const createPrintRig = (
  settings: PrinterSettings,
  jobs: PrintJob[],
  changes: Partial<PrintRunnerParts> = {},
): PrintRig => {
  const queue = createPageQueue(jobs)
  const logged: string[] = []
  const told: PrintRig['told'] = []
  const progress: string[] = []
  const held = { settings }
  const runner: PrintRunner = createPrintRunner({
    render: renderBytes(),
    isAnswering: ({ asksStatus }) => asksStatus,
    openTransport: ({ transport }) => {
      if (transport.type !== 'tcp') throw new Error(`no way of type ${transport.type}`)
      return createTcpTransport(transport, QUICK_LIMITS)
    },
    claimJob: queue.claim,
    settleJob: queue.settle,
    noteProgress: (jobId, bytesSent, totalBytes) => {
      progress.push(`${jobId} ${String(bytesSent)}/${String(totalBytes)}`)
    },
    settings: () => held.settings,
    onStateChanged: () => {
      for (const { id } of held.settings.printers) {
        const state = runner.state(id)
        if (state !== null) told.push({ printerId: id, state, settled: queue.outcomes.size })
      }
    },
    log: (_level, message) => logged.push(message),
    now: () => Date.now(),
    retryDelayMs: 5,
    ...changes,
  })
  return Object.assign(held, { runner, queue, logged, told, progress })
}
