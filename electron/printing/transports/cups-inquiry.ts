import { printTrouble } from '../../../shared/domain/print-trouble.ts'
import type { Inquiry } from '../transport.ts'
import { findCupsAddress, forgetCupsAddress, isOfThisComputer } from './cups-address.ts'
import { askQueueState } from './cups-queue-state.ts'
import { failureOfRun } from './cups-queues.ts'
import type { RunProgram } from './run-program.ts'

const PROGRAM_TIMEOUT_MS = 5000
/** CUPS on this computer answers in some milliseconds; a job may be waiting for this. */
const TIMEOUT_MS = 500
/** So long a CUPS that did not answer is left to its own programs. */
const REST_MS = 30_000

const unansweredAtMs = new WeakMap<RunProgram, number>()

/**
 * How a queue of CUPS is. CUPS on this computer is asked by itself, which costs next to nothing; where that tells nothing (it runs
 * on another computer, wants encryption, does not know the queue), its program `lpstat` is.
 */
export const inquireOfCups = async (
  queue: string,
  run: RunProgram,
  now: () => number = () => performance.now(),
): Promise<Inquiry> => {
  const restsSinceMs = unansweredAtMs.get(run)
  const isResting = restsSinceMs !== undefined && now() - restsSinceMs < REST_MS
  return (isResting ? null : await askCups(queue, run, now)) ?? askProgram(queue, run)
}

/** Null when CUPS itself does not tell. */
const askCups = async (queue: string, run: RunProgram, now: () => number): Promise<Inquiry | null> => {
  const address = await findCupsAddress(run, now)
  const isNear = address.ok && isOfThisComputer(address.value)
  const state = isNear ? await askQueueState(address.value, queue, TIMEOUT_MS) : null
  if (state?.ok !== true) {
    unansweredAtMs.set(run, now())
    forgetCupsAddress(run)
    return null
  }
  // A printer that CUPS found in the network gets its queue only when a program asks for it.
  return state.value === null ? null : { type: 'told', ...state.value }
}

/** What `lpstat` says of a queue. */
export const readQueue = async (
  queue: string,
  run: RunProgram,
): Promise<{ readonly words: string | null; readonly alerts: string; readonly isStopped: boolean }> => {
  const asked = await run('lpstat', ['-l', '-p', queue], { timeoutMs: PROGRAM_TIMEOUT_MS })
  const stdout = asked.type === 'ended' ? asked.stdout : ''
  return {
    words: failureOfRun(asked),
    alerts: /^\s+Alerts:(.*)$/mu.exec(stdout)?.[1] ?? '',
    isStopped: /^printer \S+ disabled/mu.test(stdout),
  }
}

const askProgram = async (queue: string, run: RunProgram): Promise<Inquiry> => {
  const { words, alerts, isStopped } = await readQueue(queue, run)
  if (words !== null) return { type: 'absent', trouble: printTrouble('not-found', words) }
  const isPaperEmpty = /media-(?:empty|needed)/u.test(alerts)
  const hasError = /cover-open|door-open|media-jam|-error/u.test(alerts)
  const isAway = isStopped || /offline-report|connecting-to-device/u.test(alerts)
  if (!isPaperEmpty && !hasError && !isAway) return { type: 'deaf' }
  return { type: 'silent', port: { isPaperEmpty, hasError, isSelected: !isAway } }
}
