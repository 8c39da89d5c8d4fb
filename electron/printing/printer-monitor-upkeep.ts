import type { PrintTrouble } from '../../shared/domain/print-trouble.ts'
import type { Printer } from '../../shared/domain/printer.ts'
import type { MonitorIntervals } from './printer-monitor-pace.ts'
import { errorWords } from './transport.ts'
import type { careForQueue } from './transports/cups-queue-care.ts'

/** Looks after a queue of CUPS. */
export type CareForQueue = typeof careForQueue

/** What is known of how the way to a printer is set up, apart from how the printer is. */
export type Upkeep = {
  readonly advice: PrintTrouble | null
  readonly lookedAtMs: number | null
  /** Whether it was tried to mend what was wrong. */
  readonly wasTried: boolean
}

/** Of a way that was never looked at, or needs no looking after. */
export const NOT_LOOKED_AFTER: Upkeep = { advice: null, lookedAtMs: null, wasTried: false }

/** The real thing, loaded where there is a queue of CUPS. */
export const careForQueueOfCups: CareForQueue = async (...values) =>
  (await import('./transports/cups-queue-care.ts')).careForQueue(...values)

export type UpkeepParts = {
  readonly careForQueue: CareForQueue
  readonly now: () => number
  readonly intervals: MonitorIntervals
  readonly onUnable: (message: string) => void
}

/**
 * Looks after the way to a printer when it is time: rarely, and often while somebody mends it or looks at the printers. No job
 * waits for it. Never rejects; what breaks tells nothing.
 */
export const upkeepAfterLook = async (
  { careForQueue: care, now, intervals, onUnable }: UpkeepParts,
  { transport }: Printer,
  before: Upkeep,
  isClose: boolean,
): Promise<Upkeep> => {
  if (transport.type !== 'cups') return before
  const { lookedAtMs, wasTried } = before
  const everyMs = isClose || before.advice !== null ? intervals.costlyMs : intervals.rareMs
  if (lookedAtMs !== null && Math.abs(now() - lookedAtMs) < everyMs) return before
  const { queue } = transport
  const unable = (words: string): void =>
    onUnable(`The queue ${queue} was not made to give up what its printer cannot take: ${words}`)
  try {
    const cared = await care(queue, { mayMend: !wasTried, onUnable: unable })
    return { advice: cared.advice, lookedAtMs: now(), wasTried: wasTried || cared.wasTried }
  } catch (error) {
    unable(errorWords(error))
    return { ...before, lookedAtMs: now() }
  }
}
