import { DEFAULT_DESIGNS } from '../../../../shared/documents/document-design.ts'
import type { ClaimedPrintJob, PrintOutcome } from '../../../../shared/domain/print-job.ts'
import type { Printer, TransportSettings } from '../../../../shared/domain/printer.ts'
import { failure, success } from '../../../../shared/domain/result.ts'
import { labelPrinter, receiptPrinter } from '../../../../shared/domain/usual-printers.ts'
import type { PrinterStatus } from '../../../../shared/ipc/printer-settings.ts'
import { createPrintLane } from '../../../../electron/printing/print-lane.ts'
import { createPrinterMonitor } from '../../../../electron/printing/printer-monitor.ts'
import type { Transport } from '../../../../electron/printing/transport.ts'
import type { RigJobKind } from './rig-jobs.ts'

/** A job's end, and how long it took from being asked for. */
export type RigOutcome = { readonly outcome: PrintOutcome; readonly tookMs: number }

/** The project's own print lane with its own transport, fed with ready-made bytes in place of drawn documents. */
export type RigLane = {
  readonly print: (bytes: Uint8Array) => Promise<RigOutcome>
  /** All at once into the queue, as when labels are printed in a row. */
  readonly printAll: (jobs: readonly Uint8Array[]) => Promise<readonly RigOutcome[]>
  /** What a till would show of the printer now. Between jobs it is not asked. */
  readonly status: () => PrinterStatus | undefined
  readonly stop: () => Promise<void>
}

type Waiting = { readonly claimed: ClaimedPrintJob; readonly bytes: Uint8Array }

export type RigLaneParts = {
  readonly kind: RigJobKind
  readonly transport: TransportSettings
  /** Asks at the end of each job whether it is done. */
  readonly asksStatus: boolean
  readonly open: () => Transport
}

/** A lane for one printer. */
export const createRigLane = ({ kind, transport, asksStatus, open }: RigLaneParts): RigLane => {
  const make = kind === 'label' ? labelPrinter : receiptPrinter
  const printer: Printer = { ...make('rig', 'Rig', transport), asksStatus }
  const queue: Waiting[] = []
  const settled = new Map<string, (outcome: PrintOutcome) => void>()
  let current: Waiting | null = null
  let isLastCut = false
  let count = 0

  const lane = createPrintLane({
    printer: () => printer,
    claimJob: async () => {
      current = queue.shift() ?? null
      return current === null ? null : { ...current.claimed, comesAfterCut: isLastCut }
    },
    settleJob: async (jobId, outcome) => {
      if (outcome.type !== 'failed') isLastCut = outcome.type === 'unknown'
      settled.get(jobId)?.(outcome)
    },
    render: async () => success(current?.bytes ?? new Uint8Array()),
    isAnswering: ({ asksStatus }) => asksStatus,
    openTransport: open,
    noteProgress: () => undefined,
    onStateChanged: () => monitor.look(),
    onHeard: (heardOf, heard) => monitor.overhear(heardOf, heard),
    log: (level, message) => console.log(`  ${level}: ${message}`),
    now: () => Date.now(),
    retryDelayMs: 100,
  })

  const monitor = createPrinterMonitor({
    settings: () => ({ version: 2, printers: [printer], routes: [] }),
    runner: { state: () => lane.state(), visit: (_id, work) => lane.visit(work) },
    openTransport: open,
    watchUsb: async () => failure('not watched'),
    onChanged: () => undefined,
    log: () => undefined,
    now: () => Date.now(),
  })

  const add = (bytes: Uint8Array): Promise<RigOutcome> => {
    count += 1
    const id = `job-${String(count)}`
    const startedMs = performance.now()
    queue.push({ claimed: claimOf(id, kind), bytes })
    return new Promise((resolve) => {
      settled.set(id, (outcome) => resolve({ outcome, tookMs: Math.round(performance.now() - startedMs) }))
    })
  }
  return {
    print: (bytes) => {
      const end = add(bytes)
      lane.kick()
      return end
    },
    printAll: (jobs) => {
      const ends = jobs.map(add)
      lane.kick()
      return Promise.all(ends)
    },
    status: () => monitor.statuses()[0],
    stop: () => lane.stop(),
  }
}

const claimOf = (id: string, document: RigJobKind): ClaimedPrintJob => ({
  job: {
    id,
    document,
    subject: { type: 'test-page', page: 'test' },
    subjectId: id,
    printerId: 'rig',
    isCopy: false,
    state: 'sending',
    createdAtMs: 0,
    runId: 'rig',
    finishedAtMs: null,
    trouble: null,
    bytesSent: null,
    totalBytes: null,
    isCutOff: false,
  },
  content: { type: 'test-page', page: 'test' },
  designs: DEFAULT_DESIGNS,
  comesAfterCut: false,
  moreWait: false,
})
