import type { MonoPicture } from '../../electron/printing/mono-picture.ts'

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
const seeded = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The picture with `share` of its dots, anywhere, black instead of white and white instead of black. */
export const withFlippedDots = (picture: MonoPicture, share: number, seed: number): MonoPicture => {
  const random = seeded(seed)
  const bits = Uint8Array.from(picture.bits)
  const count = Math.round(picture.widthDots * picture.heightDots * share)
  const flipped = new Set<number>()
  while (flipped.size < count) {
    const x = Math.floor(random() * picture.widthDots)
    const y = Math.floor(random() * picture.heightDots)
    const dot = y * picture.widthDots + x
    if (flipped.has(dot)) continue
    flipped.add(dot)
    const index = y * picture.bytesPerRow + (x >> 3)
    bits[index] = (bits[index] ?? 0) ^ (0x80 >> (x & 7))
  }
  return { ...picture, bits }
}
