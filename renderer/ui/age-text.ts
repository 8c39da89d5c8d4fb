/** An age in the largest unit that fits. */
export type AgeParts = { readonly unit: 'now' | 'minutes' | 'hours' | 'days'; readonly count: number }

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Splits an age in milliseconds: under a minute (or in the future, when a clock was set back) is `now`. */
export const agePartsOf = (ageMs: number): AgeParts => {
  if (ageMs < MINUTE_MS) return { unit: 'now', count: 0 }
  if (ageMs < HOUR_MS) return { unit: 'minutes', count: Math.floor(ageMs / MINUTE_MS) }
  if (ageMs < DAY_MS) return { unit: 'hours', count: Math.floor(ageMs / HOUR_MS) }
  return { unit: 'days', count: Math.floor(ageMs / DAY_MS) }
}
