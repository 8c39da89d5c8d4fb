import type { FileHandle } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { printTrouble, type PrintTrouble } from '../../../shared/domain/print-trouble.ts'
import {
  errorWords,
  nothingLeft,
  type PortStatus,
  type SendOptions,
  type Transport,
  type TransportReport,
} from '../transport.ts'
import { readDevicePortStatus } from './device-port-status.ts'
import { createJobTally, type JobTally } from './job-tally.ts'
import { openDevice, type OpenDevice } from './open-device.ts'
import { askOnLine, reportEndOfJob, type PrinterLine } from './printer-line.ts'
import { sendInChunks } from './send-in-chunks.ts'
import { createStallWatch, type StallLimits, type StallWatch } from './stall-watch.ts'
import { errorCode, troubleOfBreak, troubleOfOpening } from './trouble-of-error.ts'
import { lookWhetherTaken } from './look-whether-taken.ts'

/** How long a printer's device file is waited for. */
export type DeviceLimits = StallLimits & { readonly retryEveryMs: number }

/** Bounds for a printer on a cable. */
export const DEVICE_LIMITS: DeviceLimits = { stallTimeoutMs: 10_000, retryEveryMs: 20 }

const CHUNK_BYTES = 16_384
/** Errors of a first write that took nothing; a device can give any other after part of the write has gone out. */
const NOTHING_TAKEN = new Set(['EAGAIN', 'EPIPE', 'EBADF', 'EINVAL', 'EPERM', 'EACCES', 'EBUSY', 'ENXIO'])

type ReadPort = (fd: number) => Promise<PortStatus | null>

/** A printer's device file, e.g. /dev/usb/lp0. `readPort` gives its port status (see device-port-status.ts). */
export const createDeviceTransport = (
  path: string,
  limits: DeviceLimits = DEVICE_LIMITS,
  readPort: ReadPort = readDevicePortStatus,
): Transport => ({
  send: async (bytes, options = {}) => {
    let device: OpenDevice
    try {
      device = await openDevice(path)
    } catch (error) {
      return nothingLeft(troubleOfOpening(error))
    }
    const report = await sendTo(device, bytes, options, limits, readPort)
    const trouble = await close(device.file)
    return trouble === null || report.isConfirmed ? report : { ...report, trouble: report.trouble ?? trouble }
  },
  ask: async (question, timeoutMs, isWhole) => {
    let device: OpenDevice
    try {
      device = await openDevice(path)
    } catch (error) {
      return { type: 'absent', trouble: troubleOfOpening(error) }
    }
    const port = await readPort(device.file.fd)
    const line = lineTo(device, { ...limits, stallTimeoutMs: Math.min(timeoutMs, limits.stallTimeoutMs) }, null)
    const answers = device.isTwoWay ? await askOnLine(line, question, timeoutMs, isWhole) : new Uint8Array()
    await close(device.file)
    if (answers.length > 0) return { type: 'answered', answers, port }
    return device.isTwoWay || port !== null ? { type: 'silent', port } : { type: 'deaf' }
  },
})

const sendTo = async (
  device: OpenDevice,
  bytes: Uint8Array,
  options: SendOptions,
  limits: DeviceLimits,
  readPort: ReadPort,
): Promise<TransportReport> => {
  const tally = createJobTally(options)
  const hear = async (): Promise<void> => tally.hear((await readNow(device)) ?? new Uint8Array())
  const senses = { overhearing: options.overhearing, readPort: () => readPort(device.file.fd) }
  const watch = createStallWatch(limits, { ...senses, listen: hear })
  const trouble = await sendInChunks(bytes, CHUNK_BYTES, tally, async (chunk) => {
    watch.noteProgress()
    const written = await writeSome(device.file, chunk, limits, watch)
    if (typeof written !== 'number') {
      if (!NOTHING_TAKEN.has(written.code)) tally.begin()
      return written.trouble
    }
    tally.begin()
    return (device.isDevice ? await waitUntilTaken(device.file.fd, watch) : null) ?? written
  })
  const { endOfJob } = options
  if (trouble !== null || endOfJob === undefined || !device.isTwoWay) {
    await hear()
    return tally.report(trouble)
  }
  // Who waits for the answer hears it, nobody else.
  const { look } = createStallWatch(limits, senses)
  return reportEndOfJob({ ...lineTo(device, limits, tally), look }, endOfJob, tally, options.overhearing)
}

/**
 * Null once the printer has what was written last, else what keeps it. Systems that cannot tell drop a write that is still on
 * its way when the device is closed; every job ends in bytes whose loss does no harm.
 */
const waitUntilTaken = async (fd: number, watch: StallWatch): Promise<PrintTrouble | null> => {
  watch.noteProgress()
  for (;;) {
    const state = await lookWhetherTaken(fd)
    if (state === 'taken') return null
    if (state === 'broken') return printTrouble('cut-off')
    await watch.look()
    if (await watch.isOver()) return watch.trouble()
  }
}

/** Writes until the device takes some of it; how much, or why not. */
const writeSome = async (
  file: FileHandle,
  bytes: Uint8Array,
  { retryEveryMs }: DeviceLimits,
  watch: StallWatch,
): Promise<number | { readonly code: string; readonly trouble: PrintTrouble }> => {
  for (;;) {
    try {
      const { bytesWritten } = await file.write(bytes, 0, bytes.length)
      if (bytesWritten > 0) return bytesWritten
    } catch (error) {
      const code = errorCode(error) ?? ''
      if (code === 'EBUSY') return { code, trouble: printTrouble('busy', errorWords(error)) }
      if (code !== 'EAGAIN') return { code, trouble: troubleOfBreak(error) }
    }
    if (await watch.isOver()) return { code: 'EAGAIN', trouble: await watch.trouble() }
    await watch.look()
    await wait(retryEveryMs)
  }
}

/** What the device has to say now; null when it can say nothing any more. */
const readNow = async ({ file, isTwoWay }: OpenDevice): Promise<Uint8Array | null> => {
  if (!isTwoWay) return null
  const buffer = Buffer.alloc(1024)
  try {
    const { bytesRead } = await file.read(buffer, 0, buffer.length)
    return buffer.subarray(0, bytesRead)
  } catch (error) {
    return errorCode(error) === 'EAGAIN' ? new Uint8Array() : null
  }
}

const lineTo = (device: OpenDevice, limits: DeviceLimits, tally: JobTally | null): PrinterLine => ({
  say: async (question) => {
    for (let said = 0; said < question.length;) {
      const watch = createStallWatch(limits, {})
      const written = await writeSome(device.file, question.subarray(said), limits, watch)
      if (typeof written !== 'number') return false
      said += written
    }
    return true
  },
  hear: async (timeoutMs) => {
    for (let waitedMs = 0; ; waitedMs += limits.retryEveryMs) {
      const heard = await readNow(device)
      if (heard !== null) tally?.hear(heard)
      if (heard === null || heard.length > 0 || waitedMs >= timeoutMs) return heard
      await wait(Math.min(limits.retryEveryMs, timeoutMs))
    }
  },
})

const close = async (file: FileHandle): Promise<PrintTrouble | null> => {
  try {
    await file.close()
    return null
  } catch (error) {
    return troubleOfBreak(error)
  }
}
