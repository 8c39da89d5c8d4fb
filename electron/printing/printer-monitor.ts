import type { Printer, PrinterSettings } from '../../shared/domain/printer.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { PrinterStatus } from '../../shared/ipc/printer-settings.ts'
import type { PrintLog } from './print-log.ts'
import type { PrintRunner } from './print-runner.ts'
import { inquire, type InquiryParts, type OpenTransport } from './printer-monitor-inquiry.ts'
import type { Overheard } from './overhear-printer.ts'
import { afterOverhearing } from './printer-monitor-knowledge.ts'
import { askAgainAfterMs, MONITOR_INTERVALS, type MonitorIntervals } from './printer-monitor-pace.ts'
import { type CareForQueue, careForQueueOfCups, NOT_LOOKED_AFTER, upkeepAfterLook } from './printer-monitor-upkeep.ts'
import { firstKnowledge, newlyWatched, wayOf, type Watched } from './printer-monitor-watched.ts'
import { errorWords } from './transport.ts'

export type PrinterMonitorParts = {
  readonly settings: () => PrinterSettings
  readonly runner: Pick<PrintRunner, 'visit' | 'state'>
  readonly openTransport: OpenTransport
  /** Tells of every USB device that comes or goes; gives what ends that, or why it cannot. */
  readonly watchUsb: (onChanged: () => void) => Promise<Result<() => void, string>>
  /** Looks after a queue of CUPS; left out, the real one. */
  readonly careForQueue?: CareForQueue
  readonly log: PrintLog
  readonly now: () => number
  /** Told of changes only; when a printer was last heard of is none. */
  readonly onChanged: (statuses: readonly PrinterStatus[]) => void
  readonly intervals?: MonitorIntervals
}

/** Knows how the printers are, without disturbing a job. */
export type PrinterMonitor = {
  /** Begins to ask the printers. */
  readonly start: () => void
  /** What is known of every printer now, in the order of the settings. */
  readonly statuses: () => PrinterStatus[]
  /** The state of a lane or the settings changed. */
  readonly look: () => void
  /** What a printer let know in the middle of its job, when it cannot be asked. */
  readonly overhear: (printer: Printer, heard: Overheard) => void
  /** Asks more often while a person looks at the printers. */
  readonly watchClosely: (isClose: boolean) => void
  /** Resolves when the inquiries under way have ended; asks nothing more. */
  readonly stop: () => Promise<void>
}

