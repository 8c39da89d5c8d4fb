import { afterEach, beforeEach, vi } from 'vitest'
import type { Printer, PrinterSettings, TransportSettings } from '../../../shared/domain/printer.ts'
import { printTrouble } from '../../../shared/domain/print-trouble.ts'
import { success } from '../../../shared/domain/result.ts'
import { receiptPrinter, routesTo } from '../../../shared/domain/usual-printers.ts'
import type { PrinterStatus } from '../../../shared/ipc/printer-settings.ts'
import type { LaneState } from '../print-lane.ts'
import { createPrinterMonitor, type PrinterMonitor, type PrinterMonitorParts } from '../printer-monitor.ts'
import { nothingLeft, type Inquiry } from '../transport.ts'

export const USB: TransportSettings = { type: 'usb', vendorId: 1, productId: 2, serialNumber: 'SN' }
export const TCP: TransportSettings = { type: 'tcp', host: '10.0.0.9', port: 9100 }
export const CUPS: TransportSettings = { type: 'cups', queue: 'LABEL' }
/** DLE EOT 1 to 4. */
export const WELL: Inquiry = { type: 'answered', answers: Uint8Array.of(0x12, 0x12, 0x12, 0x12), port: null }
export const COVER_OPEN: Inquiry = { type: 'answered', answers: Uint8Array.of(0x1a, 0x16, 0x12, 0x12), port: null }
export const SILENT: Inquiry = { type: 'silent', port: null }
export const ABSENT: Inquiry = { type: 'absent', trouble: printTrouble('not-found') }
export const BUSY: Inquiry = { type: 'absent', trouble: printTrouble('busy') }
export const IDLE: LaneState = { work: 'idle', sinceMs: 0, trouble: null, progress: null }

/** Settings with these printers and no routes. */
export const settingsOf = (...printers: Printer[]): PrinterSettings => ({
  version: 2,
  printers,
  routes: routesTo(null, null),
})

/** A receipt printer that is asked how it is. */
export const printerOn = (id: string, transport: TransportSettings): Printer => receiptPrinter(id, id, transport)

type Question = { readonly way: string; readonly bytes: number; readonly atMs: number; readonly reachMs: number }

const rigOf = (settings: PrinterSettings, changes: Partial<PrinterMonitorParts>) => {
  const rig = {
    settings,
    /** By way. */
    answers: new Map<string, Inquiry>(),
    /** How long it takes to find a printer, by way; at once where left out. */
    takesMs: new Map<string, number>(),
    lanes: new Map<string, LaneState>(),
    /** Printers to which a job is on its way. */
    busy: new Set<string>(),
    asked: [] as Question[],
    told: [] as (readonly PrinterStatus[])[],
    logged: [] as string[],
    onUsb: [] as (() => void)[],
    unwatched: 0,
  }
  const monitor = createPrinterMonitor({
    settings: () => rig.settings,
    runner: {
      state: (id) => rig.lanes.get(id) ?? IDLE,
      visit: async (id, work) => (rig.busy.has(id) ? null : work()),
    },
    openTransport: ({ type }) => ({
      send: async () => nothingLeft(printTrouble('internal')),
      ask: async (question, timeoutMs, _isWhole, reachMs = timeoutMs) => {
        rig.asked.push({ way: type, bytes: question.length, atMs: Date.now(), reachMs })
        const answer = rig.answers.get(type) ?? SILENT
        const takesMs = rig.takesMs.get(type) ?? 0
        if (takesMs > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(takesMs, reachMs)))
        return takesMs > reachMs ? ABSENT : answer
      },
    }),
    watchUsb: async (onChanged) => {
      rig.onUsb.push(onChanged)
      return success(() => {
        rig.unwatched += 1
      })
    },
    careForQueue: async () => ({ advice: null, wasTried: false }),
    log: (_level, message) => rig.logged.push(message),
    now: () => Date.now(),
    onChanged: (statuses) => rig.told.push(statuses),
    ...changes,
  })
  return Object.assign(rig, { monitor })
}

/** A monitor of printers whose answers and lanes the test sets, and what came of it. */
export type MonitorRig = ReturnType<typeof rigOf>

/** Lets the tests around it begin monitors on a clock that they turn; every monitor is stopped in the end. */
export const useMonitorRigs = () => {
  const monitors: PrinterMonitor[] = []
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 })
  })
  afterEach(async () => {
    const stopped = Promise.all(monitors.splice(0).map((monitor) => monitor.stop()))
    // What is still being asked gets its answer.
    await vi.advanceTimersByTimeAsync(10_000)
    await stopped
    vi.useRealTimers()
  })
  return {
    begin: (settings: PrinterSettings, changes: Partial<PrinterMonitorParts> = {}): MonitorRig => {
      const rig = rigOf(settings, changes)
      monitors.push(rig.monitor)
      return rig
    },
    pass: (timeMs: number): Promise<unknown> => vi.advanceTimersByTimeAsync(timeMs),
  }
}
