import { setTimeout as wait } from 'node:timers/promises'
import { printTrouble, type PrintTrouble } from '../../../shared/domain/print-trouble.ts'
import { failure, success, type Result } from '../../../shared/domain/result.ts'
import {
  errorWords,
  nothingLeft,
  type Inquiry,
  type SendOptions,
  type Transport,
  type TransportReport,
} from '../transport.ts'
import { createJobTally } from './job-tally.ts'
import { loadSpooler, type SpoolerHandle } from './load-spooler.ts'
import type { SpoolerPort, SpoolerPrinterState } from './spooler-port.ts'

/** How long a job is followed in Windows' own queue. */
export type SpoolerLimits = { readonly followTimeoutMs: number; readonly followEveryMs: number }

/** Bounds for a printer on this computer: a label takes about two seconds. */
export const SPOOLER_LIMITS: SpoolerLimits = { followTimeoutMs: 15_000, followEveryMs: 250 }

const CHUNK_BYTES = 65_536
const TITLE = 'Konter'
// winspool.h: PRINTER_STATUS_*, PRINTER_ATTRIBUTE_WORK_OFFLINE, JOB_STATUS_*
const PRINTER = {
  paused: 0x1,
  error: 0x2,
  jam: 0x8,
  paperOut: 0x10,
  paperProblem: 0x40,
  offline: 0x80,
  notAvailable: 0x1000,
  userAction: 0x10_0000,
  doorOpen: 0x40_0000,
}
const WORKS_OFFLINE = 0x400
const JOB = { paperOut: 0x40, printed: 0x80, deleted: 0x100, complete: 0x1000 }
// winerror.h
const ERROR_ACCESS_DENIED = 5

/**
 * A printer of the Windows spooler, sent raw bytes. The job counts as sent when Windows' queue has let go of it; one that
 * still lies there after a while is not known to have come out, and Windows prints it when the printer is ready.
 */
export const createSpoolerTransport = (name: string, limits: SpoolerLimits = SPOOLER_LIMITS): Transport => ({
  send: async (bytes, options) => {
    const spooler = await loaded()
    return spooler.ok
      ? spoolerTransportOver(spooler.value, name, limits).send(bytes, options)
      : nothingLeft(spooler.error)
  },
  ask: async (question, timeoutMs, isWhole) => {
    const spooler = await loaded()
    if (!spooler.ok) return { type: 'absent', trouble: spooler.error }
    return spoolerTransportOver(spooler.value, name, limits).ask(question, timeoutMs, isWhole)
  },
})

/** The spooler's printers; the failure is the system's words. */
export const listSpoolerPrinters = async (): Promise<Result<readonly string[], string>> => {
  const spooler = await loaded()
  if (!spooler.ok) return failure(spooler.error.detail)
  const names = await spooler.value.printerNames()
  return names.ok ? success(names.value) : failure(windowsError(names.code))
}

const loaded = async (): Promise<Result<SpoolerPort<SpoolerHandle>, PrintTrouble>> => {
  try {
    return success(await loadSpooler())
  } catch (error) {
    return failure(printTrouble('not-found', errorWords(error)))
  }
}

/** The transport over given functions of the spooler. */
export const spoolerTransportOver = <Handle>(
  spooler: SpoolerPort<Handle>,
  name: string,
  limits: SpoolerLimits = SPOOLER_LIMITS,
): Transport => ({
  send: async (bytes, options = {}) => {
    const opened = await spooler.openPrinter(name)
    if (!opened.ok) return nothingLeft(troubleOfCode(opened.code))
    try {
      return await sendTo(spooler, opened.value, bytes, options, limits)
    } finally {
      await spooler.close(opened.value)
    }
  },
  ask: async () => {
    const opened = await spooler.openPrinter(name)
    if (!opened.ok) return { type: 'absent', trouble: troubleOfCode(opened.code) }
    const state = await spooler.state(opened.value)
    await spooler.close(opened.value)
    return state.ok ? inquiryOf(state.value) : { type: 'deaf' }
  },
})

const sendTo = async <Handle>(
  spooler: SpoolerPort<Handle>,
  handle: Handle,
  bytes: Uint8Array,
  options: SendOptions,
  limits: SpoolerLimits,
): Promise<TransportReport> => {
  const tally = createJobTally(options)
  const started = await spooler.startDocument(handle, TITLE)
  if (!started.ok) return nothingLeft(troubleOfCode(started.code))
  const giveUp = async (code: number): Promise<TransportReport> => {
    // Windows must not print the rest, nor a cut piece, at a time of its own.
    await spooler.abort(handle)
    return tally.report(printTrouble('queue-refused', windowsError(code)))
  }
  const page = await spooler.startPage(handle)
  if (!page.ok) return giveUp(page.code)
  while (tally.acceptedBytes() < bytes.length) {
    const start = tally.acceptedBytes()
    const written = await spooler.write(handle, bytes.subarray(start, start + CHUNK_BYTES))
    if (!written.ok) {
      tally.accept(written.taken)
      return giveUp(written.code)
    }
    if (written.value <= 0) return giveUp(0)
    tally.accept(Math.min(written.value, bytes.length - start))
  }
  const pageEnd = await spooler.endPage(handle)
  if (!pageEnd.ok) return giveUp(pageEnd.code)
  const end = await spooler.endDocument(handle)
  if (!end.ok) return tally.report(printTrouble('queue-refused', windowsError(end.code)))
  return tally.report(await follow(spooler, handle, started.value, limits))
}

/** Null when the queue has let go of the job, or does not say; else what holds it up. */
const follow = async <Handle>(
  spooler: SpoolerPort<Handle>,
  handle: Handle,
  jobId: number,
  limits: SpoolerLimits,
): Promise<PrintTrouble | null> => {
  for (let waitedMs = 0; ; waitedMs += limits.followEveryMs) {
    const jobs = await spooler.jobs(handle)
    if (!jobs.ok) return null
    const job = jobs.value.find((each) => each.jobId === jobId)
    if (job === undefined) return null
    if ((job.status & JOB.deleted) !== 0) return printTrouble('queue-refused', job.statusText)
    if ((job.status & (JOB.printed | JOB.complete)) !== 0) return null
    if (waitedMs >= limits.followTimeoutMs) {
      return printTrouble((job.status & JOB.paperOut) === 0 ? 'not-confirmed' : 'paper-out', job.statusText)
    }
    await wait(limits.followEveryMs)
  }
}

/** Windows says something only where the driver does; nothing wrong means nothing. */
const inquiryOf = ({ status, attributes }: SpoolerPrinterState): Inquiry => {
  const isPaperEmpty = (status & (PRINTER.paperOut | PRINTER.paperProblem)) !== 0
  const hasError = (status & (PRINTER.error | PRINTER.jam | PRINTER.doorOpen | PRINTER.userAction)) !== 0
  const isAway =
    (status & (PRINTER.offline | PRINTER.notAvailable | PRINTER.paused)) !== 0 || (attributes & WORKS_OFFLINE) !== 0
  if (!isPaperEmpty && !hasError && !isAway) return { type: 'deaf' }
  return { type: 'silent', port: { isPaperEmpty, hasError, isSelected: !isAway } }
}

const windowsError = (code: number): string => `Windows ${String(code)}`

const troubleOfCode = (code: number): PrintTrouble =>
  printTrouble(code === ERROR_ACCESS_DENIED ? 'not-permitted' : 'not-found', windowsError(code))
