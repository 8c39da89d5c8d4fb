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
import { askEndOfJob, hearAnswers, type PrinterLine } from './printer-line.ts'
import { errorCode, troubleOfBreak, troubleOfOpening } from './trouble-of-error.ts'
import { lookWhetherTaken } from './look-whether-taken.ts'

/** How long a printer's device file is waited for. */
export type DeviceLimits = {
  /** How long the printer may take nothing before the job counts as stuck. */
  readonly stallTimeoutMs: number
  readonly retryEveryMs: number
}

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
  ask: async (question, timeoutMs) => {
    let device: OpenDevice
    try {
      device = await openDevice(path)
    } catch (error) {
      return { type: 'absent', trouble: troubleOfOpening(error) }
    }
    const port = await readPort(device.file.fd)
    const line = lineTo(device, { ...limits, stallTimeoutMs: Math.min(timeoutMs, limits.stallTimeoutMs) }, null)
    const isHeard = device.isTwoWay && question.length > 0 && (await line.say(question))
    const answers = isHeard ? await hearAnswers(line, timeoutMs) : new Uint8Array()
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
  while (tally.acceptedBytes() < bytes.length) {
    const start = tally.acceptedBytes()
    const written = await writeSome(device.file, bytes.subarray(start, start + CHUNK_BYTES), limits, hear)
    if (typeof written !== 'number') {
      if (!NOTHING_TAKEN.has(written.code)) tally.begin()
      await hear()
      return tally.report(await withPaper(device, written.trouble, readPort))
    }
    tally.begin()
    const stuck = device.isDevice ? await waitUntilTaken(device.file.fd, limits, hear) : null
    if (stuck !== null) return tally.report(await withPaper(device, stuck, readPort))
    tally.accept(written)
  }
  const { endOfJob } = options
  if (endOfJob === undefined || !device.isTwoWay) {
    await hear()
    return tally.report(null)
  }
  const answer = await askEndOfJob(lineTo(device, limits, tally), endOfJob)
  return tally.report(answer === 'denied' ? printTrouble('not-confirmed') : null, answer === 'confirmed')
}

/**
 * Null once the printer has what was written last, else what keeps it. Systems that cannot tell drop a write that is still on
 * its way when the device is closed; every job ends in bytes whose loss does no harm.
 */
const waitUntilTaken = async (
  fd: number,
  limits: DeviceLimits,
  whileWaiting: () => Promise<void>,
): Promise<PrintTrouble | null> => {
  const endsAt = performance.now() + limits.stallTimeoutMs
  for (;;) {
    const state = await lookWhetherTaken(fd)
    if (state === 'taken') return null
    if (state === 'broken') return printTrouble('cut-off')
    if (performance.now() >= endsAt) return printTrouble('stalled')
    await whileWaiting()
  }
}

/** A stop for want of paper is called so where the port tells. */
const withPaper = async ({ file }: OpenDevice, trouble: PrintTrouble, readPort: ReadPort): Promise<PrintTrouble> => {
  if (trouble.code !== 'stalled') return trouble
  return (await readPort(file.fd))?.isPaperEmpty === true ? printTrouble('paper-out', trouble.detail) : trouble
}

/** Writes until the device takes some of it; how much, or why not. */
const writeSome = async (
  file: FileHandle,
  bytes: Uint8Array,
  limits: DeviceLimits,
  whileWaiting: () => Promise<void>,
): Promise<number | { readonly code: string; readonly trouble: PrintTrouble }> => {
  for (let waitedMs = 0; ; waitedMs += limits.retryEveryMs) {
    try {
      const { bytesWritten } = await file.write(bytes, 0, bytes.length)
      if (bytesWritten > 0) return bytesWritten
    } catch (error) {
      const code = errorCode(error) ?? ''
      if (code === 'EBUSY') return { code, trouble: printTrouble('busy', errorWords(error)) }
      if (code !== 'EAGAIN') return { code, trouble: troubleOfBreak(error) }
    }
    if (waitedMs >= limits.stallTimeoutMs) return { code: 'EAGAIN', trouble: printTrouble('stalled') }
    await whileWaiting()
    await wait(limits.retryEveryMs)
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
      const written = await writeSome(device.file, question.subarray(said), limits, () => Promise.resolve())
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
