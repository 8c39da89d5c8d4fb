import { isBlack, type MonoPicture } from '../../electron/printing/mono-picture.ts'

/** What a camera gives: a byte a pixel, 0 = black, row by row. */
export type GreyPicture = { readonly widthPx: number; readonly heightPx: number; readonly grey: Uint8Array }

const WHITE = 255

/** The dots as they are, a pixel a dot. */
export const greyOf = (picture: MonoPicture): GreyPicture => {
  const { widthDots, heightDots } = picture
  const grey = new Uint8Array(widthDots * heightDots).fill(WHITE)
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) if (isBlack(picture, x, y)) grey[y * widthDots + x] = 0
  }
  return { widthPx: widthDots, heightPx: heightDots, grey }
}

/** The measuring aperture of a verifier, in modules (ISO/IEC 15415, on square symbols; here on bars as well). */
const APERTURE_MODULES = 0.8
/** Modules of fewer dots than this are seen in two pixels a dot: decoders want more than four pixels a module. */
const SMALL_MODULE_DOTS = 5
/** Full width at half maximum of a Gaussian, in standard deviations. */
const FULL_WIDTH_SIGMAS = 2.355

/** What each neighbouring dot adds to a pixel: one row of weights for every pixel of a dot. */
const spotWeights = (sigmaDots: number, pixelsADot: number): readonly Float32Array[] => {
  const reach = Math.ceil(sigmaDots * 3)
  const fine = 8
  return Array.from({ length: pixelsADot }, (_, pixel) => {
    const middle = (pixel + 0.5) / pixelsADot
    const weights = new Float32Array(reach * 2 + 1)
    for (let step = 0; step < weights.length * fine; step += 1) {
      const fromMiddle = (step + 0.5) / fine - reach - middle
      const index = Math.floor(step / fine)
      weights[index] = (weights[index] ?? 0) + Math.exp(-(fromMiddle ** 2) / (2 * sigmaDots ** 2))
    }
    const sum = weights.reduce((total, weight) => total + weight, 0)
    return weights.map((weight) => weight / sum)
  })
}

/** Lines of `length` shades each, every line seen through the spot along itself; white beyond its ends. */
const spread = (shades: Float32Array, length: number, weights: readonly Float32Array[]): Float32Array => {
  const taps = weights[0]?.length ?? 1
  const reach = (taps - 1) / 2
  const pixelsADot = weights.length
  const padded = new Float32Array(length + reach * 2).fill(WHITE)
  const seen = new Float32Array(shades.length * pixelsADot)
  for (let from = 0; from < shades.length; from += length) {
    padded.set(shades.subarray(from, from + length), reach)
    for (let pixel = 0; pixel < pixelsADot; pixel += 1) {
      const row = weights[pixel] ?? padded
      for (let at = 0; at < length; at += 1) {
        let sum = 0
        for (let tap = 0; tap < taps; tap += 1) sum += (row[tap] ?? 0) * (padded[at + tap] ?? 0)
        seen[(from + at) * pixelsADot + pixel] = sum
      }
    }
  }
  return seen
}

/** Columns as rows. */
const transposed = (shades: Float32Array, width: number): Float32Array => {
  const height = shades.length / width
  const turned = new Float32Array(shades.length)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) turned[x * height + y] = shades[y * width + x] ?? 0
  }
  return turned
}

/**
 * What a scanner's optics make of a symbol: each pixel is the light of a round spot (a Gaussian, 0.8 modules wide at half its
 * height), so that a speck is a grey shade and no edge. Nothing is made black or white, and nothing is cleaned.
 */
export const throughAperture = (picture: MonoPicture, moduleDots: number): GreyPicture => {
  const pixelsADot = moduleDots < SMALL_MODULE_DOTS ? 2 : 1
  const weights = spotWeights((APERTURE_MODULES * moduleDots) / FULL_WIDTH_SIGMAS, pixelsADot)
  const { widthDots, heightDots } = picture
  const [widthPx, heightPx] = [widthDots * pixelsADot, heightDots * pixelsADot]
  const wide = spread(Float32Array.from(greyOf(picture).grey), widthDots, weights)
  const turned = spread(transposed(wide, widthPx), heightDots, weights)
  return { widthPx, heightPx, grey: Uint8Array.from(transposed(turned, heightPx), (shade) => Math.round(shade)) }
}
