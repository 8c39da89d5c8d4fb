import { printTrouble, type PrintTrouble } from '../../../shared/domain/print-trouble.ts'
import { nothingLeft, type Inquiry, type SendOptions, type Transport, type TransportReport } from '../transport.ts'
import { createJobTally, type JobTally } from './job-tally.ts'
import { askOnLine, reportEndOfJob, type PrinterLine } from './printer-line.ts'
import { serialPortLists, type SerialPortLists } from './recent-serial-ports.ts'
import { presentSerialPath, type SerialPlace } from './serial-place.ts'
import { openSerialPort, type SerialConnection } from './serial-port.ts'
import { sendInChunks } from './send-in-chunks.ts'
import { createStallWatch, type StallLimits } from './stall-watch.ts'
import { troubleOfBreak, troubleOfOpening } from './trouble-of-error.ts'
import { withinTime } from './within-time.ts'

/** How long a serial printer is waited for, beside the time that its baud rate takes. */
export type SerialLimits = StallLimits & { readonly closeTimeoutMs: number }

/** Bounds for a printer on a serial cable or Bluetooth. */
export const SERIAL_LIMITS: SerialLimits = { stallTimeoutMs: 10_000, closeTimeoutMs: 1000 }

const CHUNK_BYTES = 2048
/** Systems hold this much of what they took. */
const SYSTEM_BUFFER_BYTES = 8192
/** A start bit, eight bits, a stop bit. */
const BITS_A_BYTE = 10

/** A printer on a serial port; the job is over when the system has sent the last byte on. */
export const createSerialTransport = (
  { baudRate, ...place }: SerialPlace & { readonly baudRate: number },
  limits: SerialLimits = SERIAL_LIMITS,
  open: (path: string, baudRate: number) => Promise<SerialConnection> = openSerialPort,
  lists: SerialPortLists = serialPortLists,
): Transport => {
  const timeoutFor = (byteCount: number): number => limits.stallTimeoutMs + (byteCount * BITS_A_BYTE * 1000) / baudRate

  /** Runs one visit on an open port and closes it, whatever happened. */
  const visit = async <Answer>(
    list: SerialPortLists['now'],
    work: (talk: SerialTalk) => Promise<Answer>,
    onAbsent: (trouble: PrintTrouble) => Answer,
  ): Promise<Answer> => {
    const path = await presentSerialPath(place, list)
    if (!path.ok) {
      lists.forget()
      return onAbsent(path.error)
    }
    let connection: SerialConnection
    try {
      connection = await open(path.value, baudRate)
    } catch (error) {
      lists.forget()
      return onAbsent(troubleOfOpening(error))
    }
    try {
      return await work(talkOver(connection))
    } finally {
      // A port that will not close says so when it is opened next.
      await withinTime(connection.close(), limits.closeTimeoutMs).catch(() => null)
    }
  }

  const sendTo = async (talk: SerialTalk, bytes: Uint8Array, options: SendOptions): Promise<TransportReport> => {
    const tally = createJobTally(options)
    const broken = async (trouble: PrintTrouble): Promise<TransportReport> => {
      // What a stuck printer did not take must not come out later, when nobody expects it.
      await talk.attempt((connection) => connection.flush(), limits.closeTimeoutMs)
      tally.hear(talk.heardNow())
      return tally.report(trouble)
    }
    const listen = async (): Promise<void> => tally.hear(talk.heardNow())
    const watch = createStallWatch(
      { ...limits, stallTimeoutMs: timeoutFor(SYSTEM_BUFFER_BYTES) },
      { overhearing: options.overhearing, listen },
    )
    /** Null when it was done before the printer counts as stuck. */
    const patiently = async (work: (connection: SerialConnection) => Promise<void>): Promise<PrintTrouble | null> => {
      const end = await watch.patiently(talk.start(work))
      return end === null ? watch.trouble() : end === 'done' ? null : end
    }
    const trouble =
      (await sendInChunks(bytes, CHUNK_BYTES, tally, async (chunk) => {
        tally.begin()
        return (await patiently((connection) => connection.write(chunk))) ?? chunk.length
      })) ?? (await patiently((connection) => connection.drain()))
    if (trouble !== null) return broken(trouble)
    await listen()
    if (options.endOfJob === undefined) return tally.report(null)
    return reportEndOfJob(lineOver(talk, timeoutFor(64), tally), options.endOfJob, tally, options.overhearing)
  }

  return {
    send: (bytes, options = {}) =>
      visit<TransportReport>(lists.now, (talk) => sendTo(talk, bytes, options), nothingLeft),
    ask: (question, timeoutMs, isWhole) =>
      visit<Inquiry>(
        lists.recently,
        async (talk) => {
          const line = lineOver(talk, timeoutMs, null)
          const answers = await askOnLine(line, question, timeoutMs, isWhole)
          return answers.length > 0 ? { type: 'answered', answers, port: null } : { type: 'silent', port: null }
        },
        (trouble) => ({ type: 'absent', trouble }),
      ),
  }
}

type SerialTalk = {
  /** How the work ended; it never rejects, and ends when the port is gone. */
  readonly start: (work: (connection: SerialConnection) => Promise<void>) => Promise<'done' | PrintTrouble>
  /** Null when it was done in time, else why not. */
  readonly attempt: (
    work: (connection: SerialConnection) => Promise<void>,
    timeoutMs: number,
  ) => Promise<PrintTrouble | null>
  readonly heardNow: () => Uint8Array
  readonly isGone: () => boolean
  /** Resolves with the next answer, or when the port is gone. */
  readonly next: () => Promise<void>
}

const talkOver = (connection: SerialConnection): SerialTalk => {
  const heard: Uint8Array[] = []
  let gone: PrintTrouble | null = null
  let wake = (): void => undefined
  const goneSoon = new Promise<PrintTrouble>((resolve) => {
    connection.onGone((error) => {
      gone = error === null ? printTrouble('cut-off') : troubleOfBreak(error)
      resolve(gone)
      wake()
    })
  })
  connection.onData((bytes) => {
    heard.push(Uint8Array.from(bytes))
    wake()
  })
  const start: SerialTalk['start'] = (work) => {
    const done = work(connection).then(
      () => 'done' as const,
      (error: unknown) => troubleOfBreak(error),
    )
    return Promise.race([done, goneSoon])
  }
  return {
    start,
    attempt: async (work, timeoutMs) => {
      const end = await withinTime(start(work), timeoutMs)
      if (end === null) return printTrouble('stalled')
      return end === 'done' ? null : end
    },
    heardNow: () => Buffer.concat(heard.splice(0)),
    isGone: () => gone !== null,
    next: () =>
      new Promise((resolve) => {
        wake = resolve
        if (heard.length > 0 || gone !== null) resolve()
      }),
  }
}

const lineOver = (talk: SerialTalk, sayTimeoutMs: number, tally: JobTally | null): PrinterLine => ({
  say: async (question) => (await talk.attempt((connection) => connection.write(question), sayTimeoutMs)) === null,
  hear: async (timeoutMs) => {
    await withinTime(talk.next(), timeoutMs)
    const heard = talk.heardNow()
    tally?.hear(heard)
    return heard.length === 0 && talk.isGone() ? null : heard
  },
})