/** A monitor at rest. No timer of it keeps the process alive. */
export const createPrinterMonitor = (parts: PrinterMonitorParts): PrinterMonitor => {
  const { now, runner } = parts
  const intervals = parts.intervals ?? MONITOR_INTERVALS
  const watched = new Map<string, Watched>()
  const underWay = new Set<Promise<void>>()
  const logged = new Set<string>()
  const flags = { isStarted: false, isStopped: false, isClose: false }
  let unwatchUsb: (() => void) | null = null

  const statuses = (): PrinterStatus[] =>
    parts.settings().printers.map((printer) => {
      const lane = runner.state(printer.id)
      const known = watched.get(printer.id)
      const isKnown = known !== undefined && known.way === wayOf(printer)
      const { presence, condition, heardAtMs } = isKnown ? known.knowledge : firstKnowledge(printer)
      const { advice } = isKnown ? known.upkeep : NOT_LOOKED_AFTER
      const { work, sinceMs, trouble, progress } = lane ?? NO_WORK
      return { printerId: printer.id, work, sinceMs, trouble, presence, condition, advice, heardAtMs, progress }
    })
  const textOf = (all: readonly PrinterStatus[]): string =>
    JSON.stringify(all.map((status) => ({ ...status, heardAtMs: null })))
  let told = textOf(statuses())
  const tell = (): void => {
    const all = statuses()
    const text = textOf(all)
    if (text === told) return
    told = text
    try {
      parts.onChanged(all)
    } catch (error) {
      logOnce(`The state of the printers cannot be told: ${errorWords(error)}`)
    }
  }
  const logOnce = (message: string): void => {
    if (logged.has(message)) return
    logged.add(message)
    parts.log('warn', message)
  }
  const inquiryParts: InquiryParts = { ...parts, intervals, onBroken: logOnce }
  const upkeepParts = { careForQueue: careForQueueOfCups, ...parts, intervals, onUnable: logOnce }

  const plan = (id: string, entry: Watched, afterMs: number): void => {
    if (entry.timer !== null) clearTimeout(entry.timer)
    entry.timer = null
    if (!flags.isStarted || flags.isStopped || entry.isAsking) return
    entry.timer = setTimeout(() => {
      const asking = ask(id, entry)
      underWay.add(asking)
      void asking.finally(() => underWay.delete(asking))
    }, afterMs)
    entry.timer.unref()
  }
  const planNext = (printer: Printer, entry: Watched, tookMs: number): void => {
    const everyMs = askAgainAfterMs(printer, entry.knowledge, flags.isClose, intervals)
    if (everyMs !== null) plan(printer.id, entry, Math.max(0, everyMs - Math.max(0, tookMs)))
  }
  const askNow = (printer: Printer): void => {
    const entry = watched.get(printer.id)
    if (entry === undefined || printer.transport.type === 'practice' || entry.knowledge.isDeaf) return
    entry.isWanted = true
    plan(printer.id, entry, 0)
  }

  /** Never rejects. */
  const ask = async (id: string, entry: Watched): Promise<void> => {
    const printer = parts.settings().printers.find((each) => each.id === id)
    if (printer === undefined || entry.way !== wayOf(printer)) return
    entry.isAsking = true
    entry.isWanted = false
    const beganAtMs = now()
    const known = await inquire(inquiryParts, printer, entry.knowledge)
    if (known !== null) entry.knowledge = known
    const isWatched = (): boolean => !flags.isStopped && watched.get(id) === entry
    if (isWatched()) {
      tell()
      entry.upkeep = await upkeepAfterLook(upkeepParts, printer, entry.upkeep, flags.isClose)
    }
    entry.isAsking = false
    if (!isWatched()) return
    tell()
    if (known === null || entry.isWanted) plan(id, entry, known === null ? intervals.soonMs : 0)
    else planNext(printer, entry, now() - beganAtMs)
  }

  const look = (): void => {
    if (flags.isStopped) return
    const { printers } = parts.settings()
    for (const [id, entry] of watched) {
      if (printers.some((printer) => printer.id === id && wayOf(printer) === entry.way)) continue
      if (entry.timer !== null) clearTimeout(entry.timer)
      watched.delete(id)
    }
    for (const printer of printers) {
      const work = runner.state(printer.id)?.work ?? 'idle'
      const known = watched.get(printer.id)
      // New, or a job that did not succeed: the printer may say why.
      const isNews = known === undefined || (known.lastWork === 'sending' && (work === 'failed' || work === 'asking'))
      if (known === undefined) watched.set(printer.id, newlyWatched(printer, work))
      else known.lastWork = work
      if (isNews) askNow(printer)
    }
    tell()
  }

  const onUsbChanged = (): void => {
    for (const printer of parts.settings().printers) {
      if (printer.transport.type === 'usb' || printer.transport.type === 'device') askNow(printer)
    }
  }

  const watchUsb = async (): Promise<void> => {
    try {
      const watching = await parts.watchUsb(onUsbChanged)
      if (!watching.ok) logOnce(`USB printers are not told of when they come and go: ${watching.error}`)
      else if (flags.isStopped) watching.value()
      else unwatchUsb = watching.value
    } catch (error) {
      logOnce(`USB printers are not told of when they come and go: ${errorWords(error)}`)
    }
  }

  return {
    start: () => {
      if (flags.isStarted || flags.isStopped) return
      flags.isStarted = true
      void watchUsb()
      look()
      for (const printer of parts.settings().printers) askNow(printer)
    },
    statuses,
    look,
    overhear: (printer, heard) => {
      const way = wayOf(printer)
      // Under whatever name it is set up.
      for (const entry of watched.values()) {
        if (entry.way !== way) continue
        entry.knowledge = afterOverhearing(entry.knowledge, heard, { way: printer.transport.type, nowMs: now() })
      }
      tell()
    },
    watchClosely: (isClose) => {
      if (flags.isClose === isClose) return
      flags.isClose = isClose
      for (const printer of parts.settings().printers) {
        const entry = watched.get(printer.id)
        if (entry === undefined || entry.isAsking) continue
        if (isClose && printer.transport.type !== 'serial') askNow(printer)
        else planNext(printer, entry, 0)
      }
    },
    stop: async () => {
      flags.isStopped = true
      unwatchUsb?.()
      for (const { timer } of watched.values()) {
        if (timer !== null) clearTimeout(timer)
      }
      await Promise.all(underWay)
    },
  }
}

const NO_WORK = { work: 'idle', sinceMs: 0, trouble: null, progress: null } as const
