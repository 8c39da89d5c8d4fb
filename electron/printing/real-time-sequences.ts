import type { MonoPicture } from './mono-picture.ts'

const DLE = 0x10
const REAL_TIME = new Set([0x04, 0x05, 0x14])
/** One more dot to the left of the one that DLE has: always inside the picture where that one is. */
const DLE_WITH_NEIGHBOUR = 0x30

/**
 * The picture without the bytes that ESC/POS printers obey in the middle of a picture too (DLE EOT, DLE ENQ, DLE DC4 and a
 * small number: status, recovery, drawer). Such a place gets one more black dot beside a black one.
 */
export const withoutRealTimeSequences = (picture: MonoPicture): MonoPicture => {
  const found = findRealTimeSequences(picture.bits)
  if (found.length === 0) return picture
  const bits = Uint8Array.from(picture.bits)
  for (const index of found) bits[index] = DLE_WITH_NEIGHBOUR
  return { ...picture, bits }
}

/** Where such sequences begin. */
export const findRealTimeSequences = (bytes: Uint8Array): readonly number[] => {
  const found: number[] = []
  for (let index = bytes.indexOf(DLE); index !== -1; index = bytes.indexOf(DLE, index + 1)) {
    const second = bytes[index + 1]
    if (second !== undefined && REAL_TIME.has(second)) found.push(index)
  }
  return found
}
