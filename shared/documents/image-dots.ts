import { decodeBase64 } from './decode-base64.ts'
import type { DotRectangle } from './dot-rectangle.ts'
import type { GreyImage } from './document-design.ts'

const HALF_DARK = 127.5
/** Sums of shares are off by less than this; without it a rule that covers exactly half a dot would come out dashed. */
const ROUNDING_ROOM = 0.001

/** The share of each source pixel that one target dot covers, along one axis. */
const coverage = (dot: number, dots: number, pixels: number): readonly (readonly [pixel: number, share: number])[] => {
  const from = (dot * pixels) / dots
  const to = ((dot + 1) * pixels) / dots
  const shares: [number, number][] = []
  for (let pixel = Math.floor(from); pixel < Math.min(pixels, Math.ceil(to)); pixel += 1) {
    shares.push([pixel, (Math.min(to, pixel + 1) - Math.max(from, pixel)) / (to - from)])
  }
  return shares
}

/** A logo stands on every receipt: what it came to is kept for the last few images and places. */
const KEPT = 8
const kept = new Map<string, readonly DotRectangle[]>()

/**
 * A grey image on a box of whole dots, as black runs of one dot's height: a dot is black when what it covers is at least half
 * dark on average. Pixels that are missing from the data are white.
 */
export const imageRuns = (image: GreyImage, box: DotRectangle): readonly DotRectangle[] => {
  const { x, y, width, height } = box
  const key = [x, y, width, height, image.widthPx, image.heightPx, image.greyBase64].join(' ')
  const known = kept.get(key)
  if (known !== undefined) return known
  const runs = findRuns(image, box)
  const [oldest] = kept.keys()
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest)
  kept.set(key, runs)
  return runs
}

const findRuns = (image: GreyImage, box: DotRectangle): readonly DotRectangle[] => {
  const grey = decodeBase64(image.greyBase64)
  const columns = Array.from({ length: box.width }, (_, x) => coverage(x, box.width, image.widthPx))
  const runs: DotRectangle[] = []
  for (let y = 0; y < box.height; y += 1) {
    const averages = new Float64Array(box.width)
    for (const [row, rowShare] of coverage(y, box.height, image.heightPx)) {
      columns.forEach((shares, x) => {
        let sum = 0
        for (const [column, share] of shares) sum += (grey[row * image.widthPx + column] ?? 255) * share
        averages[x] = (averages[x] ?? 0) + sum * rowShare
      })
    }
    let start: number | null = null
    for (let x = 0; x <= box.width; x += 1) {
      const isBlack = (averages[x] ?? 255) <= HALF_DARK + ROUNDING_ROOM
      if (isBlack) start ??= x
      else if (start !== null) {
        runs.push({ x: box.x + start, y: box.y + y, width: x - start, height: 1 })
        start = null
      }
    }
  }
  return runs
}
