import type { Printer } from '../../shared/domain/printer.ts'
import type { PrintedPage } from './encode-job.ts'
import type { MonoPicture } from './mono-picture.ts'
import { placePicture, turnPicture } from './place-picture.ts'
import { withoutRealTimeSequences } from './real-time-sequences.ts'

/** Many printers' buffers take no higher strip (ESC/POS `GS v 0`). */
export const ESCPOS_STRIP_ROWS = 255
/** `ESC @`: what an earlier job set is forgotten. */
export const ESCPOS_INITIALISE = Buffer.from([0x1b, 0x40])
/** `ESC p`: pin 2, 50 ms on, 500 ms off. */
export const ESCPOS_DRAWER_KICK = Buffer.from([0x1b, 0x70, 0x00, 0x19, 0xfa])
/** `ESC d 4`: enough to carry the last line past the cutter or the edge to tear at. */
const FEED = Buffer.from([0x1b, 0x64, 0x04])
/** `GS V 1`: a partial cut. */
const CUT = Buffer.from([0x1d, 0x56, 0x01])
/** `GS FF`: on to where the next label or mark begins. */
const NEXT_LABEL = Buffer.from([0x1d, 0x0c])

/** What carries a finished page out of the printer. */
export const escposPageEnd = ({ media }: Pick<Printer, 'media'>): Uint8Array => {
  if (media.type === 'roll') return media.cuts ? Buffer.concat([FEED, CUT]) : FEED
  return media.separator.type === 'none' ? FEED : NEXT_LABEL
}

/**
 * Pages as ESC/POS: initialise, drawer, then each picture in strips with its feed and cut. The language has no copies:
 * a page is sent once for each. The job ends with `ESC @`, whose loss does no harm (see transports/device-transport.ts).
 */
export const encodeEscpos = (
  pages: readonly PrintedPage[],
  printer: Printer,
  { opensDrawer }: { readonly opensDrawer: boolean },
): Uint8Array => {
  const pageEnd = escposPageEnd(printer)
  const printed = pages.flatMap(({ picture, copies }) => {
    const placed = placePicture(picture, printer)
    const page = Buffer.concat([escposStrips(printer.isTurned ? turnPicture(placed) : placed), pageEnd])
    return Array.from({ length: copies }, () => page)
  })
  return Buffer.concat([ESCPOS_INITIALISE, ...(opensDrawer ? [ESCPOS_DRAWER_KICK] : []), ...printed, ESCPOS_INITIALISE])
}

/** A picture in strips of `GS v 0`, without the bytes that a printer obeys in the middle of a picture too. */
export const escposStrips = (picture: MonoPicture): Uint8Array => {
  const { bits, bytesPerRow, heightDots } = withoutRealTimeSequences(picture)
  const strips: Uint8Array[] = []
  for (let top = 0; top < heightDots; top += ESCPOS_STRIP_ROWS) {
    const rows = Math.min(ESCPOS_STRIP_ROWS, heightDots - top)
    const head = [0x1d, 0x76, 0x30, 0, bytesPerRow & 0xff, bytesPerRow >> 8, rows & 0xff, rows >> 8]
    strips.push(Buffer.from(head), bits.subarray(top * bytesPerRow, (top + rows) * bytesPerRow))
  }
  return Buffer.concat(strips)
}
