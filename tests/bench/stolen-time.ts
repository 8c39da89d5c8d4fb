import { readFileSync } from 'node:fs'

type Ticks = { readonly stolen: number; readonly all: number }

/** The processors' time since the machine started, in the system's ticks; null where it does not tell. */
const readTicks = (): Ticks | null => {
  if (process.platform !== 'linux') return null
  // proc(5): user, nice, system, idle, iowait, irq, softirq, steal; what guests take is in user and nice already.
  const [, ...cells] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/u)
  const counts = cells.slice(0, 8).map(Number)
  return { stolen: counts[7] ?? 0, all: counts.reduce((sum, count) => sum + count, 0) }
}

/** Above this the figures are the neighbours' as much as ours. */
const QUIET_SHARE = 0.01

/**
 * Begins to watch how much of this machine's time its host gives to others. The function that it gives says so in words; null where
 * that is next to nothing, or not known.
 */
export const watchStolenTime = (): (() => string | null) => {
  const before = readTicks()
  return () => {
    const after = readTicks()
    if (before === null || after === null || after.all === before.all) return null
    const share = (after.stolen - before.stolen) / (after.all - before.all)
    if (share < QUIET_SHARE) return null
    return `NOT COMPARABLE: the host of this machine gave ${(share * 100).toFixed(0)}% of its processors to others meanwhile`
  }
}
