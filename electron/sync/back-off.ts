/** A number in 0..1 that only depends on the text: jitter that a test can foresee. */
export const shareOf = (text: string): number => {
  let hash = 2_166_136_261
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 16_777_619)
  }
  return (hash >>> 0) / 4_294_967_296
}

/** Wait before try number `failures + 1`: doubles from floor to ceiling, less up to a fifth of it as jitter. */
export const backOffMs = (failures: number, floorMs: number, ceilingMs: number, jitter: number): number => {
  const full = Math.min(ceilingMs, floorMs * 2 ** Math.min(30, Math.max(0, failures - 1)))
  return Math.round(full * (1 - jitter / 5))
}
