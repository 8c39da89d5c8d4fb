import { setTimeout as wait } from 'node:timers/promises'
import { printTrouble, type PrintTrouble } from '../../../shared/domain/print-trouble.ts'
import { failure, type Result } from '../../../shared/domain/result.ts'
import { errorWords, nothingLeft, type SendOptions, type Transport, type TransportReport } from '../transport.ts'
import { createJobTally, type JobTally } from './job-tally.ts'
import { openUsbPrinter, readUsbPortStatus, type OpenUsbPrinter } from './open-usb-printer.ts'
import { askEndOfJob, hearAnswers, type PrinterLine } from './printer-line.ts'
import { troubleOfOpening } from './trouble-of-error.ts'
import { usbHolderOf } from './usb-driver.ts'
import { loadUsb, type UsbPort } from './usb-port.ts'
import { findUsbDevice, type UsbSettings } from './usb-printer-interface.ts'

/** How long a USB printer is waited for. */
export type UsbLimits = {
  /** How long one chunk may take: a printer that prints takes one in well under a second. */
  readonly chunkTimeoutMs: number
  readonly chunkBytes: number
}

/** A timeout tells no count of bytes, so chunks are small. */
export const USB_LIMITS: UsbLimits = { chunkTimeoutMs: 10_000, chunkBytes: 16_384 }

/** Between two looks at a printer that answers with empty packets. */
const LOOK_EVERY_MS = 15
/** One read while a job is sent; its end waits for the last one. */
const HEAR_MS = 40

/**
 * A USB printer of class 7, without the system's printing. Linux's printer driver is put aside for the time of a job.
 * When a chunk times out, the offset before it is known and part of it may be in the printer.
 */
export const createUsbTransport = (
  settings: UsbSettings,
  limits: UsbLimits = USB_LIMITS,
  load: () => Promise<UsbPort> = loadUsb,
  holderOf: typeof usbHolderOf = usbHolderOf,
): Transport => ({
  send: async (bytes, options = {}) => {
    const opened = await open(settings, load, holderOf)
    if (!opened.ok) return nothingLeft(opened.error)
    try {
      return await sendTo(opened.value, bytes, options, limits)
    } finally {
      await opened.value.giveBack()
    }
  },
  ask: async (question, timeoutMs) => {
    const opened = await open(settings, load, holderOf)
    if (!opened.ok) return { type: 'absent', trouble: opened.error }
    try {
      const printer = opened.value
      const port = await readUsbPortStatus(printer)
      const line = lineTo(printer, timeoutMs, null)
      const isHeard = question.length > 0 && printer.face.inEndpoint !== null && (await line.say(question))
      const answers = isHeard ? await hearAnswers(line, timeoutMs) : new Uint8Array()
      return answers.length > 0 ? { type: 'answered', answers, port } : { type: 'silent', port }
    } finally {
      await opened.value.giveBack()
    }
  },
})

const open = async (
  settings: UsbSettings,
  load: () => Promise<UsbPort>,
  holderOf: typeof usbHolderOf,
): Promise<Result<OpenUsbPrinter, PrintTrouble>> => {
  try {
    const device = findUsbDevice(await (await load()).getDevices(), settings)
    if (device === null) return failure(printTrouble('not-found'))
    return await openUsbPrinter(device, { takesFromDriver: true }, holderOf)
  } catch (error) {
    return failure(troubleOfOpening(error))
  }
}

const sendTo = async (
  printer: OpenUsbPrinter,
  bytes: Uint8Array,
  options: SendOptions,
  limits: UsbLimits,
): Promise<TransportReport> => {
  const { face } = printer
  const tally = createJobTally(options)
  const line = lineTo(printer, limits.chunkTimeoutMs, tally)
  const stopHearing = hearAlong(line)
  const trouble = await sendAll(printer, bytes, tally, limits)
  await stopHearing()
  if (trouble !== null || options.endOfJob === undefined || face.inEndpoint === null) return tally.report(trouble)
  const answer = await askEndOfJob(line, options.endOfJob)
  return tally.report(answer === 'denied' ? printTrouble('not-confirmed') : null, answer === 'confirmed')
}

/** A printer whose answers nobody fetches may stop taking bytes. Stops within HEAR_MS. */
const hearAlong = (line: PrinterLine): (() => Promise<void>) => {
  const stop = new AbortController()
  const ended = (async () => {
    while (!stop.signal.aborted) if ((await line.hear(HEAR_MS)) === null) return
  })()
  return () => {
    stop.abort()
    return ended
  }
}

/** Null when the printer took all of it, else what stopped it. */
const sendAll = async (
  printer: OpenUsbPrinter,
  bytes: Uint8Array,
  tally: JobTally,
  limits: UsbLimits,
): Promise<PrintTrouble | null> => {
  const { device, face } = printer
  while (tally.acceptedBytes() < bytes.length) {
    const start = tally.acceptedBytes()
    const chunk = Uint8Array.from(bytes.subarray(start, start + limits.chunkBytes))
    tally.begin()
    try {
      const { bytesWritten } = await device.transferOut(face.outEndpoint, chunk, limits.chunkTimeoutMs)
      if (bytesWritten <= 0) return await whyStopped(printer, 'nothing taken')
      tally.accept(Math.min(bytesWritten, chunk.length))
    } catch (error) {
      if (isTimeout(error) || isStall(error)) return whyStopped(printer, errorWords(error))
      return printTrouble('cut-off', errorWords(error))
    }
  }
  return null
}

const isTimeout = (error: unknown): boolean => /cancell?ed|timed? ?out/iu.test(errorWords(error))
const isStall = (error: unknown): boolean => /stall/iu.test(errorWords(error))

const whyStopped = async (printer: OpenUsbPrinter, detail: string): Promise<PrintTrouble> => {
  const port = await readUsbPortStatus(printer)
  return printTrouble(port?.isPaperEmpty === true ? 'paper-out' : 'stalled', detail)
}

const lineTo = ({ device, face }: OpenUsbPrinter, sayTimeoutMs: number, tally: JobTally | null): PrinterLine => ({
  say: async (question) => {
    try {
      const { bytesWritten } = await device.transferOut(face.outEndpoint, Uint8Array.from(question), sayTimeoutMs)
      return bytesWritten === question.length
    } catch {
      return false
    }
  },
  hear: async (timeoutMs) => {
    const { inEndpoint } = face
    if (inEndpoint === null) return null
    const endsAt = performance.now() + timeoutMs
    for (;;) {
      const leftMs = Math.max(LOOK_EVERY_MS, endsAt - performance.now())
      try {
        const { data } = await device.transferIn(inEndpoint.number, inEndpoint.packetSize * 8, Math.ceil(leftMs))
        if (data !== undefined && data.byteLength > 0) {
          const heard = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
          tally?.hear(heard)
          return heard
        }
      } catch (error) {
        if (!isTimeout(error)) return null
      }
      if (performance.now() + LOOK_EVERY_MS >= endsAt) return new Uint8Array()
      await wait(LOOK_EVERY_MS)
    }
  },
})
