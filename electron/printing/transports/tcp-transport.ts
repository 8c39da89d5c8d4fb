import { setImmediate as afterPoll, setTimeout as wait } from 'node:timers/promises'
import { printTrouble, type PrintTrouble } from '../../../shared/domain/print-trouble.ts'
import { nothingLeft, type SendOptions, type Transport, type TransportReport } from '../transport.ts'
import { createJobTally, type JobTally } from './job-tally.ts'
import { askEndOfJob, askOnLine, troubleAtEnd, type EndOfJobAnswer, type PrinterLine } from './printer-line.ts'
import { sendInChunks } from './send-in-chunks.ts'
import { createStallWatch, type StallLimits } from './stall-watch.ts'
import { openTcpLink, type TcpAddress, type TcpLink } from './tcp-link.ts'
import { errorCode, troubleOfOpening } from './trouble-of-error.ts'
import { withinTime } from './within-time.ts'

/** How long a network printer is waited for. */
export type TcpLimits = StallLimits & {
  readonly connectTimeoutMs: number
  /** How long the printer may take to close its side after the whole job was handed over. */
  readonly closeTimeoutMs: number
  /**
   * How long a job tries again while the printer refuses: it does that while another till prints on it or asks how it is. Nothing
   * has left then. Once only where left out.
   */
  readonly refusedTimeoutMs?: number
}

/** Bounds for a printer in the same shop. */
export const TCP_LIMITS: TcpLimits = {
  connectTimeoutMs: 3000,
  stallTimeoutMs: 10_000,
  closeTimeoutMs: 15_000,
  refusedTimeoutMs: 2000,
}

const TRY_AGAIN_AFTER_MS = 150

const CHUNK_BYTES = 16_384
/** A printer that does not close keeps its connection this long, so that what the system still holds can reach it. */
const LINGER_MS = 60_000
/** The printer's own close may be on its way; only before ours can the two be told apart. */
const SETTLE_MS = 15
/** A printer that confirmed its job has it all; its close is waited for only so that the next job finds it free. */
const FREE_AGAIN_MS = 1000

/**
 * Raw printing over TCP (port 9100). Writes with backpressure, reads what the printer answers, closes its own side and
 * waits for the printer to close: without that a job that sits in a buffer would count as printed. A connection that took
 * bytes is never destroyed while the printer may still be reading, since that can cut the job's end off.
 */
export const createTcpTransport = (address: TcpAddress, limits: TcpLimits = TCP_LIMITS): Transport => ({
  send: async (bytes, options = {}) => {
    const opened = await openForJob(address, limits)
    if (!opened.ok) return nothingLeft(troubleOfOpening(opened.error))
    return sendOver(opened.value, bytes, options, limits)
  },
  ask: async (question, timeoutMs, isWhole, reachTimeoutMs = timeoutMs) => {
    const opened = await openTcpLink(address, Math.min(reachTimeoutMs, limits.connectTimeoutMs))
    if (!opened.ok) {
      const trouble = troubleOfOpening(opened.error)
      // A machine that refuses is on, however often it does; a printer does that while another till prints.
      const isBusy = errorCode(opened.error) === 'ECONNREFUSED'
      return { type: 'absent', trouble: isBusy ? printTrouble('busy', trouble.detail) : trouble }
    }
    const link = opened.value
    const answers = await askOnLine(lineOver(link, timeoutMs, null), question, timeoutMs, isWhole)
    link.socket.end()
    letGoLater(link, FREE_AGAIN_MS)
    return answers.length > 0 ? { type: 'answered', answers, port: null } : { type: 'silent', port: null }
  },
})

const openForJob = async (address: TcpAddress, limits: TcpLimits): ReturnType<typeof openTcpLink> => {
  const endsAt = performance.now() + (limits.refusedTimeoutMs ?? 0)
  for (;;) {
    const opened = await openTcpLink(address, limits.connectTimeoutMs)
    if (opened.ok || errorCode(opened.error) !== 'ECONNREFUSED' || performance.now() >= endsAt) return opened
    await wait(TRY_AGAIN_AFTER_MS)
  }
}

const sendOver = async (
  link: TcpLink,
  bytes: Uint8Array,
  options: SendOptions,
  limits: TcpLimits,
): Promise<TransportReport> => {
  const tally = createJobTally(options)
  const listen = async (): Promise<void> => tally.hear((await link.hear(0)) ?? new Uint8Array())
  const senses = { overhearing: options.overhearing, listen }
  const watch = createStallWatch(limits, senses)
  const broken = (trouble: PrintTrouble): TransportReport => {
    // Nothing more is sent to a printer that stopped taking; what it has is for a person to judge.
    link.socket.destroy()
    return tally.report(trouble)
  }
  const stopped = await sendInChunks(bytes, CHUNK_BYTES, tally, async (chunk) => {
    const before = link.trouble()
    if (before !== null) return before
    tally.begin()
    if ((await watch.patiently(link.write(chunk))) === true) return chunk.length
    return link.trouble() ?? watch.trouble()
  })
  if (stopped !== null) return broken(stopped)
  const line = lineOver(link, limits.stallTimeoutMs, tally)
  const answer: EndOfJobAnswer = options.endOfJob === undefined ? 'silent' : await askEndOfJob(line, options.endOfJob)
  if (answer === 'confirmed') {
    link.socket.end()
    await withinTime(link.isOver, FREE_AGAIN_MS)
    letGoLater(link, LINGER_MS)
    return tally.report(null, true)
  }
  await wait(SETTLE_MS)
  // Timers run before what has come over the network is looked at.
  await afterPoll()
  const afterJob = link.trouble()
  if (afterJob !== null) return broken(afterJob)
  link.socket.end()
  // A printer that wants paper takes the job's end when it has it.
  const closing = createStallWatch({ ...limits, stallTimeoutMs: limits.closeTimeoutMs }, senses)
  const hasClosed = await closing.patiently(link.isOver)
  await listen()
  if (hasClosed === null) letGoLater(link, LINGER_MS)
  if (link.trouble() !== null) return tally.report(link.trouble())
  return tally.report(
    troubleAtEnd(answer, options.overhearing) ?? (hasClosed === null ? printTrouble('not-confirmed') : null),
  )
}

const lineOver = (link: TcpLink, sayTimeoutMs: number, tally: JobTally | null): PrinterLine => ({
  say: async (question) => (await withinTime(link.write(question), sayTimeoutMs)) === true,
  hear: async (timeoutMs) => {
    const heard = await link.hear(timeoutMs)
    if (heard !== null) tally?.hear(heard)
    return heard
  },
})

const letGoLater = ({ socket }: TcpLink, afterMs: number): void => {
  socket.unref()
  setTimeout(() => socket.destroy(), afterMs).unref()
}
