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

const blacken = (bits: Uint8Array, index: number, mask: number): void => {
  bits[index] = (bits[index] ?? 0) | mask
}

/** Blackens a rectangle, cut at the picture's edges. */
export const fillDots = (
  { widthDots: pictureWidth, heightDots: pictureHeight, bytesPerRow, bits }: MonoPicture,
  xDots: number,
  yDots: number,
  widthDots: number,
  heightDots: number,
): void => {
  const left = Math.max(0, xDots)
  const right = Math.min(xDots + widthDots, pictureWidth)
  const bottom = Math.min(yDots + heightDots, pictureHeight)
  if (left >= right) return
  const [firstByte, lastByte] = [left >> 3, (right - 1) >> 3]
  const firstMask = 0xff >> (left & 7)
  const lastMask = 0xff & (0xff << (7 - ((right - 1) & 7)))
  for (let y = Math.max(0, yDots); y < bottom; y += 1) {
    const row = y * bytesPerRow
    if (firstByte === lastByte) {
      blacken(bits, row + firstByte, firstMask & lastMask)
      continue
    }
    blacken(bits, row + firstByte, firstMask)
    bits.fill(0xff, row + firstByte + 1, row + lastByte)
    blacken(bits, row + lastByte, lastMask)
  }
}

/** Lays the black dots of `stencil` on a picture, in black or, as what is left free, in white; what leaves the picture is cut off. */
export const inkStencil = (
  { widthDots, heightDots, bytesPerRow, bits }: MonoPicture,
  stencil: MonoPicture,
  { xDots, yDots, ink }: { readonly xDots: number; readonly yDots: number; readonly ink: 'black' | 'white' },
): void => {
  const put = (index: number, mask: number): void => {
    bits[index] = ink === 'black' ? (bits[index] ?? 0) | mask : (bits[index] ?? 0) & ~mask
  }
  /** The dots of a byte that are left when what lies beyond the picture is cut off. */
  const held = (byte: number, x: number): number => {
    let mask = byte
    if (x < 0) mask &= 0xff >> Math.min(8, -x)
    if (x + 8 > widthDots) mask &= 0xff << Math.min(8, x + 8 - widthDots)
    return mask & 0xff
  }
  const lastRow = Math.min(stencil.heightDots, heightDots - yDots)
  for (let y = Math.max(0, -yDots); y < lastRow; y += 1) {
    const row = (yDots + y) * bytesPerRow
    for (let column = 0; column < stencil.bytesPerRow; column += 1) {
      const x = xDots + column * 8
      const byte = held(stencil.bits[y * stencil.bytesPerRow + column] ?? 0, x)
      if (byte === 0) continue
      const shift = x & 7
      if (byte >> shift !== 0) put(row + (x >> 3), byte >> shift)
      const rest = (byte << (8 - shift)) & 0xff
      if (shift !== 0 && rest !== 0) put(row + (x >> 3) + 1, rest)
    }
  }
}

/** True when the dot is black; false outside the picture. */
export const isBlack = (picture: MonoPicture, xDots: number, yDots: number): boolean => {
  if (xDots < 0 || yDots < 0 || xDots >= picture.widthDots || yDots >= picture.heightDots) return false
  const byte = picture.bits[yDots * picture.bytesPerRow + (xDots >> 3)] ?? 0
  return (byte & (0x80 >> (xDots & 7))) !== 0
}
