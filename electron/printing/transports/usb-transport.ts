import { setTimeout as wait } from 'node:timers/promises'
import { printTrouble, type PrintTrouble } from '../../../shared/domain/print-trouble.ts'
import { failure, type Result } from '../../../shared/domain/result.ts'
import { errorWords, nothingLeft, type SendOptions, type Transport, type TransportReport } from '../transport.ts'
import { createJobTally, type JobTally } from './job-tally.ts'
import { abandonTransfers, openUsbPrinter, readUsbPortStatus, type OpenUsbPrinter } from './open-usb-printer.ts'
import { askOnLine, reportEndOfJob, type PrinterLine } from './printer-line.ts'
import { sendInChunks } from './send-in-chunks.ts'
import { createStallWatch, PERSON_TIMEOUT_MS, type StallLimits, type StallWatch } from './stall-watch.ts'
import { troubleOfOpening } from './trouble-of-error.ts'
import { usbHolderOf } from './usb-driver.ts'
import { loadUsb, type UsbPort } from './usb-port.ts'
import { findUsbDevice, type UsbSettings } from './usb-printer-interface.ts'

/** How long a USB printer is waited for. */
export type UsbLimits = Omit<StallLimits, 'stallTimeoutMs'> & {
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
  ask: async (question, timeoutMs, isWhole) => {
    const opened = await open(settings, load, holderOf)
    if (!opened.ok) return { type: 'absent', trouble: opened.error }
    try {
      const printer = opened.value
      const port = await readUsbPortStatus(printer)
      const line = lineTo(printer, timeoutMs, null)
      const answers =
        printer.face.inEndpoint === null ? new Uint8Array() : await askOnLine(line, question, timeoutMs, isWhole)
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
  const tally = createJobTally(options)
  const watch = createStallWatch(
    { ...limits, stallTimeoutMs: limits.chunkTimeoutMs },
    { overhearing: options.overhearing, readPort: () => readUsbPortStatus(printer) },
  )
  const line = { ...lineTo(printer, limits.chunkTimeoutMs, tally), look: watch.look }
  const stopHearing = hearAlong(line)
  const trouble = await sendInChunks(bytes, limits.chunkBytes, tally, (chunk) => {
    tally.begin()
    return takeChunk(printer, chunk, watch, limits)
  })
  await stopHearing()
  const { endOfJob } = options
  if (trouble !== null || endOfJob === undefined || printer.face.inEndpoint === null) return tally.report(trouble)
  watch.noteProgress()
  return reportEndOfJob(line, endOfJob, tally, options.overhearing)
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

/**
 * How much of a chunk the printer took, or what stopped it. A transfer that is given up cannot be taken up again, since
 * nobody tells how much of it went; so its own time is long, and the watch decides. Nothing is said of it before it is over:
 * what is still on its way could come out later.
 */
const takeChunk = async (
  printer: OpenUsbPrinter,
  chunk: Uint8Array,
  watch: StallWatch,
  { chunkTimeoutMs, personTimeoutMs = PERSON_TIMEOUT_MS }: UsbLimits,
): Promise<number | PrintTrouble> => {
  const { device, face } = printer
  // Where a transfer cannot be abandoned, its own time is the limit.
  const timeoutMs = process.platform === 'linux' ? 2 * chunkTimeoutMs + personTimeoutMs : chunkTimeoutMs
  const transfer = device
    .transferOut(face.outEndpoint, Uint8Array.from(chunk), timeoutMs)
    .then(
      ({ bytesWritten }) => (bytesWritten > 0 ? Math.min(bytesWritten, chunk.length) : 'stall: nothing taken'),
      errorWords,
    )
  const end = await watch.patiently(transfer)
  if (typeof end === 'number') return end
  if (end !== null && isStall(end)) printer.noteHalt('out')
  if (end !== null && !isTimeout(end) && !isStall(end)) return printTrouble('cut-off', end)
  const trouble = await watch.trouble(end ?? '')
  if (end === null) {
    await abandonTransfers(printer)
    await transfer
  }
  return trouble
}

const isTimeout = (words: string): boolean => /cancell?ed|timed? ?out/iu.test(words)
const isStall = (words: string): boolean => /stall/iu.test(words)

const lineTo = (
  { device, face, noteHalt }: OpenUsbPrinter,
  sayTimeoutMs: number,
  tally: JobTally | null,
): PrinterLine => ({
  say: async (question) => {
    try {
      const { bytesWritten } = await device.transferOut(face.outEndpoint, Uint8Array.from(question), sayTimeoutMs)
      return bytesWritten === question.length
    } catch (error) {
      if (isStall(errorWords(error))) noteHalt('out')
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
        if (isStall(errorWords(error))) noteHalt('in')
        if (!isTimeout(errorWords(error))) return null
      }
      if (performance.now() + LOOK_EVERY_MS >= endsAt) return new Uint8Array()
      await wait(LOOK_EVERY_MS)
    }
  },
})
