const FREE_TRIES = 5
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 10 * 60_000

/** How often a wrong PIN was entered in a row, and until when none is taken. */
export type WrongPins = { readonly count: number; readonly blockedUntilMs: number }

export const NO_WRONG_PINS: WrongPins = { count: 0, blockedUntilMs: 0 }

/** One more wrong PIN: the fifth in a row and each after it blocks for half a minute, twice as long each time, at most ten minutes. */
export const afterWrongPin = ({ count }: WrongPins, nowMs: number): WrongPins => {
  const next = count + 1
  if (next < FREE_TRIES) return { count: next, blockedUntilMs: 0 }
  return { count: next, blockedUntilMs: nowMs + Math.min(FIRST_WAIT_MS * 2 ** (next - FREE_TRIES), LONGEST_WAIT_MS) }
}

/** True while no PIN is taken. A wait longer than any that is given means that the clock was set back: it is over. */
export const isBlocked = ({ blockedUntilMs }: WrongPins, nowMs: number): boolean =>
  blockedUntilMs > nowMs && blockedUntilMs <= nowMs + LONGEST_WAIT_MS

let tries = NO_WRONG_PINS

/**
 * The tries at this window, wherever a PIN is asked for: one count for all, or the dialog that asks who is at the till would be
 * the way around the other. Only a supervisor's PIN ends a row of wrong ones.
 */
export const pinTries = {
  areBlocked: (nowMs: number): boolean => isBlocked(tries, nowMs),
  noteWrong: (nowMs: number): void => {
    tries = afterWrongPin(tries, nowMs)
  },
  noteSupervisor: (): void => {
    tries = NO_WRONG_PINS
  },
}
