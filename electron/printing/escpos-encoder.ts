import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import type { MonoPicture } from './mono-picture.ts'
import { withoutRealTimeSequences } from './real-time-sequences.ts'

/** Many printers' buffers take no higher strip (ESC/POS `GS v 0`). */
const STRIP_ROWS = 255
/** `ESC p`: pin 2, 50 ms on, 500 ms off. The library's own kick lacks the two times, so the printer would eat the bytes after it. */
const DRAWER_KICK = Buffer.from([0x1b, 0x70, 0x00, 0x19, 0xfa])
/** The library's feed is four lines each: enough to carry the last line past the cutter. */
const FEEDS_BEFORE_CUT = 1

/**
 * One receipt as ESC/POS: initialise, drawer, the picture in strips, feed, cut. The library only builds bytes; it never
 * sends them. The job ends with `ESC @`, whose loss does no harm (see device-transport.ts).
 */
export const encodeEscpos = (picture: MonoPicture, options: { readonly opensDrawer: boolean }): Uint8Array => {
  // An empty interface: the library opens nothing.
  const builder = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' })
  builder.add(Buffer.from([0x1b, 0x40]))
  if (options.opensDrawer) builder.add(DRAWER_KICK)
  const safe = withoutRealTimeSequences(picture)
  const strips: Buffer[] = []
  for (let top = 0; top < safe.heightDots; top += STRIP_ROWS) strips.push(encodeStrip(safe, top))
  builder.add(Buffer.concat(strips))
  builder.partialCut({ verticalTabAmount: FEEDS_BEFORE_CUT })
  return builder.getBuffer()
}

const encodeStrip = (picture: MonoPicture, top: number): Buffer => {
  const rows = Math.min(STRIP_ROWS, picture.heightDots - top)
  const { bytesPerRow, bits } = picture
  const head = [0x1d, 0x76, 0x30, 0, bytesPerRow & 0xff, bytesPerRow >> 8, rows & 0xff, rows >> 8]
  return Buffer.concat([Buffer.from(head), bits.subarray(top * bytesPerRow, (top + rows) * bytesPerRow)])
}
