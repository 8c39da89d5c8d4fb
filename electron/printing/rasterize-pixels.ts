import type { MonoPicture } from './mono-picture.ts'

/** White, all bits set, as a signed number: engines keep those of 31 bits without a box, which this runs through by the million. */
const WHITE = -1

/** The brightness of an opaque pixel, 0 to 255 (ITU-R BT.601). Red lies in the lowest byte: every platform of Electron is little-endian. */
const greyOf = (pixel: number): number =>
  (77 * (pixel & 0xff) + 150 * ((pixel >> 8) & 0xff) + 29 * ((pixel >> 16) & 0xff)) >> 8

/** The same memory, four bytes a number. */
const pixelsOf = (rgba: Uint8Array): Int32Array => new Int32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength >> 2)

/** Turns opaque RGBA pixels, as many as the picture has dots, into dots; a pixel with at most this grey is black. */
export const inkPixels = (rgba: Uint8Array, picture: MonoPicture, darkestGrey: number): void => {
  const { widthDots, heightDots, bytesPerRow, bits } = picture
  const pixels = pixelsOf(rgba)
  for (let row = 0; row < heightDots; row += 1) {
    let index = row * widthDots
    const rowStart = row * bytesPerRow
    for (let x = 0; x < widthDots; x += 1) {
      const pixel = pixels[index] ?? WHITE
      if (pixel !== WHITE && greyOf(pixel) <= darkestGrey) {
        const byte = rowStart + (x >> 3)
        bits[byte] = (bits[byte] ?? 0) | (0x80 >> (x & 7))
      }
      index += 1
    }
  }
}

/** The smallest area with everything in it that is at most this bright; null when there is nothing. */
export const inkedArea = (
  rgba: Uint8Array,
  widthPx: number,
  lightestGrey: number,
): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } | null => {
  let [left, right, top, bottom] = [Infinity, -1, Infinity, -1]
  pixelsOf(rgba).forEach((pixel, index) => {
    if (pixel === WHITE || greyOf(pixel) > lightestGrey) return
    const x = index % widthPx
    const y = Math.floor(index / widthPx)
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = y
  })
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 }
}
