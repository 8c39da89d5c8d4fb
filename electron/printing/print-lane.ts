import { setTimeout as wait } from 'node:timers/promises'
import type { ClaimedPrintJob, PrintOutcome } from '../../shared/domain/print-job.ts'
import { printTrouble, type PrintTrouble } from '../../shared/domain/print-trouble.ts'
import type { Printer } from '../../shared/domain/printer.ts'
import type { PrinterStatus } from '../../shared/ipc/printer-settings.ts'
import { sendJob, type SendParts } from './send-job.ts'
import { errorWords } from './transport.ts'

/** What a lane knows of its last job; `trouble` of one that is being sent is what keeps it waiting. */
export type LaneState = Pick<PrinterStatus, 'work' | 'sinceMs' | 'trouble' | 'progress'>

export type PrintLaneParts = Omit<SendParts, 'onProgress'> & {
  /** The printer as it is set up now; null for the lane of what no printer takes. */
  readonly printer: () => Printer | null
  /** The oldest job that waits for this printer; null when none does. */
  readonly claimJob: () => Promise<ClaimedPrintJob | null>
  readonly settleJob: (jobId: string, outcome: PrintOutcome) => Promise<void>
  readonly noteProgress: (jobId: string, bytesSent: number, totalBytes: number) => void
  readonly onStateChanged: () => void
  readonly now: () => number
  /** How long to wait before asking again when the queue cannot be asked, and before each further try to settle. */
  readonly retryDelayMs: number
}

/** The jobs of one printer, one after the other. */
export type PrintLane = {
  /** Looks for waiting jobs; returns at once. */
  readonly kick: () => void
  /**
   * Sends a job that is claimed already. True when it begins: no claim is under way then that could find the job and take it
   * for one that was left behind. False, with nothing sent, when it was stopped before.
   */
  readonly handOver: (claimed: ClaimedPrintJob) => Promise<boolean>
  /** Does something else with the printer while no job is on its way; null, undone, when one is. Jobs that come meanwhile wait for it. */
  readonly visit: <Value>(work: () => Promise<Value>) => Promise<Value | null>
  /** Resolves when the job under way is settled; takes no further one. */
  readonly stop: () => Promise<void>
  /** Goes on after `stop`, at the next kick. */
  readonly resume: () => void
  readonly state: () => LaneState
}

const SETTLE_TRIES = 5
/** What is shown of a job's progress need not be newer than this. */
const PROGRESS_EVERY_MS = 250

