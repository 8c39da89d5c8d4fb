import { printTrouble, type PrintTrouble } from '../../../shared/domain/print-trouble.ts'
import { nothingLeft, type Inquiry, type SendOptions, type Transport, type TransportReport } from '../transport.ts'
import { createJobTally, type JobTally } from './job-tally.ts'
import { askEndOfJob, hearAnswers, type PrinterLine } from './printer-line.ts'
import { openSerialPort, type SerialConnection } from './serial-port.ts'
import { troubleOfBreak, troubleOfOpening } from './trouble-of-error.ts'
import { withinTime } from './within-time.ts'

/** How long a serial printer is waited for, beside the time that its baud rate takes. */
export type SerialLimits = { readonly stallTimeoutMs: number; readonly closeTimeoutMs: number }

/** Bounds for a printer on a serial cable or Bluetooth. */
export const SERIAL_LIMITS: SerialLimits = { stallTimeoutMs: 10_000, closeTimeoutMs: 1000 }

const CHUNK_BYTES = 2048
/** Systems hold this much of what they took. */
const SYSTEM_BUFFER_BYTES = 8192
/** A start bit, eight bits, a stop bit. */
const BITS_A_BYTE = 10

/** A printer on a serial port; the job is over when the system has sent the last byte on. */
export const createSerialTransport = (
  { path, baudRate }: { readonly path: string; readonly baudRate: number },
  limits: SerialLimits = SERIAL_LIMITS,
  open: (path: string, baudRate: number) => Promise<SerialConnection> = openSerialPort,
): Transport => {
  const timeoutFor = (byteCount: number): number => limits.stallTimeoutMs + (byteCount * BITS_A_BYTE * 1000) / baudRate

  /** Runs one visit on an open port and closes it, whatever happened. */
  const visit = async <Answer>(
    work: (talk: SerialTalk) => Promise<Answer>,
    onAbsent: (trouble: PrintTrouble) => Answer,
  ): Promise<Answer> => {
    let connection: SerialConnection
    try {
      connection = await open(path, baudRate)
    } catch (error) {
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
    while (tally.acceptedBytes() < bytes.length) {
      const chunk = bytes.subarray(tally.acceptedBytes(), tally.acceptedBytes() + CHUNK_BYTES)
      tally.begin()
      const trouble = await talk.attempt((connection) => connection.write(chunk), timeoutFor(SYSTEM_BUFFER_BYTES))
      if (trouble !== null) return broken(trouble)
      tally.accept(chunk.length)
    }
    const trouble = await talk.attempt((connection) => connection.drain(), timeoutFor(SYSTEM_BUFFER_BYTES))
    if (trouble !== null) return broken(trouble)
    tally.hear(talk.heardNow())
    if (options.endOfJob === undefined) return tally.report(null)
    const answer = await askEndOfJob(lineOver(talk, timeoutFor(64), tally), options.endOfJob)
    return tally.report(answer === 'denied' ? printTrouble('not-confirmed') : null, answer === 'confirmed')
  }

  return {
    send: (bytes, options = {}) => visit<TransportReport>((talk) => sendTo(talk, bytes, options), nothingLeft),
    ask: (question, timeoutMs) =>
      visit<Inquiry>(
        async (talk) => {
          const line = lineOver(talk, timeoutMs, null)
          const isHeard = question.length > 0 && (await line.say(question))
          const answers = isHeard ? await hearAnswers(line, timeoutMs) : new Uint8Array()
          return answers.length > 0 ? { type: 'answered', answers, port: null } : { type: 'silent', port: null }
        },
        (trouble) => ({ type: 'absent', trouble }),
      ),
  }
}

type SerialTalk = {
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
  return {
    attempt: async (work, timeoutMs) => {
      const done = work(connection).then(
        () => 'done' as const,
        (error: unknown) => troubleOfBreak(error),
      )
      const end = await withinTime(Promise.race([done, goneSoon]), timeoutMs)
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
