import { printTrouble, type PrintTrouble } from '../../../shared/domain/print-trouble.ts'
import type { Overhearing, PortStatus } from '../transport.ts'
import { withinTime } from './within-time.ts'

/** How long a printer that takes nothing is waited for. */
export type StallLimits = {
  /** One that does not say why. */
  readonly stallTimeoutMs: number
  /** One that says that it waits for a person, such as for paper; left out, two minutes. */
  readonly personTimeoutMs?: number
  /** How often its port is read while it takes nothing. */
  readonly lookEveryMs?: number
}

/** How a printer is heard in the middle of a job; what is left out this way does not have. */
export type JobSenses = {
  readonly overhearing?: Overhearing | undefined
  /** Passes on what the printer has said until now. */
  readonly listen?: () => Promise<void>
  readonly readPort?: () => Promise<PortStatus | null>
}

/** Looks after a printer while it is waited for. */
export type StallWatch = {
  /** It took something: its time begins anew. */
  readonly noteProgress: () => void
  /** Hears it, and reads its port when that is due. To be called again and again while it is waited for. */
  readonly look: () => Promise<void>
  /** Whether it was waited for long enough. */
  readonly isOver: () => Promise<boolean>
  /** What the work gives, which counts as progress; null, with the work still going on, when it was waited for long enough. */
  readonly patiently: <Value>(work: Promise<Value>) => Promise<Value | null>
  /** Why it stopped, as far as it says. */
  readonly trouble: (detail?: string) => Promise<PrintTrouble>
}

/** Finding a roll and putting it in. */
export const PERSON_TIMEOUT_MS = 120_000
/** With what it takes to answer and to tell, less than a second. */
const LOOK_EVERY_MS = 700
const STEP_MS = 50

/**
 * A watch over one job. A printer that neither takes anything nor says why is given up after the stall limit. One that says
 * that its paper is out is waited for longer, since giving it up would leave half a document and a question; the limit begins
 * anew when it has its paper again.
 */
export const createStallWatch = (limits: StallLimits, senses: JobSenses, now = () => performance.now()): StallWatch => {
  const { stallTimeoutMs, personTimeoutMs = PERSON_TIMEOUT_MS, lookEveryMs = LOOK_EVERY_MS } = limits
  const { overhearing } = senses
  let movedAtMs = now()
  let lookedAtMs = movedAtMs
  let wantedAtMs = -Infinity
  let isPaperEmpty = false

  const readPort = async (): Promise<void> => {
    lookedAtMs = now()
    const port = (await senses.readPort?.()) ?? null
    if (port === null) return
    isPaperEmpty = port.isPaperEmpty
    overhearing?.onPort(port)
  }
  const look = async (): Promise<void> => {
    await senses.listen?.()
    if (now() - Math.max(lookedAtMs, movedAtMs) >= lookEveryMs) await readPort()
    if ((overhearing?.wants() ?? null) !== null) wantedAtMs = now()
  }
  const leftMs = (): number =>
    Math.max(movedAtMs, Math.min(wantedAtMs, movedAtMs + personTimeoutMs)) + stallTimeoutMs - now()
  const noteProgress = (): void => {
    movedAtMs = now()
    wantedAtMs = -Infinity
  }
  const isOver = async (): Promise<boolean> => {
    if (leftMs() > 0) return false
    await readPort()
    if ((overhearing?.wants() ?? null) !== null) wantedAtMs = now()
    return leftMs() <= 0
  }

  return {
    noteProgress,
    look,
    isOver,
    patiently: async (work) => {
      const boxed = work.then((value) => ({ value }))
      for (;;) {
        const done = await withinTime(boxed, Math.max(1, Math.min(STEP_MS, leftMs())))
        if (done !== null) {
          // It goes on: what it last said of itself is over, perhaps.
          if (isPaperEmpty && now() - lookedAtMs >= lookEveryMs) await readPort()
          noteProgress()
          return done.value
        }
        await look()
        if (await isOver()) return null
      }
    },
    trouble: async (detail = '') => {
      await readPort()
      return printTrouble(isPaperEmpty ? 'paper-out' : (overhearing?.wants() ?? 'stalled'), detail)
    },
  }
}