/** A lane that rests until it is kicked, then works until nothing waits. A job is sent once, whatever happens. */
export const createPrintLane = (parts: PrintLaneParts): PrintLane => {
  let state: LaneState = { work: 'idle', sinceMs: parts.now(), trouble: null, progress: null }
  const flags = { isStopped: false, isKicked: false }
  let running: Promise<void> | null = null
  let visiting: Promise<unknown> | null = null
  let retryTimer: NodeJS.Timeout | null = null

  /** Who is told of a job must not be able to break it. */
  const tell = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      parts.log('error', `The state of a print lane cannot be told: ${errorWords(error)}`)
    }
  }
  const show = (work: LaneState['work'], trouble: PrintTrouble | null = null): void => {
    const sinceMs = work === state.work ? state.sinceMs : parts.now()
    state = { work, sinceMs, trouble, progress: null }
    tell(parts.onStateChanged)
  }
  let sendingJobId: string | null = null
  const progressOf = (jobId: string): SendParts['onProgress'] => {
    let toldAtMs = -Infinity
    return (bytesSent, totalBytes) => {
      const nowMs = parts.now()
      const isFresh = Math.abs(nowMs - toldAtMs) < PROGRESS_EVERY_MS && bytesSent < totalBytes
      // A transport may still tell of a job that is over.
      if (isFresh || sendingJobId !== jobId) return
      toldAtMs = nowMs
      state = { ...state, progress: { jobId, bytesSent, totalBytes } }
      tell(parts.onStateChanged)
      tell(() => parts.noteProgress(jobId, bytesSent, totalBytes))
    }
  }

  /** Why the printer keeps its job waiting, for as long as it says so. */
  const hearingOf =
    (jobId: string): NonNullable<SendParts['onHeard']> =>
    (printer, heard) => {
      if (sendingJobId !== jobId) return
      state = { ...state, trouble: heard.wants === null ? null : printTrouble(heard.wants) }
      tell(() => parts.onHeard?.(printer, heard))
      tell(parts.onStateChanged)
    }

  const handedOver: { readonly claimed: ClaimedPrintJob; readonly answer: (isBegun: boolean) => void }[] = []
  const nextJob = async (): Promise<ClaimedPrintJob | null> => {
    if (flags.isStopped) return null
    const handed = handedOver.shift()
    handed?.answer(true)
    return handed === undefined ? parts.claimJob() : handed.claimed
  }
  const hasWork = (): boolean => !flags.isStopped && (flags.isKicked || handedOver.length > 0)

  const workOff = async (): Promise<void> => {
    while (hasWork()) {
      flags.isKicked = false
      let claimed = await nextJob()
      while (claimed !== null) {
        show('sending')
        await visiting
        sendingJobId = claimed.job.id
        const outcome = await outcomeOfJob(
          { ...parts, onHeard: hearingOf(sendingJobId) },
          claimed,
          progressOf(sendingJobId),
        )
        sendingJobId = null
        // Settled before it is shown: who reads the state finds the job in it.
        await settle(parts, claimed.job.id, outcome)
        if (outcome.type === 'failed') show('failed', outcome.trouble)
        else if (outcome.type === 'unknown') show('asking', outcome.trouble)
        else show('idle')
        claimed = await nextJob()
      }
    }
  }

  const begin = (): void => {
    if (!hasWork() || running !== null) return
    if (retryTimer !== null) clearTimeout(retryTimer)
    running = workOff()
      .catch((error: unknown) => {
        parts.log('warn', `The print queue cannot be asked: ${errorWords(error)}`)
        if (flags.isStopped) return
        flags.isKicked = true
        retryTimer = setTimeout(begin, parts.retryDelayMs)
        retryTimer.unref()
      })
      .finally(() => {
        running = null
        // What came after the last look and before this line.
        if (handedOver.length > 0 || retryTimer === null) begin()
      })
    retryTimer = null
  }
  const kick = (): void => {
    flags.isKicked = true
    begin()
  }

  return {
    kick,
    handOver: (claimed) =>
      new Promise((answer) => {
        if (flags.isStopped) {
          answer(false)
          return
        }
        handedOver.push({ claimed, answer })
        begin()
      }),
    visit: async (work) => {
      if (running !== null || visiting !== null || flags.isStopped) return null
      const visit = work()
      visiting = visit.catch(() => undefined)
      try {
        return await visit
      } finally {
        visiting = null
      }
    },
    stop: async () => {
      flags.isStopped = true
      if (retryTimer !== null) clearTimeout(retryTimer)
      for (const { answer } of handedOver.splice(0)) answer(false)
      await running
      await visiting
    },
    resume: () => {
      flags.isStopped = false
    },
    state: () => state,
  }
}

const outcomeOfJob = async (
  parts: PrintLaneParts,
  claimed: ClaimedPrintJob,
  onProgress: SendParts['onProgress'],
): Promise<PrintOutcome> => {
  const printer = parts.printer()
  if (printer === null) return { type: 'failed', trouble: printTrouble('no-printer', claimed.job.document) }
  return sendJob({ ...parts, onProgress }, claimed, printer)
}

/** Settling again does no harm; losing an outcome would leave the job `sending` until the next one. */
const settle = async (parts: PrintLaneParts, jobId: string, outcome: PrintOutcome): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await parts.settleJob(jobId, outcome)
      return
    } catch (error) {
      parts.log('warn', `Job ${jobId} cannot be settled (try ${String(attempt)}): ${errorWords(error)}`)
      if (attempt >= SETTLE_TRIES) return
      await wait(parts.retryDelayMs)
    }
  }
}
