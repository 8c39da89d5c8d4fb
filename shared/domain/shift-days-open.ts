import type { Shift } from './shift.ts'

const MS_PER_MINUTE = 60_000
const MS_PER_DAY = 86_400_000

/**
 * How many midnights at the register have passed since the shift was opened: 0 on the day itself, 1 or more for a shift
 * left open overnight. 0 also when the clock was set back behind its opening.
 */
export const shiftDaysOpen = (shift: Pick<Shift, 'openedAtMs' | 'utcOffsetMinutes'>, nowMs: number): number => {
  const dayOf = (ms: number): number => Math.floor((ms + shift.utcOffsetMinutes * MS_PER_MINUTE) / MS_PER_DAY)
  return Math.max(0, dayOf(nowMs) - dayOf(shift.openedAtMs))
}
