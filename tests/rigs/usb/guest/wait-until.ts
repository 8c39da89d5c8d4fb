import { setTimeout as wait } from 'node:timers/promises'

const LOOK_EVERY_MS = 20

/** Waits until the look gives something else than null, and gives that; rejects with `what` when it takes longer than this. */
export const waitUntil = async <Value>(
  look: () => Promise<Value | null> | Value | null,
  what: string,
  timeoutMs = 15_000,
): Promise<Value> => {
  const endMs = performance.now() + timeoutMs
  for (;;) {
    const seen = await look()
    if (seen !== null) return seen
    if (performance.now() > endMs) throw new Error(`waited ${String(timeoutMs)} ms in vain until ${what}`)
    await wait(LOOK_EVERY_MS)
  }
}
