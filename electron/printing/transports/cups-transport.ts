import { setTimeout as wait } from 'node:timers/promises'
import { printTrouble } from '../../../shared/domain/print-trouble.ts'
import { nothingLeft, type SendOptions, type Transport, type TransportReport } from '../transport.ts'
import { inquireOfCups, readQueue } from './cups-inquiry.ts'
import { readCupsJob, type CupsJobState } from './cups-jobs.ts'
import { failureOfRun } from './cups-queues.ts'
import { createJobTally, type JobTally } from './job-tally.ts'
import { runProgram, type RunProgram } from './run-program.ts'

/** How long a job is followed in CUPS' own queue, beside the time its bytes need. */
export type CupsLimits = {
  readonly handOverTimeoutMs: number
  readonly followTimeoutMs: number
  readonly followEveryMs: number
  /** The slowest printer that is waited for. */
  readonly bytesPerSecond: number
}

/** Bounds for a printer on this computer. */
export const CUPS_LIMITS: CupsLimits = {
  handOverTimeoutMs: 15_000,
  followTimeoutMs: 20_000,
  followEveryMs: 300,
  bytesPerSecond: 10_000,
}

const TIMEOUT_MS = 5000
/** What `lp` says when it did not even begin to hand a job over. */
const NOT_BEGUN =
  /does not exist|unable to connect|not accepting|not responding|scheduler is not running|bad file descriptor/iu
/** How often a job that has just gone is looked for in the list of finished ones. */
const LOOKS_FOR_GONE_JOB = 3

/**
 * A raw queue of CUPS. The job is followed until CUPS is done with it; CUPS believes that a job is printed when its bytes are
 * gone. A job that CUPS has not finished in time is cancelled, so that it never comes out hours later.
 */
export const createCupsTransport = (
  queue: string,
  limits: CupsLimits = CUPS_LIMITS,
  run: RunProgram = runProgram,
): Transport => ({
  send: async (bytes, options = {}) => {
    const { tally, jobName, report } = await handOver(queue, bytes, options, limits, run)
    return jobName === null ? report : follow(queue, jobName, tally, limits, run)
  },
  ask: async () => inquireOfCups(queue, run),
})

type HandOver =
  | { readonly tally: JobTally; readonly jobName: string; readonly report: null }
  | { readonly tally: JobTally; readonly jobName: null; readonly report: TransportReport }

const handOver = async (
  queue: string,
  bytes: Uint8Array,
  options: SendOptions,
  { handOverTimeoutMs }: CupsLimits,
  run: RunProgram,
): Promise<HandOver> => {
  const tally = createJobTally(options)
  const values = ['-d', queue, '-o', 'raw', '-o', 'job-sheets=none', '-t', 'Konter', '--', '-']
  const handed = await run('lp', values, { timeoutMs: handOverTimeoutMs, input: bytes })
  if (handed.type === 'missing') {
    return { tally, jobName: null, report: nothingLeft(printTrouble('not-found', handed.detail)) }
  }
  const words = failureOfRun(handed)
  if (words !== null && NOT_BEGUN.test(words)) {
    return { tally, jobName: null, report: nothingLeft(printTrouble('not-found', words)) }
  }
  const jobName = handed.type === 'ended' ? /request id is (\S+-\d+)/u.exec(handed.stdout)?.[1] : undefined
  if (words !== null || jobName === undefined) {
    // It may have made a job with some of the bytes.
    tally.begin()
    return { tally, jobName: null, report: tally.report(printTrouble('queue-refused', words ?? '')) }
  }
  tally.accept(bytes.length)
  return { tally, jobName, report: null }
}

const follow = async (
  queue: string,
  jobName: string,
  tally: JobTally,
  limits: CupsLimits,
  run: RunProgram,
): Promise<TransportReport> => {
  const endsAt = performance.now() + limits.followTimeoutMs + (tally.acceptedBytes() * 1000) / limits.bytesPerSecond
  let hasPrinted = false
  let looksForGone = 0
  for (;;) {
    const state = await readCupsJob(run, queue, jobName)
    hasPrinted ||= state.type === 'printing'
    if (state.type === 'over') return reportOf(state, tally)
    if (state.type === 'not-listed') looksForGone += 1
    if (looksForGone >= LOOKS_FOR_GONE_JOB) return tally.report(printTrouble('not-confirmed', wordsOf(state)))
    if (performance.now() >= endsAt) return cancel(queue, jobName, tally, { hasPrinted, words: wordsOf(state) }, run)
    await wait(limits.followEveryMs)
  }
}

const wordsOf = (state: CupsJobState): string => (state.type === 'waiting' ? '' : state.words)

const reportOf = ({ words }: { readonly words: string }, tally: JobTally): TransportReport =>
  tally.report(words === '' ? null : printTrouble('queue-refused', words))

/**
 * A job that a stopped queue never began is as good as never sent; of one that CUPS began only a person can tell, and a queue
 * that runs may begin it at the very moment that it is cancelled.
 */
const cancel = async (
  queue: string,
  jobName: string,
  tally: JobTally,
  { hasPrinted, words }: { readonly hasPrinted: boolean; readonly words: string },
  run: RunProgram,
): Promise<TransportReport> => {
  const isStopped = !hasPrinted && (await readQueue(queue, run)).isStopped
  const cancelled = failureOfRun(await run('cancel', [jobName], { timeoutMs: TIMEOUT_MS }))
  if (hasPrinted) return tally.report(printTrouble('stalled', words))
  const isNeverBegun = isStopped && cancelled === null && (await readCupsJob(run, queue, jobName)).type === 'over'
  const trouble = printTrouble('queue-refused', cancelled ?? (isStopped ? 'queue stopped' : words))
  return isNeverBegun ? nothingLeft(trouble) : tally.report(trouble)
}
