/** A picture of black dots on white paper: eight dots a byte, the leftmost in the highest bit, 1 = black, rows padded to whole bytes. */
export type MonoPicture = {
  readonly widthDots: number
  readonly heightDots: number
  readonly bytesPerRow: number
  readonly bits: Uint8Array
}

/** A white picture. */
export const createMonoPicture = (widthDots: number, heightDots: number): MonoPicture => {
  const bytesPerRow = Math.ceil(widthDots / 8)
  return { widthDots, heightDots, bytesPerRow, bits: new Uint8Array(bytesPerRow * heightDots) }
}

/** Blackens a rectangle, cut at the picture's edges. */
export const fillDots = (
  picture: MonoPicture,
  xDots: number,
  yDots: number,
  widthDots: number,
  heightDots: number,
): void => {
  const right = Math.min(xDots + widthDots, picture.widthDots)
  const bottom = Math.min(yDots + heightDots, picture.heightDots)
  for (let y = Math.max(0, yDots); y < bottom; y += 1) {
    for (let x = Math.max(0, xDots); x < right; x += 1) {
      const index = y * picture.bytesPerRow + (x >> 3)
      picture.bits[index] = (picture.bits[index] ?? 0) | (0x80 >> (x & 7))
    }
  }
}

/** True when the dot is black; false outside the picture. */
export const isBlack = (picture: MonoPicture, xDots: number, yDots: number): boolean => {
  if (xDots < 0 || yDots < 0 || xDots >= picture.widthDots || yDots >= picture.heightDots) return false
  const byte = picture.bits[yDots * picture.bytesPerRow + (xDots >> 3)] ?? 0
  return (byte & (0x80 >> (xDots & 7))) !== 0
}
