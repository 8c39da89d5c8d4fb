import type { MonoPicture } from './mono-picture.ts'

/** Size of a rectangle in dots. */
type Room = { readonly widthDots: number; readonly heightDots: number }

/**
 * The uppermost place at which a rectangle of this size is white all over, the leftmost of its row; null when there is
 * none. One pass over the dots, with the white above each of them counted.
 */
export const findWhite = (
  { bits, bytesPerRow, widthDots, heightDots }: MonoPicture,
  room: Room,
): { readonly xDots: number; readonly yDots: number } | null => {
  const whiteAbove = new Uint16Array(widthDots)
  for (let y = 0; y < heightDots; y += 1) {
    let run = 0
    for (let x = 0; x < widthDots; x += 1) {
      const isBlack = (((bits[y * bytesPerRow + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1
      const white = isBlack ? 0 : (whiteAbove[x] ?? 0) + 1
      whiteAbove[x] = white
      run = white >= room.heightDots ? run + 1 : 0
      if (run >= room.widthDots) return { xDots: x + 1 - room.widthDots, yDots: y + 1 - room.heightDots }
    }
  }
  return null
}
