import * as fc from 'fast-check'
import { createMonoPicture, type MonoPicture } from '../mono-picture.ts'

/** Noise of this size, the same for the same seed; nothing stands in the padding of its rows. */
export const noisePicture = (widthDots: number, heightDots: number, seed: number): MonoPicture => {
  const picture = createMonoPicture(widthDots, heightDots)
  const lastMask = (0xff << (picture.bytesPerRow * 8 - widthDots)) & 0xff
  let state = seed + 1
  const bits = picture.bits.map((_, index) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    const isLast = index % picture.bytesPerRow === picture.bytesPerRow - 1
    return (state >> 16) & (isLast ? lastMask : 0xff)
  })
  return { ...picture, bits }
}

/** Noise of any size up to this one. */
export const randomPicture = (most: { readonly width: number; readonly height: number }): fc.Arbitrary<MonoPicture> =>
  fc
    .record({
      width: fc.integer({ min: 1, max: most.width }),
      height: fc.integer({ min: 1, max: most.height }),
      seed: fc.nat(),
    })
    .map(({ width, height, seed }) => noisePicture(width, height, seed))
