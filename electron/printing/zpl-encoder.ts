import type { Printer } from '../../shared/domain/printer.ts'
import type { PrintedPage } from './encode-job.ts'
import { sheetDots } from './label-sheet.ts'
import { placePicture } from './place-picture.ts'
import { zplGraphic } from './zpl-graphic.ts'

/** How ZPL calls what separates labels (^MN): a gap, a mark, nothing. */
const TRACKING = { gap: 'Y', mark: 'M', none: 'N' } as const

/**
 * Pages as ZPL: darkness, then a format each with one graphic field. Origins are set to 0, since a printer keeps what an
 * earlier program set; copies are the printer's own (^PQ). There is no drawer in ZPL. The job ends with a line end, whose
 * loss does no harm (see transports/device-transport.ts).
 */
export const encodeZpl = (pages: readonly PrintedPage[], printer: Printer): Uint8Array =>
  Buffer.from(pages.map((page) => encodePage(page, printer)).join(''), 'latin1')

const encodePage = ({ picture, copies }: PrintedPage, printer: Printer): string => {
  const { media } = printer
  const placed = placePicture(picture, printer)
  const sheet = sheetDots(printer)
  const widthDots = Math.max(sheet.widthDots, placed.widthDots)
  return [
    // 00 to 30: twice as fine as elsewhere.
    `~SD${String(printer.darkness * 2).padStart(2, '0')}\r\n`,
    `^XA^MN${media.type === 'labels' ? TRACKING[media.separator.type] : TRACKING.none}`,
    `^PW${String(widthDots)}^LL${String(sheet.heightDots ?? placed.heightDots)}`,
    `^LH0,0^LT0^LS0^PR${String(printer.speedInchesPerSecond)}^PO${printer.isTurned ? 'I' : 'N'}`,
    media.type === 'roll' && media.cuts ? '^MMC' : '',
    `\r\n^FO0,0${zplGraphic(placed, printer.zplPacking)}^FS\r\n`,
    `^PQ${String(copies)}^XZ\r\n`,
  ].join('')
}
